import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { tag } from "../../../design/components/tag.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, form, refusal, whyDoISeeThis } from "../../../design/patterns.ts";
import { type ContactPoint, callName, maskContact } from "../../identity/index.ts";
import type { Home, ShownMember } from "./home.ts";

const words = {
  fr: {
    title: "Mon espace",
    hello: (name: string) => `Bonjour ${name}`,
    signedIn: "Vous êtes connecté(e) en tant que",
    quality: "Votre qualité sur le dossier",
    fileNumber: "Numéro de dossier",
    previous: "Connexion précédente",
    firstTime: "C’est votre première connexion.",
    notMe: "Ce n’était pas moi",
    notMeText:
      "Changez tout de suite votre mot de passe : les autres sessions seront fermées. Puis prévenez-nous par téléphone.",
    change: "Changer mon mot de passe",
    sessions: "Voir où je suis connecté(e)",
    household: "Votre foyer",
    you: "vous",
    born: "naissance :",
    contacts: "Vos coordonnées de contact",
    none: "Vous n’avez pas encore donné de coordonnées. Sans elles, vous ne pourrez pas retrouver votre accès seul.",
    mail: "Mail :",
    mobile: "Mobile :",
    verified: "confirmé",
    toConfirm: "à confirmer",
    give: "Donner ou changer mes coordonnées",
    delegation: "Gestion du dossier",
    granted: (name: string) => `Vous avez confié la gestion du dossier à ${name}.`,
    notGranted: (name: string) => `${name} ne gère pas le dossier avec vous.`,
    grant: "Confier la gestion à mon conjoint",
    takeBack: "Retirer cette délégation",
    protection: "Votre protection",
    safety: "Garder mon compte en sécurité",
    estimate: "Estimer mes droits",
    estimateText:
      "Ce que vous pourriez recevoir chaque mois, et pourquoi. C’est une estimation, pas une décision.",
  },
  en: {
    title: "My account",
    hello: (name: string) => `Hello ${name}`,
    signedIn: "You are signed in as",
    quality: "Your quality on the file",
    fileNumber: "File number",
    previous: "Previous sign-in",
    firstTime: "This is your first sign-in.",
    notMe: "This was not me",
    notMeText: "Change your password at once: the other sessions will be closed. Then tell us by phone.",
    change: "Change my password",
    sessions: "See where I am signed in",
    household: "Your household",
    you: "you",
    born: "birth:",
    contacts: "Your contact details",
    none: "You have not given any contact details yet. Without them you will not be able to get back in by yourself.",
    mail: "Mail:",
    mobile: "Mobile:",
    verified: "confirmed",
    toConfirm: "to confirm",
    give: "Give or change my contact details",
    delegation: "Running the file",
    granted: (name: string) => `You have entrusted the file to ${name}.`,
    notGranted: (name: string) => `${name} does not run the file with you.`,
    grant: "Entrust the file to my spouse",
    takeBack: "Take this delegation back",
    protection: "Your protection",
    safety: "Keep my account safe",
    estimate: "Estimate my rights",
    estimateText: "What you could receive each month, and why. It is an estimate, not a decision.",
  },
};

const roles = {
  holder: { fr: "allocataire", en: "holder" },
  spouse: { fr: "conjoint", en: "spouse" },
  child: { fr: "enfant", en: "child" },
  other: { fr: "autre membre", en: "other member" },
} satisfies Record<ShownMember["role"], Sentence>;

const measures = {
  assistance: {
    fr: "Une personne vous aide dans vos démarches depuis le",
    en: "Someone has assisted you in your procedures since",
  },
  representation: {
    fr: "Une personne vous représente dans vos démarches depuis le",
    en: "Someone has represented you in your procedures since",
  },
  accounts: {
    fr: "Une personne gère vos comptes depuis le",
    en: "Someone has managed your accounts since",
  },
} satisfies Record<NonNullable<Home["protection"]>["kind"], Sentence>;

const itsOwnWay = {
  fr: "Vous avez chacun votre propre accès. Gardez votre mot de passe pour vous.",
  en: "Each of you has their own access. Keep your password to yourself.",
};

