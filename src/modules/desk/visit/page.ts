import type { AccessDecision } from "../../../../law/access/decide.ts";
import { parts } from "../../../../law/access/parts.ts";
import { relations } from "../../../../law/access/relations.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { success, warning } from "../../../design/patterns.ts";
import { memberRoles } from "../../households/index.ts";
import { callName, maskContact } from "../../identity/index.ts";
import { type DeskAct, deskActs } from "../act/acts.ts";
import type { PartContent, ShownPart, Told } from "./told.ts";

const words = {
  fr: {
    before: "Devant vous :",
    born: "date de naissance :",
    as: "Sa place dans ce dossier :",
    reason: "Votre raison :",
    check: "Ce qui suit vaut pour cette personne seulement, une fois son identité vérifiée sur une pièce.",
    may: "Vous pouvez lui dire",
    mayNot: "Vous ne pouvez pas lui dire",
    herself: "La personne le voit dans son espace, pas vous",
    rule: "Règle appliquée :",
    way: "À lui proposer :",
    none: "rien d’inscrit",
    noContact: "aucune coordonnée",
    confirmed: "confirmé",
    toConfirm: "à confirmer",
    notGranted: "la gestion du dossier n’est confiée à personne",
    granted: "la gestion du dossier est confiée à",
    since: "depuis le",
    blocked: "L’accès de cette personne est fermé.",
    acts: "Ce que vous pouvez faire",
    two: "à deux agents",
    no: "Vos tâches n’ouvrent aucune opération ici.",
    another: "Recevoir une autre personne",
    nothingYet: "Rien n’est encore enregistré ici sur :",
  },
  en: {
    before: "Before you:",
    born: "date of birth:",
    as: "Their place in this file:",
    reason: "Your reason:",
    check: "What follows holds for this person only, once you have checked their identity on a document.",
    may: "You may tell them",
    mayNot: "You may not tell them",
    herself: "They see it in their account; you do not",
    rule: "Rule applied:",
    way: "To offer them:",
    none: "nothing recorded",
    noContact: "no contact details",
    confirmed: "confirmed",
    toConfirm: "to be confirmed",
    notGranted: "the file is entrusted to nobody",
    granted: "the file is entrusted to",
    since: "since",
    blocked: "This person’s access is closed.",
    acts: "What you can do",
    two: "by two agents",
    no: "Your tasks open nothing to do here.",
    another: "Receive another person",
    nothingYet: "Nothing is kept here yet of:",
  },
};

const kinds = {
  assistance: { fr: "une personne l’aide", en: "somebody assists them" },
  representation: { fr: "une personne le représente", en: "somebody represents them" },
  accounts: { fr: "une personne gère ses comptes", en: "somebody manages their accounts" },
} satisfies Record<string, Sentence>;

/** “This person stands before you: what may you tell them, what not, and why” (CP-21). */
export function visitPage(given: { shell: Shell; told: Told; done?: Sentence }): Html {
  const { shell, told, done } = given;
  const { language } = shell;
  const t = words[language];
  const { person, visit, relation, block } = told;
  const may = told.parts.filter((one) => one.told.allowed && one.seen.allowed);
  const herself = told.parts.filter((one) => one.told.allowed && !one.seen.allowed);
  const mayNot = told.parts.filter((one) => !one.told.allowed);
  return page(
    shell,
    { title: callName(person), back: "/desk/searches/new" },
    html`${done && success(language, { text: done[language] })}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${t.before}</span> ${callName(person)}</h1>
<p class="govuk-body">${t.born} ${civilDate(language, person.birthDate)}<br>
${t.as} ${relations[relation].says[language]}<br>
${t.reason} ${visit.reason}</p>
${insetText({ text: t.check })}
${block && html`${warning(language, { text: t.blocked })}<p class="govuk-body">${block.says[language]}</p>`}
${section(language, "may", t.may, may, (one) => one.told)}
${section(language, "may-not", t.mayNot, mayNot, (one) => one.told)}
${section(language, "herself", t.herself, herself, (one) => one.seen)}
<h2 class="govuk-heading-m">${t.acts}</h2>
${actions(language, told)}
<p class="govuk-body"><a class="govuk-link" href="/desk/searches/new">${t.another}</a></p>`,
  );
}

