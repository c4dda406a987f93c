import type { MonthNumber } from "../../../../../engine/months.ts";
import type { Language, Sentence } from "../../../../../law/language.ts";
import { button } from "../../../../design/components/button.ts";
import { checkboxes } from "../../../../design/components/checkboxes.ts";
import { details } from "../../../../design/components/details.ts";
import { input } from "../../../../design/components/input.ts";
import { insetText } from "../../../../design/components/inset-text.ts";
import { radios } from "../../../../design/components/radios.ts";
import { type Html, html } from "../../../../design/html.ts";
import { page, type Shell } from "../../../../design/page.ts";
import { dateField, errorFor, errorSummaryFrom, form } from "../../../../design/patterns.ts";
import {
  type Answers,
  aeehOf,
  childOf,
  isExpected,
  isRecognised,
  type Question,
  type SingleQuestion,
} from "../answers.ts";
import { shortTitle } from "./answers-page.ts";
import { childName, wordsFor } from "./question-words.ts";
import type { ReadAnswer, Typed } from "./read-answer.ts";

export type QuestionPage = {
  shell: Shell;
  question: Question;
  answers: Answers;
  /** The month of the simulation: who is born after it is expected. */
  month: MonthNumber;
  position: number;
  count: number;
  /** The page before this one. */
  back: string;
  fromFile: boolean;
  /** Names of the benefits that need the answer. */
  serves: readonly Sentence[];
  /** What came back with an error, as typed. */
  typed?: Typed;
  error?: Extract<ReadAnswer, { refused: Sentence }>;
};

/** One question, with what was answered before or typed just now (MC-01, A11Y-02). */
export function questionPage(asked: QuestionPage): Html {
  const { shell, question, answers, position, count, back, serves, error } = asked;
  const { language } = shell;
  const t = wordsFor(shell);
  const title = titleOf(shell, question, answers);
  // These two ask more than the title of a window holds.
  const isLong = question === "disability" || aeehOf(question) !== undefined;
  return page(
    shell,
    { title: isLong ? shortTitle(shell, question) : title, back, errors: error !== undefined },
    html`${error && errorSummaryFrom(language, { [error.field]: error.refused[language] })}
<p class="govuk-caption-l">${t.progress(position, count)}</p>
${form(
  shell,
  { action: `/simulations/current/${question}` },
  html`${field(asked, title)}
${
  asked.fromFile &&
  insetText({
    html: html`<p class="govuk-body"><strong>${t.fromFile}</strong> ${t.fromFileText}</p>`,
  })
}
<div class="govuk-button-group">
${button({ text: t.goOn, preventDoubleClick: true })}
${childButtons(shell, question, answers)}
</div>`,
)}
${
  serves.length > 0 &&
  details({
    summaryText: t.why,
    html: html`<p class="govuk-body">${t.whyText}</p>
<ul class="govuk-list govuk-list--bullet">${serves.map((one) => html`<li>${one[language]}</li>`)}</ul>`,
  })
}
<p class="govuk-body"><a class="govuk-link" href="/simulations/current">${t.list}</a></p>`,
  );
}

/** What a question asks. */
function titleOf(shell: Shell, question: Question, { children = [] }: Answers): string {
  const t = wordsFor(shell);
  const withAeeh = aeehOf(question);
  if (withAeeh !== undefined)
    return t.complement(childName(shell.language, withAeeh, children[withAeeh]?.birth));
  const child = childOf(question);
  if (child !== undefined) return children.length === 1 ? t.onlyChild : t.child(child + 1, children.length);
  return {
    household: t.household,
    birth: t.birth,
    pay: t.pay,
    "partner-birth": t.partnerBirth,
    "partner-pay": t.partnerPay,
    children: t.children,
    disability: t.disability,
    "disability-who": t.who,
    housing: t.housing,
  }[question as SingleQuestion];
}

function field(asked: QuestionPage, title: string): Html {
  const { question, answers } = asked;
  const [self, partner] = answers.adults;
  const child = childOf(question);
  if (child !== undefined) return dateQuestion(asked, title, answers.children?.[child]?.birth);
  const withAeeh = aeehOf(question);
  if (withAeeh !== undefined) return complementQuestion(asked, title, answers.children?.[withAeeh]?.aeeh);
  switch (question) {
    case "birth":
      return dateQuestion(asked, title, self.birth);
    case "partner-birth":
      return dateQuestion(asked, title, partner.birth);
    case "pay":
      return payQuestion(asked, title, self.pay);
    case "partner-pay":
      return payQuestion(asked, title, partner.pay);
    case "children":
      return countQuestion(asked, title);
    case "disability":
      return disabilityQuestion(asked, title);
    case "disability-who":
      return whoQuestion(asked, title);
    case "housing":
      return housingQuestion(asked, title);
    default:
      return householdQuestion(asked, title);
  }
}

const heading = (text: string) => ({
  text,
  classes: "govuk-fieldset__legend--l",
  isPageHeading: true,
});
const labelled = (text: string) => ({ text, classes: "govuk-label--l", isPageHeading: true });
const errorOf = ({ shell, error }: QuestionPage) => errorFor(shell.language, error?.refused[shell.language]);

