import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { checkboxes } from "../../../design/components/checkboxes.ts";
import { input } from "../../../design/components/input.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { pagination } from "../../../design/components/pagination.ts";
import { tag } from "../../../design/components/tag.ts";
import { civilDate, moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import { roleNames } from "../agent.ts";
import type { ListedAgent, TypedAgent } from "./add.ts";

const words = {
  fr: {
    title: "Agents",
    add: "Donner un accès à un agent",
    closed: "fermé",
    toEnrol: "pas encore relié",
    ready: "actif",
    office: "Accueil :",
    one: "accueil unique",
    until: "jusqu’au",
    close: "Fermer l’accès",
    again: "Redonner un accès",
    of: "de",
    newer: "Page précédente",
    older: "Page suivante",
    list: "Pages de la liste",
    number: "Numéro d’agent",
    name: "Prénom et nom",
    officeLabel: "Accueil",
    officeHint: "Vide s’il n’y en a qu’un. Un agent n’ouvre que les dossiers de son accueil.",
    roles: "Tâches",
    identifier: "Son numéro de sécurité sociale, s’il a un dossier ici (facultatif)",
    identifierHint: "Son propre dossier lui restera fermé à l’accueil.",
    untilLabel: "Premier jour sans accès (facultatif)",
    untilHint: "Par exemple 2027-01-31.",
    save: "Donner l’accès",
    passwordTitle: "L’accès est prêt",
    passwordLead: (name: string) =>
      `Remettez ce mot de passe à ${name}, de la main à la main. Nous ne le montrerons plus.`,
    passwordThen: (end: string) =>
      `Il sert une fois, jusqu’au ${end}. À la première connexion, l’agent relie son téléphone et choisit son propre mot de passe.`,
    back: "Revenir aux agents",
  },
  en: {
    title: "Staff",
    add: "Give an agent access",
    closed: "closed",
    toEnrol: "not linked yet",
    ready: "active",
    office: "Office:",
    one: "single office",
    until: "until",
    close: "Close access",
    again: "Give access again",
    of: "of",
    newer: "Previous page",
    older: "Next page",
    list: "Pages of the list",
    number: "Staff number",
    name: "First name and name",
    officeLabel: "Office",
    officeHint: "Empty where there is only one. An agent opens only the files of their office.",
    roles: "Tasks",
    identifier: "Their social-security number, if they have a file here (optional)",
    identifierHint: "Their own file will stay closed to them at the desk.",
    untilLabel: "First day without access (optional)",
    untilHint: "For example 2027-01-31.",
    save: "Give access",
    passwordTitle: "The access is ready",
    passwordLead: (name: string) => `Give this password to ${name}, in person. We will not show it again.`,
    passwordThen: (end: string) =>
      `It works once, until ${end}. At the first sign-in, the agent links their phone and chooses a password of their own.`,
    back: "Back to staff",
  },
};

/** Who works here, with what administration may do about each. */
export function agentsPage(given: {
  shell: Shell;
  agents: readonly ListedAgent[];
  current: number;
  more: boolean;
  self: string;
  error?: Sentence;
}): Html {
  const { shell, agents, current, more, self, error } = given;
  const { language } = shell;
  const t = words[language];
  const said = error?.[language];
  const to = (number: number) => `/desk/agents?page=${number}`;
  return page(
    shell,
    { title: t.title, back: "/desk", errors: said !== undefined },
    html`${errorSummaryFrom(language, { agents: said })}
<h1 class="govuk-heading-l">${t.title}</h1>
${button({ text: t.add, href: "/desk/agents/new" })}
<ul class="govuk-list govuk-list--spaced" id="agents" tabindex="-1">${agents.map((one) => agentLine(shell, one, self))}</ul>
${
  (current > 1 || more) &&
  pagination({
    landmarkLabel: t.list,
    previous: current > 1 ? { href: to(current - 1), text: t.newer } : undefined,
    next: more ? { href: to(current + 1), text: t.older } : undefined,
  })
}`,
  );
}

function agentLine(shell: Shell, one: ListedAgent, self: string): Html {
  const { language } = shell;
  const t = words[language];
  const named = html`<span class="govuk-visually-hidden"> ${t.of} ${one.name}</span>`;
  return html`<li><p class="govuk-body"><strong>${one.name}</strong> (${one.staffNumber}) ${state(language, one)}<br>
${one.roles.map(({ role, until }) => `${roleNames[role][language]}${until ? ` ${t.until} ${civilDate(language, until)}` : ""}`).join(", ")}<br>
${t.office} ${one.office ?? t.one}</p>
${
  !one.closedAt &&
  one.agentId !== self &&
  html`<div class="govuk-button-group">
${form(shell, { action: `/desk/agents/${one.agentId}/passwords` }, button({ html: html`${t.again}${named}`, classes: "govuk-button--secondary", preventDoubleClick: true }))}
${form(shell, { action: `/desk/agents/${one.agentId}/end` }, button({ html: html`${t.close}${named}`, classes: "govuk-button--secondary", preventDoubleClick: true }))}
</div>`
}</li>`;
}

function state(language: Language, { closedAt, totpConfirmedAt }: ListedAgent): Html {
  const t = words[language];
  if (closedAt) return tag({ text: t.closed, classes: "govuk-tag--grey" });
  return totpConfirmedAt
    ? tag({ text: t.ready, classes: "govuk-tag--green" })
    : tag({ text: t.toEnrol, classes: "govuk-tag--yellow" });
}

type Fields = Exclude<keyof TypedAgent, "roles">;

/** The form of a new access. */
export function newAgentPage(given: {
  shell: Shell;
  typed?: TypedAgent;
  errors?: Partial<Record<keyof TypedAgent, Sentence>>;
}): Html {
  const { shell, typed, errors = {} } = given;
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(Object.entries(errors).map(([field, one]) => [field, one[language]]));
  const text = (name: Fields, label: string, hint?: string) =>
    input({
      id: name,
      name,
      label: { text: label, classes: "govuk-label--s" },
      ...(hint && { hint: { text: hint } }),
      autocomplete: "off",
      spellcheck: false,
      value: typed?.[name] ?? "",
      errorMessage: errorFor(language, said[name]),
    });
  return page(
    shell,
    { title: t.add, back: "/desk/agents", errors: Object.keys(errors).length > 0 },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.add}</h1>
${form(
  shell,
  { action: "/desk/agents" },
  html`${text("staffNumber", t.number)}
${text("name", t.name)}
${text("office", t.officeLabel, t.officeHint)}
${checkboxes({
  idPrefix: "roles",
  name: "roles",
  fieldset: { legend: { text: t.roles, classes: "govuk-fieldset__legend--s" } },
  errorMessage: errorFor(language, said.roles),
  items: Object.entries(roleNames).map(([value, says]) => ({
    value,
    text: says[language],
    checked: typed?.roles.includes(value) ?? false,
  })),
})}
${text("identifier", t.identifier, t.identifierHint)}
${text("until", t.untilLabel, t.untilHint)}
${button({ text: t.save, preventDoubleClick: true })}`,
)}`,
  );
}

/** The password to hand over, shown once. */
export function givenPasswordPage(given: {
  shell: Shell;
  name: string;
  password: string;
  until: Date;
  timeZone: string;
}): Html {
  const { shell, name, password, until, timeZone } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.passwordTitle },
    html`<h1 class="govuk-heading-l">${t.passwordTitle}</h1>
<p class="govuk-body">${t.passwordLead(name)}</p>
${insetText({ html: html`<strong data-given-password>${password}</strong>` })}
<p class="govuk-body">${t.passwordThen(moment(language, until, timeZone))}</p>
<p class="govuk-body"><a class="govuk-link" href="/desk/agents">${t.back}</a></p>`,
  );
}
