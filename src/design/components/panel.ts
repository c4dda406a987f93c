import { attributes, classList, filled, type Html, html } from "../html.ts";
import { button } from "./button.ts";
import { type Extras, heading, speaks, type Words, wordsOf } from "./parts.ts";

export type PanelAction = Extras & {
  text: string;
  type?: "submit" | "button" | undefined;
  href?: string | undefined;
};
export type Panel = Words &
  Extras & {
    titleText?: string | undefined;
    titleHtml?: Html | undefined;
    headingLevel?: number | string | undefined;
    /** Only in a panel with the class `govuk-panel--interruption`. */
    actions?: (Extras & { items?: readonly PanelAction[] | undefined }) | undefined;
  };

/** The end of a journey: it is done, and here is the reference. */
export const panel = (params: Panel): Html => {
  const interrupts = params.classes?.includes("govuk-panel--interruption") ?? false;
  return html`
<div class="${classList("govuk-panel", !interrupts && "govuk-panel--confirmation", params.classes)}"${attributes(params.attributes)}>
  ${heading(params.headingLevel || 1, html` class="govuk-panel__title"`, filled(params.titleHtml) ? params.titleHtml : params.titleText)}
  ${speaks(params) && html`<div class="govuk-panel__body">${wordsOf(params)}</div>`}
  ${interrupts && params.actions && panelActions(params.actions)}
</div>`;
};

const panelActions = (actions: NonNullable<Panel["actions"]>) => html`
  <div class="${classList("govuk-panel__actions", actions.classes)}"${attributes(actions.attributes)}>${actions.items?.length ? html`<div class="govuk-button-group">${actions.items.map((action) => html`${panelAction(action)} `)}</div>` : undefined}</div>`;

const panelAction = (action: PanelAction) =>
  !action.href || action.type === "button"
    ? button({
        text: action.text,
        type: action.type || "button",
        classes: classList("govuk-button--inverse", action.classes),
        href: action.href,
        attributes: action.attributes,
      })
    : html`<a class="${classList("govuk-link govuk-link--inverse", action.classes)}" href="${action.href}"${attributes(action.attributes)}>${action.text}</a>`;
