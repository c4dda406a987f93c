import { moment } from "../../../design/dates.ts";
import type { Html } from "../../../design/html.ts";
import { html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { phoneLink } from "../../../design/patterns.ts";

const words = {
  fr: {
    all: "L’espace est fermé pour un moment",
    requests: "Les demandes d’accès sont fermées pour un moment",
    back: (when: string) => `De retour le ${when}.`,
    kept: "Ce que vous aviez enregistré est gardé.",
    help: "Si cela ne peut pas attendre, appelez-nous :",
  },
  en: {
    all: "The site is closed for a while",
    requests: "Requests for access are closed for a while",
    back: (when: string) => `Back on ${when}.`,
    kept: "What you had saved is kept.",
    help: "If it cannot wait, call us:",
  },
};

/** In place of what is closed: when it is back, and how to reach the institution meanwhile (SP-06). */
export function suspendedPage(given: {
  shell: Shell;
  part: "all" | "requests";
  until: Date;
  timeZone: string;
}): Html {
  const { shell, part, until, timeZone } = given;
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t[part] },
    html`<h1 class="govuk-heading-l">${t[part]}</h1>
<p class="govuk-body-l">${t.back(moment(language, until, timeZone))}</p>
<p class="govuk-body">${t.kept}</p>
<p class="govuk-body">${t.help} ${phoneLink(brand.help)} – ${brand.help.hours[language]}</p>`,
  );
}
