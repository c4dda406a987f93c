import type { WaysIn } from "../../../../law/credentials/ways-in.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, passkeyForm, passwordField } from "../../../design/patterns.ts";
import { franceConnectButton } from "../franceconnect/button.ts";

const words = {
  fr: {
    title: "Confirmer que c’est bien vous",
    lead: "Votre connexion date d’un moment. Avant de changer ce qui protège votre compte, montrez-nous encore une fois que c’est vous. Ce que vous aviez écrit est gardé.",
    label: "Votre mot de passe",
    submit: "Continuer",
    or: "ou",
    passkey: "Utiliser ma clé d’accès",
    none: "Rien de ce qui ouvre votre compte ne peut servir ici pour le moment. Choisissez un mot de passe : nous vous enverrons un code.",
    recovery: "Choisir un mot de passe",
  },
  en: {
    title: "Confirm that it is you",
    lead: "You have been signed in for a while. Before a change to what protects your account, show us once more that it is you. What you had typed is kept.",
    label: "Your password",
    submit: "Continue",
    or: "or",
    passkey: "Use my passkey",
    none: "Nothing that opens your account can be used here at the moment. Choose a password: we will send you a code.",
    recovery: "Choose a password",
  },
};

const noScript: Sentence = {
  fr: "Votre clé d’accès ne peut pas servir dans ce navigateur : elle a besoin de JavaScript.",
  en: "Your passkey cannot be used in this browser: it needs JavaScript.",
};

export type ConfirmPage = {
  shell: Shell;
  /** Where the person goes on. */
  next: string;
  /** What opens the person’s account, and can be used here. */
  ways: WaysIn;
  refused?: { by: "password" | "passkey"; says: Sentence };
};

/** Asks the signed-in person to show again that it is them, by any way that opens their account (SEC-04, SEC-05). */
export function confirmPage({ shell, next, ways, refused }: ConfirmPage): Html {
  const { language } = shell;
  const t = words[language];
  const errorOf = (way: "password" | "passkey") => (refused?.by === way ? refused.says[language] : undefined);
  const said = { password: errorOf("password"), passkey: errorOf("passkey") };
  const shown = [
    ways.password && passwordForm(shell, next, said.password),
    ways.passkeys > 0 && passkeyPart(shell, next, ways, said.passkey),
    ways.franceConnect && franceConnectButton(language, franceConnectAgain(next)),
  ].filter((way) => way !== false);
  return page(
    shell,
    { title: t.title, errors: refused !== undefined },
    html`${errorSummaryFrom(language, said)}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
${shown.map((way, at) => html`${at > 0 && html`<p class="foyer-or">${t.or}</p>`}${way}`)}
${!ways.password && !ways.franceConnect && otherwise(shell, ways)}`,
  );
}

const franceConnectAgain = (next: string) =>
  `/franceconnect/confirmations/new?${new URLSearchParams({ next })}`;

const passwordForm = (shell: Shell, next: string, error: string | undefined): Html => {
  const { language } = shell;
  const t = words[language];
  return form(
    shell,
    { action: "/password/confirmations" },
    html`<input type="hidden" name="next" value="${next}">
${passwordField(language, {
  id: "password",
  name: "password",
  label: { text: t.label, classes: "govuk-label--s" },
  errorMessage: errorFor(language, error),
})}
${button({ text: t.submit, preventDoubleClick: true })}`,
  );
};

const passkeyPart = (shell: Shell, next: string, ways: WaysIn, error: string | undefined): Html => html`
<div id="passkey" tabindex="-1"${error && html` aria-describedby="passkey-error"`}>
${error && html`<p class="govuk-error-message" id="passkey-error">${error}</p>`}
${passkeyForm(
  shell,
  {
    action: "/password/confirmations/passkey",
    challenges: "/password/confirmations/challenges",
    does: "sign",
    button: words[shell.language].passkey,
    secondary: ways.password,
    otherwise: noScript,
    tellsUnsupported: !ways.password && !ways.franceConnect,
  },
  html`<input type="hidden" name="next" value="${next}">`,
)}
</div>`;

/** For who has neither password nor FranceConnect: a passkey may not work in this browser, and another way stays open. */
const otherwise = ({ language }: Shell, { passkeys }: WaysIn): Html => {
  const t = words[language];
  return html`${passkeys === 0 && html`<p class="govuk-body">${t.none}</p>`}
<p class="govuk-body"><a class="govuk-link" href="/recoveries/new">${t.recovery}</a></p>`;
};
