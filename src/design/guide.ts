import type { Sentence } from "../../law/language.ts";
import { guideForms } from "./guide/forms.ts";
import { guideLook } from "./guide/look.ts";
import { guideMessages } from "./guide/messages.ts";
import { type Html, html } from "./html.ts";
import { page, type Shell } from "./page.ts";

const words = {
  title: { fr: "Le guide des pages", en: "The guide to the pages" },
  lead: {
    fr: "Tout ce dont une page est faite, dans chacun de ses états, et quand s’en servir. Changez de langue et de contraste en haut de la page : le guide suit.",
    en: "All that a page is made of, in each of its states, and when to use it. Change the language and the contrast at the top of the page: the guide follows.",
  },
  contents: { fr: "Sommaire", en: "Contents" },
} satisfies Record<string, Sentence>;

/** The living guide at /dev/design: the components themselves, so it cannot be out of date. */
export const guide = (shell: Shell): Html => {
  const chapters = [...guideLook(shell), ...guideForms(shell), ...guideMessages(shell)];
  return page(
    shell,
    { title: words.title[shell.language], width: "wide" },
    html`
<h1 class="govuk-heading-xl">${words.title[shell.language]}</h1>
<p class="govuk-body-l">${words.lead[shell.language]}</p>
<nav aria-label="${words.contents[shell.language]}">
  <ul class="govuk-list foyer-contents">${chapters.map(({ id, title }) => html`<li><a class="govuk-link" href="#${id}">${title[shell.language]}</a></li>`)}</ul>
</nav>
${chapters.map(
  ({ id, title, when, shown }) => html`
<section class="foyer-card" id="${id}" aria-labelledby="${id}-title">
  <h2 class="govuk-heading-l" id="${id}-title">${title[shell.language]}</h2>
  <p class="govuk-body">${when[shell.language]}</p>
  ${shown}
</section>`,
)}`,
  );
};
