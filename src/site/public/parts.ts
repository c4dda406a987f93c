import type { Help } from "../../../institutions/institution.ts";
import type { Language } from "../../../law/language.ts";
import { type Html, html } from "../../design/html.ts";
import { phoneLink } from "../../design/patterns.ts";

/** A short text in its parts: what a notice page is made of. */
export type Part = { title: string; says: readonly string[]; list?: readonly string[]; after?: Html };

/** Each part under its own heading. */
export const parts = (all: readonly Part[]): Html =>
  html`${all.map(
    ({ title, says, list, after }) => html`
<h2 class="govuk-heading-m">${title}</h2>
${says.map((line) => html`<p class="govuk-body">${line}</p>`)}
${list && bullets(list)}
${after}`,
  )}`;

/** A list with bullets. */
export const bullets = (items: readonly string[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

/** A link in a line of its own. */
export const linkLine = (href: string, text: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`;

/** How to reach a person: the telephone with its hours, and the reception desk. */
export const reachUs = (language: Language, help: Help): Html => html`
<p class="govuk-body"><strong>${phoneLink(help)}</strong><br>${help.hours[language]}</p>
<p class="govuk-body">${help.desk[language]}</p>`;

/** What nobody of the institution ever asks, and how its messages are known (CN-05, SP-09, CP-14). */
export const promise = (language: Language, siteAddress: string): readonly string[] =>
  ({
    fr: [
      "Nous ne vous demandons jamais votre mot de passe, ni par téléphone, ni par mail, ni sur un réseau social.",
      `Nos messages sur votre dossier ou votre accès ne contiennent pas de lien. Tapez vous-même l’adresse dans votre navigateur : ${siteAddress}.`,
      "On vous demande votre mot de passe ? Ne répondez pas, et appelez-nous.",
    ],
    en: [
      "We never ask for your password: not by phone, not by mail, not on a social network.",
      `Our messages about your file or your access carry no link. Type the address in your browser yourself: ${siteAddress}.`,
      "Does someone ask for your password? Do not answer, and call us.",
    ],
  })[language];
