import { askedFor } from "../../../../law/credentials/second-step.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form, passkeyForm, phoneLine, whyDoISeeThis } from "../../../design/patterns.ts";
import { maskContact } from "../contact/contact.ts";
import { secondStepPath } from "../first-sign-in/gate.ts";
import type { AtSecondStep } from "./second-step.ts";

const words = {
  fr: {
    title: "Vérifier que c’est bien vous",
    lead: "Votre mot de passe est bon. Il reste une étape : montrez que c’est vous, avec quelque chose que personne d’autre n’a.",
    mobile: (where: string) => `Recevoir un code par SMS au ${where}`,
    mail: (where: string) => `Recevoir un code par mail à ${where}`,
    passkey: "Utiliser ma clé d’accès",
    got: "J’ai déjà reçu un code",
    lost: "Je n’ai plus ce téléphone ou cette adresse",
    lostText:
      "S’il y a un autre moyen sur cette page, prenez-le. Sinon, donnez-nous de nouvelles coordonnées : il faudra montrer qui vous êtes.",
    lostLink: "Donner de nouvelles coordonnées",
    stop: "Vous préférez arrêter ?",
    signOut: "Me déconnecter",
    noneTitle: "Nous ne pouvons pas vérifier que c’est vous ici",
    none: "Il faudrait vous envoyer un code, et nous n’avons ni adresse mail ni mobile que vous ayez confirmés. Rien n’est perdu : votre dossier est intact, et nous pouvons vous rendre votre accès.",
  },
  en: {
    title: "Check that it is you",
    lead: "Your password is right. One step is left: show that it is you with something that you alone have.",
    mobile: (where: string) => `Receive a code by text message at ${where}`,
    mail: (where: string) => `Receive a code by mail at ${where}`,
    passkey: "Use my passkey",
    got: "I already have a code",
    lost: "I no longer have this phone or this address",
    lostText:
      "If there is another way on this page, take it. Otherwise, give us new contact details: you will have to show who you are.",
    lostLink: "Give new contact details",
    stop: "Would you rather stop?",
    signOut: "Sign out",
    noneTitle: "We cannot check here that it is you",
    none: "We would have to send you a code, and we have no mail address or mobile that you confirmed. Nothing is lost: your file is safe, and we can give you your access back.",
  },
};

const noScript: Sentence = {
  fr: "Votre clé d’accès ne peut pas servir dans ce navigateur : elle a besoin de JavaScript. Demandez plutôt un code.",
  en: "Your passkey cannot be used in this browser: it needs JavaScript. Ask for a code instead.",
};

export type SecondStepPage = { shell: Shell; at: AtSecondStep; next: string; error?: Sentence };

/** How to do the second step: each way is one button. */
export function secondStepPage({ shell, at, next, error }: SecondStepPage): Html {
  const { language } = shell;
  const t = words[language];
  if (at.contacts.length === 0 && !at.hasPasskey) return noWayPage(shell);
  const said = error?.[language];
  return page(
    shell,
    { title: t.title, errors: said !== undefined },
    html`${errorSummaryFrom(language, { ways: said })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<div id="ways" tabindex="-1"${said && html` aria-describedby="ways-error"`}>
${said && html`<p class="govuk-error-message" id="ways-error">${said}</p>`}
${at.contacts.map((point, index) =>
  form(
    shell,
    { action: `${secondStepPath}/codes` },
    html`<input type="hidden" name="kind" value="${point.kind}"><input type="hidden" name="seen" value="${at.seen}"><input type="hidden" name="next" value="${next}">
${button({ text: t[point.kind](maskContact(point)), preventDoubleClick: true, ...(index > 0 && { classes: "govuk-button--secondary" }) })}`,
  ),
)}
${
  at.hasPasskey &&
  passkeyForm(
    shell,
    {
      action: `${secondStepPath}/passkey`,
      challenges: `${secondStepPath}/challenges`,
      does: "sign",
      button: t.passkey,
      secondary: at.contacts.length > 0,
      otherwise: noScript,
      tellsUnsupported: at.contacts.length === 0,
    },
    html`<input type="hidden" name="next" value="${next}">`,
  )
}
</div>
${at.waiting?.state === "open" && html`<p class="govuk-body"><a class="govuk-link" href="${withNext(`${secondStepPath}/code`, next)}">${t.got}</a></p>`}
${lostDetails(shell)}
${whyDoISeeThis(language, [{ says: askedFor.says }])}
${signOutForm(shell)}`,
  );
}

/** Where no code can be sent and there is no passkey: the ways that stay open. */
function noWayPage(shell: Shell): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.noneTitle },
    html`<h1 class="govuk-heading-l">${t.noneTitle}</h1>
<p class="govuk-body">${t.none}</p>
${helpLines(shell, language)}
${signOutForm(shell)}`,
  );
}

export const lostDetails = (shell: Shell): Html => {
  const t = words[shell.language];
  return details({
    summaryText: t.lost,
    html: html`<p class="govuk-body">${t.lostText}</p>${helpLines(shell, shell.language)}`,
  });
};

const helpLines = ({ brand }: Shell, language: Language) => html`
<p class="govuk-body"><a class="govuk-link" href="/lost-contacts/new">${words[language].lostLink}</a></p>
${phoneLine(language, brand.help)}
<p class="govuk-body">${brand.help.desk[language]}</p>`;

/** The header only knows who is wholly signed in: the way out stands on the page. */
export const signOutForm = (shell: Shell): Html => {
  const t = words[shell.language];
  return html`<p class="govuk-body">${t.stop}</p>
${form(shell, { action: "/sessions/current/end" }, button({ text: t.signOut, classes: "govuk-button--secondary", preventDoubleClick: true }))}`;
};

/** The address of a page of this step, which then leads on to `next`. */
export const withNext = (path: string, next: string): string =>
  next === "/home" ? path : `${path}?${new URLSearchParams({ next })}`;
