import { type Act, acts } from "../../../../law/access/acts.ts";
import type { Reason } from "../../../../law/access/reasons/reason.ts";
import type { Language } from "../../../../law/language.ts";
import { type Html, html } from "../../../design/html.ts";
import { words } from "./words.ts";

/** Acts, one a line. */
export const list = (language: Language, which: readonly Act[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${which.map((act) => html`<li>${acts[act][language]}</li>`)}</ul>`;

/** The statement a rule comes from, small, behind it. */
export const rule = (language: Language, source: string): Html =>
  html`<span class="foyer-source">${words[language].rule} ${source}</span>`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Acts that a line can still say. */
const mostInLine = 3;

/** Acts, then smaller the reason they share, then what follows from it. */
export function withReason(language: Language, which: readonly Act[], because: Reason, then?: Html): Html {
  const why = html`<span class="foyer-source">${because.says[language]} ${rule(language, because.source)}</span>${then}`;
  if (which.length > mostInLine) return html`${list(language, which)}<p class="govuk-body">${why}</p>`;
  const said = capital(which.map((act) => acts[act][language]).join(", "));
  return html`<p class="govuk-body">${said}<br>${why}</p>`;
}
