import type { Audience, Charter, Version } from "../../../../law/charters/charter.ts";
import type { Sentence } from "../../../../law/language.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Nos chartes et nos règles",
    lead: "Voici les textes qui nous engagent, vous et nous. Chacun garde toutes ses versions, et dit ce qui a changé.",
    since: "En vigueur depuis le",
    from: "Nouvelle version à partir du",
    receipt: "Vous avez en main le reçu d’une acceptation ?",
    verify: "Vérifier un reçu",
    trade: "Les mots du métier sont expliqués dans les textes et sur une page à part.",
    words: "Les mots expliqués",
  },
  en: {
    title: "Our charters and rules",
    lead: "These are the texts that bind you and us. Each keeps all its versions, and says what changed.",
    since: "In force since",
    from: "New version from",
    receipt: "Do you hold the receipt of an acceptance?",
    verify: "Check a receipt",
    trade: "Words of the trade are explained in the texts and on a page of their own.",
    words: "Words explained",
  },
};

/** Whom a charter binds, as the list says it. */
export const audiences = {
  person: { fr: "Pour les personnes qui ont un espace", en: "For people who have an account" },
  employer: { fr: "Pour les employeurs", en: "For employers" },
  partner: { fr: "Pour les structures partenaires", en: "For partner structures" },
  public: { fr: "Pour tout le monde", en: "For everyone" },
} satisfies Record<Audience, Sentence>;

export type Shelved = { charter: Charter; current: Version | undefined; announced: readonly Version[] };

/** Every charter of the institution, whom it binds and since when. */
export function chartersPage({ shell, shelf }: { shell: Shell; shelf: readonly Shelved[] }): Html {
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/", width: "wide" },
    html`<h1 class="govuk-heading-xl">${t.title}</h1>
<p class="govuk-body-l">${t.lead}</p>
<div class="foyer-grid">
${shelf.map(({ charter, current, announced }) =>
  card({
    title: (current ?? announced[0])?.texts[language].title ?? charter.name,
    href: `/charters/${charter.name}`,
    content: {
      html: html`<p class="govuk-body">${audiences[charter.audience][language]}.</p>
${current && html`<p class="govuk-body">${t.since} ${civilDate(language, current.version)}.</p>`}
${announced.map(({ version }) => html`<p class="govuk-body"><strong>${t.from} ${civilDate(language, version)}.</strong></p>`)}`,
    },
  }),
)}
</div>
<p class="govuk-body">${t.trade} <a class="govuk-link" href="/words">${t.words}</a></p>
${brand.accounts && html`<p class="govuk-body">${t.receipt} <a class="govuk-link" href="/charters/receipts/verify">${t.verify}</a></p>`}`,
  );
}
