import { panel } from "../../../design/components/panel.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";

const words = {
  fr: {
    title: "Votre séparation est déclarée",
    text: "Chacun de vous ne voit plus que ce qui le concerne.",
    next: "Et maintenant ?",
    nextList: [
      "Un agent vous recontacte pour faire le point sur vos droits. Vous n’avez rien d’autre à envoyer pour l’instant.",
      "Vos coordonnées ne sont-elles qu’à vous ? Vérifiez que l’autre personne ne lit pas votre boîte mail.",
      "Votre mot de passe était-il connu de l’autre personne ? Changez-le.",
    ],
    contacts: "Vérifier mes coordonnées",
    password: "Changer mon mot de passe",
    back: "Revenir à mon espace",
  },
  en: {
    title: "Your separation is declared",
    text: "Each of you now sees only what is about themselves.",
    next: "What happens now?",
    nextList: [
      "An agent will contact you to go through your rights. You have nothing else to send for now.",
      "Are your contact details yours alone? Check that the other person does not read your mailbox.",
      "Did the other person know your password? Change it.",
    ],
    contacts: "Check my contact details",
    password: "Change my password",
    back: "Back to my account",
  },
};

/** It is done, and what comes next. */
export function declaredPage(shell: Shell): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.title },
    html`${panel({ titleText: t.title, text: t.text })}
<h2 class="govuk-heading-m">${t.next}</h2>
<ul class="govuk-list govuk-list--bullet">${t.nextList.map((line) => html`<li>${line}</li>`)}</ul>
<p class="govuk-body"><a class="govuk-link" href="/contacts">${t.contacts}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/password/change">${t.password}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/home">${t.back}</a></p>`,
  );
}
