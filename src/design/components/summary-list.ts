import { attributes, classList, type Html, html } from "../html.ts";
import { type Extras, heading, type Words, wordsOf } from "./parts.ts";

export type SummaryAction = Words & Extras & { href: string; visuallyHiddenText?: string | undefined };
type Actions = { items?: readonly SummaryAction[] | undefined; classes?: string | undefined };
type Part = Words & { classes?: string | undefined };
export type SummaryRow = {
  classes?: string | undefined;
  key: Part;
  value: Part;
  actions?: Actions | undefined;
};
export type SummaryCard = Extras & {
  title?: (Part & { headingLevel?: number | undefined }) | undefined;
  actions?: Actions | undefined;
};
export type SummaryList = Extras & {
  rows: readonly (SummaryRow | false | null | undefined)[];
  card?: SummaryCard | undefined;
};

/** Facts by name and value, each with what may be changed about it. */
export const summaryList = (params: SummaryList): Html => {
  const rows = params.rows.filter((one) => one !== undefined && one !== null && one !== false);
  const someActions = rows.some((one) => one.actions?.items?.length);
  const list = html`
<dl class="${classList("govuk-summary-list", params.classes)}"${attributes(params.attributes)}>
  ${rows.filter(Boolean).map((one) => row(one, someActions, params.card?.title))}
</dl>`;
  return params.card ? card(params.card, list) : list;
};

const row = (params: SummaryRow, someActions: boolean, cardTitle: Part | undefined) => html`
  <div class="${classList("govuk-summary-list__row", someActions && !params.actions?.items && "govuk-summary-list__row--no-actions", params.classes)}">
    <dt class="${classList("govuk-summary-list__key", params.key.classes)}">${wordsOf(params.key)}</dt>
    <dd class="${classList("govuk-summary-list__value", params.value.classes)}">${wordsOf(params.value)}</dd>
    ${rowActions(params.actions, cardTitle)}
  </div>`;

const rowActions = (actions: Actions | undefined, cardTitle: Part | undefined) => {
  const [first, ...others] = actions?.items ?? [];
  return (
    first &&
    html`
    <dd class="${classList("govuk-summary-list__actions", actions?.classes)}">${
      others.length === 0
        ? actionLink(first, cardTitle)
        : html`<ul class="govuk-summary-list__actions-list">${actions?.items?.map((item) => html`<li class="govuk-summary-list__actions-list-item">${actionLink(item, cardTitle)}</li>`)}</ul>`
    }</dd>`
  );
};

const card = (params: SummaryCard, list: Html) => html`
<div class="${classList("govuk-summary-card", params.classes)}"${attributes(params.attributes)}>
  <div class="govuk-summary-card__title-wrapper">
    ${params.title && heading(params.title.headingLevel || 2, html` class="${classList("govuk-summary-card__title", params.title.classes)}"`, wordsOf(params.title))}
    ${cardActions(params)}
  </div>
  <div class="govuk-summary-card__content">${list}</div>
</div>`;

const cardActions = ({ actions, title }: SummaryCard) => {
  const [first, ...others] = actions?.items ?? [];
  const classes = classList("govuk-summary-card__actions", actions?.classes);
  if (!first) return undefined;
  return others.length === 0
    ? html`<div class="${classes}">${actionLink(first, title)}</div>`
    : html`<ul class="${classes}">${actions?.items?.map((item) => html`<li class="govuk-summary-card__action">${actionLink(item, title)}</li>`)}</ul>`;
};

const actionLink = (action: SummaryAction, cardTitle: Part | undefined) =>
  html`<a class="${classList("govuk-link", action.classes)}" href="${action.href}"${attributes(action.attributes)}>${wordsOf(action)}${
    (action.visuallyHiddenText || cardTitle) &&
    html`<span class="govuk-visually-hidden">${action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}${cardTitle && html` (${wordsOf(cardTitle)})`}</span>`
  }</a>`;
