import { delegationEnds } from "../../../../law/access/delegation.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { tag } from "../../../design/components/tag.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";
import type { ShownDelegation } from "./history.ts";

const words = {
  fr: {
    title: "Les délégations que vous avez données",
    lead: "Chaque délégation de gestion reste inscrite ici, avec ce qu’elle est devenue.",
    none: "Vous n’avez jamais confié la gestion du dossier.",
    to: (name: string, day: string) => `À ${name}, donnée le ${day}`,
    runs: "en cours",
    over: "terminée",
    ended: (day: string, why: string) => `Le ${day}, ${why}.`,
    takeBack: "Retirer cette délégation",
    grant: "Confier la gestion à mon conjoint",
    someone: "une personne",
  },
  en: {
    title: "The delegations you have given",
    lead: "Each delegation stays written here, with what became of it.",
    none: "You have never entrusted the file to anyone.",
    to: (name: string, day: string) => `To ${name}, given on ${day}`,
    runs: "running",
    over: "over",
    ended: (day: string, why: string) => `On ${day}, ${why}.`,
    takeBack: "Take this delegation back",
    grant: "Entrust the file to my spouse",
    someone: "a person",
  },
};

/** What became of each delegation, the last one first (CP-18). */
export function historyPage(given: {
  shell: Shell;
  delegations: readonly ShownDelegation[];
  mayGrant: boolean;
}): Html {
  const { shell, delegations, mayGrant } = given;
  const { language } = shell;
  const t = words[language];
  const runs = delegations.some(({ end }) => end === undefined);
  return page(
    shell,
    { title: t.title, back: "/home" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${
  delegations.length === 0
    ? insetText({ text: t.none })
    : html`<ul class="govuk-list govuk-list--spaced">${delegations.map(
        ({ name, day, end }) =>
          html`<li>${t.to(name ?? t.someone, civilDate(language, day))} ${tag({
            text: end ? t.over : t.runs,
            classes: end ? "govuk-tag--grey" : "govuk-tag--green",
          })}${end && html`<br>${t.ended(civilDate(language, end.day), delegationEnds[end.because][language])}`}</li>`,
      )}</ul>`
}
${runs && form(shell, { action: "/delegations/end" }, button({ text: t.takeBack, classes: "govuk-button--secondary", preventDoubleClick: true }))}
${!runs && mayGrant && html`<p class="govuk-body"><a class="govuk-link" href="/delegations/new">${t.grant}</a></p>`}`,
  );
}
