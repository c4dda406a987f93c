import type { Language } from "../../../law/language.ts";
import { type Html, html } from "../html.ts";
import type { Brand } from "../shell.ts";

/** The number as people read it, on one line, which a telephone dials when touched. */
export const phoneLink = ({ phone }: Brand["help"]): Html =>
  html`<a class="govuk-link" href="tel:${phone.replace(/[^+\d]/g, "")}">${unbroken(phone)}</a>`;

/** A telephone number inside a sentence: never cut at the end of a line. */
export const unbroken = (phone: string): string => phone.replaceAll(" ", "\u00a0");

/** The telephone with its hours, in a paragraph of its own. */
export const phoneLine = (language: Language, help: Brand["help"]): Html =>
  html`<p class="govuk-body">${phoneLink(help)} – ${help.hours[language]}</p>`;
