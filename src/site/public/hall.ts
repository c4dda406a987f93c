import type { Sentence } from "../../../law/language.ts";
import { type Html, html } from "../../design/html.ts";
import { page, type Shell } from "../../design/page.ts";
import { card } from "../../design/patterns.ts";
import type { SiteBrand } from "../shell.ts";

/** Foyer's own colours and name, for the hall that stands before the doors of the institutions. Nobody answers a phone there. */
export const foyerBrand: SiteBrand = {
  id: "foyer",
  shortName: "Foyer",
  name: { fr: "Le compte ouvert de la sécurité sociale", en: "The open social-security account" },
  siteAddress: "localhost",
  colours: {
    brand: "#43335a",
    onBrand: "#ffffff",
    tint: "#f5f2f8",
    link: "#553d8c",
    linkHover: "#3a2866",
    button: "#43335a",
    buttonHover: "#2e2240",
  },
  help: {
    phone: "",
    hours: { fr: "", en: "" },
    desk: {
      fr: "Choisissez votre organisme : chacun a son téléphone et ses accueils.",
      en: "Choose your institution: each has its own telephone and reception desks.",
    },
    supportMail: "",
  },
  session: { idleMinutes: 15, absoluteHours: 12, warnSeconds: 150 },
};

/** A door of the hall: the address of one institution's site. */
export type Door = { id: string; name: Sentence; shortName: string; href: string };

/** A tool for who develops Foyer: the mailbox, the guide to the pages. */
export type DevLink = { href: string; text: Sentence };

const words = {
  title: { fr: "Choisissez votre organisme", en: "Choose your institution" },
  lead: {
    fr: "Chaque organisme a son propre site, avec son téléphone et ses accueils.",
    en: "Each institution has its own site, its own telephone and its own reception desks.",
  },
  none: { fr: "Aucun organisme n’est installé ici.", en: "No institution is set up here." },
  dev: { fr: "Pour les développeurs", en: "For developers" },
} satisfies Record<string, Sentence>;

/** The page where one chooses an institution, shown where the address names none. `dev` adds a block of tools below. */
export function hallPage(shell: Shell, institutions: readonly Door[], dev: readonly DevLink[] = []): Html {
  const { language } = shell;
  return page(
    shell,
    { title: words.title[language], width: "wide" },
    html`<h1 class="govuk-heading-xl">${words.title[language]}</h1>
<p class="govuk-body-l">${institutions.length > 0 ? words.lead[language] : words.none[language]}</p>
<div class="foyer-grid">
${institutions.map(({ shortName, name, href }) => card({ title: shortName, href, content: { text: name[language] } }))}
</div>
${
  dev.length > 0 &&
  html`<section aria-labelledby="dev-title">
<h2 class="govuk-heading-s" id="dev-title">${words.dev[language]}</h2>
<ul class="govuk-list">${dev.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text[language]}</a></li>`)}</ul>
</section>`
}`,
  );
}
