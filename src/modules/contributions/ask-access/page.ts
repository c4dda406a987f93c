import type { NumberShape } from "../../../../law/credentials/institution-number.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { panel } from "../../../design/components/panel.ts";
import { radios } from "../../../design/components/radios.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, unbroken } from "../../../design/patterns.ts";
import { maskContact, whoInputs } from "../../identity/index.ts";
import type { RequestKind } from "../request-kind.ts";
import type { Errors, TypedTold } from "./ask-access.ts";
import type { Asking } from "./draft.ts";
import { current, pathOf, type Step, steps } from "./steps.ts";
import { words } from "./words.ts";

const requestKinds = ["insured", "employer"] as const satisfies readonly RequestKind[];

const inLanguage = ({ language }: Shell, errors: Errors): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([field, says]) => (says ? [[field, says[language]]] : [])),
  );

/** The page around one step: where one stands, what is wrong, the way back. */
export function framed(
  given: { shell: Shell; step: Step; title: string; errors?: Errors | undefined; wide?: boolean },
  body: Html,
): Html {
  const { shell, step, title, errors = {} } = given;
  const { language } = shell;
  const t = words[language];
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const said = inLanguage(shell, errors);
  return page(
    shell,
    { title, errors: Object.keys(said).length > 0, back: before ? pathOf(before) : "/access-requests/new" },
    html`${errorSummaryFrom(language, said)}
<p class="govuk-caption-l">${t.step(at + 1, steps.length)}</p>
<h1 class="govuk-heading-l">${title}</h1>
${body}`,
  );
}

/** Who the access is for (CN-01). */
export function kindPage({ shell, refused }: { shell: Shell; refused?: boolean }): Html {
  const { language } = shell;
  const t = words[language];
  const said = refused ? t.noKind : undefined;
  return page(
    shell,
    { title: t.title, errors: refused === true, back: "/" },
    html`${errorSummaryFrom(language, { kind: said })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body-l">${t.lead}</p>
<p class="govuk-body">${t.need}</p>
${form(
  shell,
  { action: "/access-requests" },
  html`${radios({
    name: "kind",
    fieldset: { legend: { text: t.who, classes: "govuk-fieldset__legend--m" } },
    items: requestKinds.map((value) => ({
      value,
      text: t.kinds[value][0] ?? "",
      hint: { text: t.kinds[value][1] ?? "" },
    })),
    errorMessage: errorFor(language, said),
  })}
${button({ text: t.goOn, preventDoubleClick: true })}`,
)}
<p class="govuk-body"><a class="govuk-link" href="/sessions/new">${t.have}</a></p>`,
  );
}

export type WhoPage = {
  shell: Shell;
  kind: RequestKind;
  shape: NumberShape;
  typed: Partial<TypedTold>;
  errors?: Errors | undefined;
};

/** Personal data, or company data and a representative (CN-13). */
export function whoPage({ shell, kind, shape, typed, errors = {} }: WhoPage): Html {
  const { language } = shell;
  const t = words[language];
  const field = (name: "number" | "company" | "quality", label: string, hint?: string) =>
    input({
      id: name,
      name,
      label: { text: label, classes: "govuk-label--s" },
      ...(hint && { hint: { text: hint } }),
      value: typed[name] ?? "",
      spellcheck: false,
      ...(name === "number" && { inputmode: "numeric" as const, classes: "govuk-input--width-10" }),
      ...(name === "company" && { autocomplete: "organization" }),
      ...(name === "quality" && { autocomplete: "organization-title" }),
      errorMessage: errorFor(language, errors[name]?.[language]),
    });
  return framed(
    { shell, step: "who", title: t.whoTitle[kind], errors },
    html`<p class="govuk-body">${t.whoLead[kind]}</p>
${form(
  shell,
  { action: pathOf("who") },
  html`${field("number", t.number[kind], shape.unverified ? undefined : t.numberHint(shape.digits))}
${kind === "employer" && html`${field("company", t.company)}<h2 class="govuk-heading-m">${t.representative}</h2>`}
${whoInputs(language, typed, errors)}
${kind === "employer" && field("quality", t.quality, t.qualityHint)}
${button({ text: t.goOn, preventDoubleClick: true })}`,
)}`,
  );
}

/** Where the access is handed over: one contact point, which proves itself by a code. */
export function contactPage(given: { shell: Shell; typed: string; errors?: Errors | undefined }): Html {
  const { shell, typed, errors } = given;
  const { language } = shell;
  const t = words[language];
  return framed(
    { shell, step: "contact", title: t.contactTitle, errors },
    html`<p class="govuk-body">${t.contactLead}</p>
${form(
  shell,
  { action: pathOf("contact") },
  html`${input({
    id: "contact",
    name: "contact",
    label: { text: t.contact, classes: "govuk-label--s" },
    value: typed,
    spellcheck: false,
    errorMessage: errorFor(language, errors?.contact?.[language]),
  })}
${button({ text: t.goOn, preventDoubleClick: true })}`,
)}`,
  );
}

/** Everything told, before it is sent. */
export function checkPage({ shell, asking }: { shell: Shell; asking: Asking }): Html {
  const { language } = shell;
  const t = words[language];
  const { kind, draft } = asking;
  const { told, contact } = draft;
  if (!told || !contact) throw new Error("A request was shown before it was told");
  const row = (key: string, value: string, step: Step) => ({
    key: { text: key },
    value: { text: value, classes: "foyer-breaks" },
    actions: { items: [{ href: pathOf(step), text: t.change, visuallyHiddenText: key }] },
  });
  return framed(
    { shell, step: "check", title: t.checkTitle },
    html`${summaryList({
      rows: [
        row(t.number[kind], told.number, "who"),
        ...(kind === "employer" ? [row(t.company, told.company, "who")] : []),
        row(t.rows.name, told.birthName, "who"),
        ...(told.firstNames ? [row(t.rows.firstNames, told.firstNames, "who")] : []),
        row(t.rows.birth, civilDate(language, told.birthDate), "who"),
        ...(kind === "employer" ? [row(t.quality, told.quality, "who")] : []),
        row(t.rows.charter, t.signed, "charter"),
        row(t.rows.contact, maskContact(contact), "contact"),
      ],
    })}
${form(shell, { action: `${current}/sendings` }, button({ text: t.send, preventDoubleClick: true }))}`,
  );
}

/** It is sent: the number to keep, and what comes next. */
export function sentPage({ shell, caseNumber }: { shell: Shell; caseNumber: string }): Html {
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.sentTitle },
    html`${panel({ titleText: t.sentTitle, html: html`${t.caseNumber}<br><strong>${caseNumber}</strong>` })}
<h2 class="govuk-heading-m">${t.nextTitle}</h2>
<ol class="govuk-list govuk-list--number">${t.next.map((line) => html`<li>${line}</li>`)}</ol>
<p class="govuk-body">${t.never}</p>
<p class="govuk-body">${t.question(unbroken(brand.help.phone))}</p>
<p class="govuk-body"><a class="govuk-link" href="/">${t.front}</a></p>`,
  );
}
