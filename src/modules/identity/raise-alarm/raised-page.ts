import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { panel } from "../../../design/components/panel.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { doers } from "./acts.ts";
import { alarmAdvice, talk } from "./choose-page.ts";
import type { ShownActs, ShownAlarm } from "./read-alarm.ts";

const words = {
  fr: {
    title: "C’est enregistré",
    number: "Votre numéro de signalement",
    closedTitle: "Ce qui est fermé",
    closed: [
      "L’accès à votre compte : plus personne n’entre, même avec votre mot de passe.",
      "Toutes les connexions en cours, sur tous les appareils, y compris celui-ci.",
      "Vos clés d’accès et vos appareils de confiance, si vous en aviez : ils sont retirés. Vous les ajouterez de nouveau depuis votre espace, une fois l’accès retrouvé.",
    ],
    told: "Nous vous l’avons aussi écrit, et notre équipe est prévenue.",
    maybe:
      "Si ce numéro et cette date de naissance sont ceux d’un compte, l’accès à ce compte est fermé dès maintenant, ses clés d’accès sont retirées, et un message part à ses coordonnées confirmées. Notre équipe est prévenue.",
    maybeNot: "Vous ne recevez rien dans les minutes qui viennent ? Appelez-nous avec le numéro ci-dessus.",
    open: "Votre compte reste ouvert. Notre équipe est prévenue, avec ce que vous avez raconté.",
    nextTitle: "Que faire maintenant",
    recover: "Rouvrir mon compte",
    recoverText:
      "Quand vous voulez : un code part à vos coordonnées confirmées, et vous choisissez un nouveau mot de passe. L’ancien ne sert plus.",
    keep: "Gardez le numéro de signalement : il suffit pour nous en reparler.",
    actsTitle: "Ce qui a été fait sur votre compte",
    span: (from: string, to: string) => `Du ${from} au ${to} :`,
    own: "Ce qui a été fait depuis votre compte avant votre signalement est considéré comme fait par vous. Vous ne reconnaissez pas quelque chose dans cette liste ? Dites-le-nous tout de suite, avec votre numéro de signalement.",
    nothing: "Rien n’a été fait sur votre compte pendant ce temps.",
    more: "La liste est longue : voici les 200 dernières opérations. Pour les précédentes, demandez-nous.",
    mine: "Mon dernier signalement",
    none: "Vous n’avez rien signalé ces 30 derniers jours.",
    report: "Signaler un danger",
    home: "Aller à mon espace",
    front: "Revenir à l’accueil du site",
    reported: "Signalé le",
  },
  en: {
    title: "Your report is recorded",
    number: "Your report number",
    closedTitle: "What is closed",
    closed: [
      "Access to your account: nobody gets in any more, even with your password.",
      "Every open session, on every device, this one included.",
      "Your passkeys and trusted devices, if you had any: they are removed. Add them again once you are back in your account.",
    ],
    told: "We have also written to you, and our team has been told.",
    maybe:
      "If this number and this date of birth are those of an account, access to it is closed from now on, its passkeys are removed, and a message goes to its confirmed contact details. Our team has been told.",
    maybeNot: "Nothing received in the next minutes? Call us with the number above.",
    open: "Your account stays open. Our team has been told, with what you wrote.",
    nextTitle: "What to do now",
    recover: "Open my account again",
    recoverText:
      "Whenever you like: a code goes to your confirmed contact details, and you choose a new password. The old one no longer works.",
    keep: "Keep the report number: it is all we need to talk about it again.",
    actsTitle: "What was done on your account",
    span: (from: string, to: string) => `From ${from} to ${to}:`,
    own: "What was done from your account before your report counts as done by you. You do not recognise something in this list? Tell us at once, with your report number.",
    nothing: "Nothing was done on your account during that time.",
    more: "The list is long: here are the last 200 operations. Ask us for those before.",
    mine: "My last report",
    none: "You have reported nothing in the last 30 days.",
    report: "Report a danger",
    home: "Go to my account",
    front: "Back to the front page",
    reported: "Reported on",
  },
};

type RaisedPage = { shell: Shell; alarm: ShownAlarm; timeZone: string };

/** Right after the report: its number, what is closed, what to do, what was done before (CN-09). */
export function alarmRaisedPage({ shell, alarm, timeZone }: RaisedPage): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title },
    html`${panel({ titleText: t.title, html: html`${t.number}<br><strong>${alarm.caseNumber}</strong>` })}
${alarm.closed === "yes" && closedPart(language)}
${alarm.closed === "if known" && html`<p class="govuk-body">${t.maybe}</p><p class="govuk-body">${t.maybeNot}</p>`}
${alarm.closed === "no" && html`<p class="govuk-body">${t.open}</p>`}
<h2 class="govuk-heading-m">${t.nextTitle}</h2>
${
  alarm.closed === "no"
    ? button(shell.visitor ? { text: t.home, href: "/home" } : { text: t.front, href: "/" })
    : html`<p class="govuk-body">${t.recoverText}</p>${button({ text: t.recover, href: "/recoveries/new" })}`
}
<p class="govuk-body">${t.keep}</p>
<p class="govuk-body">${alarmAdvice(language)}</p>
${alarm.acts && actsPart(language, alarm.acts, alarm.reportedAt, timeZone)}
${talk(shell)}`,
  );
}

/** Signed in again: the last report, and what was done before it. */
export function lastAlarmPage(given: Omit<RaisedPage, "alarm"> & { alarm: ShownAlarm | undefined }): Html {
  const { shell, alarm, timeZone } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.mine, back: "/home" },
    html`<h1 class="govuk-heading-l">${t.mine}</h1>
${
  alarm
    ? html`<p class="govuk-body">${t.number} : <strong>${alarm.caseNumber}</strong><br>
${t.reported} ${moment(language, alarm.reportedAt, timeZone)}</p>
${alarm.acts && actsPart(language, alarm.acts, alarm.reportedAt, timeZone)}
${talk(shell)}`
    : html`<p class="govuk-body">${t.none}</p>${button({ text: t.report, href: "/alarms/new" })}`
}`,
  );
}

const closedPart = (language: Language): Html => {
  const t = words[language];
  return html`<h2 class="govuk-heading-m">${t.closedTitle}</h2>
<ul class="govuk-list govuk-list--bullet">${t.closed.map((one) => html`<li>${one}</li>`)}</ul>
<p class="govuk-body">${t.told}</p>`;
};

function actsPart(language: Language, { since, acts, more }: ShownActs, until: Date, timeZone: string): Html {
  const t = words[language];
  const at = (date: Date) => moment(language, date, timeZone);
  return html`<h2 class="govuk-heading-m">${t.actsTitle}</h2>
<p class="govuk-body">${t.own}</p>
<p class="govuk-body">${t.span(at(since), at(until))}</p>
${
  acts.length === 0
    ? html`<p class="govuk-body">${t.nothing}</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${acts.map(
        (one) =>
          html`<li><strong>${one.says[language]}</strong>, ${doers[one.by][language]}<br>${at(one.at)}</li>`,
      )}</ul>`
}
${more && html`<p class="govuk-body">${t.more}</p>`}`;
}
