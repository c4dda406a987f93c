import { becauseText, moneyText } from "../../../../../engine/sentences.ts";
import type { Result } from "../../../../../engine/trace.ts";
import type { Help } from "../../../../../institutions/institution.ts";
import type { Language } from "../../../../../law/language.ts";
import { button } from "../../../../design/components/button.ts";
import { tag } from "../../../../design/components/tag.ts";
import { type Html, html } from "../../../../design/html.ts";
import { page, type Shell } from "../../../../design/page.ts";
import { card, phoneLine } from "../../../../design/patterns.ts";
import { type Benefit, labelOf, monthlyBenefits, paid } from "../../rules.ts";
import { eraseForm } from "../questions/answers-page.ts";
import { monthName, monthNameOf } from "../readable.ts";
import { benefitWords } from "./benefit-words.ts";
import { chartFigure } from "./chart.ts";
import { explanation, nothingTold, type Told } from "./explanation.ts";
import type { Outlook } from "./outlook.ts";
import { changes, monthsTable } from "./result-outlook.ts";
import { type Words, wordsFor } from "./result-words.ts";

export type ResultPage = {
  shell: Shell;
  outlook: Outlook;
  help: Help;
  signedIn: boolean;
};

type Around = {
  shell: Shell;
  t: Words;
  outlook: Outlook;
  told: Told;
};

/** What the household could receive, how to claim it, why, and what would change it (MC-01, MC-27, IL-15). */
export function resultPage({ shell, outlook, help, signedIn }: ResultPage): Html {
  const { language } = shell;
  const t = wordsFor(shell);
  const { results, month, household, scale, atLeast } = outlook;
  const around = { shell, t, outlook, told: nothingTold() };
  const isMeasure = ({ id }: Result) => paid[id as Benefit] === "measure";
  const benefits = results.filter((result) => !isMeasure(result));
  const given = benefits.filter(({ amount }) => amount !== undefined && amount > 0);
  // Nothing at the lowest is not a no.
  const open = benefits.filter(({ id, amount }) => !amount && atLeast.includes(id));
  const none = benefits.filter(({ id, amount }) => amount === 0 && !atLeast.includes(id));
  const quotient = results.find((result) => isMeasure(result) && !atLeast.includes(result.id));
  const title = t.title(monthName(language, month));
  return page(
    shell,
    { title, back: "/simulations/current", width: "wide" },
    html`<h1 class="govuk-heading-xl">${title}</h1>
${totalBox(given, around)}
<h2 class="govuk-heading-l">${t.could}</h2>
${given.length === 0 && html`<p class="govuk-body">${t.nothing}</p>`}
<div class="foyer-results">${given.map((result) => benefitCard(result, around))}</div>
<h2 class="govuk-heading-l" id="claim">${t.claim}</h2>
<div class="foyer-grid">
${card({ title: signedIn ? t.contact : t.signIn, level: 3, content: { html: claim(t, shell, signedIn) } })}
${card({ title: t.appointment, level: 3, content: { html: appointment(language, t, help) } })}
</div>
<h2 class="govuk-heading-l">${t.change}</h2>
${changes(language, t, outlook)}
<h2 class="govuk-heading-l">${t.months}</h2>
${monthsTable(language, t, outlook)}
<h2 class="govuk-heading-l">${t.chart}</h2>
<p class="govuk-body">${t.chartText}</p>
${chartFigure(language, scale, household.adults[0]?.netPay)}
${none.length > 0 && zeros(none, around)}
<h2 class="govuk-heading-l">${t.notTold}</h2>
<div class="foyer-grid">
${open.map((result) => card({ title: labelOf(result.id)[language], level: 3, content: { text: `${t.fullAid(reasonOf(result, language))} ${t.needsRent}` } }))}
${card({ title: t.housing, level: 3, content: { text: t.housingText } })}
</div>
${quotient?.amount !== undefined && quotientPart(quotient, quotient.amount, around)}
<h2 class="govuk-heading-l">${t.rules}</h2>
<p class="govuk-body">${t.rulesText}</p>
${eraseForm(shell)}`,
  );
}

/** First what comes in all: each month, then what comes once. */
function totalBox(given: readonly Result[], { shell: { language }, t, outlook }: Around): Html {
  const isLeast = outlook.atLeast.some((id) => monthlyBenefits.includes(id as Benefit));
  const besides = given.flatMap(({ id, amount = 0 }) => {
    const rhythm = paid[id as Benefit];
    return rhythm === "year" || rhythm === "once" ? [t.also[rhythm](moneyText(amount, language))] : [];
  });
  return html`<div class="foyer-total">
<p class="foyer-total__amount">${isLeast && html`<span class="foyer-total__per">${t.atLeast}</span> `}${moneyText(outlook.total, language)} <span class="foyer-total__per">${t.total}</span></p>
${besides.map((line) => html`<p class="govuk-body-l">${line}</p>`)}
${isLeast && html`<p class="govuk-body">${t.leastText}</p>`}
<p class="govuk-body">${t.caution}</p>
<p class="foyer-source">${t.crds}${given.some(({ id }) => id === "aah" || id === "aeeh") && ` ${t.crdsNot}`}</p>
<ul class="govuk-list">
${given.length > 0 && html`<li><a class="govuk-link" href="#claim">${t.claim}</a></li>`}
<li><a class="govuk-link" href="/simulations/current">${t.review}</a></li>
</ul>
</div>`;
}

