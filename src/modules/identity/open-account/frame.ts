import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form } from "../../../design/patterns.ts";
import type { Draft } from "./draft.ts";
import type { Errors } from "./questions/question.ts";
import { pathBefore, type Step, stageOf, stages } from "./steps.ts";

const words = {
  fr: {
    caption: (at: number, of: number) => `Ouvrir votre compte : étape ${at} sur ${of}`,
    later: "Reprendre plus tard, ou tout effacer",
    laterText:
      "Vos réponses restent 2 heures dans ce navigateur, et ne s’ouvrent que là : rouvrez cette page pour continuer. Sur un appareil que d’autres utilisent, effacez-les avant de partir.",
    erase: "Effacer mes réponses",
  },
  en: {
    caption: (at: number, of: number) => `Open your account: step ${at} of ${of}`,
    later: "Come back later, or erase everything",
    laterText:
      "Your answers stay in this browser for 2 hours, for you alone: open this page again to go on. On a device that others use, erase them before you leave.",
    erase: "Erase my answers",
  },
};

export type Framed = {
  shell: Shell;
  step: Step;
  draft: Draft;
  title: Sentence;
  errors?: Errors | undefined;
};

/** What stands around every page of a newcomer: where they are, the way back, what is wrong, and how to stop. */
export function framed({ shell, step, draft, title, errors = {} }: Framed, content: Html): Html {
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(Object.entries(errors).map(([field, says]) => [field, says[language]]));
  const wrong = Object.keys(errors).length > 0;
  return page(
    shell,
    { title: title[language], errors: wrong, back: pathBefore(step, draft) },
    html`${errorSummaryFrom(language, said)}
<p class="govuk-caption-l">${t.caption(stageOf(step), stages.length)}</p>
${content}
${details({
  summaryText: t.later,
  html: html`<p class="govuk-body">${t.laterText}</p>
${form(shell, { action: "/openings/current/end" }, button({ text: t.erase, classes: "govuk-button--secondary", preventDoubleClick: true }))}`,
})}`,
  );
}
