import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { checkboxes } from "../../../design/components/checkboxes.ts";
import { input } from "../../../design/components/input.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, success } from "../../../design/patterns.ts";
import type { Errors } from "../ask/questions/question.ts";
import { insuredSiteOf } from "../insured-site.ts";
import type { Post, Staff } from "../post.ts";
import { roles } from "../standing.ts";
import type { TypedColleague } from "./name-colleague.ts";

const words = {
  fr: {
    people: "Qui a un accès",
    lead: "Chaque personne a son propre accès : une action a toujours un nom. Fermez l’accès de qui quitte le service, le jour même.",
    name: "Ouvrir l’accès d’un collègue",
    role: "Rôle",
    mail: "Adresse mail",
    last: "Dernière connexion",
    never: "jamais encore",
    close: "Fermer l’accès",
    named:
      "L’accès est ouvert. Votre collègue reçoit deux mails : son identifiant, puis son premier mot de passe.",
    closed: "L’accès est fermé. Le compte et le mot de passe sont supprimés.",
    nameLead: "Son identifiant et son premier mot de passe partent à son adresse mail professionnelle.",
    never2: (site: string) =>
      `Un accès n’est jamais pour un assuré : il a son propre espace, sur ${site}. Nous ne vous demandons ni numéro de sécurité sociale ni date de naissance.`,
    firstNames: "Son prénom",
    lastName: "Son nom",
    mailLabel: "Son adresse mail professionnelle",
    domain: (domain: string) =>
      `Si elle se termine par @${domain}, l’accès s’ouvre tout de suite. Sinon, un code y est envoyé : votre collègue vous le donne.`,
    noDomain: "Un code y est envoyé : votre collègue vous le donne.",
    staff: "Cette personne fait partie du personnel de la structure",
    submit: "Ouvrir l’accès",
    staffLegend: "Votre engagement",
    closeTitle: (name: string) => `Fermer l’accès de ${name} ?`,
    closeText:
      "Ses sessions se ferment aussitôt. Son compte et son mot de passe sont supprimés, et un mail le lui dit. Pour lui redonner un accès, il faudra en ouvrir un nouveau.",
    yes: "Oui, fermer l’accès",
    no: "Non, revenir au service",
  },
  en: {
    people: "Who has an access",
    lead: "Everyone has an access of their own: an act always has a name. Close the access of whoever leaves the service, on the same day.",
    name: "Open a colleague’s access",
    role: "Role",
    mail: "Mail address",
    last: "Last sign-in",
    never: "never yet",
    close: "Close the access",
    named:
      "The access is open. Your colleague receives two mails: their identifier, then their first password.",
    closed: "The access is closed. The account and the password are deleted.",
    nameLead: "Their identifier and first password go to their work mail address.",
    never2: (site: string) =>
      `An access is never for an insured person: they have their own account, on ${site}. We ask you for no social-security number and no birth date.`,
    firstNames: "Their first name",
    lastName: "Their last name",
    mailLabel: "Their work mail address",
    domain: (domain: string) =>
      `If it ends in @${domain}, the access opens at once. Otherwise a code is sent there: your colleague gives it to you.`,
    noDomain: "A code is sent there: your colleague gives it to you.",
    staff: "This person belongs to the staff of the structure",
    submit: "Open the access",
    staffLegend: "Your commitment",
    closeTitle: (name: string) => `Close ${name}’s access?`,
    closeText:
      "Their sessions close at once. Their account and password are deleted, and a mail tells them so. To give them an access again, you will have to open a new one.",
    yes: "Yes, close the access",
    no: "No, back to the service",
  },
};

export type Done = "named" | "closed";

export const servicePath = (serviceId: string) => `/services/${serviceId}`;

