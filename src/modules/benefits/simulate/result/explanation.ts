import type { Household } from "../../../../../engine/household.ts";
import { type Input, inputsOf, type Step, type UsedParameter } from "../../../../../engine/trace.ts";
import type { Language, Sentence } from "../../../../../law/language.ts";
import { details } from "../../../../design/components/details.ts";
import { civilDate } from "../../../../design/dates.ts";
import { type Html, html } from "../../../../design/html.ts";
import { factLabel, factValue, monthNameOf, parameterValue, quantity } from "../readable.ts";

const words = {
  how: { fr: "Voir le calcul, étape par étape", en: "See the calculation, step by step" },
  of: { fr: " : ", en: ": " },
  article: { fr: "Texte", en: "Law" },
  from: { fr: "À partir de vos réponses", en: "From your answers" },
  numbers: { fr: "Nombres fixés par les textes", en: "Numbers set by law" },
  uses: { fr: "Ce calcul utilise", en: "This calculation uses" },
  unverified: { fr: "Règle non vérifiée", en: "Rule not verified" },
  readIn: { fr: "lue dans", en: "read in" },
  in: { fr: "en", en: "in" },
  you: { fr: "vous", en: "you" },
  partner: { fr: "votre conjoint(e)", en: "your partner" },
  theirPartner: { fr: "son conjoint ou sa conjointe", en: "their partner" },
  fullAid: {
    fr: "non, mais une aide au logement complète compte autant",
    en: "no, but a full housing benefit counts as much",
  },
  child: { fr: "enfant né(e) le", en: "child born on" },
  above: { fr: "calcul montré plus haut", en: "calculation shown above" },
  alike: { fr: "même calcul que pour", en: "same calculation as for" },
} satisfies Record<string, Sentence>;

/** What a page has already explained: a step is told once, and so is a rule that comes back for another month. */
export type Told = { steps: Set<Step>; rules: Map<string, string> };
export const nothingTold = (): Told => ({ steps: new Set(), rules: new Map() });

type Around = {
  language: Language;
  household: Household;
  month: string;
  told: Told;
  /** The person asked about, where it is not who reads (MC-07). */
  name?: string | undefined;
  /** They pay a rent or a loan: a full housing benefit is counted. */
  paysRent?: boolean;
};

/**
 * The calculation of a result as a person can read it: each step with its amount, its article, what it read and what it used (MC-27).
 * `isSaid`: the sentence of the rule stands above already.
 */
export const explanation = (step: Step, around: Around, isSaid = false): Html =>
  details({
    summaryHtml: html`${words.how[around.language]}<span class="govuk-visually-hidden">${words.of[around.language]}${step.rule.label[around.language]}</span>`,
    classes: "foyer-calculation",
    html: html`<div class="foyer-step">${!isSaid && html`<p class="foyer-step__line">${step.rule.says[around.language]}</p>`}${facts(step, around)}</div>`,
  });

/** Under its own line, a step says what it does before what it rests on. */
function body(step: Step, around: Around): Html {
  const { language } = around;
  return html`
<p class="foyer-step__line"><strong>${amountOf(step, language)}</strong> ${step.rule.says[language]}</p>
${facts(step, around)}`;
}

/** What a step rests on: its article, the answers it read, the numbers of the law, the steps it used. */
function facts(step: Step, around: Around): Html {
  const { language, told } = around;
  told.steps.add(step);
  told.rules.set(step.rule.id, step.month);
  const { rule, parameters, uses } = step;
  const asked = inputsOf(step).filter(({ values }) => values.length > 0);
  return html`
<p class="foyer-source">${words.article[language]}${words.of[language]}${rule.article}</p>
${
  rule.unverified &&
  html`<p class="foyer-source"><strong>${words.unverified[language]}</strong>, ${words.readIn[language]} ${rule.unverified}</p>`
}
${
  asked.length > 0 &&
  part(
    words.from[language],
    asked.map((input) => inputLine(input, around)),
  )
}
${
  parameters.length > 0 &&
  part(
    words.numbers[language],
    parameters.map((one) => parameterLine(one, language)),
  )
}
${
  uses.length > 0 &&
  html`<p class="foyer-step__title">${words.uses[language]}</p>
<ul class="foyer-steps">${uses.map((used) => html`<li>${stepLine(used, around)}</li>`)}</ul>`
}`;
}

const part = (title: string, lines: readonly Html[]) =>
  html`<p class="foyer-step__title">${title}</p>
<ul class="govuk-list govuk-list--bullet foyer-step__list">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;

/** One step used by another: opened on demand, unless the page has explained it before. */
function stepLine(step: Step, around: Around): Html {
  const { language, told, month } = around;
  const when = step.month === month ? "" : `, ${words.in[language]} ${monthNameOf(language, step.month)}`;
  const who = step.member === undefined ? "" : ` (${memberName(step, step.member, around)})`;
  const name = html`${step.rule.label[language]}${who}${when}${words.of[language]}<strong>${amountOf(step, language)}</strong>`;
  const before = told.rules.get(step.rule.id);
  if (told.steps.has(step)) return html`${name} <span class="foyer-source">(${words.above[language]})</span>`;
  if (before && before !== step.month) {
    told.steps.add(step);
    return html`${name} <span class="foyer-source">(${words.alike[language]} ${monthNameOf(language, before)})</span>`;
  }
  return html`<details class="foyer-step"><summary>${name}</summary>${body(step, around)}</details>`;
}

const amountOf = (step: Step, language: Language): string =>
  Number.isNaN(step.amount) ? "?" : quantity(language, step.amount, step.rule.unit);

function inputLine({ fact, values }: Input, around: Around): Html {
  const { language } = around;
  const said = values.map((value, index) => {
    const who = values.length > 1 ? ` (${memberOf(fact, index, around)})` : "";
    const text = fact === "free_housing" && around.paysRent ? words.fullAid[language] : undefined;
    return `${text ?? factValue(language, fact, value)}${who}`;
  });
  return html`${factLabel(language, fact)}${words.of[language]}${said.join(", ")}`;
}

const adultFacts: readonly string[] = ["adult_age", "pay", "taxable_pay", "disabled"];

const memberOf = (fact: string, index: number, around: Around): string =>
  adultFacts.includes(fact) ? adultName(index, around) : childName(index, around);

const memberName = (step: Step, member: number, around: Around): string =>
  step.rule.of === "adult" ? adultName(member, around) : childName(member, around);

const adultName = (index: number, { language, name }: Around): string =>
  index === 0 ? (name ?? words.you[language]) : (name ? words.theirPartner : words.partner)[language];

function childName(index: number, { language, household }: Around): string {
  const birth = household.children?.[index]?.birth;
  return birth ? `${words.child[language]} ${civilDate(language, birth)}` : String(index + 1);
}

function parameterLine({ parameter, value }: UsedParameter, language: Language): Html {
  const dated = parameter.values.findLast((one) => one.value === value);
  return html`${parameter.label[language]}${words.of[language]}<strong>${parameterValue(language, value, parameter.unit)}</strong> <span class="foyer-source">(${dated?.ref ?? parameter.source})</span>`;
}
