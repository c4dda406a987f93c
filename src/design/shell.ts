import type { Institution } from "../../institutions/institution.ts";
import type { Language } from "../../law/language.ts";
import type { Html } from "./html.ts";

/** What a page shows of the institution. */
export type Brand = Pick<
  Institution,
  "id" | "shortName" | "name" | "siteAddress" | "help" | "colours" | "accounts"
>;

/** Addresses of the files a page loads: their names carry a hash of what they hold, so they may be kept for ever. */
export type Assets = {
  css: string;
  script: string;
  /** Only for the pages that make or use passkeys. */
  passkeys: string;
  icon: string;
};

/** What stands around every page: known from the request, not from what the page says. */
export type Shell = {
  brand: Brand;
  language: Language;
  contrast: "standard" | "enhanced";
  /** Of the content security policy (SEC-09). */
  nonce: string;
  /** Goes into every form as the field `csrf` (SEC-15). */
  csrf: string;
  /** Path and query of this page: the language and contrast switches lead back to it. */
  path: string;
  assets: Assets;
  /** Who is signed in, and in what quality ("allocataire", "agent d’accueil"). */
  /** `out`: where the form of the way out posts, where it is not an account’s. */
  visitor?: { name: string; quality: string; out?: string };
  /** Whose space this is, where it is somebody else's than the visitor's (MC-07). */
  space?: { name: string; personId: string };
  /** `now` is the server's time: with it, a wrong clock on the person's device does no harm. */
  session?: { endsAt: Date; warnSeconds: number; now?: Date };
  /** Something that stands above what the page says. */
  news?: ((shell: Shell) => Html) | undefined;
};
