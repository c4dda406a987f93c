import { type Act, acts } from "../../../../law/access/acts.ts";
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
