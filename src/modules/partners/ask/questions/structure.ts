import type { Sentence } from "../../../../../law/language.ts";
import { type StructureKind, structureKinds } from "../../../../../law/partners/structure.ts";
import { radios } from "../../../../design/components/radios.ts";
import { html } from "../../../../design/html.ts";
import { errorFor } from "../../../../design/patterns.ts";
import { readStructureNumber } from "../../structure-number.ts";
import { line, type Question, readLine } from "./question.ts";

const words = {
  name: {
    label: { fr: "Nom de la structure", en: "Name of the structure" },
    hint: { fr: "Par exemple Association Le Relais", en: "For example Association Le Relais" },
  },
  number: {
    label: { fr: "Numéro Siret ou RNA", en: "Siret or RNA number" },
    hint: {
      fr: "Siret : 14 chiffres. Association sans Siret : W et 9 chiffres.",
      en: "Siret: 14 digits. An association without one: W and 9 digits.",
    },
  },
} satisfies Record<string, { label: Sentence; hint: Sentence }>;

const kind: Sentence = { fr: "Quelle sorte de structure ?", en: "What kind of structure?" };

const empty = {
  name: { fr: "Indiquez le nom de votre structure.", en: "Enter the name of your structure." },
  kind: { fr: "Choisissez une sorte de structure.", en: "Choose a kind of structure." },
} satisfies Record<string, Sentence>;

const isKind = (text: string | undefined): text is StructureKind =>
  text !== undefined && Object.hasOwn(structureKinds, text);

/** Which structure asks (SP-02). */
export const structure: Question = {
  title: { fr: "Votre structure", en: "Your structure" },
  fields: (
    language,
    typed,
    errors,
  ) => html`${line(language, "name", words.name, { typed, errors, autocomplete: "organization" })}
${radios({
  name: "kind",
  fieldset: { legend: { text: kind[language], classes: "govuk-fieldset__legend--s" } },
  items: Object.entries(structureKinds).map(([value, says]) => ({ value, text: says[language] })),
  value: typed.kind,
  errorMessage: errorFor(language, errors.kind?.[language]),
})}
${line(language, "number", words.number, { typed, errors, classes: "govuk-input--width-20", autocapitalize: "characters" })}`,
  known: ({ structure: told }) =>
    told ? { name: told.name, kind: told.kind, number: told.number.value } : {},
  read: (typed, draft) => {
    const name = readLine(typed.name, empty.name);
    const number = readStructureNumber(typed.number ?? "");
    if ("text" in name && isKind(typed.kind) && "number" in number)
      return { draft: { ...draft, structure: { name: name.text, kind: typed.kind, number: number.number } } };
    return {
      refused: {
        ...("refused" in name && { name: name.refused }),
        ...(!isKind(typed.kind) && { kind: empty.kind }),
        ...("refused" in number && { number: number.refused.says }),
      },
    };
  },
};
