import type { Audience } from "../law/charters/charter.ts";
import type { CodePolicy } from "../law/credentials/codes.ts";
import type { OwnNumbers } from "../law/credentials/institution-number.ts";
import type { PasswordPolicy } from "../law/credentials/password.ts";
import type { SecondStepAsked, SecondStepPolicy } from "../law/credentials/second-step.ts";
import type { SessionPolicy } from "../law/credentials/session.ts";
import type { Language, Sentence } from "../law/language.ts";

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
  /** Its charters, by the name of their folder under `charters/`: whom each binds (MC-02, CN-01, SP-02). */
  charters: Readonly<Record<string, Audience>>;
  /** Words of the trade that its pages explain in place (IL-09). */
  words: readonly Word[];
  /** Undefined while the institution's accounts are not open on this site. */
  accounts?: Accounts;
};

/** A word that people of the trade use and others may not know. */
export type Word = {
  /** Lower case, without spaces: names its place on the page of words. */
  id: string;
  term: Sentence;
  /** The ways it is written in a text, the term included: plurals, abbreviations. */
  forms: Readonly<Record<Language, readonly string[]>>;
  says: Sentence;
};

/** What the public pages say of the accounts, in the words of the people they are for. */
export type AccountTexts = {
  /** Title of the front page, and the line under it. */
  title: Sentence;
  lead: Sentence;
  /** What one sees there: first on the list of what one can do. */
  sees: Sentence;
  /** Under the title of the sign-in page. */
  signIn: Sentence;
  /** What opens a first sign-in: on the front page's list, under the field, and in full under “my first sign-in”. */
  first: { needs: Sentence; hint: Sentence; says: Sentence };
  /** What the account keeps of people, beside what every account does: said on the page of data protection (IL-04). */
  keeps: { lead: Sentence; own: readonly { name: Sentence; says: Sentence }[] };
  /** What who refuses the charter keeps all the same (MC-04). */
  refusal: Sentence;
};

export type Accounts = {
  texts: AccountTexts;
  firstSignIn: readonly FirstSignInStep[];
  /** The page people land on: their household file's, or an insured person's and an employer's (CN-01). */
  home: Home;
  /** The institution's own numbers, where people do not sign in with the social-security number (CP-02, CN-13). */
  numbers?: OwnNumbers;
  /**
   * What the institution gave people before they chose a password of their own: the file's 8 digits (CP-03). Absent where
   * each is handed a first password of their own (CN-04).
   */
  oldPasswordDigits?: number;
  /** People ask for their access here and the institution hands it over; absent where nobody asks (CN-04). */
  accessRequests?: { firstPasswordDays: number };
  /** Undefined where no other site signs people in through this one. */
  connect?: Connect;
  /** Whether people are asked for a second step after their password. */
  secondStep: SecondStepPolicy;
  /** The same for who manages the accesses of others, where it differs, and what counts as their second proof (SEC-08). */
  secondStepOf?: Readonly<Record<Population, SecondStepAsked>>;
  /** Partner structures ask for their accesses here; absent where nobody does (SP-02). */
  partners?: {
    firstPasswordDays: number;
    /** The address of the site where insured persons have a space of their own (SP-04). */
    insuredSite: string;
  };
  /** What people may claim here, in the order of the page; absent where nothing can be claimed online yet (CP-10). */
  claims?: readonly ClaimKindName[];
  /** People may also come by FranceConnect, where it is set up (CP-22). */
  franceConnect?: boolean;
};

/** The homes that are written. */
export type Home = "household" | "insured" | "partners";

/** Groups of accounts for which the second step is another matter than for most. */
export type Population = "manager";

/** The claims that are written. */
export type ClaimKindName = "moved-in";

/** Signing people in to the institution's other sites and its app (CP-23). */
export type Connect = { name: string; sites: readonly SisterSite[] };

/** What a site may be told of a person, each agreed to by name. */
export type SiteScope = "profile" | "email" | "phone" | "quality";

export type SisterSite = {
  id: string;
  kind: "site" | "app";
  name: Sentence;
  /** Why people go there: they read it before they agree. */
  purpose: Sentence;
  scopes: readonly SiteScope[];
  redirectUris: readonly string[];
  /** Where people land who signed out there. */
  signedOutUris: readonly string[];
  /** Told when a session ends here. */
  backchannelLogoutUri?: string;
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
  /** Where reports of stolen or asked-for credentials are read (CN-09, SP-10). */
  supportMail: string;
};