/** The parts under one heading; those with the same reason stand together, and it is said once. */
function section(
  language: Language,
  id: string,
  title: string,
  shown: readonly ShownPart[],
  why: (one: ShownPart) => AccessDecision,
): Html {
  if (shown.length === 0) return html``;
  const alike = Map.groupBy(shown, (one) => why(one).says.fr);
  return html`<section aria-labelledby="${id}">
<h2 class="govuk-heading-m" id="${id}">${title}</h2>
<ul class="govuk-list govuk-list--spaced">${[...alike.values()].map((parts) => group(language, parts, why(parts[0] as ShownPart), id === "may-not"))}</ul>
</section>`;
}

function group(language: Language, shown: readonly ShownPart[], why: AccessDecision, offers: boolean): Html {
  const t = words[language];
  const kept = shown.filter(({ content }) => content !== undefined);
  const others = shown
    .filter(({ content }) => content === undefined)
    .map(({ name }) => parts[name].says[language]);
  const rows = kept.map(({ name, content }) => ({
    key: { text: capital(parts[name].says[language]) },
    value: { html: content ? held(language, content) : html`` },
  }));
  return html`<li>${rows.length > 0 && summaryList({ rows })}
${others.length > 0 && (why.allowed ? html`<p class="govuk-body">${t.nothingYet} ${others.join(", ")}.</p>` : html`<strong>${capital(others.join(", "))}</strong>`)}
<p class="govuk-hint">${why.says[language]}${!why.allowed && html`<br>${offers && `${t.way} `}${why.way[language]}`}<br>${t.rule} ${why.source}</p></li>`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function held(language: Language, content: PartContent): Html {
  const t = words[language];
  if ("fileNumber" in content) return html`${content.fileNumber}`;
  if ("delegatedTo" in content)
    return html`${content.delegatedTo ? `${t.granted} ${callName(content.delegatedTo)}` : t.notGranted}`;
  if ("contacts" in content)
    return content.contacts.length === 0
      ? html`${t.noContact}`
      : lines(
          content.contacts.map(
            (point) => `${maskContact(point)} (${point.verifiedAt ? t.confirmed : t.toConfirm})`,
          ),
        );
  if ("measures" in content)
    return content.measures.length === 0
      ? html`${t.none}`
      : lines(
          content.measures.map(
            ({ kind, from }) => `${kinds[kind][language]} ${t.since} ${civilDate(language, from)}`,
          ),
        );
  return lines(
    content.persons.map(
      ({ person, role }) =>
        `${callName(person)}, ${role ? `${memberRoles[role][language]}, ` : ""}${t.born} ${civilDate(language, person.birthDate)}`,
    ),
  );
}

const lines = (texts: readonly string[]): Html =>
  html`${texts.map((text, index) => html`${index > 0 && html`<br>`}${text}`)}`;

/** The acts the law opens to this agent on this file; each leads to a page of its own. */
function actions(language: Language, { visit, standing, block, awaitsNir }: Told): Html {
  const t = words[language];
  const open = (Object.keys(deskActs) as DeskAct[]).flatMap((name) => {
    const { act, when, says } = deskActs[name];
    const decision = standing.may(act);
    const fits = when === undefined || when({ block: block?.kind, awaitsNir });
    return decision.allowed && fits ? [{ name, says, two: decision.fourEyes === true }] : [];
  });
  if (open.length === 0) return html`<p class="govuk-body">${t.no}</p>`;
  return html`<ul class="govuk-list govuk-list--spaced">${open.map(
    ({ name, says, two }) =>
      html`<li><a class="govuk-link" href="/desk/visits/${visit.visitId}/acts/${name}">${says[language]}</a>${two && ` (${t.two})`}</li>`,
  )}</ul>`;
}
