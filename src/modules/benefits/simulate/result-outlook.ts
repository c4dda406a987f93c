import { moneyText } from "../../../../engine/sentences.ts";
import type { Language } from "../../../../law/language.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { wideTable } from "../../../design/patterns.ts";
import { labelOf } from "../rules.ts";
import type { AgeStep, Change, Outlook } from "./outlook.ts";
import { monthName } from "./readable.ts";
import { words } from "./result-words.ts";

/** What would change the total: one child more, a raise, the coming birthdays, the coming law (MC-01). */
export function changes(language: Language, outlook: Outlook): Html {
  const t = words[language];
  const { household, ageSteps, firstChange } = outlook;
  const raised = outlook.results.some(({ id, amount }) => id === "ppa" && amount !== undefined);
  return html`<ul class="govuk-list govuk-list--spaced foyer-changes">
<li><strong>${t.child(household.children?.length ?? 0)}</strong><br>${difference(language, outlook.oneMoreChild)}</li>
${raised && html`<li><strong>${t.raise}</strong><br>${difference(language, outlook.morePay)}, ${t.raiseText}</li>`}
${ageSteps.map((step) => ageLine(language, step))}
${ageSteps.length === 0 && (household.children ?? []).length > 0 && html`<li>${t.noAge}</li>`}
${
  firstChange &&
  html`<li><strong>${t.fromMonth(monthName(language, firstChange.month))}, ${t.next}</strong>
${changeList(language, firstChange.changes, t.becomes)}
${firstChange.byLaw && t.byLaw}</li>`
}
</ul>`;
}

function difference(language: Language, amount: number): string {
  const t = words[language];
  if (amount === 0) return t.same;
  return (amount > 0 ? t.more : t.less)(moneyText(Math.abs(amount), language));
}

function ageLine(language: Language, { month, birth, age, changes: moved }: AgeStep): Html {
  const t = words[language];
  const born = civilDate(language, birth);
  return html`<li><strong>${t.fromMonth(monthName(language, month))}, ${age === 0 ? t.comes(born) : t.turns(born, age)}</strong>
${changeList(language, moved, (benefit, before, after) => t.insteadOf(benefit, after, before))}</li>`;
}

const changeList = (
  language: Language,
  moved: readonly Change[],
  say: (benefit: string, before: string, after: string) => string,
): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${moved.map(
    ({ benefit, before, after }) =>
      html`<li>${say(labelOf(benefit)[language], moneyText(before, language), moneyText(after, language))}</li>`,
  )}</ul>`;

/** Month by month, the benefits that come in at least one of them. */
export function monthsTable(language: Language, { months }: Outlook): Html {
  const t = words[language];
  const coming = [...new Set(months.flatMap(({ amounts }) => Object.keys(amounts)))].filter((id) =>
    months.some(({ amounts }) => (amounts[id] ?? 0) > 0),
  );
  const number = (amount: number | undefined) => ({
    text: amount === undefined ? "–" : moneyText(amount, language),
    format: "numeric" as const,
  });
  return wideTable({
    caption: t.months,
    captionClasses: "govuk-visually-hidden",
    classes: "foyer-figures",
    firstCellIsHeader: true,
    head: [
      { text: t.month },
      { text: t.allTotal, format: "numeric" as const },
      ...coming.map((id) => ({ text: labelOf(id)[language], format: "numeric" as const })),
    ],
    rows: months.map(({ month, amounts, total }) => [
      { text: monthName(language, month) },
      { ...number(total), classes: "foyer-figures__total" },
      ...coming.map((id) => number(amounts[id])),
    ]),
  });
}
