import { attributes, classList, type Html, html, present } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type Cell = Words &
  Extras & {
    /** Numbers stand to the right, so that they can be compared. */
    format?: "numeric" | undefined;
    colspan?: number | undefined;
    rowspan?: number | undefined;
  };
export type Table = Extras & {
  rows: readonly (readonly Cell[] | false | null | undefined)[];
  head?: readonly Cell[] | undefined;
  caption?: string | undefined;
  captionClasses?: string | undefined;
  firstCellIsHeader?: boolean | undefined;
};

/** Figures to compare. Always give a caption: it is the name of the table for those who hear the page. */
export const table = (params: Table): Html => html`
<table class="${classList("govuk-table", params.classes)}"${attributes(params.attributes)}>
  ${params.caption && html`<caption class="${classList("govuk-table__caption", params.captionClasses)}">${params.caption}</caption>`}
  ${params.head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${params.head.map((cell) => header("col", cell, cell.format))}</tr></thead>`}
  <tbody class="govuk-table__body">${params.rows.map((row) => row && html`<tr class="govuk-table__row">${row.map((cell, index) => (index === 0 && params.firstCellIsHeader ? header("row", cell) : data(cell)))}</tr>`)}</tbody>
</table>`;

const header = (scope: "col" | "row", cell: Cell, format?: string) =>
  html`<th scope="${scope}" class="${classList("govuk-table__header", format && `govuk-table__header--${format}`, cell.classes)}"${spans(cell)}>${wordsOf(cell)}</th>`;

const data = (cell: Cell) =>
  html`<td class="${classList("govuk-table__cell", cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}"${spans(cell)}>${wordsOf(cell)}</td>`;

const spans = (cell: Cell) =>
  html`${present({ colspan: cell.colspan, rowspan: cell.rowspan })}${attributes(cell.attributes)}`;
