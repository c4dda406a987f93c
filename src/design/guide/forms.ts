import type { Sentence } from "../../../law/language.ts";
import { checkboxes } from "../components/checkboxes.ts";
import { fileUpload } from "../components/file-upload.ts";
import { input } from "../components/input.ts";
import { radios } from "../components/radios.ts";
import { select } from "../components/select.ts";
import { textarea } from "../components/textarea.ts";
import { type Html, html } from "../html.ts";
import type { Shell } from "../page.ts";
import {
  codeInput,
  dateField,
  errorFor,
  errorSummaryFrom,
  longText,
  passwordField,
  passwordRulesList,
} from "../patterns.ts";
import type { Chapter } from "./chapter.ts";

const words = {
  email: { fr: "Adresse mail", en: "Email address" },
  emailHint: { fr: "Nous y enverrons un code.", en: "We will send a code to it." },
  emailError: {
    fr: "Écrivez une adresse comme nom@exemple.fr",
    en: "Enter an address like name@example.com",
  },
  rent: { fr: "Loyer du mois", en: "Rent of the month" },
  rentHint: { fr: "Sans les charges.", en: "Without charges." },
  perMonth: { fr: "par mois", en: "per month" },
  password: { fr: "Votre mot de passe", en: "Your password" },
  newPassword: { fr: "Choisissez un mot de passe", en: "Choose a password" },
  code: { fr: "Code à 6 chiffres", en: "6-digit code" },
  codeHint: {
    fr: "Nous l’avons envoyé au 06 •• •• •• 42. Il est valable 10 minutes.",
    en: "We sent it to 06 •• •• •• 42. It is valid for 10 minutes.",
  },
  codeError: {
    fr: "Ce code n’est pas le bon. Il vous reste 3 essais.",
    en: "This code is not the right one. You have 3 tries left.",
  },
  birth: { fr: "Quelle est votre date de naissance ?", en: "What is your date of birth?" },
  birthHint: { fr: "Par exemple, 27 3 1985", en: "For example, 27 3 1985" },
  birthError: { fr: "Le mois doit être entre 1 et 12", en: "The month must be between 1 and 12" },
  couple: { fr: "Vivez-vous en couple ?", en: "Do you live in a couple?" },
  yes: { fr: "Oui", en: "Yes" },
  yesHint: { fr: "Mariage, pacs ou vie commune.", en: "Marriage, civil partnership or living together." },
  no: { fr: "Non", en: "No" },
  since: { fr: "Depuis quelle année ?", en: "Since which year?" },
  coupleError: { fr: "Dites-nous si vous vivez en couple", en: "Tell us whether you live in a couple" },
  income: { fr: "Quels revenus avez-vous eus ?", en: "Which income have you had?" },
  incomeHint: { fr: "Cochez tout ce qui convient.", en: "Tick all that applies." },
  wages: { fr: "Des salaires", en: "Wages" },
  benefit: { fr: "Des indemnités de chômage", en: "Unemployment benefit" },
  none: { fr: "Aucun", en: "None" },
  or: { fr: "ou", en: "or" },
  agree: { fr: "J’accepte les conditions d’utilisation", en: "I accept the terms of use" },
  agreeError: { fr: "Cochez la case pour continuer", en: "Tick the box to continue" },
  country: { fr: "Pays de naissance", en: "Country of birth" },
  france: { fr: "France", en: "France" },
  djibouti: { fr: "Djibouti", en: "Djibouti" },
  document: { fr: "Votre justificatif", en: "Your document" },
  documentHint: { fr: "PDF, JPEG ou PNG, 10 Mo au plus.", en: "PDF, JPEG or PNG, 10 MB at most." },
  documentError: { fr: "Choisissez un fichier", en: "Choose a file" },
  message: { fr: "Votre message", en: "Your message" },
  address: { fr: "Votre adresse", en: "Your address" },
} satisfies Record<string, Sentence>;

const policy = { min: 8, max: 24, require: ["digit", "lowercase", "uppercase"] } as const;

