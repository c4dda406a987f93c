import { measureKinds } from "../../../../law/access/guardianship.ts";
import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { fileUpload } from "../../../design/components/file-upload.ts";
import { input } from "../../../design/components/input.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { dateField, errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import { acceptedSays, acceptedTypes } from "../../../platform/uploads/rules.ts";
import type { KeptFile } from "../../../platform/uploads/store.ts";
import { type DraftPage, draftPages, type Errors, type Typed } from "./draft.ts";
import { words } from "./words.ts";

/** A page of the deposit that asks something. */
export type QuestionPage = Exclude<DraftPage, "statement">;

export type Asked = {
  shell: Shell;
  asks: QuestionPage;
  /** As it was typed, on this page or before. */
  typed: Typed;
  /** The files of this page that are there already. */
  kept: readonly KeptFile[];
  errors?: Errors | undefined;
};

/** One question of the deposit, with what was answered before (MC-09). */
export function questionPage(asked: Asked): Html {
  const { shell, asks, errors = {}, kept } = asked;
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(Object.entries(errors).map(([field, says]) => [field, says[language]]));
  const at = draftPages.indexOf(asks);
  const before = draftPages[at - 1];
  const title = t.titles[asks];
  const files = asks === "decision" || asks === "bank";
  return page(
    shell,
    {
      title,
      errors: Object.keys(errors).length > 0,
      back: before ? `/guardianships/current/${before}` : "/guardianships/new",
    },
    html`${errorSummaryFrom(language, said)}
<span class="govuk-caption-l">${t.step(at + 1)}</span>
<h1 class="govuk-heading-l">${title}</h1>
${files && kept.length > 0 && insetText({ html: html`<p class="govuk-body">${t.kept}</p><ul class="govuk-list govuk-list--bullet">${kept.map(({ name }) => html`<li>${name}</li>`)}</ul><p class="govuk-body">${t.keptNext}</p>` })}
${form(
  shell,
  { action: `/guardianships/current/${asks}`, files },
  html`${bodies[asks](language, asked, said)}
${button({ text: t.goOn, preventDoubleClick: true })}`,
)}
<p class="govuk-hint">${t.resume}</p>`,
  );
}

type Said = Readonly<Record<string, string>>;

const bodies: Record<QuestionPage, (language: Language, asked: Asked, said: Said) => Html> = {
  person: (language, { typed }, said) => {
    const t = words[language];
    return html`<p class="govuk-body">${t.personLead}</p>
${field(language, "identifier", typed, said, { hint: t.identifierHint, width: true })}
${field(language, "birth-name", typed, said, { hint: t.birthNameHint })}
${date(language, "birth", typed, said, t.birthHint)}`;
  },
  measure: (language, { typed }, said) => {
    const t = words[language];
    return html`${radios({
      name: "kind",
      fieldset: { legend: { text: t.kind, classes: "govuk-fieldset__legend--m" } },
      value: typed.kind,
      items: Object.entries(measureKinds).map(([value, { says, opens }]) => ({
        value,
        text: says[language],
        hint: { text: opens[language] },
      })),
      errorMessage: errorFor(language, said.kind),
    })}
${date(language, "from", typed, said, t.fromHint)}
${date(language, "until", typed, said, t.untilHint)}`;
  },
  decision: (language, _asked, said) =>
    html`<p class="govuk-body">${words[language].decisionLead}</p>
${upload(language, "decision", said, true)}`,
  bank: (language, { typed }, said) =>
    html`<p class="govuk-body">${words[language].bankLead}</p>
${field(language, "iban", typed, said, { hint: words[language].ibanHint })}
${upload(language, "proof", said, false)}`,
};

type FieldName = "identifier" | "birth-name" | "iban";

const field = (
  language: Language,
  name: FieldName,
  typed: Typed,
  said: Said,
  { hint, width = false }: { hint: string; width?: boolean },
) =>
  input({
    id: name,
    name,
    label: { text: words[language].labels[name], classes: "govuk-label--s" },
    hint: { text: hint },
    value: typed[name],
    ...(width && { classes: "govuk-input--width-20" }),
    autocomplete: "off",
    spellcheck: false,
    errorMessage: errorFor(language, said[name]),
  });

function date(language: Language, name: "birth" | "from" | "until", typed: Typed, said: Said, hint: string) {
  const wrong = (["day", "month", "year"] as const).find((part) => said[`${name}-${part}`]);
  return dateField(language, {
    name,
    fieldset: { legend: { text: words[language].labels[name], classes: "govuk-fieldset__legend--s" } },
    hint: { text: hint },
    values: typed,
    ...(wrong && wrong !== "day" && { wrong: [wrong] }),
    errorMessage: errorFor(language, wrong && said[`${name}-${wrong}`]),
  });
}

const upload = (language: Language, name: "decision" | "proof", said: Said, multiple: boolean) =>
  fileUpload({
    id: name,
    name,
    multiple,
    label: { text: words[language].labels[name], classes: "govuk-label--s" },
    hint: { text: acceptedSays[language] },
    attributes: { accept: acceptedTypes },
    errorMessage: errorFor(language, said[name]),
  });
