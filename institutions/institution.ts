import type { CodePolicy } from "../law/credentials/codes.ts";
import type { PasswordPolicy } from "../law/credentials/password.ts";
import type { SessionPolicy } from "../law/credentials/session.ts";
import type { Sentence } from "../law/language.ts";

/** A step of the first sign-in. The institution's data says which ones there are, and in which order (CP-03). */
export type FirstSignInStep = "terms" | "password" | "contacts" | "delegation";

/** What one institution is: data only. The code never asks which institution it runs for. */
export type Institution = {
  /** Short, lower case: names the host in development, the database and the folder of its charters. */
  id: string;
  /** As people say it: "Caf". */
  shortName: string;
  name: Sentence;
  /** ISO 3166 country whose law and telephone numbers apply. */
  country: "FR" | "DJ";
  /** IANA name of the zone in which days start and people read times. */
  timeZone: string;
  /** The address people are asked to type in their browser; messages carry no link (CP-14). */
  siteAddress: string;
  colours: Colours;
  help: Help;
  passwords: PasswordPolicy;
  codes: CodePolicy;
  session: SessionPolicy;
  /** Words an attacker would try first here: the institution's names, its benefits (SEC-07). */
  contextWords: readonly string[];
  /** Undefined while the institution's accounts are not open on this site. */
  accounts?: Accounts;
};

export type Accounts = {
  /** Folder under `charters/` of the terms that gate the account (MC-02). */
  terms: string;
  firstSignIn: readonly FirstSignInStep[];
  /** What the institution gave people before they chose a password of their own: the file's 8 digits (CP-03). */
  oldPasswordDigits: number;
};

/** CSS colours, each measured against white or `onBrand` text (WCAG 2.2 AA; 7:1 where enhanced). */
export type Colours = {
  brand: string;
  onBrand: string;
  /** A pale tint of the brand, for large areas under dark text. */
  tint: string;
  link: string;
  linkHover: string;
  button: string;
  buttonHover: string;
};

export type Help = {
  phone: string;
  hours: Sentence;
  /** How to reach the reception desk. */
  desk: Sentence;
};
