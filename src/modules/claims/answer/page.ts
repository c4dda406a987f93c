import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form } from "../../../design/patterns.ts";
import type { ClaimKind, Errors, Given, Question, Typed } from "../kind.ts";

const words = {
  fr: {
    caption: (claim: string, at: number, of: number) => `${claim} : question ${at} sur ${of}`,
    goOn: "Continuer",
    for: (name: string) => `Vous répondez pour ${name} : sur cette page, « vous » désigne cette personne.`,
    kept: "Vos réponses sont gardées 7 jours : vous pouvez vous arrêter et reprendre plus tard.",
  },
  en: {
    caption: (claim: string, at: number, of: number) => `${claim}: question ${at} of ${of}`,
    goOn: "Continue",
    for: (name: string) => `You are answering for ${name}: on this page, “you” is this person.`,
    kept: "Your answers are kept for 7 days: you can stop and come back later.",
  },
};

export type ClaimQuestionPage = {
  shell: Shell;
  /** Where the claim's pages stand: "/claims/moved-in". */
  base: string;
  kind: ClaimKind;
  question: Question;
  given: Given;
  typed?: Typed | undefined;
  errors?: Errors | undefined;
};

/** One question of a claim, with what was answered before, what is known already, or what was typed just now. */
export function claimQuestionPage({ shell, base, kind, question, given, ...shown }: ClaimQuestionPage): Html {
  const { language } = shell;
  const t = words[language];
  const { typed, errors = {} } = shown;
  const at = kind.questions.indexOf(question);
  const before = kind.questions[at - 1];
  const said = Object.fromEntries(Object.entries(errors).map(([field, says]) => [field, says[language]]));
  return page(
    shell,
    {
      title: question.title[language],
      errors: Object.keys(errors).length > 0,
      back: before ? `${base}/${before.name}` : "/claims/new",
    },
    html`${errorSummaryFrom(language, said)}
${answersFor(shell)}
<p class="govuk-caption-l">${t.caption(kind.name[language], at + 1, kind.questions.length)}</p>
${form(
  shell,
  { action: `${base}/${question.name}` },
  html`${question.body({ ...given, typed, errors })}
${button({ text: t.goOn, preventDoubleClick: true })}`,
)}
<p class="govuk-hint">${t.kept}</p>`,
  );
}

/** In a protected person's space: of whom the questions speak. */
const answersFor = ({ language, space }: Shell): Html | undefined =>
  space && insetText({ text: words[language].for(space.name) });
