import type { Language } from "../language.ts";
import type { ControlId } from "./controls.ts";

/** Whom a charter binds. "public": whoever follows the institution's channels; it closes no account. */
export type Audience = "person" | "employer" | "partner" | "public";

/** A policy of the institution, in all its versions. */
export type Charter = {
  /** Names its folder and stands in the addresses of its pages. */
  readonly name: string;
  readonly audience: Audience;
  /** The first to take effect comes first; never two on one day. */
  readonly versions: readonly Version[];
};

/** One version of a charter, in every language. */
export type Version = {
  readonly charter: string;
  /** The civil day on which it takes effect, "YYYY-MM-DD": what names the version. */
  readonly version: string;
  /** The civil day from which people may read it; undefined while it is a draft. */
  readonly announced?: string | undefined;
  /** `required`: nothing opens before it is accepted (MC-03). `informs`: people are told, and go on (CN-08, SP-06). */
  readonly acceptance: "required" | "informs";
  /** It corrects the words without changing what anyone is bound to: nobody has to accept again. */
  readonly minor: boolean;
  readonly texts: Readonly<Record<Language, CharterText>>;
};

export type CharterText = {
  readonly title: string;
  /** The essentials, one line each. */
  readonly summary: readonly string[];
  /** What changed since the version before, in a few words. */
  readonly changes: string;
  readonly sections: readonly Section[];
  /** The text as people read and accept it, in Markdown, without what only the software needs. */
  readonly body: string;
  /** SHA-256 of `body`, in hexadecimal: what an acceptance is an acceptance of. */
  readonly sha256: string;
};

export type Section = { readonly title: string; readonly clauses: readonly Clause[] };

/** One clause. Its id stays when its words change; `text` is Markdown. */
export type Clause = {
  readonly id: string;
  readonly title: string;
  /** The statements of the requirements that it carries. */
  readonly statements: readonly string[];
  /** What keeps it, where the software does. */
  readonly controls: readonly ControlId[];
  readonly text: string;
};

/** The clauses of a text, in their order. */
export const clausesOf = (text: Pick<CharterText, "sections">): Clause[] =>
  text.sections.flatMap((section) => section.clauses);