function benefitCard(result: Result, around: Around): Html {
  const { shell, t, outlook } = around;
  const { language } = shell;
  const { rule } = result.step;
  const plain = benefitWords[result.id as Benefit];
  return html`<section class="foyer-card foyer-result">
<h3 class="govuk-heading-m">${rule.label[language]} ${unverifiedTag(result, around)}</h3>
<p class="foyer-result__amount">${outlook.atLeast.includes(result.id) && html`<span class="foyer-result__per">${t.atLeast}</span> `}${moneyText(result.amount ?? 0, language)} <span class="foyer-result__per">${rhythm(t, result.id)}</span></p>
${
  plain &&
  html`<p class="govuk-body">${plain.for[language]}</p>
<p class="govuk-body foyer-result__claim"><strong>${t.howToClaim}</strong><br>${plain.claim[language]} <a class="govuk-link" href="#claim">${t.toClaim}<span class="govuk-visually-hidden"> (${rule.label[language]})</span></a></p>`
}
${rule.unverified && html`<p class="govuk-body">${t.unverifiedText}</p>`}
${calculation(result, around)}
</section>`;
}

/** Every zero with its reason, what is missing or what is too much, in one card (MC-27). */
const zeros = (none: readonly Result[], around: Around): Html =>
  html`<h2 class="govuk-heading-l">${around.t.not}</h2>
<div class="foyer-results"><div class="foyer-card foyer-result foyer-result--many"><ul class="govuk-list">${none.map((result) => zeroLine(result, around))}</ul></div></div>`;

function zeroLine(result: Result, around: Around): Html {
  const { language } = around.shell;
  const { rule } = result.step;
  return html`<li><h3 class="govuk-heading-s">${rule.label[language]} ${unverifiedTag(result, around)}</h3>
<p class="govuk-body">${reasonOf(result, language)}</p>
${firstStep(result, around)}
${calculation(result, around)}</li>`;
}

/** Where to begin for who has a disability and no decision yet. */
function firstStep({ id }: Result, { t, outlook: { household } }: Around): Html | undefined {
  const { adults, children = [] } = household;
  const say = (text: string) => html`<p class="govuk-body">${text}</p>`;
  if (id === "aah" && adults.every(({ disabled }) => !disabled)) return say(t.mdphFirst);
  if (id === "aeeh" && children.length > 0 && children.every(({ aeeh = -1 }) => aeeh < 0))
    return say(t.mdphFirstChild);
  return undefined;
}

const reasonOf = ({ because, step }: Result, language: Language): string =>
  because ? becauseText(because, language) : step.rule.says[language];

const calculation = ({ step }: Result, { shell, outlook, told }: Around): Html =>
  explanation(step, {
    language: shell.language,
    household: outlook.household,
    month: monthTextOf(outlook),
    told,
    name: shell.space?.name,
    paysRent: outlook.atLeast.length > 0,
  });

/** The month that the steps of these results are in, as they write it. */
const monthTextOf = ({ results }: Outlook): string => results[0]?.step.month ?? "";

const unverifiedTag = ({ step }: Result, { t }: Around) =>
  step.rule.unverified && tag({ text: t.unverified, classes: "govuk-tag--orange" });

const rhythm = (t: Words, id: string): string =>
  ({ month: t.perMonth, year: t.perYear, once: t.once, measure: "" })[paid[id as Benefit]];

function quotientPart(result: Result, amount: number, around: Around): Html {
  const { shell, t } = around;
  const { language } = shell;
  return html`<h2 class="govuk-heading-l">${t.quotient}</h2>
<div class="foyer-results"><section class="foyer-card foyer-result">
<h3 class="govuk-heading-m">${result.step.rule.label[language]} ${unverifiedTag(result, around)}</h3>
<p class="foyer-result__amount">${moneyText(amount, language)} <span class="foyer-result__per">${monthNameOf(language, result.step.month)}</span></p>
<p class="govuk-body">${t.quotientText} ${result.step.rule.unverified && t.unverifiedText}</p>
${calculation(result, around)}
</section></div>`;
}

function claim(t: Words, { brand }: Shell, signedIn: boolean): Html {
  const contact = html`<a class="govuk-link" href="/contact">${t.contact}</a>`;
  if (signedIn)
    return html`<p class="govuk-body">${t.claimSignedIn}</p>
<ul class="govuk-list"><li>${contact}</li><li><a class="govuk-link" href="/home">${t.home}</a></li></ul>`;
  // Who has no file opens an account on the way of a first claim (CP-10).
  const opensAccounts = (brand.accounts?.claims ?? []).length > 0;
  return html`<p class="govuk-body">${t.claimVisitor}</p>
${button({ text: t.signIn, href: "/sessions/new" })}
<ul class="govuk-list">
${opensAccounts && html`<li><a class="govuk-link" href="/claims/new">${t.newcomer}</a></li>`}
<li>${contact}</li>
</ul>`;
}

const appointment = (language: Language, t: Words, help: Help): Html =>
  html`<p class="govuk-body">${t.appointmentText}</p>
${phoneLine(language, help)}`;
