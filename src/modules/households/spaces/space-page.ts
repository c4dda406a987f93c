import { acts } from "../../../../law/access/acts.ts";
import { lastDayBefore, measureKinds } from "../../../../law/access/guardianship.ts";
import type { Language } from "../../../../law/language.ts";
import { details } from "../../../design/components/details.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, refusal, whyDoISeeThis } from "../../../design/patterns.ts";
import { callName } from "../../identity/index.ts";
import { roles } from "../home/words.ts";
import type { ShownSpace } from "./gather-space.ts";

const words = {
  fr: {
    home: "Accueil",
    title: (name: string) => `L’espace de ${name}`,
    acting: (name: string) =>
      `Vous agissez ici parce qu’une décision vous désigne. Tout ce que vous y faites est inscrit à votre nom, et ${name} peut le lire. ${name} garde son propre accès.`,
    fileNumber: "Numéro de dossier",
    measure: "Votre mission",
    since: "Depuis le",
    until: "Jusqu’au",
    bank: "Compte donné avec la décision",
    household: "Le foyer",
    may: "Ce que la décision vous ouvre",
    mayText: "Les démarches sans lien se font encore par téléphone ou à l’accueil.",
    noFile: (name: string) =>
      `${name} n’a pas encore de dossier. Il s’ouvre à son nom avec sa première demande, que vous pouvez faire ici si votre mission le permet.`,
    act: "Agir",
    claim: (name: string) => `Faire une demande pour ${name}`,
    estimate: (name: string) => `Estimer les droits de ${name}`,
    otherBank: "Donner un autre compte, avec la décision",
    done: "Ce que j’ai fait ici",
    mayNot: "Ce qu’elle ne vous ouvre pas, et pourquoi",
    others: "Choisir un autre espace",
  },
  en: {
    home: "Home",
    title: (name: string) => `The space of ${name}`,
    acting: (name: string) =>
      `You act here because a decision names you. All that you do is written in your name, and ${name} can read it. ${name} keeps their own access.`,
    fileNumber: "File number",
    measure: "Your task",
    since: "Since",
    until: "Until",
    bank: "Account given with the decision",
    household: "The household",
    may: "What the decision opens to you",
    mayText: "What has no link is still done by phone or at the reception desk.",
    noFile: (name: string) =>
      `${name} has no file yet. It opens in their name with their first claim, which you can make here if your task allows it.`,
    act: "Act",
    claim: (name: string) => `Make a claim for ${name}`,
    estimate: (name: string) => `Estimate the rights of ${name}`,
    otherBank: "Give another account, with the decision",
    done: "What I did here",
    mayNot: "What it does not open to you, and why",
    others: "Choose another space",
  },
};

/** What the institution's site has: claims online, an estimate of rights. */
type Offers = { claims: boolean; simulator: boolean };

/** A protected person's space as their guardian sees it: what the law shows, and what it opens (MC-06, MC-07). */
export function spacePage({
  shell,
  shown,
  offers,
}: {
  shell: Shell;
  shown: ShownSpace;
  offers: Offers;
}): Html {
  const { language } = shell;
  const t = words[language];
  const name = callName(shown.person);
  return page(
    shell,
    { title: t.home, width: "wide" },
    html`<h1 class="govuk-heading-xl">${t.title(name)}</h1>
${insetText({ text: t.acting(name) })}
${summaryList({ rows: rowsOf(language, shown) })}
${whyDoISeeThis(language, [shown.because])}
${shown.isFileless && insetText({ text: t.noFile(name) })}
<div class="foyer-grid">
${card({ title: t.act, content: { html: doing(language, shown, offers) } })}
${card({ title: t.household, content: { html: household(language, shown.household) } })}
${card({ title: t.may, content: { html: opened(language, shown) } })}
</div>
<p class="govuk-body"><a class="govuk-link" href="/spaces">${t.others}</a></p>`,
  );
}

/** What may be done from here, and what was. */
function doing(language: Language, { person, claim, household, may }: ShownSpace, offers: Offers): Html {
  const t = words[language];
  const name = callName(person);
  const link = (href: string, text: string) =>
    html`<li><a class="govuk-link" href="${href}">${text}</a></li>`;
  return html`<ul class="govuk-list govuk-list--spaced">
${offers.claims && claim.allowed && link("/claims/new", t.claim(name))}
${offers.simulator && "members" in household && link("/simulations/new", t.estimate(name))}
${may.includes("change-bank-details") && link("/guardianships/new", t.otherBank)}
${link("/spaces/current/journal", t.done)}
</ul>
${offers.claims && !claim.allowed && refusal(language, claim)}`;
}

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });

function rowsOf(language: Language, { fileNumber, measures, bank }: ShownSpace) {
  const t = words[language];
  return [
    ...(fileNumber ? [row(t.fileNumber, fileNumber)] : []),
    ...measures.flatMap(({ kind, from, until }) => [
      row(t.measure, measureKinds[kind].says[language]),
      row(t.since, civilDate(language, from)),
      ...(until === undefined ? [] : [row(t.until, civilDate(language, lastDayBefore(until)))]),
    ]),
    ...(bank ? [row(t.bank, bank)] : []),
  ];
}

function household(language: Language, shown: ShownSpace["household"]): Html {
  if ("refused" in shown) return refusal(language, shown.refused);
  return html`<ul class="govuk-list govuk-list--spaced">${shown.members.map(
    ({ person, role }) => html`<li><strong>${callName(person)}</strong><br>${roles[role][language]}</li>`,
  )}</ul>
${whyDoISeeThis(language, [shown.because])}`;
}

function opened(language: Language, { may, mayNot }: ShownSpace): Html {
  const t = words[language];
  return html`<ul class="govuk-list govuk-list--bullet">${may.map((act) => html`<li>${acts[act][language]}</li>`)}</ul>
<p class="govuk-hint">${t.mayText}</p>
${details({
  summaryText: t.mayNot,
  html: html`<ul class="govuk-list govuk-list--spaced">${mayNot.map(
    ({ act, because }) =>
      html`<li><strong>${acts[act][language]}</strong><br>${because.says[language]} ${because.way[language]}</li>`,
  )}</ul>`,
})}`;
}
