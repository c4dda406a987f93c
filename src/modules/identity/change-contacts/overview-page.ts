import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { tag } from "../../../design/components/tag.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { success } from "../../../design/patterns.ts";
import { type ContactKind, maskContact, writtenMobile } from "../contact/contact.ts";
import type { Overview, Pending, ShownPoint } from "./overview.ts";

/** What was just done, said once at the top. */
const doneWords = {
  changed: {
    fr: "C’est confirmé. Vos coordonnées sont à jour.",
    en: "It is confirmed. Your contact details are up to date.",
  },
  removed: {
    fr: "C’est retiré. Vos coordonnées sont à jour.",
    en: "It is removed. Your contact details are up to date.",
  },
  notices: {
    fr: "C’est confirmé. Les messages sur votre dossier arriveront à cette adresse.",
    en: "It is confirmed. Messages about your file will arrive at this address.",
  },
};

export type Done = keyof typeof doneWords;

const words = {
  fr: {
    title: "Vos coordonnées de contact",
    use: "Elles servent à vous prévenir de ce qui se passe sur votre dossier et à retrouver votre accès. En les donnant, vous acceptez de recevoir ces messages. Tenez-les à jour : un mail ou un mobile que vous n’avez plus ne vous préviendra de rien.",
    kind: { mail: "Adresse mail", mobile: "Numéro de mobile" },
    notices: "Messages sur votre dossier",
    confirmed: { mail: "confirmée", mobile: "confirmé" },
    toConfirm: "à confirmer",
    only: "pour les messages seulement",
    none: { mail: "Pas d’adresse mail confirmée.", mobile: "Pas de mobile confirmé." },
    sameAs: {
      mail: "Ils arrivent à votre adresse mail confirmée.",
      mobile: "Ils arrivent par SMS, à votre mobile confirmé.",
    },
    replaced: {
      mail: (old: string, at: string, until: string) =>
        `Remplace ${old} depuis le ${at}. Jusqu’au ${until}, l’ancienne adresse peut annuler ce changement, et c’est elle qui rend l’accès.`,
      mobile: (old: string, at: string, until: string) =>
        `Remplace le ${old} depuis le ${at}. Jusqu’au ${until}, l’ancien numéro peut annuler ce changement, et c’est lui qui rend l’accès.`,
    },
    added: (at: string, until: string) =>
      `Ajout du ${at}. Jusqu’au ${until}, vos autres coordonnées peuvent l’annuler, et ce sont elles qui rendent l’accès.`,
    removed: (old: string, at: string, until: string) =>
      `Vous avez retiré ${old} le ${at}. Jusqu’au ${until}, ce retrait peut être annulé depuis là.`,
    change: "Changer",
    add: "Ajouter",
    confirm: "Confirmer",
    remove: "Retirer",
    other: "Les recevoir à une autre adresse",
    nextPending: "Il vous reste une coordonnée à confirmer.",
    confirmIt: { mail: "Confirmer mon adresse mail", mobile: "Confirmer mon mobile" },
    allSet: "Tout est en ordre.",
    home: "Revenir à mon espace",
    wrong: "Une erreur dans vos données ?",
    wrongText:
      "Vos coordonnées se corrigent ici même. Pour le reste, votre nom, votre naissance, votre foyer, dites-le-nous : nous corrigerons avec vous.",
    tell: "Signaler une erreur",
  },
  en: {
    title: "Your contact details",
    use: "We use them to tell you what happens on your file, and to let you back in. By giving them you agree to get these messages. Keep them up to date: a mailbox or a mobile that you no longer have will tell you nothing.",
    kind: { mail: "Mail address", mobile: "Mobile number" },
    notices: "Messages about your file",
    confirmed: { mail: "confirmed", mobile: "confirmed" },
    toConfirm: "to confirm",
    only: "for messages only",
    none: { mail: "No confirmed mail address.", mobile: "No confirmed mobile." },
    sameAs: {
      mail: "They arrive at your confirmed mail address.",
      mobile: "They arrive by text message, on your confirmed mobile.",
    },
    replaced: {
      mail: (old: string, at: string, until: string) =>
        `Replaces ${old} since ${at}. Until ${until}, the old address can undo this change, and it is the one that lets you back in.`,
      mobile: (old: string, at: string, until: string) =>
        `Replaces ${old} since ${at}. Until ${until}, the old number can undo this change, and it is the one that lets you back in.`,
    },
    added: (at: string, until: string) =>
      `Added on ${at}. Until ${until}, your other contact details can undo this, and they are the ones that let you back in.`,
    removed: (old: string, at: string, until: string) =>
      `You removed ${old} on ${at}. Until ${until}, this can be undone from there.`,
    change: "Change",
    add: "Add",
    confirm: "Confirm",
    remove: "Remove",
    other: "Receive them at another address",
    nextPending: "One contact detail is left to confirm.",
    confirmIt: { mail: "Confirm my mail address", mobile: "Confirm my mobile" },
    allSet: "All is in order.",
    home: "Back to my account",
    wrong: "Something wrong in your data?",
    wrongText:
      "Your contact details are corrected right here. For the rest, your name, your birth, your household, tell us: we will correct it with you.",
    tell: "Report an error",
  },
};

