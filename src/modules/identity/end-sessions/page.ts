import { button } from "../../../design/components/button.ts";
import { tag } from "../../../design/components/tag.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";
import { unknownDevice } from "../session/device.ts";
import type { TrustedDevice } from "../trusted-devices/trusted-devices.ts";
import type { OpenSession } from "./end-sessions.ts";

const words = {
  fr: {
    title: "Mes connexions en cours",
    lead: "Voici les appareils sur lesquels votre espace est ouvert en ce moment. Si vous n’en reconnaissez pas un, fermez-le, puis changez votre mot de passe.",
    here: "cet appareil",
    since: "Ouverte le",
    seen: "Utilisée pour la dernière fois le",
    end: (device: string) => `Fermer la session ${device}`,
    handed: "avec le mot de passe que nous vous avons remis",
    ways: {
      password: "avec votre mot de passe",
      "old password": "avec l’ancien mot de passe du dossier",
      passkey: "avec une clé d’accès",
      franceconnect: "par FranceConnect",
    },
    steps: {
      code: ", puis un code",
      passkey: ", puis une clé d’accès",
      "trusted device": ", sur un appareil de confiance",
    },
    due: "deuxième étape non passée",
    new: "nouvel appareil",
    app: "Fermer une session d’un autre appareil déconnecte aussi l’application mobile : vous vous y connecterez de nouveau.",
    others: "Fermer toutes les autres",
    othersTrust: "Cela retire aussi votre confiance aux autres appareils.",
    alone: "Votre espace n’est ouvert nulle part ailleurs.",
    devices: "Mes appareils de confiance",
    devicesLead: "Sur ces appareils, nous ne vous demandons pas la deuxième étape.",
    noDevice: "Vous ne faites confiance à aucun appareil pour le moment.",
    until: "Jusqu’au",
    endTrust: (device: string) => `Ne plus faire confiance à ${device}`,
    twoSteps: "Vérification en deux étapes",
    passkeys: "Mes clés d’accès",
    change: "Changer mon mot de passe",
  },
  en: {
    title: "Where I am signed in",
    lead: "These are the devices on which your account is open right now. If you do not recognise one, close it, then change your password.",
    here: "this device",
    since: "Opened on",
    seen: "Last used on",
    end: (device: string) => `Close the session ${device}`,
    handed: "with the password we handed over to you",
    ways: {
      password: "with your password",
      "old password": "with the old password of the file",
      passkey: "with a passkey",
      franceconnect: "through FranceConnect",
    },
    steps: {
      code: ", then a code",
      passkey: ", then a passkey",
      "trusted device": ", on a trusted device",
    },
    due: "second step not done",
    new: "new device",
    app: "Closing a session on another device also signs the mobile app out: you then sign in there again.",
    others: "Close all the others",
    othersTrust: "This also takes your trust back from the other devices.",
    alone: "Your account is open nowhere else.",
    devices: "Devices I trust",
    devicesLead: "On these devices we do not ask you for the second step.",
    noDevice: "You trust no device at the moment.",
    until: "Until",
    endTrust: (device: string) => `No longer trust ${device}`,
    twoSteps: "Two-step verification",
    passkeys: "My passkeys",
    change: "Change my password",
  },
};

export type SessionsPage = {
  shell: Shell;
  sessions: readonly OpenSession[];
  devices: readonly TrustedDevice[];
  timeZone: string;
};

export function sessionsPage({ shell, sessions, devices, timeZone }: SessionsPage): Html {
  const { language } = shell;
  const t = words[language];
  const others = sessions.filter((one) => !one.isThis);
  return page(
    shell,
    { title: t.title, back: "/home" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${others.length > 0 && hasApp(shell) && html`<p class="govuk-body">${t.app}</p>`}
${sessions.map((one) => {
  const device = one.device || unknownDevice[language];
  return html`<section>
<h2 class="govuk-heading-s">${device} ${one.isThis && tag({ text: t.here })} ${one.newDevice && tag({ text: t.new, classes: "govuk-tag--yellow" })} ${one.secondStepDue && tag({ text: t.due, classes: "govuk-tag--red" })}</h2>
<p class="govuk-body">${t.since} ${moment(language, one.startedAt, timeZone)}, ${one.enteredBy === "old password" && shell.brand.accounts?.oldPasswordDigits === undefined ? t.handed : t.ways[one.enteredBy]}${one.secondStepBy && t.steps[one.secondStepBy]}<br>
${t.seen} ${moment(language, one.lastSeenAt, timeZone)}</p>
${!one.isThis && form(shell, { action: `/sessions/${one.sessionId}/end` }, button({ text: t.end(device), classes: "govuk-button--secondary", preventDoubleClick: true }))}
</section>`;
})}
${
  others.length === 0
    ? html`<p class="govuk-body">${t.alone}</p>`
    : form(
        shell,
        { action: "/sessions/others/end" },
        html`${devices.length > 0 && html`<p class="govuk-body">${t.othersTrust}</p>`}
${button({ text: t.others, preventDoubleClick: true })}`,
      )
}
<h2 class="govuk-heading-m">${t.devices}</h2>
${trusted(shell, devices, timeZone)}
<ul class="govuk-list">
  <li><a class="govuk-link" href="/second-step">${t.twoSteps}</a></li>
  <li><a class="govuk-link" href="/passkeys">${t.passkeys}</a></li>
  <li><a class="govuk-link" href="/password/change">${t.change}</a></li>
</ul>`,
  );
}

const hasApp = ({ brand }: Shell): boolean =>
  brand.accounts?.connect?.sites.some(({ kind }) => kind === "app") ?? false;

function trusted(shell: Shell, devices: readonly TrustedDevice[], timeZone: string): Html {
  const { language } = shell;
  const t = words[language];
  if (devices.length === 0) return html`<p class="govuk-body">${t.noDevice}</p>`;
  return html`<p class="govuk-body">${t.devicesLead}</p>
${devices.map(({ deviceId, device, until, isThis }) => {
  const name = device || unknownDevice[language];
  return html`<section>
<h3 class="govuk-heading-s">${name} ${isThis && tag({ text: t.here })}</h3>
<p class="govuk-body">${t.until} ${moment(language, until, timeZone)}</p>
${form(shell, { action: `/trusted-devices/${deviceId}/end` }, button({ text: t.endTrust(name), classes: "govuk-button--secondary", preventDoubleClick: true }))}
</section>`;
})}`;
}
