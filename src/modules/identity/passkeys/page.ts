import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { input } from "../../../design/components/input.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorFor, errorSummaryFrom, form, passkeyForm, success } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Mes clés d’accès",
    lead: "Une clé d’accès (« passkey ») vous connecte sans numéro ni mot de passe : votre téléphone ou votre ordinateur vous reconnaît, par votre empreinte, votre visage ou le code qui le déverrouille. Elle ne peut ni être devinée ni être donnée par erreur à un faux site.",
    none: "Vous n’avez pas encore de clé d’accès.",
    made: "Créée le",
    used: "Utilisée pour la dernière fois le",
    unused: "Jamais utilisée.",
    remove: (name: string) => `Retirer la clé d’accès ${name}`,
    add: "Créer une clé d’accès",
    added: "Votre clé d’accès est enregistrée. Vous pouvez vous en servir dès votre prochaine connexion.",
    removed: "Cette clé d’accès n’ouvre plus votre compte. Vous pouvez aussi l’effacer de votre appareil.",
    twoSteps: "Vérification en deux étapes",
    newTitle: "Créer une clé d’accès",
    newLead:
      "Votre appareil va vous demander de le déverrouiller, comme d’habitude. Votre empreinte et votre visage ne quittent pas l’appareil : nous ne les recevons jamais.",
    shared: "Ne le faites que sur un appareil à vous, que d’autres ne peuvent pas déverrouiller.",
    name: "Nom de cette clé d’accès",
    nameHint: "Pour la reconnaître plus tard, par exemple « mon téléphone ».",
    create: "Créer la clé d’accès",
  },
  en: {
    title: "My passkeys",
    lead: "A passkey signs you in without a number or a password: your phone or computer recognises you, by your fingerprint, your face or the code that unlocks it. It cannot be guessed, nor be given to a false site by mistake.",
    none: "You have no passkey yet.",
    made: "Created on",
    used: "Last used on",
    unused: "Never used.",
    remove: (name: string) => `Remove the passkey ${name}`,
    add: "Create a passkey",
    added: "Your passkey is saved. You can use it from your next sign-in on.",
    removed: "This passkey no longer opens your account. You can delete it from your device too.",
    twoSteps: "Two-step verification",
    newTitle: "Create a passkey",
    newLead:
      "Your device will ask you to unlock it, as usual. Your fingerprint and your face do not leave the device: we never receive them.",
    shared: "Do this only on a device of your own, which others cannot unlock.",
    name: "Name of this passkey",
    nameHint: "To recognise it later, for example “my phone”.",
    create: "Create the passkey",
  },
};

const noScript: Sentence = {
  fr: "Les clés d’accès ont besoin de JavaScript, que ce navigateur n’utilise pas. Pour mieux protéger votre compte, activez plutôt la vérification en deux étapes : un code vous sera envoyé.",
  en: "Passkeys need JavaScript, which this browser does not use. To protect your account better, turn two-step verification on instead: a code will be sent to you.",
};

export type ShownPasskey = { passkeyId: string; name: string; createdAt: Date; lastUsedAt: Date | null };

export type PasskeysPage = {
  shell: Shell;
  passkeys: readonly ShownPasskey[];
  timeZone: string;
  done?: "added" | "removed" | undefined;
  error?: Sentence;
};

export function passkeysPage({ shell, passkeys, timeZone, done, error }: PasskeysPage): Html {
  const { language } = shell;
  const t = words[language];
  const said = error?.[language];
  return page(
    shell,
    { title: t.title, back: "/home", errors: said !== undefined },
    html`${errorSummaryFrom(language, { passkeys: said })}
${done && success(language, { text: t[done] })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<div id="passkeys" tabindex="-1"${said && html` aria-describedby="passkeys-error"`}>
${said && html`<p class="govuk-error-message" id="passkeys-error">${said}</p>`}
${passkeys.length === 0 && html`<p class="govuk-body">${t.none}</p>`}
${passkeys.map(
  ({ passkeyId, name, createdAt, lastUsedAt }) => html`<section>
<h2 class="govuk-heading-s">${name}</h2>
<p class="govuk-body">${t.made} ${moment(language, createdAt, timeZone)}.<br>
${lastUsedAt ? html`${t.used} ${moment(language, lastUsedAt, timeZone)}.` : t.unused}</p>
${form(shell, { action: `/passkeys/${passkeyId}/end` }, button({ text: t.remove(name), classes: "govuk-button--secondary", preventDoubleClick: true }))}
</section>`,
)}
</div>
${button({ text: t.add, href: "/passkeys/new" })}
<p class="govuk-body"><a class="govuk-link" href="/second-step">${t.twoSteps}</a></p>`,
  );
}

export type NewPasskeyPage = {
  shell: Shell;
  name: string;
  error?: { says: Sentence };
};

export function newPasskeyPage({ shell, name, error }: NewPasskeyPage): Html {
  const { language } = shell;
  const t = words[language];
  const said = error?.says[language];
  return page(
    shell,
    { title: t.newTitle, back: "/passkeys", errors: said !== undefined },
    html`${errorSummaryFrom(language, { name: said })}
<h1 class="govuk-heading-l">${t.newTitle}</h1>
<p class="govuk-body">${t.newLead}</p>
<p class="govuk-body">${t.shared}</p>
${passkeyForm(
  shell,
  {
    action: "/passkeys",
    challenges: "/passkeys/challenges",
    does: "create",
    button: t.create,
    otherwise: noScript,
    tellsUnsupported: true,
  },
  input({
    id: "name",
    name: "name",
    label: { text: t.name, classes: "govuk-label--s" },
    hint: { text: t.nameHint },
    value: name,
    attributes: { maxlength: 60 },
    errorMessage: errorFor(language, said),
  }),
)}
<p class="govuk-body"><a class="govuk-link" href="/second-step">${t.twoSteps}</a></p>`,
  );
}
