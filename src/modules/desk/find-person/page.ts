import { deskLimits } from "../../../../law/credentials/desk.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { dateField, errorFor, errorSummaryFrom, form, longText } from "../../../design/patterns.ts";
import { longestReason } from "../visit/visit.ts";
import type { FoundPerson, TypedSearch } from "./find.ts";

const words = {
  fr: {
    title: "Chercher une personne",
    reason: "Pourquoi ouvrez-vous ce dossier ?",
    reasonHint: "Votre raison s’inscrit dans le journal de la personne, qui peut la lire.",
    by: "Comment la cherchez-vous ?",
    identifier: "Par son numéro de sécurité sociale",
    identifierLabel: "Numéro de sécurité sociale ou identifiant provisoire",
    file: "Par le numéro du dossier",
    fileLabel: "Numéro du dossier",
    name: "Par son nom et sa date de naissance",
    nameLabel: "Nom de naissance ou nom d’usage",
    birth: "Date de naissance",
    submit: "Chercher",
    results: "Qui avez-vous devant vous ?",
    check: "Vérifiez l’identité de la personne sur une pièce avant d’ouvrir.",
    born: "date de naissance :",
    open: "Recevoir",
    other: "pour un dossier qu’elle protège",
    most: (n: number) => `Au plus ${n} personnes s’affichent.`,
    closed: (n: number) =>
      n === 1 ? "1 personne n’est pas montrée." : `${n} personnes ne sont pas montrées.`,
    again: "Chercher une autre personne",
  },
  en: {
    title: "Find a person",
    reason: "Why do you open this file?",
    reasonHint: "Your reason goes into the person’s journal, which they can read.",
    by: "How do you look for them?",
    identifier: "By their social-security number",
    identifierLabel: "Social-security number or provisional identifier",
    file: "By the file number",
    fileLabel: "File number",
    name: "By their name and date of birth",
    nameLabel: "Birth name or name in use",
    birth: "Date of birth",
    submit: "Search",
    results: "Who stands before you?",
    check: "Check the person’s identity on a document before you open.",
    born: "date of birth:",
    open: "Receive",
    other: "about a file they protect",
    most: (n: number) => `At most ${n} people are shown.`,
    closed: (n: number) => (n === 1 ? "1 person is not shown." : `${n} people are not shown.`),
    again: "Find another person",
  },
};

export const emptySearch: TypedSearch = {
  by: "identifier",
  identifier: "",
  fileNumber: "",
  name: "",
  day: "",
  month: "",
  year: "",
  reason: "",
};

/** The search: why, then by what. Sent by post alone: no number stands in an address (SEC-09). */
export function findPage(given: {
  shell: Shell;
  typed?: TypedSearch;
  errors?: Readonly<Record<string, Sentence | undefined>>;
}): Html {
  const { shell, typed = emptySearch, errors = {} } = given;
  const { language } = shell;
  const t = words[language];
  const said = Object.fromEntries(Object.entries(errors).map(([field, one]) => [field, one?.[language]]));
  const text = (name: "identifier" | "fileNumber" | "name", label: string) =>
    input({
      id: name,
      name,
      label: { text: label },
      autocomplete: "off",
      spellcheck: false,
      value: typed[name],
      errorMessage: errorFor(language, said[name]),
    });
  return page(
    shell,
    { title: t.title, back: "/desk", errors: Object.keys(said).length > 0 },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.title}</h1>
${form(
  shell,
  { action: "/desk/searches" },
  html`${longText(language, {
    id: "reason",
    name: "reason",
    label: { text: t.reason, classes: "govuk-label--s" },
    hint: { text: t.reasonHint },
    rows: 2,
    maxlength: longestReason,
    value: typed.reason,
    errorMessage: errorFor(language, said.reason),
  })}
${radios({
  idPrefix: "by",
  name: "by",
  value: typed.by,
  fieldset: { legend: { text: t.by, classes: "govuk-fieldset__legend--s" } },
  items: [
    { value: "identifier", text: t.identifier, conditional: { html: text("identifier", t.identifierLabel) } },
    { value: "file", text: t.file, conditional: { html: text("fileNumber", t.fileLabel) } },
    {
      value: "name",
      text: t.name,
      conditional: {
        html: html`${text("name", t.nameLabel)}${dateField(language, {
          name: "birth",
          fieldset: { legend: { text: t.birth } },
          values: { "birth-day": typed.day, "birth-month": typed.month, "birth-year": typed.year },
          errorMessage: errorFor(language, said["birth-day"]),
        })}`,
      },
    },
  ],
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}`,
  );
}

/** Who was found, each with the way to receive them. */
export function foundPage(given: {
  shell: Shell;
  found: readonly FoundPerson[];
  closed: number;
  because?: Sentence;
  reason: string;
}): Html {
  const { shell, found, closed, because, reason } = given;
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.results, back: "/desk/searches/new" },
    html`<h1 class="govuk-heading-l">${t.results}</h1>
${found.length > 0 && html`<p class="govuk-body">${t.check}</p>`}
<ul class="govuk-list govuk-list--spaced">${found.map((one, index) =>
      line(
        shell,
        one,
        reason,
        found.slice(0, index).some(({ person }) => person === one.person),
      ),
    )}</ul>
${closed > 0 && insetText({ text: `${t.closed(closed)} ${because?.[language] ?? ""}` })}
${found.length === deskLimits.foundPersons.value && html`<p class="govuk-body">${t.most(deskLimits.foundPersons.value)}</p>`}
<p class="govuk-body"><a class="govuk-link" href="/desk/searches/new">${t.again}</a></p>`,
  );
}

function line(shell: Shell, { person, fileId }: FoundPerson, reason: string, again: boolean): Html {
  const { language } = shell;
  const t = words[language];
  const name = fullName(person);
  return html`<li><p class="govuk-body"><strong>${name}</strong><br>${t.born} ${civilDate(language, person.birthDate)}${again && html`<br>${t.other}`}</p>
${form(
  shell,
  { action: "/desk/visits" },
  html`<input type="hidden" name="person" value="${person.personId}"><input type="hidden" name="file" value="${fileId}"><input type="hidden" name="reason" value="${reason}">
${button({ text: `${t.open} ${name}`, classes: "govuk-button--secondary", preventDoubleClick: true })}`,
)}</li>`;
}

const fullName = ({ firstNames, birthName, usedName }: FoundPerson["person"]): string =>
  [firstNames, usedName && usedName !== birthName ? `${usedName} (${birthName})` : birthName]
    .filter((one) => one !== "")
    .join(" ");
