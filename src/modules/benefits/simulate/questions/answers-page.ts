import { moneyText } from "../../../../../engine/sentences.ts";
import { button } from "../../../../design/components/button.ts";
import { summaryList } from "../../../../design/components/summary-list.ts";
import { tag } from "../../../../design/components/tag.ts";
import { civilDate } from "../../../../design/dates.ts";
import { type Html, html } from "../../../../design/html.ts";
import { page, type Shell } from "../../../../design/page.ts";
import { form } from "../../../../design/patterns.ts";
import {
  type Answers,
  aeehOf,
  childOf,
  isAnswered,
  isRecognised,
  type Question,
  type SingleQuestion,
} from "../answers.ts";
import { of } from "../readable.ts";
import { childName, wordsFor as questionsFor } from "./question-words.ts";

const words = {
  fr: {
    title: "Vos réponses",
    lead: "Vérifiez-les, et changez ce qui ne va pas.",
    fileLead:
      "Ce qui vient de votre dossier est marqué. Vérifiez, et changez ce qui n’est plus juste : votre dossier n’en sera pas changé.",
    fromFile: "de votre dossier",
    fileLeadOf: (name: string) =>
      `Ce qui vient du dossier ${of(name)} est marqué. Vérifiez, et changez ce qui n’est plus juste : le dossier n’en sera pas changé.`,
    fromFileOf: (name: string) => `du dossier ${of(name)}`,
    typed: "votre réponse",
    open: "à demander",
    change: "Changer",
    goOn: "Continuer",
    result: "Voir mon estimation",
    end: "Effacer mes réponses",
  },
  en: {
    title: "Your answers",
    lead: "Check them, and change what is not right.",
    fileLead:
      "What comes from your file is marked. Check it, and change what is no longer right: your file will not change.",
    fromFile: "from your file",
    fileLeadOf: (name: string) =>
      `What comes from the file of ${name} is marked. Check it, and change what is no longer right: the file will not change.`,
    fromFileOf: (name: string) => `from the file of ${name}`,
    typed: "your answer",
    open: "to ask",
    change: "Change",
    goOn: "Continue",
    result: "See my estimate",
    end: "Erase my answers",
  },
};

export type AnswersPage = {
  shell: Shell;
  answers: Answers;
  questions: readonly Question[];
  fromFile: readonly string[];
  /** The question to ask next; undefined when all is known. */
  next: Question | undefined;
};

/** All that was answered, where each answer comes from, and what is still to ask (MC-01). */
export function answersPage({ shell, answers, questions: asked, fromFile, next }: AnswersPage): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/simulations/new" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${fromFile.length === 0 ? t.lead : shell.space ? t.fileLeadOf(shell.space.name) : t.fileLead}</p>
${summaryList({ rows: asked.map((question) => row(shell, question, answers, fromFile)) })}
${button({ text: next ? t.goOn : t.result, href: `/simulations/current/${next ?? "result"}` })}
${eraseForm(shell)}`,
  );
}

/** Ends the simulation in this browser. */
export const eraseForm = (shell: Shell): Html =>
  form(
    shell,
    { action: "/simulations/end" },
    button({
      text: words[shell.language].end,
      classes: "govuk-button--secondary",
      preventDoubleClick: true,
    }),
  );

function row(shell: Shell, question: Question, answers: Answers, fromFile: readonly string[]) {
  const { language, space } = shell;
  const t = words[language];
  const title = shortTitle(shell, question);
  if (!isAnswered(answers, question))
    return {
      key: { text: title },
      value: { html: html`${tag({ text: t.open, classes: "govuk-tag--grey" })}` },
    };
  const isFromFile = fromFile.includes(question);
  return {
    key: { text: title },
    value: {
      html: html`${written(shell, question, answers)}<br>
${tag({ text: isFromFile ? (space ? t.fromFileOf(space.name) : t.fromFile) : t.typed, classes: isFromFile ? "govuk-tag--yellow" : "govuk-tag--grey" })}`,
    },
    actions: {
      items: [{ href: `/simulations/current/${question}`, text: t.change, visuallyHiddenText: `: ${title}` }],
    },
  };
}

/** What an answer is called where there is little room. */
export function shortTitle(shell: Shell, question: Question): string {
  const [child, withAeeh] = [childOf(question), aeehOf(question)];
  const t = questionsFor(shell);
  if (withAeeh !== undefined) return t.shortAeeh(withAeeh + 1);
  return child === undefined ? t.short[question as SingleQuestion] : t.shortChild(child + 1);
}

function written(shell: Shell, question: Question, answers: Answers): string {
  const { language } = shell;
  const t = questionsFor(shell);
  const [self, partner] = answers.adults;
  const date = (birth: string | null | undefined) => (birth ? civilDate(language, birth) : "");
  const money = (pay: number | undefined) => (pay === undefined ? "" : moneyText(pay, language));
  const child = childOf(question);
  if (child !== undefined) return date(answers.children?.[child]?.birth);
  const withAeeh = aeehOf(question);
  if (withAeeh !== undefined) {
    const category = Number(answers.children?.[withAeeh]?.aeeh);
    return category > 0 ? t.category(category) : t.noComplement;
  }
  switch (question) {
    case "birth":
      return date(self.birth);
    case "partner-birth":
      return date(partner.birth);
    case "pay":
      return money(self.pay);
    case "partner-pay":
      return money(partner.pay);
    case "children":
      return String(answers.children?.length ?? "");
    case "disability":
      return answers.disability ? t.disabilityYes : t.disabilityNo;
    case "disability-who":
      return [
        ...(self.disabled ? [t.self] : []),
        ...(partner.disabled ? [t.partner] : []),
        ...(answers.children ?? []).flatMap((one, index) =>
          isRecognised(one) ? [childName(shell.language, index, one.birth)] : [],
        ),
      ].join("; ");
    case "housing":
      return answers.housing
        ? { owner: t.owner, "housed-free": t.housedFree, rent: t.rent }[answers.housing]
        : "";
    default:
      return answers.couple ? t.couple : t.alone;
  }
}
