import { attributes, classList, type Html, html } from "../html.ts";
import { type Extras, type Words, wordsOf } from "./parts.ts";

export type Breadcrumb = Words & { href?: string | undefined; attributes?: Extras["attributes"] };
export type Breadcrumbs = Extras & {
  items: readonly Breadcrumb[];
  collapseOnMobile?: boolean | undefined;
  labelText?: string | undefined;
};

/** Where the page stands in the site. An item without `href` is the page itself (IL-09). */
export const breadcrumbs = (params: Breadcrumbs): Html => html`
<nav class="${classList("govuk-breadcrumbs", params.classes, params.collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile")}"${attributes(params.attributes)} aria-label="${params.labelText ?? "Breadcrumb"}">
  <ol class="govuk-breadcrumbs__list">${params.items.map(crumb)}
  </ol>
</nav>`;

const crumb = (item: Breadcrumb) =>
  item.href
    ? html`
    <li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${item.href}"${attributes(item.attributes)}>${wordsOf(item)}</a></li>`
    : html`
    <li class="govuk-breadcrumbs__list-item" aria-current="page">${wordsOf(item)}</li>`;
