import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { success } from "../../../design/patterns.ts";
import type { DecisionPages, Waiting } from "./work-list.ts";

/** What waits on one list, the oldest first, a page at a time. */
export function listPage<Item>(given: {
  shell: Shell;
  path: string;
  pages: Pick<DecisionPages<Item, never>, "words" | "line">;
  list: Waiting<Item>;
  current: number;
  timeZone: string;
  /** What was just decided. */
  done: string | undefined;
}): Html {
  const { shell, path, pages, list, current, timeZone, done } = given;
  const { language } = shell;
  const t = pages.words[language];
  const { waiting, more } = list;
  const said = done === undefined ? undefined : t.done[done];
  return page(
    shell,
    { title: t.title, back: "/desk" },
    html`${said !== undefined && success(language, { text: said })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${waiting.length === 0 && insetText({ text: t.none })}
<ul class="govuk-list govuk-list--spaced">${waiting.map((item) => {
      const { id, caseNumber, name, about } = pages.line(language, item, timeZone);
      return html`<li><a class="govuk-link" href="${path}/${id}">${caseNumber} – ${name}</a><br>
${about}</li>`;
    })}</ul>
${more && html`<p class="govuk-body"><a class="govuk-link" href="${path}?page=${current + 1}">${t.older}</a></p>`}`,
  );
}
