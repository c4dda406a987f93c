import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { fieldset } from "../../../design/components/fieldset.ts";
import { input } from "../../../design/components/input.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import { type Career, periodsUntil, type Question, questions, type Typed } from "./answers.ts";
import { words } from "./words.ts";

/** What the estimate does, what it does not keep, and where to start (CN-03). */
export function pensionStartPage(shell: Shell, underWay: boolean): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.title, back: "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body-l">${t.lead}</p>
${underWay && html`<p class="govuk-body"><a class="govuk-link" href="/pension/current">${t.resume}</a></p>`}
${form(shell, { action: "/pension" }, button({ text: t.start, preventDoubleClick: true }))}
${insetText({
  html: html`<h2 class="govuk-heading-s">${t.privateTitle}</h2>
<ul class="govuk-list govuk-list--bullet">${t.private.map((line) => html`<li>${line}</li>`)}</ul>`,
})}
<h2 class="govuk-heading-m">${t.limitsTitle}</h2>
<ul class="govuk-list govuk-list--bullet">${t.limits.map((line) => html`<li>${line}</li>`)}</ul>`,
  );
}

export type PensionQuestionPage = {
  shell: Shell;
  question: Question;
  career: Career;
  year: number;
  /** What came back with an error, as typed. */
  typed?: Typed;
  refused?: Readonly<Record<string, Sentence>>;
};

/** One question, with what was answered before or typed just now (A11Y-02). */
export function pensionQuestionPage(asked: PensionQuestionPage): Html {
  const { shell, question, refused } = asked;
  const { language } = shell;
  const t = words[language];
  const at = questions.indexOf(question);
  const back = at === 0 ? "/pension/new" : `/pension/current/${questions[at - 1]}`;
  const errors = refused && said(language, refused);
  return page(
    shell,
    { title: t[question], back, errors: errors !== undefined },
    html`${errors && errorSummaryFrom(language, errors)}
<p class="govuk-caption-l">${t.progress(at + 1, questions.length)}</p>
${form(shell, { action: `/pension/current/${question}` }, html`${fields[question](asked)}${button({ text: t.goOn, preventDoubleClick: true })}`)}`,
  );
}

const said = (language: Language, refused: Readonly<Record<string, Sentence>>) =>
  Object.fromEntries(Object.entries(refused).map(([field, sentence]) => [field, sentence[language]]));

const errorAt = ({ shell, refused }: PensionQuestionPage, field: string) =>
  errorFor(shell.language, refused?.[field]?.[shell.language]);

const legend = (text: string) => ({ text, classes: "govuk-fieldset__legend--l", isPageHeading: true });
const label = (text: string) => ({ text, classes: "govuk-label--l", isPageHeading: true });
const written = (value: number | undefined) => (value === undefined ? "" : String(value));

const fields: Record<Question, (asked: PensionQuestionPage) => Html> = {
  age: (asked) => {
    const t = words[asked.shell.language];
    return input({
      id: "age",
      name: "age",
      label: label(t.age),
      hint: { text: t.ageHint },
      inputmode: "numeric",
      classes: "govuk-input--width-3",
      spellcheck: false,
      value: asked.typed?.age ?? written(asked.career.age),
      errorMessage: errorAt(asked, "age"),
    });
  },
  work: (asked) => {
    const t = words[asked.shell.language];
    return radios({
      name: "work",
      fieldset: { legend: legend(t.work) },
      hint: { text: t.workHint },
      value: asked.career.work,
      items: (["mother", "manual", "other"] as const).map((value) => ({ value, text: t[value] })),
      errorMessage: errorAt(asked, "work"),
    });
  },
  career: (asked) => {
    const t = words[asked.shell.language];
    return fieldset({
      legend: legend(t.career),
      html: html`<p class="govuk-hint">${t.careerHint}</p>
${periodsUntil(asked.year).map(({ field }) =>
  input({
    id: field,
    name: field,
    label: { text: t[field] },
    inputmode: "numeric",
    classes: "govuk-input--width-3",
    suffix: { text: t.years },
    spellcheck: false,
    value: asked.typed?.[field] ?? written(asked.career[field]),
    errorMessage: errorAt(asked, field),
  }),
)}`,
    });
  },
  pay: (asked) => {
    const t = words[asked.shell.language];
    return input({
      id: "pay",
      name: "pay",
      label: label(t.pay),
      hint: { text: t.payHint },
      inputmode: "numeric",
      classes: "govuk-input--width-10",
      suffix: { text: "FDJ" },
      spellcheck: false,
      value: asked.typed?.pay ?? written(asked.career.pay),
      errorMessage: errorAt(asked, "pay"),
    });
  },
};
