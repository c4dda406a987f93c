import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import type { AgentRole } from "../agent.ts";

const words = {
  fr: {
    title: "Accueil des agents",
    lead: "Vous recevez quelqu’un ? Cherchez la personne : nous vous disons ce que vous pouvez lui dire, et pourquoi.",
    find: "Chercher une personne",
    lists: "Ce qui attend",
    staff: "Agents",
    staffLink: "Donner, fermer ou redonner un accès",
    law: "Qui peut faire quoi sur un dossier",
    nothing: "Vos tâches n’ouvrent aucun dossier.",
    noTask:
      "Aucune tâche ne vous est confiée aujourd’hui. Demandez à l’administration de vous en donner une.",
  },
  en: {
    title: "Staff desk",
    lead: "Are you receiving somebody? Find the person: we tell you what you may tell them, and why.",
    find: "Find a person",
    lists: "What waits",
    staff: "Staff",
    staffLink: "Give, close or renew an access",
    law: "Who may do what on a file",
    nothing: "Your tasks open no file.",
    noTask: "No task is given to you today. Ask administration to give you one.",
  },
};

export type CountedList = { path: string; title: Sentence; count: number; more?: boolean };

/** Where an agent starts: the person before them, then what waits. */
export function deskHomePage(given: {
  shell: Shell;
  roles: readonly AgentRole[];
  lists: readonly CountedList[];
}): Html {
  const { shell, roles, lists } = given;
  const { language } = shell;
  const t = words[language];
  const receives = roles.includes("desk-agent") || roles.includes("data-protection-officer");
  const manages = roles.includes("administrator");
  return page(
    shell,
    { title: t.title },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
${receives && html`<p class="govuk-body">${t.lead}</p>${button({ text: t.find, href: "/desk/searches/new" })}`}
${
  lists.length > 0 &&
  html`<h2 class="govuk-heading-m">${t.lists}</h2>
<ul class="govuk-list govuk-list--spaced">${lists.map(
    ({ path, title, count, more }) =>
      html`<li><a class="govuk-link" href="${path}">${title[language]}</a> <strong>(${count}${more && "+"})</strong></li>`,
  )}</ul>`
}
${manages && html`<h2 class="govuk-heading-m">${t.staff}</h2><p class="govuk-body"><a class="govuk-link" href="/desk/agents">${t.staffLink}</a></p>`}
${!receives && !manages && lists.length === 0 && insetText({ text: roles.length === 0 ? t.noTask : t.nothing })}
<p class="govuk-body"><a class="govuk-link" href="/law/access">${t.law}</a></p>`,
  );
}
