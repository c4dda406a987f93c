import type { BirthDatePart } from "../../../../../law/civil-status/birth-date.ts";
import type { Sentence } from "../../../../../law/language.ts";
import type { Html } from "../../../../design/html.ts";
import type { Shell } from "../../../../design/page.ts";
import type { Country } from "../../address/address.ts";
import type { Draft } from "../draft.ts";

/** What a form sent, by field. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong, by the id of the field it stands next to. */
export type Errors = Readonly<Record<string, Sentence>>;

/** A question as it is shown. */
export type Shown = {
  shell: Shell;
  draft: Draft;
  country: Country;
  /** What came back with errors, as typed. */
  typed?: Typed | undefined;
  errors?: Errors | undefined;
  /** The boxes of a date to mark. */
  wrong?: readonly BirthDatePart[] | undefined;
};

/** What an answer makes of the draft; `stay` where the same page comes again, with more on it. */
export type Read = { draft: Draft; stay?: true } | { refused: Errors; wrong?: readonly BirthDatePart[] };

/** One question put to a newcomer: when, how it looks, and how its answer is read. */
export type Question = {
  isAsked: (draft: Draft) => boolean;
  isAnswered: (draft: Draft) => boolean;
  title: Sentence;
  /** What stands in the form, its heading included. */
  body: (shown: Shown) => Html | Promise<Html>;
  read: (typed: Typed, given: { draft: Draft; today: string; country: Country }) => Read | Promise<Read>;
  /** The page has its own buttons. */
  ownButtons?: true;
};
