import { onlyMailbox, secondStepLimits } from "../../../../law/credentials/second-step.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { tag } from "../../../design/components/tag.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form, success } from "../../../design/patterns.ts";
import { maskContact } from "../contact/contact.ts";
import type { SecondStepSettings } from "./turn-on.ts";

const words = {
  fr: {
    title: "Vérification en deux étapes",
    lead: "Un mot de passe peut être volé ou deviné. Avec une deuxième étape, il ne suffit plus : il faut aussi un code, envoyé à vous et à personne d’autre, ou votre clé d’accès.",
    state: "En ce moment :",
    on: "activée",
    off: "arrêtée",
    means: "Pour la deuxième étape, vous pouvez utiliser :",
    mobile: "un code par SMS au",
    mail: "un code par mail à",
    passkey: "une clé d’accès",
    none: "Pour l’activer, confirmez d’abord une adresse mail ou un numéro de mobile, ou créez une clé d’accès.",
    contacts: "Donner ou confirmer mes coordonnées",
    passkeys: "Mes clés d’accès",
    devices: "Mes connexions et mes appareils de confiance",
    turnOn: "Activer la vérification en deux étapes",
    turnOff: "L’arrêter",
    required: "Ici, elle vous est toujours demandée : elle ne peut pas être arrêtée.",
    turnedOn: "La deuxième étape vous sera demandée à votre prochaine connexion.",
    turnedOff: "Votre mot de passe suffit de nouveau pour entrer.",
  },
  en: {
    title: "Two-step verification",
    lead: "A password can be stolen or guessed. With a second step it is no longer enough: a code sent to you alone is needed too, or your passkey.",
    state: "Right now:",
    on: "on",
    off: "off",
    means: "For the second step you can use:",
    mobile: "a code by text message at",
    mail: "a code by mail at",
    passkey: "a passkey",
    none: "To turn it on, first confirm a mail address or a mobile number, or create a passkey.",
    contacts: "Give or confirm my contact details",
    passkeys: "My passkeys",
    devices: "Where I am signed in, and the devices I trust",
    turnOn: "Turn two-step verification on",
    turnOff: "Turn it off",
    required: "Here you are always asked for it: it cannot be turned off.",
    turnedOn: "You will be asked for the second step at your next sign-in.",
    turnedOff: "Your password is enough again to get in.",
  },
};

export type SecondStepSettingsPage = {
  shell: Shell;
  settings: SecondStepSettings;
  done?: "on" | "off" | undefined;
  error?: Sentence;
};

export function secondStepSettingsPage({ shell, settings, done, error }: SecondStepSettingsPage): Html {
  const { language } = shell;
  const t = words[language];
  const { on, policy, contacts, hasPasskey, mailCounts } = settings;
  const said = error?.[language];
  const none = contacts.length === 0 && !hasPasskey;
  const cannot = none && (!on || policy === "required");
  return page(
    shell,
    { title: t.title, back: "/home", errors: said !== undefined },
    html`${errorSummaryFrom(language, { turn: said })}
${done && success(language, { text: done === "on" ? t.turnedOn : t.turnedOff })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<p class="govuk-body">${secondStepLimits.trustedDays.says[language]}</p>
<p class="govuk-body">${t.state} ${tag({ text: on && !none ? t.on : t.off, classes: on && !none ? "govuk-tag--green" : "govuk-tag--grey" })}</p>
${
  cannot
    ? html`<p class="govuk-body">${mailCounts ? t.none : onlyMailbox[language]}</p>`
    : html`<p class="govuk-body">${t.means}</p>
<ul class="govuk-list govuk-list--bullet">${contacts.map((point) => html`<li>${t[point.kind]} ${maskContact(point)}</li>`)}${hasPasskey && html`<li>${t.passkey}</li>`}</ul>`
}
<div id="turn" tabindex="-1"${said && html` aria-describedby="turn-error"`}>
${said && html`<p class="govuk-error-message" id="turn-error">${said}</p>`}
${
  cannot
    ? button({ text: t.contacts, href: "/contacts" })
    : policy === "required"
      ? html`<p class="govuk-body">${t.required}</p>`
      : turn(shell, on)
}
</div>
<ul class="govuk-list">
  ${!cannot && html`<li><a class="govuk-link" href="/contacts">${t.contacts}</a></li>`}
  <li><a class="govuk-link" href="/passkeys">${t.passkeys}</a></li>
  <li><a class="govuk-link" href="/sessions">${t.devices}</a></li>
</ul>`,
  );
}

function turn(shell: Shell, on: boolean): Html {
  const t = words[shell.language];
  return on
    ? form(
        shell,
        { action: "/second-step/end" },
        button({ text: t.turnOff, classes: "govuk-button--secondary", preventDoubleClick: true }),
      )
    : form(shell, { action: "/second-step" }, button({ text: t.turnOn, preventDoubleClick: true }));
}
