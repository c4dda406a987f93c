import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Refuser la gestion du dossier ?",
    lead: "La personne titulaire du dossier vous en a confié la gestion. Vous n’avez pas à l’accepter, ni à vous en expliquer.",
    after: "Si vous refusez",
    afterList: [
      "vous ne verrez plus les informations du foyer ;",
      "vous garderez votre espace, avec vos propres données ;",
      "nous préviendrons la personne titulaire, qui fera seule les démarches.",
    ],
    decline: "Refuser cette délégation",
    keep: "Garder la délégation",
  },
  en: {
    title: "Decline running the file?",
    lead: "The holder of the file has entrusted it to you. You do not have to accept, nor to explain why.",
    after: "If you decline",
    afterList: [
      "you will no longer see the household’s information;",
      "you will keep your account, with your own data;",
      "we will tell the holder, who will carry out the procedures alone.",
    ],
    decline: "Decline this delegation",
    keep: "Keep the delegation",
  },
};

/** Asks a spouse who has the delegation whether they decline it, and says what follows (CP-18). */
export function declinePage(shell: Shell): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.title, back: "/home" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<h2 class="govuk-heading-s">${t.after}</h2>
<ul class="govuk-list govuk-list--bullet">${t.afterList.map((line) => html`<li>${line}</li>`)}</ul>
${form(
  shell,
  { action: "/delegations/refusals" },
  html`<div class="govuk-button-group">
${button({ text: t.decline, preventDoubleClick: true })}
<a class="govuk-link" href="/home">${t.keep}</a>
</div>`,
)}`,
  );
}
