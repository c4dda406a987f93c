import type { Language, Sentence } from "../../../../../law/language.ts";
import { button } from "../../../../design/components/button.ts";
import { input } from "../../../../design/components/input.ts";
import { insetText } from "../../../../design/components/inset-text.ts";
import { radios } from "../../../../design/components/radios.ts";
import { type Html, html } from "../../../../design/html.ts";
import { errorFor } from "../../../../design/patterns.ts";
import { type Commune, choiceOf, communeOf, searchCommunes } from "../../birth-place/communes.ts";
import type { Draft } from "../draft.ts";
import type { Question, Shown } from "./question.ts";

const words = {
  fr: {
    hint: "Écrivez son nom ou son code postal. Pour Paris, Lyon et Marseille, ajoutez l’arrondissement : Paris 15.",
    search: "Chercher",
    goOn: "Continuer",
    found: "Choisissez votre commune",
    former: "ancienne commune",
    none: (sought: string) =>
      `Nous n’avons trouvé aucune commune pour « ${sought} ». Vérifiez l’orthographe.`,
    more: "Il y en a d’autres : écrivez le nom plus complètement, ou ajoutez le département, par exemple Saint-Aubin 35.",
    unlisted: "Je ne trouve pas ma commune",
  },
  en: {
    hint: "Type its name or its postcode. For Paris, Lyon and Marseille, add the arrondissement: Paris 15.",
    search: "Search",
    goOn: "Continue",
    found: "Choose your commune",
    former: "former commune",
    none: (sought: string) => `We found no commune for “${sought}”. Check the spelling.`,
    more: "There are others: type more of the name, or add the department, for example Saint-Aubin 35.",
    unlisted: "I cannot find my commune",
  },
};

const errorsOf = {
  empty: {
    fr: "Écrivez le nom de la commune où vous êtes né(e), ou son code postal.",
    en: "Type the name of the commune where you were born, or its postcode.",
  },
  notChosen: {
    fr: "Choisissez votre commune dans la liste, ou cherchez-en une autre.",
    en: "Choose your commune in the list, or search for another one.",
  },
} satisfies Record<string, Sentence>;

export const commune: Question = {
  title: { fr: "Votre commune de naissance", en: "Your commune of birth" },
  ownButtons: true,
  isAsked: ({ place }) => place?.in === "france",
  isAnswered: ({ place }) => place?.in === "france" && (place.code !== undefined || place.unlisted === true),
  body: async (shown) => {
    const { language } = shown.shell;
    const t = words[language];
    const place = placeOf(shown.draft);
    const sought = shown.typed?.sought ?? place.sought ?? place.name ?? "";
    const { found, more } = await searchCommunes(
      shown.errors?.sought ? "" : (place.sought ?? place.name ?? ""),
    );
    return html`${input({
      id: "sought",
      name: "sought",
      label: { text: commune.title[language], classes: "govuk-label--l", isPageHeading: true },
      hint: { text: t.hint },
      value: sought,
      spellcheck: false,
      autocomplete: "off",
      errorMessage: errorFor(language, shown.errors?.sought?.[language]),
    })}
${button({ text: t.search, name: "do", value: "search", classes: found.length > 0 ? "govuk-button--secondary" : "" })}
${place.sought !== undefined && found.length === 0 && !shown.errors?.sought && insetText({ text: t.none(place.sought) })}
${found.length > 0 && matches(shown, found, more)}
${place.sought !== undefined && button({ text: t.unlisted, name: "do", value: "unlisted", classes: "govuk-button--secondary" })}`;
  },
  read: async (typed, { draft }) => {
    const place = placeOf(draft);
    if (typed.do === "unlisted") return { draft: { ...draft, place: { ...nowhere(place), unlisted: true } } };
    const sought = (typed.sought ?? "").trim();
    // A name changed and then "Continue": the person means the new name.
    if (typed.do !== "choose" || (sought !== "" && sought !== (place.sought ?? place.name ?? ""))) {
      if (sought === "") return { refused: { sought: errorsOf.empty } };
      return { draft: { ...draft, place: { ...nowhere(place), sought } }, stay: true };
    }
    const chosen = await communeOf(typed.commune ?? "");
    if (!chosen) return { refused: { commune: errorsOf.notChosen } };
    const { code, name, department } = chosen;
    return {
      draft: {
        ...draft,
        place: { in: "france", sought: place.sought, code, name, department: department.code },
      },
    };
  },
};

type French = Extract<NonNullable<Draft["place"]>, { in: "france" }>;

const placeOf = ({ place }: Draft): French => (place?.in === "france" ? place : { in: "france" });

/** Still in France, no longer anywhere in particular. */
const nowhere = ({ sought }: French): French => ({ in: "france", sought });

function matches(
  { shell: { language }, draft, errors }: Shown,
  found: readonly Commune[],
  more: boolean,
): Html {
  const t = words[language];
  const { code, name } = placeOf(draft);
  const chosen = found.find((one) => one.code === code && one.name === name);
  return html`${radios({
    name: "commune",
    fieldset: { legend: { text: t.found, classes: "govuk-fieldset__legend--m" } },
    value: chosen && choiceOf(chosen),
    items: found.map((one) => ({ value: choiceOf(one), text: titleOf(language, one) })),
    errorMessage: errorFor(language, errors?.commune?.[language]),
  })}
${more && html`<p class="govuk-body">${t.more}</p>`}
<div class="govuk-button-group">${button({ text: t.goOn, name: "do", value: "choose", preventDoubleClick: true })}</div>`;
}

/** "Saint-Aubin (Aisne, 02)": homonyms are told apart by their department. */
const titleOf = (language: Language, { name, department, former }: Commune): string =>
  `${name} (${department.name}, ${department.code})${former ? `, ${words[language].former}` : ""}`;
