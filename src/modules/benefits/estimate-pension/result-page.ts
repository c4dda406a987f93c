import { becauseText } from "../../../../engine/sentences.ts";
import type { Result } from "../../../../engine/trace.ts";
import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { summaryList } from "../../../design/components/summary-list.ts";
import { tag } from "../../../design/components/tag.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form } from "../../../design/patterns.ts";
import { francs } from "../simulate/readable.ts";
import { explanation, nothingTold, type Told } from "../simulate/result/explanation.ts";
import { type Career, periodsUntil } from "./answers.ts";
import type { PensionEstimate } from "./pension.ts";
import { words } from "./words.ts";

export type PensionResultPage = { shell: Shell; career: Career; year: number; estimate: PensionEstimate };

/** What the career gives today and at the pension's age, why, and from what (CN-03, MC-27). */
export function pensionResultPage({ shell, career, year, estimate }: PensionResultPage): Html {
  const { language } = shell;
  const t = words[language];
  const { now, later, unfit, family, contributions } = estimate;
  const told = nothingTold();
  return page(
    shell,
    { title: t.resultTitle, back: "/pension/current/pay", width: "wide" },
    html`<h1 class="govuk-heading-xl">${t.resultTitle}</h1>
${insetText({ text: t.unverifiedText })}
<div class="foyer-results">
${resultCard(now, now.amount ? t.resultTitle : t.notYet, language, told)}
${later && resultCard(later.result, t.later(later.atAge), language, told)}
${unfit.amount !== 0 && resultCard(unfit, t.unfit, language, told)}
</div>
${
  family &&
  html`<h2 class="govuk-heading-l">${t.family}</h2>
<p class="govuk-body">${t.familyText}</p>
<div class="foyer-results">
${resultCard(family.spouse, t.spouse, language, told)}
${resultCard(family.child, t.child, language, told)}
</div>`
}
<h2 class="govuk-heading-l">${t.contributions}</h2>
<p class="govuk-body">${t.contributionsText(francs(language, career.pay ?? 0))}</p>
<div class="foyer-results">
${resultCard(contributions.worker, t.byWorker, language, told)}
${resultCard(contributions.employer, t.byEmployer, language, told)}
</div>
<h2 class="govuk-heading-l">${t.answers}</h2>
${summaryList({ rows: answerRows(language, career, year) })}
<h2 class="govuk-heading-l">${t.next}</h2>
<p class="govuk-body">${t.nextText}</p>
<p class="govuk-body"><a class="govuk-link" href="/contact">${t.contact}</a></p>
${form(shell, { action: "/pension/end" }, button({ text: t.erase, classes: "govuk-button--secondary", preventDoubleClick: true }))}`,
  );
}

function resultCard(result: Result, title: string, language: Language, told: Told): Html {
  const t = words[language];
  const { rule } = result.step;
  const amount = result.amount ?? 0;
  const yearly = rule.unit === "DJF/year";
  return html`<section class="foyer-card foyer-result">
<h2 class="govuk-heading-m">${title} ${tag({ text: t.unverified, classes: "govuk-tag--orange" })}</h2>
${
  amount > 0 &&
  html`<p class="foyer-result__amount">${francs(language, amount)} <span class="foyer-result__per">${yearly ? t.perYear : t.perMonth}</span></p>
${yearly && html`<p class="govuk-body">${t.aboutPerMonth(francs(language, amount / 12))}</p>`}`
}
<p class="govuk-body">${result.because ? becauseText(result.because, language, "DJF") : rule.says[language]}</p>
${explanation(result.step, { language, household: { adults: [], children: [] }, month: result.step.month, told }, !result.because)}
</section>`;
}

function answerRows(language: Language, career: Career, year: number) {
  const t = words[language];
  const row = (key: string, value: string, question: string) => ({
    key: { text: key },
    value: { text: value },
    actions: {
      items: [{ href: `/pension/current/${question}`, text: t.change, visuallyHiddenText: `: ${key}` }],
    },
  });
  return [
    row(t.age, String(career.age ?? ""), "age"),
    row(t.work, t[career.work ?? "other"], "work"),
    ...periodsUntil(year).map(({ field }) =>
      row(`${t.career} ${t[field]}`, `${career[field] ?? 0} ${t.years}`, "career"),
    ),
    row(t.pay, francs(language, career.pay ?? 0), "pay"),
  ];
}
