import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, longText } from "../../../design/patterns.ts";
import { callName, type Person } from "../../identity/index.ts";
import { longestReason, type Visit } from "../visit/visit.ts";
import type { TypedAct } from "./act.ts";
import { type DeskAct, deskActs } from "./acts.ts";

const words = {
  fr: {
    for: "Pour",
    reason: "Raison, pour vos collègues",
    until: "Dernier jour fermé (facultatif)",
    untilHint: "Par exemple 2027-01-31. Sans date, la suspension dure jusqu’à ce qu’un agent la lève.",
    number: "Numéro de sécurité sociale",
    numberHint: "13 ou 15 caractères.",
    cancel: "Ne rien faire et revenir",
  },
  en: {
    for: "For",
    reason: "Reason, for your colleagues",
    until: "Last closed day (optional)",
    untilHint: "For example 2027-01-31. Without a date, the suspension lasts until an agent lifts it.",
    number: "Social-security number",
    numberHint: "13 or 15 characters.",
    cancel: "Do nothing and go back",
  },
};

/** One act, one page: what it does, what it asks for, and the way back. */
export function actPage(given: {
  shell: Shell;
  act: DeskAct;
  visit: Visit;
  person: Person;
  typed: TypedAct;
  error?: { field: keyof TypedAct; says: Sentence };
}): Html {
  const { shell, act, visit, person, typed, error } = given;
  const { language } = shell;
  const t = words[language];
  const { says, lead, fields, button: label } = deskActs[act];
  const back = `/desk/visits/${visit.visitId}`;
  const at = error && (fields.includes(error.field) ? error.field : (fields[0] ?? "form"));
  const wrong = (field: keyof TypedAct) => (at === field ? error?.says[language] : undefined);
  return page(
    shell,
    { title: says[language], back, errors: error !== undefined },
    html`${error && errorSummaryFrom(language, { [at ?? "form"]: error.says[language] })}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${t.for} ${callName(person)}</span> ${says[language]}</h1>
<p class="govuk-body">${lead[language]}</p>
<div id="form" tabindex="-1">${form(
      shell,
      { action: `${back}/acts/${act}` },
      html`${
        fields.includes("number") &&
        input({
          id: "number",
          name: "number",
          label: { text: t.number, classes: "govuk-label--s" },
          hint: { text: t.numberHint },
          classes: "govuk-input--width-20",
          autocomplete: "off",
          spellcheck: false,
          value: typed.number,
          errorMessage: errorFor(language, wrong("number")),
        })
      }
${
  fields.includes("reason") &&
  longText(language, {
    id: "reason",
    name: "reason",
    label: { text: t.reason, classes: "govuk-label--s" },
    rows: 2,
    maxlength: longestReason,
    value: typed.reason,
    errorMessage: errorFor(language, wrong("reason")),
  })
}
${
  fields.includes("until") &&
  input({
    id: "until",
    name: "until",
    label: { text: t.until, classes: "govuk-label--s" },
    hint: { text: t.untilHint },
    classes: "govuk-input--width-10",
    value: typed.until,
    errorMessage: errorFor(language, wrong("until")),
  })
}
${button({ text: label[language], preventDoubleClick: true })}`,
    )}</div>
<p class="govuk-body"><a class="govuk-link" href="${back}">${t.cancel}</a></p>`,
  );
}
