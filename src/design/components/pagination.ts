import { type Attributes, attributes, classList, type Html, html, type Piece, present } from "../html.ts";
import { type Extras, speaks, type Words, wordsOf } from "./parts.ts";

export type PageNumber = {
  number?: number | string | undefined;
  /** Read out instead of the number: "Page 3". */
  visuallyHiddenText?: string | undefined;
  href?: string | undefined;
  current?: boolean | undefined;
  ellipsis?: boolean | undefined;
  attributes?: Attributes | undefined;
};
export type PageStep = Words & {
  labelText?: string | undefined;
  href?: string | undefined;
  attributes?: Attributes | undefined;
};
export type Pagination = Extras & {
  items?: readonly (PageNumber | null | undefined)[] | undefined;
  previous?: PageStep | undefined;
  next?: PageStep | undefined;
  landmarkLabel?: string | undefined;
};

/** The pages of a long list, or the steps of a text in parts. Pages use `pages`, which speaks their language. */
export const pagination = (params: Pagination): Html => {
  const block = !params.items && Boolean(params.next || params.previous);
  return html`
<nav class="${classList("govuk-pagination", block && "govuk-pagination--block", params.classes)}" aria-label="${params.landmarkLabel || "Pagination"}"${attributes(params.attributes)}>
  ${params.previous?.href && step("prev", params.previous, block)}
  ${params.items && html`<ul class="govuk-pagination__list">${params.items.map((item) => item && Object.keys(item).length > 0 && pageNumber(item))}</ul>`}
  ${params.next?.href && step("next", params.next, block)}
</nav>`;
};

const step = (way: "prev" | "next", link: PageStep, block: boolean) => html`
  <div class="govuk-pagination__${way}">
    <a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${way}"${attributes(link.attributes)}>
      ${(block || way === "prev") && arrows[way]}
      <span class="${classList("govuk-pagination__link-title", block && !link.labelText && "govuk-pagination__link-title--decorated")}">${speaks(link) ? wordsOf(link) : defaultWords[way]}</span>
      ${block && link.labelText ? html`<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${link.labelText}</span>` : undefined}
      ${!block && way === "next" && arrows.next}
    </a>
  </div>`;

const pageNumber = (item: PageNumber) => html`
    <li class="${classList("govuk-pagination__item", item.current && "govuk-pagination__item--current", item.ellipsis && "govuk-pagination__item--ellipsis")}">${
      item.ellipsis
        ? "⋯"
        : html`<a class="govuk-link govuk-pagination__link" href="${item.href}" aria-label="${item.visuallyHiddenText ?? `Page ${item.number}`}"${present({ "aria-current": item.current && "page" })}${attributes(item.attributes)}>${item.number}</a>`
    }</li>`;

const defaultWords: Readonly<Record<"prev" | "next", Piece>> = {
  prev: html`Previous<span class="govuk-visually-hidden"> page</span>`,
  next: html`Next<span class="govuk-visually-hidden"> page</span>`,
};

const arrow = (way: "prev" | "next", path: string) =>
  html`<svg class="govuk-pagination__icon govuk-pagination__icon--${way}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${path}"></path></svg>`;

const arrows = {
  prev: arrow(
    "prev",
    "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  ),
  next: arrow(
    "next",
    "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
  ),
};
