import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form, success } from "../../../design/patterns.ts";
import type { Waiting } from "../work-list/work-list.ts";
import type { ShownTask } from "./tasks.ts";

const words = {
  fr: {
    title: "Suites à donner",
    lead: "Ce que des personnes ont déclaré et que l’accueil doit suivre.",
    none: "Rien n’attend.",
    older: "Voir la suite",
    separation: "Séparation déclarée par",
    on: "le",
    settle: "C’est traité",
    done: "La tâche est close.",
  },
  en: {
    title: "Follow-up",
    lead: "What people declared and the desk must follow up.",
    none: "Nothing waits.",
    older: "See the next ones",
    separation: "Separation declared by",
    on: "on",
    settle: "Dealt with",
    done: "The task is closed.",
  },
};

/** What files left for the desk to do. */
export function tasksPage(given: {
  shell: Shell;
  list: Waiting<ShownTask>;
  current: number;
  timeZone: string;
  done: boolean;
  error?: Sentence;
}): Html {
  const { shell, list, current, timeZone, done, error } = given;
  const { waiting: tasks, more } = list;
  const { language } = shell;
  const t = words[language];
  const said = error?.[language];
  return page(
    shell,
    { title: t.title, back: "/desk", errors: said !== undefined },
    html`${errorSummaryFrom(language, { tasks: said })}
${done && success(language, { text: t.done })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${tasks.length === 0 && insetText({ text: t.none })}
<ul class="govuk-list govuk-list--spaced" id="tasks" tabindex="-1">${tasks.map(
      ({
        fileId,
        taskId,
        name,
        madeAt,
      }) => html`<li><p class="govuk-body">${t.separation} <strong>${name}</strong><br>
${t.on} ${moment(language, madeAt, timeZone)}</p>
${form(
  shell,
  { action: `/desk/tasks/${taskId}?page=${current}` },
  html`<input type="hidden" name="file" value="${fileId}">
${button({ html: html`${t.settle}<span class="govuk-visually-hidden"> (${name})</span>`, classes: "govuk-button--secondary", preventDoubleClick: true })}`,
)}</li>`,
    )}</ul>
${more && html`<p class="govuk-body"><a class="govuk-link" href="/desk/tasks?page=${current + 1}">${t.older}</a></p>`}`,
  );
}
