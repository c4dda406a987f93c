import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { form } from "../../../design/patterns.ts";
import { framed } from "./frame.ts";
import type { Shown } from "./questions/question.ts";
import { type QuestionName, questions } from "./questions/questions.ts";
import { pathOf } from "./steps.ts";

const goOn = { fr: "Continuer", en: "Continue" };

/** One question about a newcomer, with what was answered before or typed just now (CP-10, CP-12). */
export async function openingQuestionPage(name: QuestionName, shown: Shown): Promise<Html> {
  const { shell, draft, errors } = shown;
  const { title, body, ownButtons } = questions[name];
  return framed(
    { shell, step: name, draft, title, errors },
    form(
      shell,
      { action: pathOf(name) },
      html`${await body(shown)}
${!ownButtons && button({ text: goOn[shell.language], preventDoubleClick: true })}`,
    ),
  );
}
