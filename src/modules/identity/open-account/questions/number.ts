import { readIdentifier } from "../../../../../law/credentials/identifier.ts";
import { formatNir, type Nir } from "../../../../../law/credentials/nir.ts";
import type { Sentence } from "../../../../../law/language.ts";
import { input } from "../../../../design/components/input.ts";
import { radios } from "../../../../design/components/radios.ts";
import { errorFor } from "../../../../design/patterns.ts";
import type { Draft } from "../draft.ts";
import type { Question } from "./question.ts";

const words = {
  hint: {
    fr: "Il est sur votre carte Vitale et sur vos attestations. C’est lui qui vous servira à vous connecter.",
    en: "It is on your carte Vitale and your certificates. You will sign in with it.",
  },
  yes: { fr: "Oui", en: "Yes" },
  none: { fr: "Non, pas encore", en: "No, not yet" },
  noneHint: {
    fr: "Nous vous donnerons un identifiant provisoire pour vous connecter en attendant.",
    en: "We will give you a provisional identifier to sign in with meanwhile.",
  },
  number: { fr: "Votre numéro", en: "Your number" },
  numberHint: {
    fr: "13 ou 15 caractères. Un numéro d’attente, qui commence par 7 ou 8, convient aussi.",
    en: "13 or 15 characters. A waiting number, which starts with 7 or 8, will do too.",
  },
  empty: { fr: "Choisissez l’une des deux réponses.", en: "Choose one of the two answers." },
  provisional: {
    fr: "C’est un identifiant provisoire : vous avez donc déjà un compte. Connectez-vous avec lui, ou choisissez « Non, pas encore » s’il n’est pas à vous.",
    en: "This is a provisional identifier: so you already have an account. Sign in with it, or choose “No, not yet” if it is not yours.",
  },
} satisfies Record<string, Sentence>;

export const number: Question = {
  title: { fr: "Avez-vous un numéro de sécurité sociale ?", en: "Do you have a social-security number?" },
  isAsked: () => true,
  isAnswered: (draft) => draft.number !== undefined,
  body: ({ shell: { language }, draft, typed, errors }) => {
    const value = typed?.has ?? (draft.number === undefined ? "" : draft.number === "none" ? "none" : "yes");
    return radios({
      name: "has",
      fieldset: {
        legend: { text: number.title[language], classes: "govuk-fieldset__legend--l", isPageHeading: true },
      },
      hint: { text: words.hint[language] },
      value,
      items: [
        {
          value: "yes",
          text: words.yes[language],
          conditional: {
            html: input({
              id: "number",
              name: "number",
              label: { text: words.number[language] },
              hint: { text: words.numberHint[language] },
              value: typed?.number ?? writtenNumber(draft),
              classes: "govuk-input--width-20",
              autocapitalize: "characters",
              autocomplete: "off",
              spellcheck: false,
              errorMessage: errorFor(language, errors?.number?.[language]),
            }),
          },
        },
        { value: "none", text: words.none[language], hint: { text: words.noneHint[language] } },
      ],
      errorMessage: errorFor(language, errors?.has?.[language]),
    });
  },
  read: (typed, { draft }) => {
    if (typed.has === "none") return { draft: { ...draft, number: "none" } };
    if (typed.has !== "yes") return { refused: { has: words.empty } };
    const read = readIdentifier(typed.number ?? "");
    if ("refused" in read) return { refused: { number: read.refused.says } };
    if (read.kind === "provisional") return { refused: { number: words.provisional } };
    return { draft: { ...draft, number: { kind: read.kind, value: read.value } } };
  },
};

/** In groups, as on the card; empty where there is none. */
export const writtenNumber = ({ number: told }: Draft): string =>
  told && told !== "none" ? formatNir(told.value as Nir) : "";
