import type { Language } from "../../../../law/language.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { dateField, errorFor } from "../../../design/patterns.ts";
import type { TypedWho, WhoErrors } from "./read-who.ts";

const words = {
  fr: {
    firstNames: "Vos prénoms",
    firstNamesHint: "Dans l’ordre de votre pièce d’identité. Laissez vide si elle n’en porte pas.",
    birthName: "Votre nom de naissance",
    birthNameHint: "Celui de votre acte de naissance, même si vous en utilisez un autre.",
    birth: "Votre date de naissance",
    birthHint: "Par exemple 3 11 1988. Un jour ou un mois inconnu s’écrit 00.",
  },
  en: {
    firstNames: "Your first names",
    firstNamesHint: "In the order of your identity document. Leave empty if it has none.",
    birthName: "Your birth name",
    birthNameHint: "The one on your birth certificate, even if you use another one.",
    birth: "Your date of birth",
    birthHint: "For example 3 11 1988. Write 00 for a day or month that is not known.",
  },
};

/** Names and birth date, as whoever is not signed in tells them. */
export function whoInputs(language: Language, typed: Partial<TypedWho>, errors: WhoErrors): Html {
  const t = words[language];
  const parts = ["day", "month", "year"] as const;
  const wrong = parts.find((part) => errors[`birth-${part}`]);
  const [wrongFirst, wrongName] = [errors["first-names"]?.[language], errors["birth-name"]?.[language]];
  return html`${input({
    id: "birth-name",
    name: "birth-name",
    label: { text: t.birthName, classes: "govuk-label--s" },
    hint: { text: t.birthNameHint },
    value: typed["birth-name"],
    autocomplete: "family-name",
    spellcheck: false,
    errorMessage: errorFor(language, wrongName),
  })}
${input({
  id: "first-names",
  name: "first-names",
  label: { text: t.firstNames, classes: "govuk-label--s" },
  hint: { text: t.firstNamesHint },
  value: typed["first-names"],
  autocomplete: "given-name",
  spellcheck: false,
  errorMessage: errorFor(language, wrongFirst),
})}
${dateField(language, {
  name: "birth",
  fieldset: { legend: { text: t.birth, classes: "govuk-fieldset__legend--s" } },
  hint: { text: t.birthHint },
  values: typed,
  birthday: true,
  ...(wrong && { wrong: [wrong] }),
  errorMessage: errorFor(language, wrong && errors[`birth-${wrong}`]?.[language]),
})}`;
}
