import type { Word } from "../../../../institutions/institution.ts";
import type { Version } from "../../../../law/charters/charter.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { checkboxes } from "../../../design/components/checkboxes.ts";
import { civilDate } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, phoneLine } from "../../../design/patterns.ts";
import { changesBody, type Since } from "../changes-body.ts";
import { charterBody, onPaper } from "../charter-body.ts";

const words = {
  fr: {
    lead: "Avant d’entrer dans votre espace, lisez ces règles. Comptez quelques minutes.",
    version: "Version en vigueur depuis le",
    changed: (now: string, before: string) =>
      `Ces règles ont changé le ${now}. Vous aviez accepté celles du ${before}. Voici d’abord ce qui change, puis le texte entier.`,
    nothingLost: "Ce que vous étiez en train de faire vous attend : vous y reviendrez après votre réponse.",
    changes: "Ce qui a changé",
    whole: "Le texte entier",
    agree: "J’ai lu ces règles et je les accepte",
    answer: "Votre réponse",
    accept: "Accepter et continuer",
    refuse: "Refuser",
    refuseHint: "Si vous refusez, votre espace reste fermé. Vous pourrez revenir accepter quand vous voulez.",
    refusedTitle: "Vous avez refusé les règles de l’espace",
    refusedText: [
      "Tant que vous n’avez pas accepté, vos données et nos services en ligne vous sont fermés : sur le site, dans l’application et sur les bornes de nos accueils.",
      "Vous pouvez changer d’avis à tout moment.",
    ],
    again: "Relire les règles et accepter",
    otherwise: "Faire autrement",
    receipts: "Retrouver les reçus de ce que vous avez accepté",
  },
  en: {
    lead: "Before you enter your account, please read these rules. It takes a few minutes.",
    version: "Version in force since",
    changed: (now: string, before: string) =>
      `These rules changed on ${now}. You had accepted those of ${before}. Here is first what changes, then the whole text.`,
    nothingLost: "What you were doing waits for you: you will be back there after your answer.",
    changes: "What changed",
    whole: "The whole text",
    agree: "I have read these rules and I accept them",
    answer: "Your answer",
    accept: "Accept and continue",
    refuse: "Refuse",
    refuseHint: "If you refuse, your account stays closed. You can come back and accept whenever you like.",
    refusedTitle: "You have refused the rules of the account",
    refusedText: [
      "Until you accept, your data and our online services are closed to you: on the site, in the app and at the kiosks of our reception desks.",
      "You can change your mind at any time.",
    ],
    again: "Read the rules again and accept",
    otherwise: "Another way",
    receipts: "Find the receipts of what you accepted",
  },
};

export type TermsPage = {
  shell: Shell;
  version: Version;
  /** What changed since the version that the person accepted; undefined at a first acceptance. */
  since?: Since;
  glossary: readonly Word[];
  /** Where the person was going. */
  next: string;
  refused?: Sentence;
};

/** The terms, after what changed in them, with at their end the box to tick and the two answers (MC-02, MC-03). */
export function termsPage({ shell, version, since, glossary, next, refused }: TermsPage): Html {
  const { language } = shell;
  const t = words[language];
  const text = version.texts[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: text.title, errors: error !== undefined },
    html`${errorSummaryFrom(language, { accepted: error })}
<h1 class="govuk-heading-l">${text.title}</h1>
${since ? whatChanged(shell, version.version, since, next) : html`<p class="govuk-body-l">${t.lead}</p>`}
<p class="govuk-hint">${t.version} ${civilDate(language, version.version)}</p>
${charterBody(language, text, glossary)}
${onPaper(shell, `/charters/${version.charter}`)}
${answers(shell, text.sha256, next, error)}`,
  );
}

function whatChanged({ language }: Shell, now: string, since: Since, next: string): Html {
  const t = words[language];
  const told = t.changed(civilDate(language, now), civilDate(language, since.version.version));
  return html`<p class="govuk-body-l">${told}</p>
${next !== "/home" && html`<p class="govuk-body">${t.nothingLost}</p>`}
<h2 class="govuk-heading-m">${t.changes}</h2>
${changesBody(language, since)}
<h2 class="govuk-heading-l">${t.whole}</h2>`;
}

function answers(shell: Shell, shown: string, next: string, error: string | undefined): Html {
  const t = words[shell.language];
  return form(
    shell,
    { action: "/terms/answers" },
    html`<input type="hidden" name="version" value="${shown}">
${next !== "/home" && html`<input type="hidden" name="next" value="${next}">`}
${checkboxes({
  idPrefix: "accepted",
  name: "accepted",
  fieldset: { legend: { text: t.answer, classes: "govuk-fieldset__legend--m" } },
  items: [{ value: "yes", text: t.agree }],
  errorMessage: errorFor(shell.language, error),
})}
<div class="govuk-button-group">
${button({ text: t.accept, name: "answer", value: "accept", preventDoubleClick: true })}
${button({ text: t.refuse, name: "answer", value: "refuse", classes: "govuk-button--secondary", preventDoubleClick: true })}
</div>
<p class="govuk-hint">${t.refuseHint}</p>`,
  );
}

/** A refusal is a state of its own, with the way back (MC-04). */
export function refusedPage({ shell, again }: { shell: Shell; again: string }): Html {
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.refusedTitle },
    html`<h1 class="govuk-heading-l">${t.refusedTitle}</h1>
<p class="govuk-body">${brand.accounts?.texts.refusal[language]}</p>
${t.refusedText.map((line) => html`<p class="govuk-body">${line}</p>`)}
${button({ text: t.again, href: again })}
<p class="govuk-body"><a class="govuk-link" href="/charters/receipts">${t.receipts}</a></p>
<h2 class="govuk-heading-m">${t.otherwise}</h2>
${phoneLine(language, brand.help)}
<p class="govuk-body">${brand.help.desk[language]}</p>`,
  );
}
