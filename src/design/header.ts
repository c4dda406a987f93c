import { languages, type Sentence } from "../../law/language.ts";
import { hearth } from "./drawings.ts";
import { type Html, html } from "./html.ts";
import type { Shell } from "./shell.ts";
import { languageNames, withQuery } from "./switches.ts";

const words = {
  home: { fr: "Accueil", en: "Home" },
  display: { fr: "Affichage", en: "Display" },
  enhanced: { fr: "Contraste renforcé", en: "Enhanced contrast" },
  standard: { fr: "Contraste standard", en: "Standard contrast" },
  account: { fr: "Votre compte", en: "Your account" },
  signedInAs: { fr: "Connecté en tant que", en: "Signed in as" },
  signOut: { fr: "Me déconnecter", en: "Sign out" },
  space: { fr: "Espace ouvert", en: "Open space" },
  in: { fr: "Vous êtes dans l’espace de", en: "You are in the space of" },
  leave: { fr: "Quitter cet espace", en: "Leave this space" },
} satisfies Record<string, Sentence>;

/** The top of every page: whose site it is, how it shows, who is signed in and the way out. */
export const header = (shell: Shell): Html => html`
  <header class="foyer-header">
    <div class="foyer-header__row">
      ${wordMark(shell)}
      <nav class="foyer-switches" aria-label="${words.display[shell.language]}">
        <ul class="foyer-switches__list">
          ${languages.map((language) => languageSwitch(shell, language))}
          ${contrastSwitch(shell)}
        </ul>
      </nav>
    </div>
    ${shell.visitor && signedIn(shell, shell.visitor)}
    ${shell.space && openSpace(shell, shell.space)}
  </header>`;

/** A word-mark of ours, drawn from the institution's name: no logo of anyone. */
const wordMark = ({ brand, language }: Shell) => html`
      <a class="foyer-mark" href="/">
        ${hearth}
        <span class="foyer-mark__words"><span class="foyer-mark__short">${brand.shortName}</span> <span class="foyer-mark__name">${brand.name[language]}</span></span>
        <span class="govuk-visually-hidden"> – ${words.home[language]}</span>
      </a>`;

const languageSwitch = (shell: Shell, language: Shell["language"]) => html`
          <li>${
            language === shell.language
              ? html`<span class="foyer-switches__current" lang="${language}" aria-current="true">${languageNames[language]}</span>`
              : html`<a class="foyer-switches__link" href="${withQuery(shell.path, "lang", language)}" lang="${language}" hreflang="${language}">${languageNames[language]}</a>`
          }</li>`;

const contrastSwitch = (shell: Shell) => {
  const other = shell.contrast === "enhanced" ? "standard" : "enhanced";
  return html`
          <li><a class="foyer-switches__link" href="${withQuery(shell.path, "contrast", other)}">${words[other][shell.language]}</a></li>`;
};

const signedIn = ({ language, csrf }: Shell, visitor: NonNullable<Shell["visitor"]>) => html`
    <section class="foyer-visitor" aria-label="${words.account[language]}">
      <div class="foyer-visitor__row">
        <p class="foyer-visitor__who"><span class="govuk-visually-hidden">${words.signedInAs[language]} </span><strong>${visitor.name}</strong> <span class="foyer-visitor__quality">${visitor.quality}</span></p>
        <form method="post" action="${visitor.out ?? "/sessions/current/end"}">
          <input type="hidden" name="csrf" value="${csrf}">
          <button class="foyer-visitor__out" type="submit">${words.signOut[language]}</button>
        </form>
      </div>
    </section>`;

/** Whose space the visitor acts in, and the way out of it in one click. */
const openSpace = ({ language, csrf }: Shell, space: NonNullable<Shell["space"]>) => html`
    <section class="foyer-visitor foyer-visitor--space" aria-label="${words.space[language]}">
      <div class="foyer-visitor__row">
        <p class="foyer-visitor__who">${words.in[language]} <strong>${space.name}</strong></p>
        <form method="post" action="/spaces/current/end">
          <input type="hidden" name="csrf" value="${csrf}">
          <button class="foyer-visitor__out" type="submit">${words.leave[language]}</button>
        </form>
      </div>
    </section>`;
