import { readName } from "../../../../../law/civil-status/name.ts";
import type { Language, Sentence } from "../../../../../law/language.ts";
import { input } from "../../../../design/components/input.ts";
import type { Html } from "../../../../design/html.ts";
import { errorFor } from "../../../../design/patterns.ts";
import type { Draft } from "../draft.ts";

/** What a form sent, by field. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong, by the id of the field it stands next to. */
export type Errors = Readonly<Record<string, Sentence>>;

/** One question put to the person who asks: how it looks, and what an answer makes of the draft. */
export type Question = {
  title: Sentence;
  lead?: Sentence;
  fields: (language: Language, typed: Typed, errors: Errors) => Html;
  /** What was answered before, as it is typed. */
  known: (draft: Draft) => Typed;
  read: (typed: Typed, draft: Draft) => { draft: Draft } | { refused: Errors };
};

type Told = { label: Sentence; hint?: Sentence };

/** A field of one line under its label, with what is wrong with it. */
export const line = (
  language: Language,
  name: string,
  { label, hint }: Told,
  { typed, errors, ...more }: { typed: Typed; errors: Errors } & Partial<Parameters<typeof input>[0]>,
): Html =>
  input({
    id: name,
    name,
    label: { text: label[language], classes: "govuk-label--s" },
    hint: hint && { text: hint[language] },
    value: typed[name] ?? "",
    spellcheck: false,
    errorMessage: errorFor(language, errors[name]?.[language]),
    ...more,
  });

const longestLine = 120;

/** A line of free words, tidied; or why it is not taken. */
export function readLine(
  typed: string | undefined,
  empty: Sentence,
): { text: string } | { refused: Sentence } {
  const text = (typed ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  if (text === "") return { refused: empty };
  if (!/\p{L}/u.test(text)) return { refused: empty };
  return text.length > longestLine ? { refused: tooLong } : { text };
}

/** A person's name that must be there; or why it is not taken. */
export function readPersonName(
  typed: string | undefined,
  empty: Sentence,
): { text: string } | { refused: Sentence } {
  const read = readName(typed ?? "");
  if ("refused" in read) return { refused: read.refused.says };
  return read.name === "" ? { refused: empty } : { text: read.name };
}

type Read = { text: string } | { refused: Sentence };

/** The fields read, or what is wrong with each, in the order in which they are given. */
export function readAll<Name extends string>(
  fields: Record<Name, Read>,
): { read: Record<Name, string> } | { refused: Errors } {
  const all = Object.entries<Read>(fields);
  const wrong = all.flatMap(([name, one]) => ("refused" in one ? [[name, one.refused] as const] : []));
  if (wrong.length > 0) return { refused: Object.fromEntries(wrong) };
  const read = all.map(([name, one]) => [name, "text" in one ? one.text : ""]);
  return { read: Object.fromEntries(read) as Record<Name, string> };
}

const tooLong: Sentence = {
  fr: "C’est trop long : 120 caractères au plus.",
  en: "This is too long: at most 120 characters.",
};