/** All the person's contact points, the state of each, and what may be done with it (MC-17, MC-22). */
export function overviewPage(given: { shell: Shell; overview: Overview; done?: Done | undefined }): Html {
  const { shell, overview, done } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: "/home" },
    html`${done && success(language, { text: doneWords[done][language] })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.use}</p>
${kinds.map((kind) => section(language, kind, overview))}
${notices(language, overview)}
${nextStep(shell, overview)}
<h2 class="govuk-heading-m">${t.wrong}</h2>
<p class="govuk-body">${t.wrongText}</p>
<p class="govuk-body"><a class="govuk-link" href="/contact">${t.tell}</a></p>`,
  );
}

const kinds = ["mail", "mobile"] as const satisfies readonly ContactKind[];

function section(language: Language, kind: ContactKind, { points, timeZone }: Overview): Html {
  const t = words[language];
  const { inUse, pending, isOnlyOne, change } = points[kind];
  return html`<section>
<h2 class="govuk-heading-m">${t.kind[kind]}</h2>
${
  inUse === undefined
    ? html`<p class="govuk-body">${t.none[kind]}</p>`
    : state(written(kind, inUse), t.confirmed[kind], "green")
}
${change && html`<p class="govuk-hint">${windowOf(language, change, timeZone)}</p>`}
${pending && state(written(kind, pending.value), t.toConfirm, "yellow")}
${actions(t.kind[kind], [
  pending && { text: t.confirm, href: codeOf(kind, pending) },
  { text: inUse === undefined && !pending ? t.add : t.change, href: `/contacts/${kind}` },
  inUse !== undefined && !isOnlyOne && { text: t.remove, href: `/contacts/${kind}/removal` },
])}
</section>`;
}

function notices(language: Language, { points, notices: { inUse, pending } }: Overview): Html {
  const t = words[language];
  const own = points.mail.inUse === undefined ? "mobile" : "mail";
  return html`<section>
<h2 class="govuk-heading-m">${t.notices}</h2>
${inUse === undefined ? html`<p class="govuk-body">${t.sameAs[own]}</p>` : state(inUse, t.only, "green")}
${pending && state(pending.value, t.toConfirm, "yellow")}
${actions(t.notices, [
  pending?.isSent && { text: t.confirm, href: "/contacts/notices/code" },
  { text: inUse === undefined && !pending ? t.other : t.change, href: "/contacts/notices" },
])}
</section>`;
}

const state = (value: string, text: string, colour: "green" | "yellow") =>
  html`<p class="govuk-body"><strong>${value}</strong> ${tag({ text, classes: `govuk-tag--${colour}` })}</p>`;

type Action = { text: string; href: string };

/** Each link says to a screen reader what it is about. */
const actions = (about: string, items: readonly (Action | false | undefined)[]) =>
  html`<ul class="govuk-list">${items.map(
    (one) =>
      one &&
      html`<li><a class="govuk-link" href="${one.href}">${one.text}<span class="govuk-visually-hidden"> (${about})</span></a></li>`,
  )}</ul>`;

const written = (kind: ContactKind, value: string) => (kind === "mail" ? value : writtenMobile(value));

function windowOf(
  language: Language,
  { kind, from, to, changedAt, until }: NonNullable<ShownPoint["change"]>,
  timeZone: string,
) {
  const t = words[language];
  const [at, end] = [moment(language, changedAt, timeZone), moment(language, until, timeZone)];
  if (from === null) return t.added(at, end);
  const old = maskContact({ kind, value: from });
  return to === null ? t.removed(old, at, end) : t.replaced[kind](old, at, end);
}

/** What is left to confirm is the next step. */
function nextStep({ language }: Shell, { points }: Overview): Html {
  const t = words[language];
  const left = kinds.flatMap((kind) => withPending(kind, points[kind]));
  const [first] = left;
  return first
    ? html`<p class="govuk-body">${t.nextPending}</p>${button({ text: t.confirmIt[first.kind], href: codeOf(first.kind, first.pending) })}`
    : html`<p class="govuk-body">${t.allSet}</p>${button({ text: t.home, href: "/home" })}`;
}

const withPending = (kind: ContactKind, { pending }: ShownPoint) => (pending ? [{ kind, pending }] : []);

/** Where the code is typed, or asked for where none may still be typed. */
const codeOf = (kind: ContactKind, { isSent }: Pending) =>
  isSent ? `/contacts/${kind}/code` : `/contacts/${kind}`;
