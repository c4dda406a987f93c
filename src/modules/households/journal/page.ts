import type { AccessDecision } from "../../../../law/access/decide.ts";
import type { Language } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { pagination } from "../../../design/components/pagination.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { whyDoISeeThis } from "../../../design/patterns.ts";
import type { Asked, JournalPage, ShownEntry } from "./read-entries.ts";

const words = {
  fr: {
    title: "Qui a ouvert mes données",
    lead: "Chaque fois que quelqu’un ouvre vos données ou y fait quelque chose, c’est inscrit ici. Personne ne peut changer ces lignes, pas même nous.",
    all: "Tout",
    others: "Ce que d’autres ont fait",
    show: "Montrer",
    none: "Rien n’est inscrit.",
    by: "Par :",
    as: "En qualité de :",
    why: "Raison :",
    older: "Plus anciennes",
    newest: "Revenir aux plus récentes",
    list: "Pages du journal",
    wrong: "Vous ne reconnaissez pas une ligne ?",
    alarm: "Signaler un danger pour mon compte",
    take: "Emporter tout le journal",
    csv: "Pour un tableur (CSV)",
    json: "Pour un programme (JSON)",
  },
  en: {
    title: "Who opened my data",
    lead: "Each time somebody opens your data or does something there, it is written here. Nobody can change these lines, not even us.",
    all: "Everything",
    others: "What others did",
    show: "Show",
    none: "Nothing is written here.",
    by: "By:",
    as: "As:",
    why: "Reason:",
    older: "Earlier ones",
    newest: "Back to the latest",
    list: "Pages of the journal",
    wrong: "You do not recognise a line?",
    alarm: "Report a danger for my account",
    take: "Take the whole journal with me",
    csv: "For a spreadsheet (CSV)",
    json: "For a program (JSON)",
  },
};

/** Who opened the person's data and what was done there, in plain words (SEC-12). */
export function journalPage(given: {
  shell: Shell;
  journal: JournalPage;
  asked: Asked;
  because: AccessDecision;
  timeZone: string;
}): Html {
  const { shell, journal, asked, because, timeZone } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/home" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<p class="govuk-body">${t.show} ${choice(t.all, "/journal", asked.by === undefined)} · ${choice(t.others, "/journal?by=others", asked.by === "others")}</p>
${
  journal.entries.length === 0
    ? insetText({ text: t.none })
    : html`<ul class="govuk-list govuk-list--spaced">${journal.entries.map((one) => entry(language, one, timeZone))}</ul>`
}
${turns(language, journal, asked)}
<p class="govuk-body">${t.wrong} <a class="govuk-link" href="/alarms/new">${t.alarm}</a></p>
${whyDoISeeThis(language, [because])}
<h2 class="govuk-heading-m">${t.take}</h2>
<ul class="govuk-list"><li><a class="govuk-link" href="/journal.csv" download>${t.csv}</a></li><li><a class="govuk-link" href="/journal.json" download>${t.json}</a></li></ul>`,
  );
}

const choice = (text: string, href: string, chosen: boolean): Html =>
  chosen
    ? html`<strong aria-current="true">${text}</strong>`
    : html`<a class="govuk-link" href="${href}">${text}</a>`;

/** One line of a journal: what was done, when, by whom, in which quality. */
export function entry(language: Language, { at, says, by, as, why }: ShownEntry, timeZone: string): Html {
  const t = words[language];
  return html`<li><strong>${says[language]}</strong><br>
${moment(language, at, timeZone)}<br>
${t.by} ${by[language]}${as && html`<br>${t.as} ${as[language]}`}${why && html`<br>${t.why} ${why}`}</li>`;
}

/** To the earlier entries, and back to the latest. */
function turns(language: Language, { next }: JournalPage, { before, by }: Asked): Html | undefined {
  const t = words[language];
  const to = (query: Record<string, string>) => {
    const asked = new URLSearchParams({ ...(by && { by }), ...query }).toString();
    return asked ? `/journal?${asked}` : "/journal";
  };
  if (next === undefined && before === undefined) return undefined;
  return pagination({
    landmarkLabel: t.list,
    previous: before === undefined ? undefined : { href: to({}), text: t.newest },
    next: next === undefined ? undefined : { href: to({ before: String(next) }), text: t.older },
  });
}
