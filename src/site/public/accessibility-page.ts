import type { Institution } from "../../../institutions/institution.ts";
import { type Html, html } from "../../design/html.ts";
import { page, type Shell } from "../../design/page.ts";
import { linkLine, type Part, parts, reachUs } from "./parts.ts";

const words = {
  fr: {
    title: "Déclaration d’accessibilité",
    lead: (name: string) =>
      `${name} : nous voulons que chacun puisse se servir de ce site, avec ou sans handicap. Voici où nous en sommes, sans l’embellir.`,
    state: "État : non audité",
    stateText:
      "Aucun audit d’accessibilité n’a encore été mené sur ce site, et des personnes handicapées ne l’ont pas encore essayé pour nous.",
    stateLaw:
      "Sans audit, la règle française (RGAA) classe un site comme « non conforme », quels que soient nos propres essais.",
    checked: "Ce que nous vérifions",
    checkedList: [
      "Un outil automatique (axe) examine les pages. Nous n’acceptons aucune erreur.",
      "Les démarches se font au clavier seul.",
      "Elles se font aussi sans JavaScript.",
      "Les pages se lisent sur un écran de 320 pixels de large, sans défilement de côté.",
      "Le contraste renforcé, en haut de chaque page, porte les textes à un rapport de 7 pour 1 au moins.",
      "Le code des pages est contrôlé par un validateur HTML.",
    ],
    limits: "Ces essais ne trouvent pas tout : un outil ne remplace pas une personne.",
    obstacle: "Quelque chose vous bloque ?",
    obstacleText:
      "Dites-nous sur quelle page, et ce que vous cherchiez à faire. Demandez-nous de faire la démarche avec vous autrement.",
    appeal: "Si notre réponse ne vient pas ou ne suffit pas",
    appealText: "Vous pouvez saisir gratuitement le Défenseur des droits.",
    appealLink: "Aller sur defenseurdesdroits.fr",
  },
  en: {
    title: "Accessibility statement",
    lead: (name: string) =>
      `${name}: we want everyone to be able to use this site, disabled or not. This is where we stand, as it is.`,
    state: "Status: not audited",
    stateText:
      "No accessibility audit of this site has been carried out yet, and people with disabilities have not yet tried it for us.",
    stateLaw:
      "Without an audit, the French rule (RGAA) classes a site as “not compliant”, whatever our own checks say.",
    checked: "What we check",
    checkedList: [
      "An automatic tool (axe) examines the pages. We accept no error.",
      "Procedures can be done with the keyboard alone.",
      "They can also be done without JavaScript.",
      "Pages can be read on a screen 320 pixels wide, without scrolling sideways.",
      "Enhanced contrast, at the top of every page, brings texts to a ratio of at least 7 to 1.",
      "The code of the pages is checked by an HTML validator.",
    ],
    limits: "These checks do not find everything: a tool does not replace a person.",
    obstacle: "Is something in your way?",
    obstacleText:
      "Tell us on which page, and what you were trying to do. Ask us to do it with you another way.",
    appeal: "If our answer does not come or is not enough",
    appealText: "You can refer the matter to the Défenseur des droits, free of charge.",
    appealLink: "Go to defenseurdesdroits.fr",
  },
};

/** The accessibility statement (IL-09, A11Y-01, A11Y-02, A11Y-04): what is tested, what is not yet, how to report an obstacle. */
export function accessibilityPage({ shell, institution }: { shell: Shell; institution: Institution }): Html {
  const { language } = shell;
  const t = words[language];
  const french = institution.country === "FR";
  const appeal: Part[] = [
    {
      title: t.appeal,
      says: [t.appealText],
      after: linkLine("https://www.defenseurdesdroits.fr/", t.appealLink),
    },
  ];
  return page(
    shell,
    { title: t.title, back: "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body-l">${t.lead(institution.name[language])}</p>
${parts([
  { title: t.state, says: french ? [t.stateText, t.stateLaw] : [t.stateText] },
  {
    title: t.checked,
    says: [],
    list: t.checkedList,
    after: html`<p class="govuk-body">${t.limits}</p>`,
  },
  { title: t.obstacle, says: [t.obstacleText], after: reachUs(language, institution.help) },
  ...(french ? appeal : []),
])}`,
  );
}
