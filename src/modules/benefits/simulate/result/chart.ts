import { moneyText } from "../../../../../engine/sentences.ts";
import type { Language } from "../../../../../law/language.ts";
import { type Html, html } from "../../../../design/html.ts";
import { wideTable } from "../../../../design/patterns.ts";
import { whole, wholeEuros } from "../readable.ts";
import type { ScalePoint } from "./outlook.ts";

/** What is stacked, from the bottom up; `disability` is the allowance of adults, `bonus` the activity bonus. */
const layers = ["family", "disability", "rsa", "bonus"] as const;
type Layer = (typeof layers)[number];

const words = {
  fr: {
    title: "Prestations par mois en euros, selon le salaire net",
    says: (least: string, most: string) =>
      `Graphique : sans salaire, ${least} par mois ; avec 4 000 € de salaire net, ${most}. Le tableau qui suit donne les montants.`,
    table: "Les mêmes montants, tous les 500 €",
    pay: "Salaire net",
    total: "Total des prestations",
    both: "Salaire et prestations",
    family: "Prestations familiales",
    disability: "AAH",
    rsa: "RSA",
    bonus: "Prime d’activité",
    now: "aujourd’hui",
  },
  en: {
    title: "Benefits each month in euros, by net pay",
    says: (least: string, most: string) =>
      `Chart: without pay, ${least} a month; with €4,000 of net pay, ${most}. The table below gives the amounts.`,
    table: "The same amounts, every €500",
    pay: "Net pay",
    total: "Total of benefits",
    both: "Pay and benefits",
    family: "Family benefits",
    disability: "AAH",
    rsa: "RSA",
    bonus: "Activity bonus",
    now: "today",
  },
};

/** The drawing's own units; the style sheet makes it as wide as the page. */
const frame = { width: 400, height: 270, left: 68, right: 8, top: 34, bottom: 34 };

/**
 * Resources against benefits: a drawing made by the server, the same numbers in a table, both named (A11Y-01).
 * `pay` is the person's own, marked where it is on the chart.
 */
export function chartFigure(language: Language, scale: readonly ScalePoint[], pay: number | undefined): Html {
  const t = words[language];
  const total = (point: ScalePoint) => layers.reduce((sum, layer) => sum + point[layer], 0);
  const first = scale[0];
  const last = scale.at(-1);
  if (!first || !last) return html``;
  const shown = layers.filter((layer) => scale.some((point) => point[layer] > 0));
  const says = t.says(moneyText(total(first), language), moneyText(total(last), language));
  const top = niceTop(Math.max(...scale.map(total)));
  return html`<figure class="foyer-chart">
<figcaption class="foyer-chart__caption">
<p class="govuk-body foyer-chart__title"><strong>${t.title}</strong></p>
<ul class="foyer-chart__legend">${shown.map(
    (layer) =>
      html`<li><svg class="foyer-chart__key" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><rect class="foyer-chart__${layer}" x="1" y="1" width="18" height="18" rx="4"/></svg>${t[layer]}</li>`,
  )}</ul>
</figcaption>
<svg class="foyer-chart__drawing" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="chart-title chart-says">
<title id="chart-title">${t.title}</title>
<desc id="chart-says">${says}</desc>
${marks(language, top, last.pay)}
${shown.map((layer) => area(scale, layer, top))}
<path class="foyer-chart__total" d="${line(scale, total, top)}"/>
${pay !== undefined && pay <= last.pay && ownPlace(pay, last.pay, t.now)}
</svg>
</figure>
${scaleTable(language, scale, shown)}`;
}

/** A round number at or above the highest total, with marks at its quarters. */
function niceTop(highest: number): number {
  const steps = [200, 400, 800, 1200, 1600, 2000, 2400, 3200, 4000, 6000, 8000];
  return steps.find((step) => step >= highest) ?? Math.ceil(highest / 4000) * 4000;
}

const across = (pay: number, most: number) =>
  round(frame.left + (pay / most) * (frame.width - frame.left - frame.right));
const up = (amount: number, top: number) =>
  round(frame.height - frame.bottom - (amount / top) * (frame.height - frame.top - frame.bottom));
const round = (value: number) => Math.round(value * 10) / 10;

function marks(language: Language, top: number, most: number): Html {
  const quarters = [0, 1, 2, 3, 4];
  return html`${quarters.map((quarter) => {
    const y = up((top * quarter) / 4, top);
    return html`<path class="foyer-chart__line" d="M${frame.left} ${y}H${frame.width - frame.right}"/><text class="foyer-chart__mark" x="${frame.left - 8}" y="${y + 6}" text-anchor="end">${whole(language, (top * quarter) / 4)}</text>`;
  })}${[0, 2, 4].map((quarter) => {
    const anchor = quarter === 4 ? "end" : "middle";
    return html`<text class="foyer-chart__mark" x="${across((most * quarter) / 4, most)}" y="${frame.height - 10}" text-anchor="${anchor}">${whole(language, (most * quarter) / 4)}</text>`;
  })}`;
}

/** The upper edge of a layer: what it adds to those below. */
const edge = (point: ScalePoint, layer: Layer): number =>
  layers.slice(0, layers.indexOf(layer) + 1).reduce((sum, one) => sum + point[one], 0);

function area(scale: readonly ScalePoint[], layer: Layer, top: number): Html {
  const most = scale.at(-1)?.pay ?? 1;
  const above = scale.map((point) => `${across(point.pay, most)} ${up(edge(point, layer), top)}`);
  const below = scale
    .map((point) => `${across(point.pay, most)} ${up(edge(point, layer) - point[layer], top)}`)
    .reverse();
  return html`<path class="foyer-chart__${layer}" d="M${[...above, ...below].join("L")}Z"/>`;
}

function line(scale: readonly ScalePoint[], height: (point: ScalePoint) => number, top: number): string {
  const most = scale.at(-1)?.pay ?? 1;
  return `M${scale.map((point) => `${across(point.pay, most)} ${up(height(point), top)}`).join("L")}`;
}

function ownPlace(pay: number, most: number, name: string): Html {
  const x = across(pay, most);
  const anchor = pay > most * 0.8 ? "end" : pay < most * 0.2 ? "start" : "middle";
  const upright = `M${x} ${frame.top - 4}V${frame.height - frame.bottom}`;
  return html`<path class="foyer-chart__halo" d="${upright}"/><path class="foyer-chart__own" d="${upright}"/><text class="foyer-chart__mark foyer-chart__mark--own" x="${x}" y="${frame.top - 10}" text-anchor="${anchor}">${name}</text>`;
}

function scaleTable(language: Language, scale: readonly ScalePoint[], shown: readonly Layer[]): Html {
  const t = words[language];
  const number = (amount: number) => ({ text: moneyText(amount, language), format: "numeric" as const });
  const columns = [t.total, t.both, ...(shown.length > 1 ? shown.map((layer) => t[layer]) : [])];
  return wideTable({
    caption: t.table,
    captionClasses: "govuk-table__caption--s",
    classes: "foyer-figures",
    firstCellIsHeader: true,
    head: [{ text: t.pay }, ...columns.map((text) => ({ text, format: "numeric" as const }))],
    rows: scale
      .filter(({ pay }) => pay % 500 === 0)
      .map((point) => {
        const total = layers.reduce((sum, layer) => sum + point[layer], 0);
        return [
          { text: wholeEuros(language, point.pay) },
          number(total),
          number(total + point.pay),
          ...(shown.length > 1 ? shown.map((layer) => number(point[layer])) : []),
        ];
      }),
  });
}
