import { adviceFor } from "../../../../law/credentials/advice.ts";
import type { PasswordPolicy } from "../../../../law/credentials/password.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { type Html, html } from "../../../design/html.ts";
import type { Shell } from "../../../design/page.ts";
import { errorFor, form, notice, passwordField, passwordRulesList } from "../../../design/patterns.ts";
import { franceConnectButton, franceConnectPath } from "../franceconnect/button.ts";
import type { Draft } from "./draft.ts";
import { framed } from "./frame.ts";
import type { linkOf } from "./link.ts";
import { pathOf } from "./steps.ts";

const words = {
  fr: {
    lead: "Ce mot de passe n’est qu’à vous : personne d’autre, même dans votre famille, ne doit le connaître. Nous ne vous le demanderons jamais par téléphone ni par message.",
    label: "Votre mot de passe",
    hint: "Le plus simple à retenir : deux ou trois mots sans rapport entre eux, et un chiffre.",
    submit: "Ouvrir mon compte",
    linked:
      "FranceConnect ouvrira aussi votre compte. Ce mot de passe servira le jour où FranceConnect manque.",
    advice: "Comment protéger mon mot de passe ?",
  },
  en: {
    lead: "This password is yours alone: nobody else, even in your family, should know it. We will never ask you for it by phone or by message.",
    label: "Your password",
    hint: "The easiest to remember: two or three unrelated words, and a digit.",
    submit: "Open my account",
    linked:
      "FranceConnect will open your account too. This password is for the day when FranceConnect is not there.",
    advice: "How do I protect my password?",
  },
};

const title: Sentence = { fr: "Choisir votre mot de passe", en: "Choose your password" };

export type OpeningPasswordPage = {
  shell: Shell;
  draft: Draft;
  policy: PasswordPolicy;
  /** Whether FranceConnect opens the account too, for who came by it. */
  link?: ReturnType<typeof linkOf>;
  refused?: readonly Sentence[] | undefined;
};

/** The last step: with it the account opens (CP-04, CP-10). */
export function openingPasswordPage(given: OpeningPasswordPage): Html {
  const { shell, draft, policy, link, refused = [] } = given;
  const { language } = shell;
  const t = words[language];
  const error = refused.length > 0 ? together(refused) : undefined;
  return framed(
    { shell, step: "password", draft, title, ...(error && { errors: { password: error } }) },
    html`<h1 class="govuk-heading-l">${title[language]}</h1>
<p class="govuk-body">${t.lead}</p>
${link && linkNews(shell, link)}
${form(
  shell,
  { action: pathOf("password") },
  html`${passwordRulesList(language, policy, "password")}
${passwordField(language, {
  id: "password",
  name: "password",
  label: { text: t.label, classes: "govuk-label--s" },
  hint: { text: t.hint },
  autocomplete: "new-password",
  errorMessage: errorFor(language, error?.[language]),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
)}
${details({
  summaryText: t.advice,
  html: html`<ul class="govuk-list govuk-list--bullet">${adviceFor("choose-password").map((one) => html`<li>${one.says[language]}</li>`)}</ul>`,
})}`,
  );
}

/** Said before the account is made: what is not right can still be put right. */
function linkNews({ language, brand }: Shell, link: NonNullable<ReturnType<typeof linkOf>>): Html {
  if ("links" in link) return html`<p class="govuk-body">${words[language].linked}</p>`;
  const again = link.because === "late" && brand.accounts?.franceConnect;
  return html`${notice(language, { text: link.says[language] })}
${again && franceConnectButton(language, franceConnectPath("/openings/current"))}`;
}

const together = (all: readonly Sentence[]): Sentence => ({
  fr: all.map((one) => one.fr).join(" "),
  en: all.map((one) => one.en).join(" "),
});
