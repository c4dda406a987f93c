import type { Word } from "../../../institutions/institution.ts";
import type { Language, Sentence } from "../../../law/language.ts";
import { type Html, html } from "../html.ts";
import { type Marked, marking } from "./prose.ts";

const labels = {
  definition: { fr: "(définition)", en: "(definition)" },
  close: { fr: "Fermer", en: "Close" },
} satisfies Record<string, Sentence>;

/**
 * Draws texts in Markdown in which each word of the trade is explained where it first appears, over all the texts that
 * go through the same `explaining` (IL-09). The explanation opens in place, without scripts; links and titles stay as
 * they are. Ids on the page: `word-…`.
 */
export function explaining(language: Language, words: readonly Word[]): (text: string) => Html {
  const byForm = new Map(
    words.flatMap((word) => word.forms[language].map((form) => [form.toLowerCase(), word] as const)),
  );
  if (byForm.size === 0) return marking(() => []);
  // The longest form first: "family quotient" is not taken for a quotient.
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${forms.join("|")})(?![\\p{L}\\p{N}-]|\\.\\p{L})`,
    "giu",
  );
  const met = new Set<Word>();
  return marking((text) => {
    const marks: Marked[] = [];
    for (const { 0: form, index } of text.matchAll(pattern)) {
      const word = byForm.get(form.toLowerCase());
      if (!word || met.has(word)) continue;
      met.add(word);
      marks.push({ at: index, length: form.length, drawn: explained(language, word, form) });
    }
    return marks;
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const explained = (language: Language, { id, term, says }: Word, form: string): Html =>
  html`<button type="button" class="foyer-word" popovertarget="word-${id}">${form}<span class="govuk-visually-hidden"> ${labels.definition[language]}</span></button><span class="foyer-word__says" popover id="word-${id}"><strong class="foyer-word__term">${term[language]}</strong> ${says[language]} <button type="button" class="foyer-word__close" popovertarget="word-${id}" popovertargetaction="hide">${labels.close[language]}</button></span>`;