export type HomePage = {
  shell: Shell;
  home: Home;
  quality: Sentence;
  advice: readonly Sentence[];
  /** The institution's site estimates rights. */
  simulator: boolean;
};

export function homePage({ shell, home, quality, advice, simulator }: HomePage): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, width: "wide" },
    html`<h1 class="govuk-heading-xl">${t.hello(callName(home.person))}</h1>
${summaryList({ rows: identityRows(language, home, quality) })}
${details({
  summaryText: t.notMe,
  html: html`<p class="govuk-body">${t.notMeText} <strong>${shell.brand.help.phone}</strong></p>${button({ text: t.change, href: "/password/change" })}`,
})}
<div class="foyer-grid">
${home.protection && card({ title: t.protection, content: { html: protection(language, home.protection) } })}
${card({ title: t.household, content: { html: household(language, home) } })}
${home.delegation && card({ title: t.delegation, content: { html: delegation(shell, home.delegation) } })}
${simulator && card({ title: t.estimate, href: "/simulations/new", content: { text: t.estimateText } })}
${card({ title: t.contacts, content: { html: contacts(language, home.contacts) } })}
${card({
  title: t.safety,
  content: {
    html: html`<ul class="govuk-list govuk-list--bullet">${advice.map((one) => html`<li>${one[language]}</li>`)}</ul>
<ul class="govuk-list"><li><a class="govuk-link" href="/password/change">${t.change}</a></li><li><a class="govuk-link" href="/sessions">${t.sessions}</a></li></ul>`,
  },
})}
</div>`,
  );
}

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });

function identityRows(language: Language, home: Home, quality: Sentence) {
  const t = words[language];
  const before = home.previousSignInAt;
  return [
    row(t.signedIn, callName(home.person)),
    row(t.quality, quality[language]),
    ...(home.fileNumber ? [row(t.fileNumber, home.fileNumber)] : []),
    row(t.previous, before ? moment(language, before, home.timeZone) : t.firstTime),
  ];
}

function household(language: Language, home: Home): Html {
  const t = words[language];
  if ("refused" in home.household) return refusal(language, home.household.refused);
  const { members, because } = home.household;
  return html`<ul class="govuk-list govuk-list--spaced">${members.map(
    ({ person, role, self }) => html`<li><strong>${callName(person)}</strong>${self && ` (${t.you})`}<br>
${roles[role][language]}, ${t.born} ${civilDate(language, person.birthDate)}</li>`,
  )}</ul>
${whyDoISeeThis(language, [because])}`;
}

function delegation(shell: Shell, { spouse, granted }: NonNullable<Home["delegation"]>): Html {
  const t = words[shell.language];
  return granted
    ? html`<p class="govuk-body">${t.granted(callName(spouse))}</p>
${form(shell, { action: "/delegations/end" }, button({ text: t.takeBack, classes: "govuk-button--secondary", preventDoubleClick: true }))}`
    : html`<p class="govuk-body">${t.notGranted(callName(spouse))}</p>
<p class="govuk-body"><a class="govuk-link" href="/delegations/new">${t.grant}</a></p>`;
}

function contacts(language: Language, points: readonly ContactPoint[]): Html {
  const t = words[language];
  return html`${
    points.length === 0
      ? insetText({ text: t.none })
      : html`<ul class="govuk-list govuk-list--spaced">${points.map(
          (point) =>
            html`<li>${t[point.kind]} ${maskContact(point)} ${tag({
              text: point.verifiedAt ? t.verified : t.toConfirm,
              classes: point.verifiedAt ? "govuk-tag--green" : "govuk-tag--yellow",
            })}</li>`,
        )}</ul>`
  }
<p class="govuk-body"><a class="govuk-link" href="/contacts">${t.give}</a></p>`;
}

const protection = (language: Language, { kind, from }: NonNullable<Home["protection"]>): Html =>
  html`<p class="govuk-body">${measures[kind][language]} ${civilDate(language, from)}. ${itsOwnWay[language]}</p>`;
