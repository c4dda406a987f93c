import { button } from "../../../design/components/button.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, form, success } from "../../../design/patterns.ts";
import { scopes } from "../protocol/claims.ts";
import type { ConnectedSite } from "./connected-sites.ts";

const words = {
  fr: {
    title: "Mes sites reliés",
    lead: "Sur ces sites, vous entrez avec votre espace. Ils savent de vous ce qui est écrit ici, et rien d’autre.",
    none: "Aucun site n’est relié à votre espace.",
    since: "Relié depuis le",
    knows: "Ce site connaît :",
    remove: "Ne plus relier ce site",
    after: "Si vous y retournez, il vous demandera de nouveau votre accord.",
    removed: "Ce site n’est plus relié à votre espace. Il ne saura plus rien de vous.",
  },
  en: {
    title: "My connected sites",
    lead: "You enter these sites with your account. They know of you what is written here, and nothing else.",
    none: "No site is connected to your account.",
    since: "Connected since",
    knows: "This site knows:",
    remove: "Disconnect this site",
    after: "If you go back there, it will ask for your agreement again.",
    removed: "This site is no longer connected to your account. It will know nothing more of you.",
  },
};

export type ConnectedSitesPage = {
  shell: Shell;
  sites: readonly ConnectedSite[];
  timeZone: string;
  /** One was just taken off the list. */
  removed: boolean;
};

/** The sites that know the person through this account, each with what it is told and a way out (CP-23). */
export function connectedSitesPage({ shell, sites, timeZone, removed }: ConnectedSitesPage): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/home" },
    html`${removed && success(language, { text: t.removed })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${sites.length > 0 ? t.lead : t.none}</p>
${sites.map(({ site, since, scopes: told }) =>
  card({
    title: site.name[language],
    content: {
      html: html`<p class="govuk-body">${site.purpose[language]}</p>
<p class="govuk-body">${t.knows}</p>
<ul class="govuk-list govuk-list--bullet">${told.map((scope) => html`<li>${scopes[scope].says[language]}</li>`)}</ul>
<p class="govuk-body">${t.since} ${moment(language, since, timeZone)}. ${t.after}</p>
${form(
  shell,
  { action: `/connected-sites/${site.id}/end` },
  button({
    html: html`${t.remove}<span class="govuk-visually-hidden"> (${site.name[language]})</span>`,
    classes: "govuk-button--secondary",
    preventDoubleClick: true,
  }),
)}`,
    },
  }),
)}`,
  );
}
