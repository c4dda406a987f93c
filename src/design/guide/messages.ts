import type { Sentence } from "../../../law/language.ts";
import { backLink } from "../components/back-link.ts";
import { breadcrumbs } from "../components/breadcrumbs.ts";
import { details } from "../components/details.ts";
import { insetText } from "../components/inset-text.ts";
import { panel } from "../components/panel.ts";
import { summaryList } from "../components/summary-list.ts";
import { html } from "../html.ts";
import type { Shell } from "../page.ts";
import { card, notice, pages, refusal, success, warning, whyDoISeeThis, wideTable } from "../patterns.ts";
import type { Chapter } from "./chapter.ts";

const words = {
  saved: { fr: "Votre adresse mail est confirmée.", en: "Your email address is confirmed." },
  closed: { fr: "L’accueil est fermé le 11 novembre.", en: "The reception desk is closed on 11 November." },
  theft: {
    fr: "Personne chez nous ne vous demandera jamais votre mot de passe.",
    en: "No one here will ever ask you for your password.",
  },
  sent: { fr: "Votre demande est envoyée", en: "Your claim is sent" },
  reference: { fr: "Son numéro : 2026-004217", en: "Its number: 2026-004217" },
  inset: {
    fr: "Le versement arrive le 5 du mois, ou le jour ouvré d’avant.",
    en: "The payment arrives on the 5th of the month, or on the working day before.",
  },
  summary: {
    fr: "Je n’ai pas mon numéro de sécurité sociale",
    en: "I do not have my social security number",
  },
  summaryText: {
    fr: "Il est sur votre carte Vitale et sur vos bulletins de paie. Sans numéro, nous vous en donnons un provisoire.",
    en: "It is on your health card and on your payslips. Without a number, we give you a provisional one.",
  },
  spouse: {
    fr: "Seule la personne responsable du dossier peut changer le compte bancaire.",
    en: "Only the person responsible for the file can change the bank account.",
  },
  way: {
    fr: "Demandez-lui de le faire depuis son espace, ou de vous donner une délégation.",
    en: "Ask them to do it from their own space, or to give you a delegation.",
  },
  why: {
    fr: "Vous voyez ce dossier parce que vous en êtes responsable.",
    en: "You see this file because you are responsible for it.",
  },
  name: { fr: "Nom", en: "Name" },
  mail: { fr: "Adresse mail", en: "Email address" },
  change: { fr: "Modifier", en: "Change" },
  payments: { fr: "Vos derniers versements", en: "Your last payments" },
  month: { fr: "Mois", en: "Month" },
  amount: { fr: "Montant", en: "Amount" },
  july: { fr: "Juillet 2026", en: "July 2026" },
  june: { fr: "Juin 2026", en: "June 2026" },
  home: { fr: "Accueil", en: "Home" },
  claims: { fr: "Vos demandes", en: "Your claims" },
  back: { fr: "Retour", en: "Back" },
  cardText: {
    fr: "Suivez-les, complétez-les, ou faites-en une nouvelle.",
    en: "Follow them, complete them, or make a new one.",
  },
  trail: { fr: "Vous êtes ici", en: "You are here" },
} satisfies Record<string, Sentence>;

/** What pages say, show and refuse. */
export const guideMessages = ({ language }: Shell): Chapter[] => {
  const say = (word: keyof typeof words) => words[word][language];
  const euros = (amount: number) =>
    new Intl.NumberFormat(language, { style: "currency", currency: "EUR" }).format(amount);
  return [
    {
      id: "messages",
      title: { fr: "Dire que c’est fait, prévenir", en: "Saying it is done, warning" },
      when: {
        fr: "Le vert confirme, en haut de la page suivante. Le point d’exclamation est réservé à ce qui a des suites graves : s’il est partout, personne ne le voit.",
        en: "Green confirms, at the top of the next page. The exclamation mark is kept for what has serious consequences: if it is everywhere, no one sees it.",
      },
      shown: html`
${success(language, { text: say("saved"), disableAutoFocus: true })}
${notice(language, { text: say("closed"), id: "guide-notice" })}
${warning(language, { text: say("theft") })}
${insetText({ text: say("inset") })}
${panel({ titleText: say("sent"), text: say("reference"), headingLevel: 3 })}`,
    },
    {
      id: "refusals",
      title: { fr: "Refuser, expliquer", en: "Refusing, explaining" },
      when: {
        fr: "Un refus dit pourquoi, par quelle règle, et ouvre toujours un chemin. « Pourquoi je vois ceci ? » accompagne tout ce qui touche un dossier.",
        en: "A refusal says why, by which rule, and always opens a way. “Why do I see this?” goes with everything about a file.",
      },
      shown: html`
${refusal(language, { says: words.spouse, source: "CP-16", way: words.way })}
${whyDoISeeThis(language, [{ says: words.why, source: "CP-16" }])}
${details({ summaryText: say("summary"), text: say("summaryText") })}`,
    },
    {
      id: "facts",
      title: { fr: "Montrer des faits", en: "Showing facts" },
      when: {
        fr: "La liste pour ce qui concerne une personne, le tableau pour comparer des chiffres. Chaque « Modifier » dit à l’oreille ce qu’il modifie.",
        en: "The list for what is about one person, the table to compare figures. Each “Change” says to the ear what it changes.",
      },
      shown: html`
${summaryList({
  rows: [
    { key: { text: say("name") }, value: { text: "Amina Houssein" } },
    {
      key: { text: say("mail") },
      value: { text: "amina@exemple.fr" },
      actions: {
        items: [{ href: "#facts", text: say("change"), visuallyHiddenText: say("mail").toLowerCase() }],
      },
    },
  ],
})}
${wideTable({
  caption: say("payments"),
  firstCellIsHeader: true,
  head: [{ text: say("month") }, { text: say("amount"), format: "numeric" }],
  rows: [
    [{ text: say("july") }, { text: euros(412.37), format: "numeric" }],
    [{ text: say("june") }, { text: euros(1398), format: "numeric" }],
  ],
})}`,
    },
    {
      id: "ways",
      title: { fr: "Se repérer", en: "Finding one’s way" },
      when: {
        fr: "Le fil d’Ariane sur les pages à lire, « Retour » sur les questions : jamais les deux. Les cartes mènent à ce qu’on vient faire.",
        en: "Breadcrumbs on pages to read, “Back” on questions: never both. Cards lead to what people come to do.",
      },
      shown: html`
${breadcrumbs({ items: [{ text: say("home"), href: "#ways" }, { text: say("claims") }], labelText: say("trail") })}
${backLink({ text: say("back"), href: "#ways" })}
<div class="foyer-grid">
  ${card({ title: say("claims"), href: "#ways", level: 3, content: { text: say("cardText") } })}
  ${card({ title: say("payments"), href: "#facts", level: 3, content: { text: say("inset") } })}
</div>
${pages(language, { path: "/dev/design", current: 3, count: 9 })}`,
    },
  ];
};
