import { becauseText, moneyText } from "../../../../engine/sentences.ts";
import type { Result } from "../../../../engine/trace.ts";
import type { Help } from "../../../../institutions/institution.ts";
import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { tag } from "../../../design/components/tag.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card } from "../../../design/patterns.ts";
import { type Benefit, labelOf, monthlyBenefits, paid } from "../rules.ts";
import { eraseForm } from "./answers-page.ts";
import { chartFigure } from "./chart.ts";
import { explanation, nothingTold, type Told } from "./explanation.ts";
import type { Outlook } from "./outlook.ts";
import { monthName, monthNameOf } from "./readable.ts";
import { changes, monthsTable } from "./result-outlook.ts";
import { words } from "./result-words.ts";

export type ResultPage = {
  shell: Shell;
  outlook: Outlook;
  help: Help;
  signedIn: boolean;
};

type Around = { language: Language; outlook: Outlook; told: Told };

/** What the household could receive, why, what would change it and how to claim it (MC-01, MC-27, IL-15). */
export function resultPage({ shell, outlook, help, signedIn }: ResultPage): Html {
  const { language } = shell;
  const t = words[language];
  const { results, month, household, scale } = outlook;
  const around = { language, outlook, told: nothingTold() };
  const benefits = results.filter(({ id }) => paid[id as Benefit] !== "measure");
  const given = benefits.filter(({ amount }) => amount !== undefined && amount > 0);
  const none = benefits.filter(({ amount }) => amount === 0);
  const untold = benefits.filter(({ amount }) => amount === undefined);
  const quotient = results.find(({ id }) => paid[id as Benefit] === "measure");
  return page(
    shell,
    { title: t.title(monthName(language, month)), back: "/simulations/current", width: "wide" },
    html`<h1 class="govuk-heading-xl">${t.title(monthName(language, month))}</h1>
<div class="foyer-total">
<p class="foyer-total__amount">${moneyText(outlook.total, language)} <span class="foyer-total__per">${untold.some(isMonthly) ? t.part : t.total}</span></p>
<p class="govuk-body">${t.caution}</p>
<p class="foyer-source">${t.crds}</p>
<p class="govuk-body"><a class="govuk-link" href="/simulations/current">${t.review}</a></p>
</div>
<h2 class="govuk-heading-l">${t.could}</h2>
${given.length === 0 && html`<p class="govuk-body">${t.nothing}</p>`}
<div class="foyer-results">${given.map((result) => benefitCard(result, around))}</div>
<h2 class="govuk-heading-l">${t.change}</h2>
${changes(language, outlook)}
<h2 class="govuk-heading-l">${t.months}</h2>
${monthsTable(language, outlook)}
<h2 class="govuk-heading-l">${t.chart}</h2>
<p class="govuk-body">${t.chartText}</p>
${chartFigure(language, scale, household.adults[0]?.netPay)}
${none.length > 0 && html`<h2 class="govuk-heading-l">${t.not}</h2>`}
<div class="foyer-results">${none.map((result) => zeroCard(result, around))}</div>
<h2 class="govuk-heading-l">${t.notTold}</h2>
<div class="foyer-grid">
${untold.map(({ id }) => card({ title: labelOf(id)[language], level: 3, content: { text: t.needsRent } }))}
${card({ title: t.housing, level: 3, content: { text: t.housingText } })}
${card({ title: t.disability, level: 3, content: { text: t.disabilityText } })}
</div>
${quotient?.amount !== undefined && quotientPart(quotient, quotient.amount, around)}
<h2 class="govuk-heading-l">${t.claim}</h2>
<div class="foyer-grid">
${card({ title: signedIn ? t.contact : t.signIn, level: 3, content: { html: claim(language, signedIn) } })}
${card({ title: t.appointment, level: 3, content: { html: appointment(language, help) } })}
${card({ title: t.rules, level: 3, content: { text: t.rulesText } })}
</div>
${eraseForm(shell)}`,
  );
}

const isMonthly = ({ id }: Result) => monthlyBenefits.includes(id as Benefit);

function benefitCard(result: Result, around: Around): Html {
  const { language } = around;
  const { rule } = result.step;
  const amount = moneyText(result.amount ?? 0, language);
  return html`<section class="foyer-card foyer-result">
<h3 class="govuk-heading-m">${rule.label[language]} ${unverifiedTag(result, language)}</h3>
<p class="foyer-result__amount">${amount} <span class="foyer-result__per">${rhythm(language, result.id)}</span></p>
<p class="govuk-body">${rule.says[language]}</p>
${rule.unverified && html`<p class="govuk-body">${words[language].unverifiedText}</p>`}
${calculation(result, around)}
</section>`;
}

/** A zero with its reason: what is missing, or what is too much (MC-27). */
function zeroCard(result: Result, around: Around): Html {
  const { language } = around;
  const { rule } = result.step;
  const reason = result.because ? becauseText(result.because, language) : rule.says[language];
  return html`<section class="foyer-card foyer-result">
<h3 class="govuk-heading-m">${rule.label[language]} ${unverifiedTag(result, language)}</h3>
<p class="govuk-body">${reason}</p>
${calculation(result, around)}
</section>`;
}

const calculation = ({ step }: Result, { language, outlook, told }: Around): Html =>
  explanation(step, {
    language,
    household: outlook.household,
    month: monthTextOf(outlook),
    told,
  });

/** The month that the steps of these results are in, as they write it. */
const monthTextOf = ({ results }: Outlook): string => results[0]?.step.month ?? "";

const unverifiedTag = ({ step }: Result, language: Language) =>
  step.rule.unverified && tag({ text: words[language].unverified, classes: "govuk-tag--orange" });

function rhythm(language: Language, id: string): string {
  const t = words[language];
  return { month: t.perMonth, year: t.perYear, once: t.once, measure: "" }[paid[id as Benefit]];
}

function quotientPart(result: Result, amount: number, around: Around): Html {
  const { language } = around;
  const t = words[language];
  return html`<h2 class="govuk-heading-l">${t.quotient}</h2>
<div class="foyer-results"><section class="foyer-card foyer-result">
<h3 class="govuk-heading-m">${result.step.rule.label[language]} ${unverifiedTag(result, language)}</h3>
<p class="foyer-result__amount">${moneyText(amount, language)} <span class="foyer-result__per">${monthNameOf(language, result.step.month)}</span></p>
<p class="govuk-body">${t.quotientText} ${result.step.rule.unverified && t.unverifiedText}</p>
${calculation(result, around)}
</section></div>`;
}

function claim(language: Language, signedIn: boolean): Html {
  const t = words[language];
  const contact = html`<a class="govuk-link" href="/contact">${t.contact}</a>`;
  if (signedIn)
    return html`<p class="govuk-body">${t.claimSignedIn}</p>
<ul class="govuk-list"><li>${contact}</li><li><a class="govuk-link" href="/home">${t.home}</a></li></ul>`;
  return html`<p class="govuk-body">${t.claimVisitor}</p>
<div class="govuk-button-group">
${button({ text: t.signIn, href: "/sessions/new" })}
${button({ text: t.first, href: "/sessions/new", classes: "govuk-button--secondary" })}
</div>
<p class="govuk-body">${contact}</p>`;
}

const appointment = (language: Language, help: Help): Html =>
  html`<p class="govuk-body">${words[language].appointmentText}</p>
<p class="govuk-body"><strong>${help.phone.replaceAll(" ", "\u00a0")}</strong><br>${help.hours[language]}</p>`;
