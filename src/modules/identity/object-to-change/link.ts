import { objectionLinkWords } from "../../../../law/credentials/objection.ts";
import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";

/** The way to the objection, where people who cannot sign in look for help. */
export const objectionLink = ({ language }: Pick<Shell, "language">): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/objections/new">${objectionLinkWords[language]}</a></p>`;
