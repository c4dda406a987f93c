import type { Charter, Version } from "../../../../law/charters/charter.ts";
import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";
import { form, notice } from "../../../design/patterns.ts";

const words = {
  fr: {
    past: (title: string, day: string) => `${title} : une nouvelle version s’applique depuis le ${day}.`,
    future: (title: string, day: string) => `${title} : une nouvelle version s’appliquera le ${day}.`,
    nothing: "Vous n’avez rien à faire pour l’instant.",
    changes: "Voir ce qui change",
    read: "Lire le texte",
    seen: "J’ai compris, ne plus afficher",
  },
  en: {
    past: (title: string, day: string) => `${title}: a new version applies since ${day}.`,
    future: (title: string, day: string) => `${title}: a new version will apply from ${day}.`,
    nothing: "There is nothing for you to do for now.",
    changes: "See what changes",
    read: "Read the text",
    seen: "I understand, do not show again",
  },
};

/** Tells of a version that asks for nothing, until the person says they have seen it (CN-08, SP-06). */
export const newsBanner =
  (charter: Charter, version: Version, day: string) =>
  (shell: Shell): Html => {
    const { language } = shell;
    const t = words[language];
    const text = version.texts[language];
    const said = version.version > day ? t.future : t.past;
    return notice(language, {
      id: "news-title",
      html: html`<p class="govuk-notification-banner__heading">${said(text.title, civilDate(language, version.version))}</p>
<p class="govuk-body">${text.changes} ${t.nothing}</p>
<p class="govuk-body">${whereToRead(language, charter, version)}</p>
${form(
  shell,
  { action: `/charters/${charter.name}/notices` },
  html`<input type="hidden" name="version" value="${version.version}">
${button({ text: t.seen, classes: "govuk-button--secondary", preventDoubleClick: true })}`,
)}`,
    });
  };

function whereToRead(language: Language, charter: Charter, version: Version): Html {
  const t = words[language];
  const path = `/charters/${charter.name}`;
  const before = charter.versions[charter.versions.indexOf(version) - 1]?.version;
  return before
    ? html`<a class="govuk-link" href="${path}/changes/${before}/${version.version}">${t.changes}</a>`
    : html`<a class="govuk-link" href="${path}/${version.version}">${t.read}</a>`;
}
