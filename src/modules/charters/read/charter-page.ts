import type { Word } from "../../../../institutions/institution.ts";
import type { Charter, Version } from "../../../../law/charters/charter.ts";
import type { State } from "../../../../law/charters/life.ts";
import { type Language, languages, type Sentence } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { tag } from "../../../design/components/tag.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { charterBody, onPaper } from "../charter-body.ts";
import { audiences } from "./list-page.ts";

const words = {
  fr: {
    versionOf: "Version du",
    read: "Lire",
    compare: (before: string) => `Ce qui a changé depuis le ${before}`,
    history: "Toutes les versions",
    notYet: (day: string) => `Ce texte est annoncé : il entrera en vigueur le ${day}.`,
    past: (day: string) => `Ce texte n’est plus en vigueur. Celui qui compte aujourd’hui date du ${day}.`,
    current: "Lire le texte en vigueur",
    required: "Il faut l’accepter pour ouvrir son espace.",
    informs: "Cette version ne demande pas de nouvelle acceptation : nous vous en informons.",
    keep: "Garder une copie exacte de ce texte",
    copies: { fr: "en français", en: "en anglais" },
    digest: "Son empreinte (SHA-256), la même que sur les reçus :",
    receipts: "Mes acceptations et leurs reçus",
  },
  en: {
    versionOf: "Version of",
    read: "Read",
    compare: (before: string) => `What changed since ${before}`,
    history: "Every version",
    notYet: (day: string) => `This text is announced: it takes effect on ${day}.`,
    past: (day: string) => `This text is no longer in force. The one that counts today dates from ${day}.`,
    current: "Read the text in force",
    required: "It has to be accepted for an account to open.",
    informs: "This version asks for no new acceptance: we let you know about it.",
    keep: "Keep an exact copy of this text",
    copies: { fr: "in French", en: "in English" },
    digest: "Its digest (SHA-256), the same as on receipts:",
    receipts: "What I accepted, and the receipts",
  },
};

const states = {
  draft: { says: { fr: "brouillon", en: "draft" }, classes: "govuk-tag--grey" },
  announced: { says: { fr: "annoncée", en: "announced" }, classes: "govuk-tag--yellow" },
  "in force": { says: { fr: "en vigueur", en: "in force" }, classes: "govuk-tag--green" },
  superseded: { says: { fr: "remplacée", en: "replaced" }, classes: "govuk-tag--grey" },
} satisfies Record<State, { says: Sentence; classes: string }>;

type Dated = { version: Version; state: State };

export type CharterPage = {
  shell: Shell;
  charter: Charter;
  version: Version;
  /** Every version people may read, the oldest first. */
  history: readonly Dated[];
  glossary: readonly Word[];
  signedIn: boolean;
};

/** One version of a charter as anyone may read it, with the others and what keeps each clause (CN-08). */
export function charterPage({ shell, charter, version, history, glossary, signedIn }: CharterPage): Html {
  const { language } = shell;
  const t = words[language];
  const text = version.texts[language];
  return page(
    shell,
    { title: text.title, back: "/charters" },
    html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-hint">${audiences[charter.audience][language]}. ${t.versionOf} ${civilDate(language, version.version)}.</p>
${standingNotice(language, charter, version, history)}
<p class="govuk-body">${charter.audience !== "public" && t[version.minor ? "informs" : version.acceptance]}</p>
${charterBody(language, text, glossary)}
${versionsList(language, charter, version, history)}
${copy(language, version)}
${signedIn && html`<p class="govuk-body"><a class="govuk-link" href="/charters/receipts">${t.receipts}</a></p>`}
${onPaper(shell, `/charters/${charter.name}`)}`,
  );
}

/** Says when the text is not the one that counts today. */
function standingNotice(language: Language, charter: Charter, version: Version, history: readonly Dated[]) {
  const t = words[language];
  const state = history.find((one) => one.version === version)?.state;
  const current = history.find((one) => one.state === "in force")?.version.version;
  if (state !== "announced" && state !== "superseded") return undefined;
  const said =
    state === "announced"
      ? t.notYet(civilDate(language, version.version))
      : t.past(civilDate(language, current ?? version.version));
  const link = current && html` <a class="govuk-link" href="/charters/${charter.name}">${t.current}</a>`;
  return insetText({ html: html`${said}${link}` });
}

function versionsList(language: Language, charter: Charter, shown: Version, history: readonly Dated[]): Html {
  const t = words[language];
  const path = `/charters/${charter.name}`;
  return html`<h2 class="govuk-heading-m">${t.history}</h2>
<ul class="govuk-list govuk-list--spaced">${history
    .map(({ version, state }, index) => {
      const date = civilDate(language, version.version);
      const before = history[index - 1]?.version.version;
      const { says, classes } = states[state];
      return html`<li><strong>${t.versionOf} ${date}</strong> ${tag({ text: says[language], classes })}<br>
${version.texts[language].changes}${
  version !== shown &&
  html`<br>
<a class="govuk-link" href="${path}/${version.version}">${t.read}<span class="govuk-visually-hidden"> – ${t.versionOf} ${date}</span></a>`
}${
  before &&
  html`<br>
<a class="govuk-link" href="${path}/changes/${before}/${version.version}">${t.compare(civilDate(language, before))}<span class="govuk-visually-hidden"> – ${t.versionOf} ${date}</span></a>`
}</li>`;
    })
    .reverse()}</ul>`;
}

function copy(language: Language, { charter, version, texts }: Version): Html {
  const t = words[language];
  return html`<h2 class="govuk-heading-m">${t.keep}</h2>
<ul class="govuk-list">${languages.map((one) => html`<li><a class="govuk-link" href="/charters/${charter}/${version}/${one}.md" download>${t.copies[one]}</a></li>`)}</ul>
<p class="foyer-source">${t.digest} <span class="foyer-copied">${texts[language].sha256}</span></p>`;
}
