import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Donner mon numéro de sécurité sociale",
    lead: "Vous l’avez reçu ? Donnez-le ici. Vous vous connecterez ensuite avec lui ; votre mot de passe, votre dossier et vos demandes restent les mêmes.",
    number: "Votre numéro de sécurité sociale",
    hint: "15 caractères, sur votre carte Vitale ou le courrier qui vous l’a donné.",
    save: "Enregistrer",
    done: "Votre numéro est enregistré",
    doneText:
      "La prochaine fois, connectez-vous avec votre numéro de sécurité sociale. L’identifiant que vous utilisiez ne sert plus.",
    proposed: "Nous regardons votre dossier",
    proposedText:
      "Ce numéro est déjà connu de nous. Un agent va vérifier, pour que tout ce qui est à vous soit au même endroit. En attendant, rien ne change : continuez comme avant.",
    home: "Retour à mon espace",
  },
  en: {
    title: "Give my social-security number",
    lead: "Have you received it? Give it here. You will then sign in with it; your password, your file and your claims stay the same.",
    number: "Your social-security number",
    hint: "15 characters, on your carte Vitale or the letter that gave it to you.",
    save: "Save",
    done: "Your number is saved",
    doneText:
      "Next time, sign in with your social-security number. The identifier that you used opens nothing any more.",
    proposed: "We are looking at your file",
    proposedText:
      "We know this number already. An agent will check, so that all that is yours is in one place. Meanwhile nothing changes: go on as before.",
    home: "Back to my account",
  },
};

export function giveNirPage({
  shell,
  typed,
  refused,
}: {
  shell: Shell;
  typed?: string;
  refused?: Sentence;
}): Html {
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.title, back: "/home", errors: error !== undefined },
    html`${error && errorSummaryFrom(language, { nir: error })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${form(
  shell,
  { action: "/nir" },
  html`${input({
    id: "nir",
    name: "nir",
    label: { text: t.number },
    hint: { text: t.hint },
    value: typed,
    autocomplete: "off",
    spellcheck: false,
    classes: "govuk-input--width-20",
    errorMessage: errorFor(language, error),
  })}${button({ text: t.save, preventDoubleClick: true })}`,
)}`,
  );
}

export function nirGivenPage(shell: Shell, proposed: boolean): Html {
  const t = words[shell.language];
  const [title, text] = proposed ? [t.proposed, t.proposedText] : [t.done, t.doneText];
  return page(
    shell,
    { title },
    html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${text}</p>
${button({ text: t.home, href: "/home" })}`,
  );
}
