import { moneyText } from "../../../../../engine/sentences.ts";
import type { Language } from "../../../../../law/language.ts";
import { civilDate } from "../../../../design/dates.ts";
import { type Html, html } from "../../../../design/html.ts";
import { wideTable } from "../../../../design/patterns.ts";
import { labelOf, publishedUntil } from "../../rules.ts";
import { monthName } from "../readable.ts";
import { type AgeStep, type Change, type Outlook, raise } from "./outlook.ts";
import type { Words } from "./result-words.ts";

/** What would change the total: one child more, a raise, the coming birthdays, the coming law (MC-01). */
export function changes(language: Language, t: Words, outlook: Outlook): Html {
  const { household, ageSteps, firstChange } = outlook;
  const raised = outlook.results.some(({ id, amount }) => id === "ppa" && amount !== undefined);
  return html`<ul class="govuk-list govuk-list--spaced foyer-changes">
<li><strong>${t.child(household.children?.length ?? 0)}</strong><br>${difference(language, t, outlook.oneMoreChild)}</li>
${raised && html`<li><strong>${t.raise}</strong><br>${difference(language, t, outlook.morePay)} ${together(language, t, outlook.morePay)} ${t.raiseText}</li>`}
${ageSteps.map((step) => ageLine(language, t, step))}
${ageSteps.length === 0 && (household.children ?? []).length > 0 && html`<li>${t.noAge}</li>`}
${
  firstChange &&
  !isToldByAge(outlook) &&
  html`<li><strong>${t.fromMonth(monthName(language, firstChange.month))}, ${t.next}</strong>
${changeList(language, firstChange.changes, t.becomes)}
${firstChange.byLaw && t.byLaw}</li>`
}
</ul>`;
}

/** Whether the first change is a birthday that is told already. */
const isToldByAge = ({ firstChange, ageSteps }: Outlook): boolean =>
  firstChange !== undefined &&
  !firstChange.byLaw &&
  firstChange.changes.every(({ benefit }) =>
    ageSteps.some(
      ({ month, changes: moved }) =>
        month === firstChange.month && moved.some((one) => one.benefit === benefit),
    ),
  );

function difference(language: Language, t: Words, amount: number): string {
  if (amount === 0) return t.same;
  return (amount > 0 ? t.more : t.less)(moneyText(Math.abs(amount), language));
}

/** What is left of a raise once benefits have followed. */
function together(language: Language, t: Words, amount: number): string {
  const left = raise + amount;
  return (left < 0 ? t.lost : t.kept)(moneyText(Math.abs(left), language));
}

function ageLine(language: Language, t: Words, { month, birth, age, changes: moved }: AgeStep): Html {
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
export function monthsTable(language: Language, t: Words, { months }: Outlook): Html {
  const coming = [...new Set(months.flatMap(({ amounts }) => Object.keys(amounts)))].filter((id) =>
    months.some(({ amounts }) => (amounts[id] ?? 0) > 0),
  );
  const number = (amount: number | undefined) => ({
    text: amount === undefined ? "–" : moneyText(amount, language),
    format: "numeric" as const,
  });
  const last = months.at(-1)?.month ?? 0;
  const isOpen = publishedUntil !== undefined && last > publishedUntil;
  return html`${isOpen && html`<p class="govuk-body">${t.unpublished(monthName(language, publishedUntil ?? 0))}</p>`}
${wideTable({
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
})}`;
}