/** A service and its people, for its manager. */
export function servicePage(given: {
  shell: Shell;
  post: Post;
  staff: readonly Staff[];
  timeZone: string;
  done?: Done | undefined;
}): Html {
  const { shell, post, staff, timeZone, done } = given;
  const { language } = shell;
  const t = words[language];
  const base = servicePath(post.serviceId);
  return page(
    shell,
    { title: post.service, back: "/home" },
    html`${done && success(language, { text: t[done] })}
<p class="govuk-caption-l">${post.structure}</p>
<h1 class="govuk-heading-l">${post.service}</h1>
<p class="govuk-body">${t.lead}</p>
${button({ text: t.name, href: `${base}/colleagues/new` })}
<h2 class="govuk-heading-m">${t.people}</h2>
${staff.map((one) => staffCard(language, base, one, timeZone))}`,
  );
}

function staffCard(language: Language, base: string, one: Staff, timeZone: string): Html {
  const t = words[language];
  const href = `${base}/colleagues/${one.personId}/end`;
  const last = one.lastSignInAt ? moment(language, one.lastSignInAt, timeZone) : t.never;
  return summaryList({
    card: {
      title: { text: nameOf(one), headingLevel: 3 },
      ...(one.role === "colleague" && { actions: { items: [{ href, text: t.close }] } }),
    },
    rows: [
      { key: { text: t.role }, value: { text: roles[one.role][language] } },
      one.mail !== null && { key: { text: t.mail }, value: { text: one.mail } },
      { key: { text: t.last }, value: { text: last } },
    ],
  });
}

const nameOf = ({ firstNames, birthName }: Pick<Staff, "firstNames" | "birthName">) =>
  `${firstNames} ${birthName}`;

/** Opens a colleague's access: staff, never an insured person (SP-04). */
export function namePage(given: {
  shell: Shell;
  post: Post;
  typed: Partial<TypedColleague>;
  errors?: Errors | undefined;
}): Html {
  const { shell, post, typed, errors = {} } = given;
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(Object.entries(errors).map(([field, says]) => [field, says[language]]));
  const field = (name: "firstNames" | "lastName" | "mail", label: string, hint?: string) =>
    input({
      id: name,
      name,
      label: { text: label, classes: "govuk-label--s" },
      hint: hint === undefined ? undefined : { text: hint },
      value: typed[name] ?? "",
      autocomplete: "off",
      spellcheck: false,
      ...(name === "mail" && { type: "email" }),
      errorMessage: errorFor(language, said[name]),
    });
  return page(
    shell,
    { title: t.name, errors: Object.keys(errors).length > 0, back: servicePath(post.serviceId) },
    html`${errorSummaryFrom(language, said)}
<p class="govuk-caption-l">${post.service}</p>
<h1 class="govuk-heading-l">${t.name}</h1>
<p class="govuk-body">${t.nameLead}</p>
${insetText({ text: t.never2(insuredSiteOf(shell)) })}
${form(
  shell,
  { action: `${servicePath(post.serviceId)}/colleagues` },
  html`${field("firstNames", t.firstNames)}
${field("lastName", t.lastName)}
${field("mail", t.mailLabel, post.mailDomain ? t.domain(post.mailDomain) : t.noDomain)}
${checkboxes({
  idPrefix: "staff",
  name: "staff",
  fieldset: { legend: { text: t.staffLegend, classes: "govuk-fieldset__legend--s" } },
  items: [{ value: "yes", text: t.staff, checked: typed.staff === "yes" }],
  errorMessage: errorFor(language, said.staff),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}

/** Asks once more before an access is deleted. */
export function closePage({ shell, post, one }: { shell: Shell; post: Post; one: Staff }): Html {
  const t = words[shell.language];
  const base = servicePath(post.serviceId);
  const title = t.closeTitle(nameOf(one));
  return page(
    shell,
    { title, back: base },
    html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${t.closeText}</p>
${form(
  shell,
  { action: `${base}/colleagues/${one.personId}/end` },
  html`<div class="govuk-button-group">${button({ text: t.yes, classes: "govuk-button--warning", preventDoubleClick: true })}
<a class="govuk-link" href="${base}">${t.no}</a></div>`,
)}`,
  );
}
