import type { Sentence } from "../../../law/language.ts";
import { button } from "../components/button.ts";
import { tag } from "../components/tag.ts";
import { html } from "../html.ts";
import type { Shell } from "../page.ts";
import { contrastOf, pairs } from "../palette.ts";
import type { Chapter } from "./chapter.ts";

const words = {
  measured: { fr: "mesuré", en: "measured" },
  asked: { fr: "demandé", en: "asked" },
  xl: { fr: "Un très grand titre, pour l’accueil", en: "A very large title, for the home page" },
  l: { fr: "Le titre d’une page", en: "The title of a page" },
  m: { fr: "Le titre d’une partie", en: "The title of a part" },
  s: { fr: "Un petit titre", en: "A small title" },
  lead: { fr: "Une phrase d’entrée, un peu plus grande.", en: "An opening sentence, a little larger." },
  body: {
    fr: "Le texte courant se lit sans effort : des phrases courtes, des mots de tous les jours, et une ligne qui ne dépasse pas la largeur d’un livre.",
    en: "Running text reads without effort: short sentences, everyday words, and a line no wider than a book.",
  },
  link: { fr: "Un lien dans le texte", en: "A link in the text" },
  next: { fr: "Continuer", en: "Continue" },
  other: { fr: "Enregistrer pour plus tard", en: "Save for later" },
  danger: { fr: "Supprimer mon compte", en: "Delete my account" },
  start: { fr: "Commencer", en: "Start" },
  off: { fr: "En cours d’envoi", en: "Being sent" },
  received: { fr: "Reçue", en: "Received" },
  inProgress: { fr: "En cours", en: "In progress" },
  paid: { fr: "Payée", en: "Paid" },
  refused: { fr: "Refusée", en: "Refused" },
  draft: { fr: "Brouillon", en: "Draft" },
} satisfies Record<string, Sentence>;

/** Type, colours with their measured contrast, buttons and tags. */
export const guideLook = ({ language, brand, contrast }: Shell): Chapter[] => {
  const say = (word: keyof typeof words) => words[word][language];
  const ratio = (value: number) =>
    `${value.toLocaleString(language, { maximumFractionDigits: 1 })}${language === "fr" ? "\u202f" : ""}:1`;
  return [
    {
      id: "type",
      title: { fr: "Les titres et le texte", en: "Titles and text" },
      when: {
        fr: "La police est celle de l’appareil : rien à télécharger, et la personne lit dans la forme qu’elle connaît. Un seul titre de premier niveau par page.",
        en: "The typeface is that of the device: nothing to download, and people read in the shape they know. One title of the first level on each page.",
      },
      shown: html`
<p class="govuk-heading-xl">${say("xl")}</p>
<p class="govuk-heading-l">${say("l")}</p>
<p class="govuk-heading-m">${say("m")}</p>
<p class="govuk-heading-s">${say("s")}</p>
<p class="govuk-body-l">${say("lead")}</p>
<p class="govuk-body">${say("body")} <a class="govuk-link" href="#type">${say("link")}</a>.</p>`,
    },
    {
      id: "colours",
      title: { fr: "Les couleurs", en: "Colours" },
      when: {
        fr: "Les couleurs viennent des données de l’institution. Une couleur ne dit jamais rien seule : un mot ou une forme le dit aussi.",
        en: "Colours come from the institution’s data. A colour never says anything alone: a word or a shape says it too.",
      },
      shown: html`
<ul class="foyer-grid">${pairs(brand.colours)[contrast].map(
        ({ id, use, front, behind, least }) => html`
  <li class="foyer-swatch foyer-swatch--${id}"><strong>${use[language]}</strong><br>${front} / ${behind}<br>${say("measured")} ${ratio(contrastOf(front, behind))}, ${say("asked")} ${ratio(least)}</li>`,
      )}</ul>`,
    },
    {
      id: "buttons",
      title: { fr: "Les boutons", en: "Buttons" },
      when: {
        fr: "Un seul bouton plein par page : ce que la plupart des gens viennent faire. Le bouton rouge détruit quelque chose, après une question. Un bouton éteint est à éviter : mieux vaut dire ce qui manque.",
        en: "One full button on each page: what most people came to do. The red button destroys something, after a question. Avoid a button that is off: better say what is missing.",
      },
      shown: html`
<div class="govuk-button-group">
  ${button({ text: say("next"), preventDoubleClick: true, type: "button" })}
  ${button({ text: say("other"), classes: "govuk-button--secondary", type: "button" })}
  ${button({ text: say("danger"), classes: "govuk-button--warning", type: "button" })}
  ${button({ text: say("off"), disabled: true, type: "button" })}
  ${button({ text: say("start"), href: "#buttons", isStartButton: true })}
</div>`,
    },
    {
      id: "tags",
      title: { fr: "Les étiquettes", en: "Tags" },
      when: {
        fr: "L’état d’une demande ou d’un droit, en un ou deux mots. Jamais pour ce sur quoi on appuie.",
        en: "The state of a claim or a right, in one or two words. Never for something one presses.",
      },
      shown: html`<p class="govuk-body">${tag({ text: say("received") })} ${tag({ text: say("inProgress"), classes: "govuk-tag--yellow" })} ${tag({ text: say("paid"), classes: "govuk-tag--green" })} ${tag({ text: say("refused"), classes: "govuk-tag--red" })} ${tag({ text: say("draft"), classes: "govuk-tag--grey" })}</p>`,
    },
  ];
};