function dateQuestion(asked: QuestionPage, title: string, birth: string | undefined): Html {
  const { language } = asked.shell;
  const t = wordsFor(asked.shell);
  const [year, month, day] = (birth ?? "").split("-");
  const plain = (digits: string | undefined) => (digits ? String(Number(digits)) : "");
  const kept = { "birth-day": plain(day), "birth-month": plain(month), "birth-year": plain(year) };
  return dateField(language, {
    name: "birth",
    fieldset: { legend: heading(title) },
    hint: { text: childOf(asked.question) === undefined ? t.birthHint : t.childHint },
    birthday: asked.question === "birth",
    values: asked.typed ?? kept,
    errorMessage: errorOf(asked),
    wrong: asked.error?.wrong,
  });
}

function payQuestion(asked: QuestionPage, title: string, pay: number | undefined): Html {
  const { language } = asked.shell;
  return input({
    id: "pay",
    name: "pay",
    label: labelled(title),
    hint: { text: wordsFor(asked.shell).payHint },
    inputmode: "decimal",
    classes: "govuk-input--width-10",
    suffix: { text: "€" },
    spellcheck: false,
    value: asked.typed?.pay ?? writtenPay(language, pay),
    errorMessage: errorOf(asked),
  });
}

/** As people write it themselves: without spaces, with the comma of French. */
const writtenPay = (language: Language, pay: number | undefined): string => {
  if (pay === undefined) return "";
  const written = Number.isInteger(pay) ? String(pay) : pay.toFixed(2);
  return language === "fr" ? written.replace(".", ",") : written;
};

function countQuestion(asked: QuestionPage, title: string): Html {
  const { shell, answers, typed } = asked;
  return input({
    id: "children",
    name: "children",
    label: labelled(title),
    hint: { text: wordsFor(shell).childrenHint },
    inputmode: "numeric",
    classes: "govuk-input--width-2",
    spellcheck: false,
    value: typed?.children ?? (answers.children ? String(answers.children.length) : ""),
    errorMessage: errorOf(asked),
  });
}

function householdQuestion(asked: QuestionPage, title: string): Html {
  const { shell, answers } = asked;
  const t = wordsFor(shell);
  return radios({
    name: "household",
    fieldset: { legend: heading(title) },
    hint: { text: t.householdHint },
    value: answers.couple === undefined ? undefined : answers.couple ? "couple" : "alone",
    items: [
      { value: "alone", text: t.alone, hint: { text: t.aloneHint } },
      { value: "couple", text: t.couple },
    ],
    errorMessage: errorOf(asked),
  });
}

function disabilityQuestion(asked: QuestionPage, title: string): Html {
  const { shell, answers } = asked;
  const t = wordsFor(shell);
  return radios({
    name: "disability",
    fieldset: { legend: heading(title) },
    hint: { text: t.disabilityHint },
    value: answers.disability === undefined ? undefined : answers.disability ? "yes" : "no",
    items: [
      { value: "no", text: t.disabilityNo },
      { value: "yes", text: t.disabilityYes },
    ],
    errorMessage: errorOf(asked),
  });
}

/** A box for each adult and each child who is born; what was ticked stays ticked. */
function whoQuestion(asked: QuestionPage, title: string): Html {
  const { shell, answers, month, typed } = asked;
  const t = wordsFor(shell);
  const [self, partner] = answers.adults;
  const box = (name: string, text: string, isTold: boolean) => ({
    name,
    text,
    value: "yes",
    checked: typed ? typed[name] === "yes" : isTold,
  });
  return checkboxes({
    name: "disability-who",
    fieldset: { legend: heading(title) },
    hint: { text: t.whoHint },
    items: [
      box("self", t.self, self.disabled === true),
      ...(answers.couple ? [box("partner", t.partner, partner.disabled === true)] : []),
      ...(answers.children ?? []).flatMap((child, index) =>
        isExpected(child.birth, month)
          ? []
          : [box(`child-${index + 1}`, childName(shell.language, index, child.birth), isRecognised(child))],
      ),
    ],
    errorMessage: errorOf(asked),
  });
}

function complementQuestion(asked: QuestionPage, title: string, told: number | "to-tell" | undefined): Html {
  const t = wordsFor(asked.shell);
  return radios({
    name: "complement",
    fieldset: { legend: heading(title) },
    hint: { text: t.complementHint },
    value: typeof told === "number" ? String(told) : undefined,
    items: [
      { value: "0", text: t.noComplement },
      ...[1, 2, 3, 4, 5, 6].map((number) => ({ value: String(number), text: t.category(number) })),
    ],
    errorMessage: errorOf(asked),
  });
}

function housingQuestion(asked: QuestionPage, title: string): Html {
  const { shell, answers } = asked;
  const t = wordsFor(shell);
  return radios({
    name: "housing",
    fieldset: { legend: heading(title) },
    hint: { text: t.housingHint },
    value: answers.housing,
    items: [
      { value: "owner", text: t.owner },
      { value: "housed-free", text: t.housedFree, hint: { text: t.housedFreeHint } },
      { value: "rent", text: t.rent, hint: { text: t.rentHint } },
    ],
    errorMessage: errorOf(asked),
  });
}

/** On the last child's page one more may be added; any child told too many is taken away. */
function childButtons(shell: Shell, question: Question, { children = [] }: Answers) {
  const child = childOf(question);
  if (child === undefined) return undefined;
  const t = wordsFor(shell);
  const small = { name: "also", classes: "govuk-button--secondary", preventDoubleClick: true };
  return html`${child === children.length - 1 && button({ ...small, text: t.another, value: "another" })}
${button({ ...small, text: t.remove, value: "remove" })}`;
}
