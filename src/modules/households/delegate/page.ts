import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: (spouse: string) => `Confier aussi la gestion du dossier à ${spouse} ?`,
    lead: "Vous êtes responsable du dossier de votre foyer. Vous pouvez, si vous le souhaitez, permettre à votre conjoint de s’en occuper aussi, depuis son propre espace.",
    can: "Ce que votre conjoint pourrait faire",
    canList: [
      "voir les informations du foyer, les droits et les paiements ;",
      "faire les démarches du foyer à votre place, comme vous.",
    ],
    cannot: "Ce que vous gardez pour vous",
    cannotList: [
      "votre mot de passe et vos coordonnées ;",
      "donner ou retirer cette délégation, à tout moment.",
    ],
    told: "Nous préviendrons votre conjoint, qui pourra refuser.",
    grant: "Oui, confier la gestion",
    later: "Pas maintenant",
    why: "Pourquoi cette question ?",
    whyText:
      "La loi fait de l’allocataire la seule personne qui agit pour le foyer. Sans votre accord, votre conjoint ne voit que ses propres données. Rien ne vous oblige à répondre oui, et vous pourrez changer d’avis.",
  },
  en: {
    title: (spouse: string) => `Also entrust the file to ${spouse}?`,
    lead: "You are responsible for your household’s file. If you wish, you can let your spouse take care of it too, from their own account.",
    can: "What your spouse could do",
    canList: [
      "see the household’s information, rights and payments;",
      "carry out the household’s procedures in your place, as you do.",
    ],
    cannot: "What stays yours alone",
    cannotList: [
      "your password and contact details;",
      "giving this delegation or taking it back, at any time.",
    ],
    told: "We will tell your spouse, who may decline.",
    grant: "Yes, entrust the file",
    later: "Not now",
    why: "Why this question?",
    whyText:
      "The law makes the holder the only person who acts for the household. Without your agreement, your spouse sees only their own data. Nothing obliges you to say yes, and you can change your mind.",
  },
};

export function offerPage({ shell, spouse }: { shell: Shell; spouse: string }): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.title(spouse) },
    html`<h1 class="govuk-heading-l">${t.title(spouse)}</h1>
<p class="govuk-body">${t.lead}</p>
<h2 class="govuk-heading-s">${t.can}</h2>
<ul class="govuk-list govuk-list--bullet">${t.canList.map((line) => html`<li>${line}</li>`)}</ul>
<h2 class="govuk-heading-s">${t.cannot}</h2>
<ul class="govuk-list govuk-list--bullet">${t.cannotList.map((line) => html`<li>${line}</li>`)}</ul>
<p class="govuk-body">${t.told}</p>
${form(
  shell,
  { action: "/delegations" },
  html`<div class="govuk-button-group">
${button({ text: t.grant, name: "answer", value: "grant", preventDoubleClick: true })}
${button({ text: t.later, name: "answer", value: "later", classes: "govuk-button--secondary", preventDoubleClick: true })}
</div>`,
)}
${details({ summaryText: t.why, text: t.whyText })}`,
  );
}
