import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { dateField, errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import type { Draft } from "./draft.ts";

const words = {
  fr: {
    title: "Déclarer une séparation",
    lead: "Ce moment est souvent difficile. Il n’y a que deux questions, et vous pourrez tout relire avant d’envoyer.",
    safe: "L’autre personne ne verra jamais votre nouvelle adresse.",
    danger:
      "En danger ? Appelez le 17. Pour parler de violences, le 3919 est gratuit et ne figure pas sur la facture.",
    day: "Quel jour vous êtes-vous séparés ?",
    dayHint: "Le jour où vous avez cessé de vivre en couple, par exemple 7 3 2026",
    home: "Où vivez-vous maintenant ?",
    stays: "Je reste dans le même logement",
    moved: "J’ai une nouvelle adresse",
    goOn: "Continuer",
  },
  en: {
    title: "Declare a separation",
    lead: "This is often a hard time. There are only two questions, and you can read everything again before sending.",
    safe: "The other person will never see your new address.",
    danger: "In danger? Call 17. To talk about violence, 3919 is free and does not appear on the bill.",
    day: "On which day did you separate?",
    dayHint: "The day you stopped living as a couple, for example 7 3 2026",
    home: "Where do you live now?",
    stays: "I stay in the same home",
    moved: "I have a new address",
    goOn: "Continue",
  },
};

export type DayErrors = { day?: Sentence; home?: Sentence };

/** When the couple parted, and whether the person moved (CP-19). */
export function dayPage(given: {
  shell: Shell;
  draft: Draft;
  /** The numbers to call in danger are those of France. */
  inFrance: boolean;
  errors?: DayErrors | undefined;
}): Html {
  const { shell, draft, errors = {} } = given;
  const { language } = shell;
  const t = words[language];
  const said = { "day-day": errors.day?.[language], home: errors.home?.[language] };
  return page(
    shell,
    { title: t.title, back: "/home", errors: Object.values(errors).some(Boolean) },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${insetText({ text: given.inFrance ? `${t.safe} ${t.danger}` : t.safe })}
${form(
  shell,
  { action: "/separations/new" },
  html`${dateField(language, {
    name: "day",
    fieldset: { legend: { text: t.day, classes: "govuk-fieldset__legend--m" } },
    hint: { text: t.dayHint },
    values: { "day-day": draft.day, "day-month": draft.month, "day-year": draft.year },
    errorMessage: errorFor(language, said["day-day"]),
  })}
${radios({
  name: "home",
  fieldset: { legend: { text: t.home, classes: "govuk-fieldset__legend--m" } },
  value: draft.home,
  items: [
    { value: "stays", text: t.stays },
    { value: "moved", text: t.moved },
  ],
  errorMessage: errorFor(language, said.home),
})}
${button({ text: t.goOn, preventDoubleClick: true })}`,
)}`,
  );
}
