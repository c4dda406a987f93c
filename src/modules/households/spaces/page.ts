import { lastDayBefore, measureKinds } from "../../../../law/access/guardianship.ts";
import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, form, notice } from "../../../design/patterns.ts";
import { callName, type Person } from "../../identity/index.ts";
import type { ListedSpace } from "./spaces.ts";

const words = {
  fr: {
    title: "Les espaces qui me sont ouverts",
    lead: "Choisissez le dossier dont vous voulez vous occuper. Vous restez connecté(e) à votre nom : ce que vous faites dans l’espace d’une autre personne est inscrit à votre nom, et elle peut le lire.",
    own: "Mon espace",
    ownText: "Votre propre dossier.",
    enterOwn: "Aller dans mon espace",
    enter: (name: string) => `Entrer dans l’espace de ${name}`,
    until: (day: string) => `Jusqu’au ${day} compris.`,
    notOpen:
      "Cet espace n’est pas ouvert aujourd’hui : cette personne n’a pas de dossier en cours. Appelez-nous ou venez à l’accueil.",
    closed:
      "La mesure de protection a pris fin, ou ne vous désigne plus : l’espace où vous étiez est fermé. Vous pouvez revenir dans le vôtre.",
    waiting: "Vos décisions en attente",
    waits: (number: string, at: string) => `Numéro ${number}, déposée le ${at}. Deux agents la vérifient.`,
    deposit: "Déposer une décision de protection",
  },
  en: {
    title: "The spaces open to me",
    lead: "Choose the file you want to take care of. You stay signed in as yourself: what you do in another person’s space is written in your name, and they can read it.",
    own: "My space",
    ownText: "Your own file.",
    enterOwn: "Go to my space",
    enter: (name: string) => `Enter the space of ${name}`,
    until: (day: string) => `Until ${day} included.`,
    notOpen:
      "This space is not open today: this person has no current file. Call us or come to the reception desk.",
    closed:
      "The protection measure has ended, or no longer names you: the space you were in is closed. You can go back to yours.",
    waiting: "Your decisions that wait",
    waits: (number: string, at: string) =>
      `Number ${number}, deposited on ${at}. Two agents are checking it.`,
    deposit: "Deposit a protection decision",
  },
};

export type SpacesPage = {
  shell: Shell;
  person: Person;
  spaces: readonly ListedSpace[];
  waiting: readonly { caseNumber: string; depositedAt: Date }[];
  /** The space where the session stood is open no more. */
  closed: boolean;
  timeZone: string;
};

/** Whose space to act in: one's own, or that of a person one protects (MC-06, MC-07). */
export function spacesPage({ shell, person, spaces, waiting, closed, timeZone }: SpacesPage): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
${closed && notice(language, { text: t.closed })}
<p class="govuk-body">${t.lead}</p>
${card({
  title: `${t.own} – ${callName(person)}`,
  content: {
    html: html`<p class="govuk-body">${t.ownText}</p>
${form(shell, { action: "/spaces/current/end" }, button({ text: t.enterOwn, classes: "govuk-button--secondary", preventDoubleClick: true }))}`,
  },
})}
${spaces.map((space) => spaceCard(shell, space))}
${
  waiting.length > 0 &&
  html`<h2 class="govuk-heading-m">${t.waiting}</h2>
<ul class="govuk-list govuk-list--bullet">${waiting.map(
    (one) => html`<li>${t.waits(one.caseNumber, moment(language, one.depositedAt, timeZone))}</li>`,
  )}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="/guardianships/new">${t.deposit}</a></p>`,
  );
}

function spaceCard(shell: Shell, { person, kind, until, open }: ListedSpace): Html {
  const { language } = shell;
  const t = words[language];
  const name = callName(person);
  const enter = { text: t.enter(name), name: "person", value: person.personId, preventDoubleClick: true };
  return card({
    title: name,
    content: {
      html: html`<p class="govuk-body">${measureKinds[kind].says[language]}. ${endOf(language, until)}</p>
${open ? form(shell, { action: "/spaces" }, button(enter)) : html`<p class="govuk-body">${t.notOpen}</p>`}`,
    },
  });
}

const endOf = (language: Language, until: string | undefined) =>
  until === undefined ? "" : words[language].until(civilDate(language, lastDayBefore(until)));
