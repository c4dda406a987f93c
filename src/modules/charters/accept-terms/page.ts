import type { Language, Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { checkboxes } from "../../../design/components/checkboxes.ts";
import { details } from "../../../design/components/details.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, prose } from "../../../design/patterns.ts";
import type { CharterText, Version } from "../charter.ts";

const words = {
  fr: {
    lead: "Avant d’entrer dans votre espace, lisez ces règles. Comptez quelques minutes.",
    short: "L’essentiel",
    version: "Version en vigueur depuis le",
    contents: "Sommaire",
    agree: "J’ai lu ces règles et je les accepte",
    answer: "Votre réponse",
    accept: "Accepter et continuer",
    refuse: "Refuser",
    refuseHint: "Si vous refusez, votre espace reste fermé. Vous pourrez revenir accepter quand vous voulez.",
    refusedTitle: "Vous avez refusé les règles de l’espace",
    refusedText: [
      "C’est votre droit, et cela ne change rien à vos prestations ni à vos paiements.",
      "Tant que vous n’avez pas accepté, vos données et nos services en ligne vous sont fermés : sur le site, dans l’application et sur les bornes de nos accueils.",
      "Vous pouvez changer d’avis à tout moment.",
    ],
    again: "Relire les règles et accepter",
    otherwise: "Faire autrement",
  },
  en: {
    lead: "Before you enter your account, please read these rules. It takes a few minutes.",
    short: "In short",
    version: "Version in force since",
    contents: "Contents",
    agree: "I have read these rules and I accept them",
    answer: "Your answer",
    accept: "Accept and continue",
    refuse: "Refuse",
    refuseHint: "If you refuse, your account stays closed. You can come back and accept whenever you like.",
    refusedTitle: "You have refused the rules of the account",
    refusedText: [
      "You have the right to, and it changes nothing to your benefits or payments.",
      "Until you accept, your data and our online services are closed to you: on the site, in the app and at the kiosks of our reception desks.",
      "You can change your mind at any time.",
    ],
    again: "Read the rules again and accept",
    otherwise: "Another way",
  },
};

/** The terms with, at their end, the box to tick and the two answers (MC-02). */
export function termsPage({
  shell,
  version,
  refused,
}: {
  shell: Shell;
  version: Version;
  refused?: Sentence;
}): Html {
  const { language } = shell;
  const t = words[language];
  const text = version.texts[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: text.title, errors: error !== undefined },
    html`${errorSummaryFrom(language, { accepted: error })}
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${t.lead}</p>
${termsBody(language, version, text)}
${form(
  shell,
  { action: "/terms/answers" },
  html`<input type="hidden" name="version" value="${version.version}">
${checkboxes({
  idPrefix: "accepted",
  name: "accepted",
  fieldset: { legend: { text: t.answer, classes: "govuk-fieldset__legend--m" } },
  items: [{ value: "yes", text: t.agree }],
  errorMessage: errorFor(language, error),
})}
<div class="govuk-button-group">
${button({ text: t.accept, name: "answer", value: "accept", preventDoubleClick: true })}
${button({ text: t.refuse, name: "answer", value: "refuse", classes: "govuk-button--secondary", preventDoubleClick: true })}
</div>
<p class="govuk-hint">${t.refuseHint}</p>`,
)}`,
  );
}

/** The terms as anyone may read them. */
export function publicTermsPage({ shell, version }: { shell: Shell; version: Version }): Html {
  const text = version.texts[shell.language];
  return page(
    shell,
    { title: text.title, back: "/" },
    html`<h1 class="govuk-heading-l">${text.title}</h1>
${termsBody(shell.language, version, text)}`,
  );
}

function termsBody(language: Language, version: Version, text: CharterText): Html {
  const t = words[language];
  const date = civilDate(language, version.version);
  return html`<p class="govuk-hint">${t.version} ${date}</p>
<h2 class="govuk-heading-m">${t.short}</h2>
<ul class="govuk-list govuk-list--bullet">${text.summary.map((line) => html`<li>${line}</li>`)}</ul>
${details({
  summaryText: t.contents,
  html: html`<ul class="govuk-list">${text.sections.flatMap((section) => section.clauses.map((clause) => html`<li><a class="govuk-link" href="#${clause.id}">${clause.title}</a></li>`))}</ul>`,
})}
${text.sections.map(
  (section) => html`<h2 class="govuk-heading-m">${section.title}</h2>
${section.clauses.map(
  (clause) => html`<section id="${clause.id}">
<h3 class="govuk-heading-s">${clause.title}</h3>
${prose(clause.text)}</section>`,
)}`,
)}`;
}

/** A refusal is a state of its own, with the way back (MC-04). */
export function refusedPage({ shell }: { shell: Shell }): Html {
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.refusedTitle },
    html`<h1 class="govuk-heading-l">${t.refusedTitle}</h1>
${t.refusedText.map((line) => html`<p class="govuk-body">${line}</p>`)}
${button({ text: t.again, href: "/terms" })}
<h2 class="govuk-heading-m">${t.otherwise}</h2>
<p class="govuk-body">${brand.help.phone} – ${brand.help.hours[language]}</p>
<p class="govuk-body">${brand.help.desk[language]}</p>`,
  );
}
