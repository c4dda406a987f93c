import type { Institution } from "../../../institutions/institution.ts";
import { type Html, html } from "../../design/html.ts";
import { page, type Shell } from "../../design/page.ts";

const words = {
  fr: {
    title: "Les mots expliqués",
    lead: "Voici, en langage courant, les mots que notre métier emploie. Dans nos textes, un mot souligné de points s’explique sur place quand on le touche.",
  },
  en: {
    title: "Words explained",
    lead: "Here, in plain language, are the words of our trade. In our texts, a word underlined with dots explains itself in place when touched.",
  },
};

/** The words of the trade in the order of the alphabet, from the institution's data alone (IL-09). */
export function wordsPage({ shell, institution }: { shell: Shell; institution: Institution }): Html {
  const { language } = shell;
  const t = words[language];
  const sorted = institution.words.toSorted((a, b) =>
    a.term[language].localeCompare(b.term[language], language),
  );
  return page(
    shell,
    { title: t.title, back: "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body-l">${t.lead}</p>
<dl class="foyer-words">
${sorted.map(({ id, term, says }) => html`<dt class="govuk-heading-s" id="${id}">${term[language]}</dt><dd class="govuk-body">${says[language]}</dd>`)}
</dl>`,
  );
}
