import type { Charter } from "../../../../law/charters/charter.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { changesBody, type Since } from "../changes-body.ts";
import { onPaper } from "../charter-body.ts";

const words = {
  fr: {
    title: "Ce qui a changé",
    between: (from: string, to: string) => `De la version du ${from} à celle du ${to}.`,
    whole: "Lire le texte entier",
  },
  en: {
    title: "What changed",
    between: (from: string, to: string) => `From the version of ${from} to that of ${to}.`,
    whole: "Read the whole text",
  },
};

/** What changed from one version of a charter to another, clause by clause (CN-08). */
export function changesPage(given: { shell: Shell; charter: Charter; since: Since }): Html {
  const { shell, charter, since } = given;
  const { language } = shell;
  const t = words[language];
  const to = since.changes.at(-1) ?? since.version;
  const [older, newer] = [since.version, to].map(({ version }) => civilDate(language, version));
  return page(
    shell,
    { title: `${t.title} – ${to.texts[language].title}`, back: `/charters/${charter.name}`, width: "wide" },
    html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${to.texts[language].title}</span>${t.title}</h1>
<p class="govuk-body-l">${t.between(older ?? "", newer ?? "")}</p>
<h2 class="govuk-visually-hidden">${t.title}</h2>
${changesBody(language, since)}
<p class="govuk-body"><a class="govuk-link" href="/charters/${charter.name}/${to.version}">${t.whole}</a></p>
${onPaper(shell, `/charters/${charter.name}`)}`,
  );
}
