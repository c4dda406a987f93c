import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";
import { scopes } from "../protocol/claims.ts";
import type { RegisteredSite } from "../protocol/sites.ts";

const words = {
  fr: {
    title: (site: string) => `Entrer sur ${site}`,
    passed: (site: string) => `Si vous acceptez, nous dirons à ${site} :`,
    never: "Jamais votre mot de passe, ni votre numéro de sécurité sociale.",
    once: "Nous vous le demandons une seule fois. Vous pourrez changer d’avis dans « Mes sites reliés ».",
    yes: "Accepter et continuer",
    no: "Refuser",
    others: "Mes sites reliés",
  },
  en: {
    title: (site: string) => `Enter ${site}`,
    passed: (site: string) => `If you agree, we will tell ${site}:`,
    never: "Never your password, nor your social-security number.",
    once: "We ask you this once. You can change your mind in “My connected sites”.",
    yes: "Agree and continue",
    no: "Refuse",
    others: "My connected sites",
  },
};

/** Says what a site will be told, before it is (CP-23). */
export function agreePage(shell: Shell, uid: string, site: RegisteredSite): Html {
  const { language } = shell;
  const t = words[language];
  const name = site.name[language];
  return page(
    shell,
    { title: t.title(name) },
    html`<h1 class="govuk-heading-l">${t.title(name)}</h1>
<p class="govuk-body">${site.purpose[language]}</p>
<p class="govuk-body">${t.passed(name)}</p>
<ul class="govuk-list govuk-list--bullet">${site.scopes.map((scope) => html`<li>${scopes[scope].says[language]}</li>`)}</ul>
<p class="govuk-body"><strong>${t.never}</strong></p>
<p class="govuk-body">${t.once}</p>
${form(
  shell,
  { action: `/interactions/${uid}/answers` },
  html`<div class="govuk-button-group">
${button({ text: t.yes, name: "answer", value: "agree", preventDoubleClick: true })}
${button({ text: t.no, name: "answer", value: "refuse", classes: "govuk-button--secondary", preventDoubleClick: true })}
</div>`,
)}`,
  );
}