/** Every field as it stands, with help and with an error. */
export const guideForms = ({ language }: Shell): Chapter[] => {
  const say = (word: keyof typeof words) => words[word][language];
  const wrong = (word: keyof typeof words) => errorFor(language, say(word));
  const chapter = (id: string, title: Sentence, when: Sentence, shown: Html): Chapter => ({
    id,
    title,
    when,
    shown,
  });
  return [
    chapter(
      "fields",
      { fr: "Les champs d’une ligne", en: "Fields of one line" },
      {
        fr: "La largeur annonce la longueur de la réponse. L’aide se place sous le nom du champ, jamais dedans. Au clavier, un anneau sombre entoure le champ actif.",
        en: "The width tells how long the answer is. Help stands under the name of the field, never inside. With the keyboard, a dark ring surrounds the active field.",
      },
      html`
${input({ name: "g-email", label: { text: say("email") }, type: "email", autocomplete: "email" })}
${input({ name: "g-email-hint", label: { text: say("email") }, hint: { text: say("emailHint") }, type: "email", autocomplete: "email" })}
${input({ name: "g-email-error", label: { text: say("email") }, hint: { text: say("emailHint") }, errorMessage: wrong("emailError"), value: "nom@exemple", type: "email", autocomplete: "email" })}
${input({ name: "g-rent", label: { text: say("rent") }, hint: { text: say("rentHint") }, inputmode: "decimal", prefix: { text: "€" }, suffix: { text: say("perMonth") }, classes: "foyer-short" })}`,
    ),
    chapter(
      "passwords",
      { fr: "Les mots de passe", en: "Passwords" },
      {
        fr: "On peut coller, afficher, et laisser un gestionnaire remplir. Pour un nouveau mot de passe, les règles se cochent pendant qu’on écrit ; le serveur reste juge.",
        en: "One may paste, show, and let a manager fill in. For a new password, the rules get ticked while typing; the server stays the judge.",
      },
      html`
${passwordField(language, { name: "g-password", label: { text: say("password") } })}
${passwordField(language, { name: "g-new-password", label: { text: say("newPassword") }, autocomplete: "new-password" })}
${passwordRulesList(language, policy, "g-new-password")}`,
    ),
    chapter(
      "codes",
      { fr: "Les codes reçus", en: "Codes received" },
      {
        fr: "Pour un code envoyé par SMS ou par mail. Le téléphone le propose, et un code collé avec des espaces est compris.",
        en: "For a code sent by SMS or by mail. The phone offers it, and a code pasted with spaces is understood.",
      },
      html`
${codeInput({ name: "g-code", label: { text: say("code") }, hint: { text: say("codeHint") } })}
${codeInput({ name: "g-code-error", label: { text: say("code") }, hint: { text: say("codeHint") }, errorMessage: wrong("codeError"), value: "123456" })}`,
    ),
    chapter(
      "dates",
      { fr: "Les dates connues", en: "Known dates" },
      {
        fr: "Pour une date que l’on connaît par cœur ; pas de calendrier à feuilleter. Seule la case fausse est marquée.",
        en: "For a date one knows by heart; no calendar to leaf through. Only the wrong box is marked.",
      },
      html`
${dateField(language, { name: "g-birth", fieldset: { legend: { text: say("birth") } }, hint: { text: say("birthHint") } })}
${dateField(language, { name: "g-birth-error", fieldset: { legend: { text: say("birth") } }, hint: { text: say("birthHint") }, errorMessage: wrong("birthError"), wrong: ["month"], values: { "g-birth-error-day": 27, "g-birth-error-month": 13, "g-birth-error-year": 1985 } })}`,
    ),
    chapter(
      "radios",
      { fr: "Une réponse parmi quelques-unes", en: "One answer out of a few" },
      {
        fr: "Toutes les réponses se voient. Aucune n’est choisie d’avance, sauf si la personne l’a déjà donnée. On appuie n’importe où sur la réponse.",
        en: "All answers show. None is chosen in advance, unless the person already gave it. One presses anywhere on the answer.",
      },
      html`
${radios({
  name: "g-couple",
  fieldset: { legend: { text: say("couple") } },
  value: "yes",
  items: [
    {
      value: "yes",
      text: say("yes"),
      hint: { text: say("yesHint") },
      conditional: {
        html: input({
          name: "g-since",
          label: { text: say("since") },
          inputmode: "numeric",
          classes: "govuk-input--width-4",
        }),
      },
    },
    { value: "no", text: say("no") },
  ],
})}
${radios({
  name: "g-couple-error",
  classes: "govuk-radios--inline",
  fieldset: { legend: { text: say("couple") } },
  errorMessage: wrong("coupleError"),
  items: [
    { value: "yes", text: say("yes") },
    { value: "no", text: say("no") },
  ],
})}`,
    ),
    chapter(
      "checkboxes",
      { fr: "Plusieurs réponses, ou un accord", en: "Several answers, or an agreement" },
      {
        fr: "Une case seule vaut un accord : sa phrase commence par « J’accepte » et la personne la coche elle-même.",
        en: "A single box is an agreement: its sentence starts with “I accept”, and the person ticks it.",
      },
      html`
${checkboxes({
  name: "g-income",
  fieldset: { legend: { text: say("income") } },
  hint: { text: say("incomeHint") },
  values: ["wages"],
  items: [
    { value: "wages", text: say("wages") },
    { value: "benefit", text: say("benefit") },
    { divider: say("or") },
    { value: "none", text: say("none"), behaviour: "exclusive" },
  ],
})}
${checkboxes({ name: "g-agree", errorMessage: wrong("agreeError"), items: [{ value: "yes", text: say("agree") }] })}`,
    ),
    chapter(
      "others",
      { fr: "Listes, textes longs et documents", en: "Lists, long texts and documents" },
      {
        fr: "La liste fermée, seulement au-delà de sept réponses. Le compteur, seulement si une limite existe vraiment.",
        en: "The closed list, only beyond seven answers. The count, only if there really is a limit.",
      },
      html`
${select({
  name: "g-country",
  label: { text: say("country") },
  items: [
    { value: "FR", text: say("france") },
    { value: "DJ", text: say("djibouti") },
  ],
})}
${textarea({ name: "g-address", label: { text: say("address") }, rows: 3, autocomplete: "street-address" })}
${longText(language, { name: "g-message", label: { text: say("message") }, maxlength: 200 })}
${fileUpload({ name: "g-document", label: { text: say("document") }, hint: { text: say("documentHint") } })}
${fileUpload({ name: "g-document-error", label: { text: say("document") }, hint: { text: say("documentHint") }, errorMessage: wrong("documentError") })}`,
    ),
    chapter(
      "error-summary",
      { fr: "Ce qui est à corriger", en: "What is to be corrected" },
      {
        fr: "En haut de la page quand un formulaire revient. Chaque ligne mène à son champ, avec les mêmes mots que sous le champ ; le titre de l’onglet commence par « Erreur ».",
        en: "At the top of the page when a form comes back. Each line leads to its field, with the same words as at the field; the title of the tab starts with “Error”.",
      },
      errorSummaryFrom(
        language,
        {
          "g-email-error": say("emailError"),
          "g-birth-error-month": say("birthError"),
          "g-couple-error": say("coupleError"),
        },
        { disableAutoFocus: true },
      ),
    ),
  ];
};
