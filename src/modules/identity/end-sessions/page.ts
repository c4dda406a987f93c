import { button } from "../../../design/components/button.ts";
import { tag } from "../../../design/components/tag.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";
import { unknownDevice } from "../session/device.ts";
import type { OpenSession } from "./end-sessions.ts";

const words = {
  fr: {
    title: "Mes connexions en cours",
    lead: "Voici les appareils sur lesquels votre espace est ouvert en ce moment. Si vous n’en reconnaissez pas un, fermez-le, puis changez votre mot de passe.",
    here: "cet appareil",
    since: "Ouverte le",
    seen: "Utilisée pour la dernière fois le",
    end: (device: string) => `Fermer la session ${device}`,
    others: "Fermer toutes les autres",
    alone: "Votre espace n’est ouvert nulle part ailleurs.",
    change: "Changer mon mot de passe",
  },
  en: {
    title: "Where I am signed in",
    lead: "These are the devices on which your account is open right now. If you do not recognise one, close it, then change your password.",
    here: "this device",
    since: "Opened on",
    seen: "Last used on",
    end: (device: string) => `Close the session ${device}`,
    others: "Close all the others",
    alone: "Your account is open nowhere else.",
    change: "Change my password",
  },
};

export function sessionsPage(given: {
  shell: Shell;
  sessions: readonly OpenSession[];
  timeZone: string;
}): Html {
  const { shell, sessions, timeZone } = given;
  const { language } = shell;
  const t = words[language];
  const others = sessions.filter((one) => !one.isThis);
  return page(
    shell,
    { title: t.title, back: "/home" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${sessions.map((one) => {
  const device = one.device || unknownDevice[language];
  return html`<section>
<h2 class="govuk-heading-s">${device} ${one.isThis && tag({ text: t.here })}</h2>
<p class="govuk-body">${t.since} ${moment(language, one.startedAt, timeZone)}<br>
${t.seen} ${moment(language, one.lastSeenAt, timeZone)}</p>
${!one.isThis && form(shell, { action: `/sessions/${one.sessionId}/end` }, button({ text: t.end(device), classes: "govuk-button--secondary", preventDoubleClick: true }))}
</section>`;
})}
${
  others.length === 0
    ? html`<p class="govuk-body">${t.alone}</p>`
    : form(shell, { action: "/sessions/others/end" }, button({ text: t.others, preventDoubleClick: true }))
}
<p class="govuk-body"><a class="govuk-link" href="/password/change">${t.change}</a></p>`,
  );
}
