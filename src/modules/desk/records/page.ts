import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form, success } from "../../../design/patterns.ts";
import { callName, type Person } from "../../identity/index.ts";
import type { recordsFor } from "./records.ts";

const words = {
  fr: {
    title: "Fiches en double",
    lead: "Deux fiches d’une même personne se réunissent à deux agents, et cela se défait pendant 30 jours.",
    none: "Rien n’attend.",
    open: "Réunions proposées",
    pairs: "Fiches qui se ressemblent",
    done: "Réunies depuis moins de 30 jours",
    kept: "Fiche gardée :",
    merged: "Fiche réunie :",
    seconded: "Un agent est d’accord ; un second doit confirmer.",
    reason: "Pourquoi",
    agree: "Réunir",
    refuse: "Ne pas réunir",
    undo: "Défaire",
    same: { "same name": "même nom", "near spelling": "orthographe proche" },
    keepFirst: "Une seule personne : garder la première fiche",
    keepSecond: "Une seule personne : garder la seconde fiche",
    two: "Deux personnes différentes",
    ok: "C’est enregistré.",
    waits: "Votre accord est noté. Un second agent doit maintenant confirmer.",
    born: "date de naissance :",
  },
  en: {
    title: "Duplicate records",
    lead: "Two records of one person are merged by two agents, and it can be undone for 30 days.",
    none: "Nothing waits.",
    open: "Merges proposed",
    pairs: "Records that look alike",
    done: "Merged less than 30 days ago",
    kept: "Record kept:",
    merged: "Record merged:",
    seconded: "One agent agrees; a second must confirm.",
    reason: "Why",
    agree: "Merge",
    refuse: "Do not merge",
    undo: "Undo",
    same: { "same name": "same name", "near spelling": "near spelling" },
    keepFirst: "One person: keep the first record",
    keepSecond: "One person: keep the second record",
    two: "Two different people",
    ok: "Saved.",
    waits: "Your agreement is noted. A second agent must now confirm.",
    born: "date of birth:",
  },
};

type Records = Awaited<ReturnType<typeof recordsFor>>;

/** Merges to decide, records that look alike, merges that can be undone. */
export function recordsPage(given: {
  shell: Shell;
  records: Records;
  done?: "ok" | "waits";
  error?: Sentence;
}): Html {
  const { shell, records, done, error } = given;
  const { language } = shell;
  const t = words[language];
  const { open, pairs, done: merged } = records;
  const said = error?.[language];
  return page(
    shell,
    { title: t.title, back: "/desk", errors: said !== undefined },
    html`${errorSummaryFrom(language, { records: said })}
${done && success(language, { text: t[done] })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<div id="records" tabindex="-1">
${open.length + pairs.length + merged.length === 0 && insetText({ text: t.none })}
${open.length > 0 && html`<h2 class="govuk-heading-m">${t.open}</h2>${open.map((one) => merge(shell, one, ["agree", "refuse"]))}`}
${pairs.length > 0 && html`<h2 class="govuk-heading-m">${t.pairs}</h2>${pairs.map((one) => pair(shell, one))}`}
${merged.length > 0 && html`<h2 class="govuk-heading-m">${t.done}</h2>${merged.map((one) => merge(shell, one, ["undo"]))}`}
</div>`,
  );
}

const named = (language: Language, person: Person) =>
  html`<strong>${callName(person)}</strong>, ${words[language].born} ${civilDate(language, person.birthDate)}`;

function merge(
  shell: Shell,
  one: Records["open"][number],
  decisions: readonly ("agree" | "refuse" | "undo")[],
): Html {
  const { language } = shell;
  const t = words[language];
  const about = html`<span class="govuk-visually-hidden"> (${callName(one.merged)})</span>`;
  return html`<div class="foyer-card">
<p class="govuk-body">${t.kept} ${named(language, one.kept)}<br>${t.merged} ${named(language, one.merged)}</p>
${one.state === "proposed" && one.secondedBy && insetText({ text: t.seconded })}
${form(
  shell,
  { action: `/desk/merges/${one.mergeId}` },
  html`${input({ id: `reason-${one.mergeId}`, name: "reason", label: { html: html`${t.reason}${about}` }, autocomplete: "off" })}
<div class="govuk-button-group">${decisions.map((value) => button({ html: html`${t[value]}${about}`, name: "decision", value, classes: value === "agree" ? "" : "govuk-button--secondary", preventDoubleClick: true }))}</div>`,
)}</div>`;
}

function pair(shell: Shell, one: Records["pairs"][number]): Html {
  const { language } = shell;
  const t = words[language];
  const [first, second] = one.persons;
  const about = html`<span class="govuk-visually-hidden"> (${callName(first)})</span>`;
  const choices = [
    ["keep-first", t.keepFirst],
    ["keep-second", t.keepSecond],
    ["two-people", t.two],
  ] as const;
  return html`<div class="foyer-card">
<p class="govuk-body">1. ${named(language, first)}<br>2. ${named(language, second)}<br>${t.same[one.likeness]}</p>
${form(
  shell,
  { action: "/desk/duplicates" },
  html`<input type="hidden" name="person" value="${one.personId}"><input type="hidden" name="other" value="${one.otherPerson}">
${choices.map(([value, says]) => button({ html: html`${says}${about}`, name: "decision", value, classes: "govuk-button--secondary", preventDoubleClick: true }))}`,
)}</div>`;
}
