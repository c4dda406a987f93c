import type { ClaimKindName } from "../../../institutions/institution.ts";
import type { Language, Sentence } from "../../../law/language.ts";
import type { Html } from "../../design/html.ts";
import type { Tx } from "../../platform/database.ts";
import type { World } from "../../world.ts";
import type { KnownAddress } from "../identity/index.ts";

/** What a form sent, by field. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong, by the id of the field it stands next to. */
export type Errors = Readonly<Record<string, Sentence>>;

/** What was answered so far, by name: texts, dates as "YYYY-MM-DD". */
export type Answers = Readonly<Record<string, string>>;

/** What the institution knows already, shown in place (CP-11). */
export type Known = { address: KnownAddress | undefined };

/** What a question is shown and read with. */
export type Given = {
  language: Language;
  answers: Answers;
  known: Known;
  country: World["institution"]["country"];
  /** "YYYY-MM-DD", where the institution is. */
  today: string;
};

export type Question = {
  name: string;
  title: Sentence;
  isAnswered: (answers: Answers) => boolean;
  /** What stands in the form, its heading included. */
  body: (given: Given & { typed?: Typed | undefined; errors?: Errors | undefined }) => Html;
  read: (typed: Typed, given: Given) => { answers: Answers } | { refused: Errors };
  /** The answer as it is read again before signing. */
  written: (given: Given) => { key: Sentence; value: Html | string };
};

/** One thing people may claim or declare: its words, its questions, and what sending it changes at once. */
export type ClaimKind = {
  name: Sentence;
  says: Sentence;
  questions: readonly Question[];
  /** What happens once it is sent, one line each. */
  next: readonly Sentence[];
  takesEffect: (
    tx: Tx,
    world: World,
    sent: { personId: string; answers: Answers; given: Given },
  ) => Promise<void>;
};

/** A claim as who made it reads of it once it is sent. */
export type SentClaim = {
  number: string;
  kind: ClaimKindName;
  sentAt: Date;
  personId: string;
  fileId: string;
  /** Who signed it: the person, or who protects them. */
  sentBy: string;
};
