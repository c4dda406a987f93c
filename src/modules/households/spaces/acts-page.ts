import { insetText } from "../../../design/components/inset-text.ts";
import { pagination } from "../../../design/components/pagination.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { whyDoISeeThis } from "../../../design/patterns.ts";
import type { Because } from "../home/page.ts";
import { entry } from "../journal/page.ts";
import type { JournalPage } from "../journal/read-entries.ts";

const words = {
  fr: {
    title: "Ce que j’ai fait ici",
    lead: (name: string) =>
      `Ce que vous avez consulté et fait pour ${name}, à votre nom. ${name} lit ces mêmes lignes dans son journal. Personne ne peut les changer.`,
    none: "Rien n’est inscrit.",
    list: "Pages du journal",
    newest: "Revenir aux plus récentes",
    older: "Plus anciennes",
  },
  en: {
    title: "What I did here",
    lead: (name: string) =>
      `What you looked at and did for ${name}, under your name. ${name} reads these same lines in their journal. Nobody can change them.`,
    none: "Nothing is written here.",
    list: "Pages of the journal",
    newest: "Back to the latest",
    older: "Earlier ones",
  },
};

/** What a guardian did in the space of a person they protect (MC-07, SEC-12). */
export function actsPage(given: {
  shell: Shell;
  name: string;
  journal: JournalPage;
  before: number | undefined;
  because: Because;
  timeZone: string;
}): Html {
  const { shell, name, journal, before, because, timeZone } = given;
  const { language } = shell;
  const t = words[language];
  const { entries, next } = journal;
  const path = "/spaces/current/journal";
  return page(
    shell,
    { title: t.title, back: "/spaces/current" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead(name)}</p>
${
  entries.length === 0
    ? insetText({ text: t.none })
    : html`<ul class="govuk-list govuk-list--spaced">${entries.map((one) => entry(language, one, timeZone))}</ul>`
}
${
  (next !== undefined || before !== undefined) &&
  pagination({
    landmarkLabel: t.list,
    previous: before === undefined ? undefined : { href: path, text: t.newest },
    next: next === undefined ? undefined : { href: `${path}?before=${next}`, text: t.older },
  })
}
${whyDoISeeThis(language, [because])}`,
  );
}
