import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import { numberWords } from "../number-words.ts";
import { whoInputs } from "../who/fields.ts";
import type { TypedWho } from "../who/read-who.ts";
import type { StartErrors } from "./way.ts";

const words = {
  fr: {
    step: "Étape 1 sur 4",
    title: "Vous n’avez plus ni votre mail ni votre mobile",
    lead: "Ceux de votre compte sont perdus, ou vous ne nous en avez jamais donné ? Demandez à les remplacer : une personne de l’accueil regarde votre pièce d’identité, puis vous choisissez un nouveau mot de passe.",
    needed: "Ayez sous la main :",
    needs: [
      "une adresse mail ou un mobile à vous, qui marche : nous y enverrons un code ;",
      "une photo ou un PDF de votre carte d’identité, de votre passeport ou de votre titre de séjour.",
    ],
    still: "Il vous reste l’un des deux ?",
    recover: "Choisissez tout de suite un nouveau mot de passe",
    who: "Dites-nous qui vous êtes",
    identifier: "Votre numéro de sécurité sociale, ou votre identifiant provisoire",
    submit: "Continuer",
    desk: "Vous préférez ne pas envoyer de document ?",
  },
  en: {
    step: "Step 1 of 4",
    title: "You no longer have your mail or your mobile",
    lead: "Those of your account are lost, or you never gave us any? Ask to replace them: a person at the desk looks at your identity document, then you choose a new password.",
    needed: "Have at hand:",
    needs: [
      "a mail address or a mobile of your own that works: we will send a code to it;",
      "a photo or a PDF of your identity card, your passport or your residence permit.",
    ],
    still: "Do you still have one of the two?",
    recover: "Choose a new password right now",
    who: "Tell us who you are",
    identifier: "Your social-security number, or your provisional identifier",
    submit: "Continue",
    desk: "Would you rather not send a document?",
  },
};

/** The first page of who lost their contact points: what it takes, and who they are. */
export function startPage(given: {
  shell: Shell;
  typed?: Partial<TypedWho & { identifier: string }>;
  errors?: StartErrors;
}): Html {
  const { shell, typed = {}, errors = {} } = given;
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, errors: Object.keys(errors).length > 0, back: "/recoveries/new" },
    html`${errorSummaryFrom(language, inOrder(errors, language))}
<span class="govuk-caption-l">${t.step}</span>
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<p class="govuk-body">${t.needed}</p>
<ul class="govuk-list govuk-list--bullet">${t.needs.map((one) => html`<li>${one}</li>`)}</ul>
<p class="govuk-body">${t.still} <a class="govuk-link" href="/recoveries/new">${t.recover}</a>.</p>
<h2 class="govuk-heading-m">${t.who}</h2>
${form(
  shell,
  { action: "/lost-contacts" },
  html`${input({
    id: "identifier",
    name: "identifier",
    label: { text: numberWords(shell)?.label ?? t.identifier, classes: "govuk-label--s" },
    value: typed.identifier,
    classes: "govuk-input--width-20",
    autocomplete: "username",
    autocapitalize: "characters",
    spellcheck: false,
    errorMessage: errorFor(language, errors.identifier?.[language]),
  })}
${whoInputs(language, typed, errors)}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
<h2 class="govuk-heading-m">${t.desk}</h2>
<p class="govuk-body">${brand.help.desk[language]}</p>`,
  );
}

/** The summary lists the fields as the page does. */
const inOrder = (errors: StartErrors, language: "fr" | "en") =>
  Object.fromEntries(
    (["identifier", "birth-name", "first-names", "birth-day", "birth-month", "birth-year"] as const).map(
      (field) => [field, (errors[field] as Sentence | undefined)?.[language]],
    ),
  );
