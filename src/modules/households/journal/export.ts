import type { Language } from "../../../../law/language.ts";
import type { ShownEntry } from "./read-entries.ts";

const columns = {
  fr: ["Date et heure (UTC)", "Ce qui a été fait", "Par", "En qualité de", "Raison"],
  en: ["Date and time (UTC)", "What was done", "By", "As", "Reason"],
} satisfies Record<Language, readonly string[]>;

/** What spreadsheets put between columns where that language is spoken. */
const separators = { fr: ";", en: "," } satisfies Record<Language, string>;

/** The journal as a spreadsheet opens it: UTF-8 with its mark, one act a line. */
export async function* asCsv(entries: AsyncIterable<ShownEntry>, language: Language): AsyncGenerator<string> {
  const line = (cells: readonly string[]) => `${cells.map(cell).join(separators[language])}\r\n`;
  yield `\ufeff${line(columns[language])}`;
  for await (const { at, says, by, as, why } of entries)
    yield line([at.toISOString(), says[language], by[language], as?.[language] ?? "", why ?? ""]);
}

/** Always quoted; a text that a spreadsheet would run as a formula is kept a text. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The journal as a program reads it: an array of objects. */
export async function* asJson(
  entries: AsyncIterable<ShownEntry>,
  language: Language,
): AsyncGenerator<string> {
  let before = "[\n";
  for await (const { number, at, says, by, as, why } of entries) {
    const one = { number, at, act: says[language], by: by[language], as: as?.[language], reason: why };
    yield `${before}${JSON.stringify(one)}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
