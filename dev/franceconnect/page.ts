import type { Language, Sentence } from "../../law/language.ts";
import { button } from "../../src/design/components/button.ts";
import { details } from "../../src/design/components/details.ts";
import { insetText } from "../../src/design/components/inset-text.ts";
import { radios } from "../../src/design/components/radios.ts";
import { select } from "../../src/design/components/select.ts";
import { civilDate } from "../../src/design/dates.ts";
import { type Html, html } from "../../src/design/html.ts";
import { page, type Shell } from "../../src/design/page.ts";
import { errorFor, errorSummaryFrom, form } from "../../src/design/patterns.ts";
import { faults } from "./faults.ts";
import type { Identity } from "./identities.ts";
import type { SignOutForm } from "./provider.ts";

/** Those who vouch for people here; their names are generic on purpose. */
export const vouchers = {
  taxes: { fr: "Impôts (démonstration)", en: "Taxes (demonstration)" },
  health: { fr: "Assurance maladie (démonstration)", en: "Health insurance (demonstration)" },
  post: { fr: "Poste (démonstration)", en: "Post office (demonstration)" },
} satisfies Record<string, Sentence>;

const words = {
  fr: {
    demo: "Ceci n’est pas FranceConnect : c’est son double de démonstration, qui ne marche que sur cet ordinateur.",
    choose: (service: string) => `Se connecter à ${service}`,
    chooseLead: "Choisissez un compte que vous connaissez.",
    identity: "Choisir une identité de démonstration",
    identityLegend: "Vous êtes",
    born: "naissance :",
    given: (service: string) =>
      `${service} recevra ces éléments : noms, prénoms, sexe, date et lieu de naissance, adresse mail.`,
    fault: "Faire échouer cette connexion",
    faultLabel: "Ce qui doit mal se passer",
    faultNone: "Rien : tout se passe bien",
    goOn: "Continuer",
    giveUp: "Renoncer et revenir",
    nobody: "Choisissez une identité.",
    signOut: "Se déconnecter de FranceConnect",
    signOutLead: "Votre session FranceConnect est encore ouverte sur cet appareil.",
    over: "Cette connexion est terminée",
    overLead:
      "Elle a déjà servi, ou elle est trop ancienne. Rien n’est à faire ici : revenez au site d’où vous venez.",
    sites: "Revenir aux sites de démonstration",
    error: "La demande n’a pas été comprise",
    errorLead:
      "Le double de FranceConnect a refusé ce que le site lui demandait. Revenez au site et recommencez.",
  },
  en: {
    demo: "This is not FranceConnect: it is its stand-in for demonstrations, which works on this computer only.",
    choose: (service: string) => `Sign in to ${service}`,
    chooseLead: "Choose an account that you know.",
    identity: "Choose a demonstration identity",
    identityLegend: "You are",
    born: "birth:",
    given: (service: string) =>
      `${service} will receive: names, first names, sex, date and place of birth, mail address.`,
    fault: "Make this sign-in fail",
    faultLabel: "What must go wrong",
    faultNone: "Nothing: all goes well",
    goOn: "Continue",
    giveUp: "Give up and go back",
    nobody: "Choose an identity.",
    signOut: "Sign out of FranceConnect",
    signOutLead: "Your FranceConnect session is still open on this device.",
    over: "This sign-in is over",
    overLead:
      "It was used already, or it is too old. There is nothing to do here: go back to the site you come from.",
    sites: "Back to the demonstration sites",
    error: "The request was not understood",
    errorLead:
      "The stand-in for FranceConnect refused what the site asked of it. Go back to the site and try again.",
  },
};

export type Asking = { shell: Shell; uid: string; service: Sentence };

/** Which account to sign in with. */
export function vouchersPage({ shell, uid, service }: Asking): Html {
  const { language } = shell;
  const t = words[language];
  const title = t.choose(service[language]);
  return page(
    shell,
    { title },
    html`<h1 class="govuk-heading-l">${title}</h1>
${insetText({ text: t.demo })}
<p class="govuk-body">${t.chooseLead}</p>
${Object.entries(vouchers).map(
  ([name, says]) =>
    html`<p>${button({ text: says[language], href: `/interaction/${uid}/${name}`, classes: "govuk-button--secondary" })}</p>`,
)}
${form(shell, { action: `/interaction/${uid}` }, button({ text: t.giveUp, name: "answer", value: "give-up", classes: "govuk-button--secondary" }))}`,
  );
}

/** Who signs in, and what must go wrong on the way. */
export function identitiesPage(
  asking: Asking & { voucher: Sentence; identities: readonly Identity[]; missing: boolean },
): Html {
  const { shell, uid, service, voucher, identities, missing } = asking;
  const { language } = shell;
  const t = words[language];
  const error = missing ? t.nobody : undefined;
  return page(
    shell,
    { title: t.identity, back: `/interaction/${uid}`, errors: missing },
    html`${errorSummaryFrom(language, { identity: error })}
<span class="govuk-caption-l">${voucher[language]}</span>
<h1 class="govuk-heading-l">${t.identity}</h1>
${form(
  shell,
  { action: `/interaction/${uid}` },
  html`${radios({
    name: "identity",
    idPrefix: "identity",
    fieldset: { legend: { text: t.identityLegend, classes: "govuk-fieldset__legend--m" } },
    errorMessage: errorFor(language, error),
    items: identities.map((one) => ({
      value: one.id,
      text: nameOf(one),
      hint: { text: about(language, one) },
    })),
  })}
${details({
  summaryText: t.fault,
  html: select({
    id: "fault",
    name: "fault",
    label: { text: t.faultLabel },
    items: [
      { value: "", text: t.faultNone },
      ...Object.entries(faults).map(([value, { says }]) => ({ value, text: says[language] })),
    ],
  }),
})}
<p class="govuk-body">${t.given(service[language])}</p>
<div class="govuk-button-group">
${button({ text: t.goOn, preventDoubleClick: true })}
${button({ text: t.giveUp, name: "answer", value: "give-up", classes: "govuk-button--secondary" })}
</div>`,
)}`,
  );
}

const nameOf = ({ claims }: Identity) =>
  `${claims.given_name} ${claims.preferred_username ?? claims.family_name}`;

const about = (language: Language, { shows, claims }: Identity) =>
  [
    shows?.[language],
    `${words[language].born} ${civilDate(language, claims.birthdate)}, ${claims.birthplace || claims.birthcountry}`,
  ]
    .filter(Boolean)
    .join(" – ");

/** Asked when a person signs out of the site that sent them. */
export function signOutPage(shell: Shell, { action, xsrf }: SignOutForm): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.signOut },
    html`<h1 class="govuk-heading-l">${t.signOut}</h1>
<p class="govuk-body">${t.signOutLead}</p>
<form method="post" action="${action}">
<input type="hidden" name="xsrf" value="${xsrf}">
${button({ text: t.signOut, name: "logout", value: "yes" })}
</form>`,
  );
}

/** The back button leads here once the person chose, or waited for too long. */
export function overPage(shell: Shell): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.over },
    html`<h1 class="govuk-heading-l">${t.over}</h1>
<p class="govuk-body">${t.overLead}</p>
<p class="govuk-body"><a class="govuk-link" href="/">${t.sites}</a></p>`,
  );
}

/** What the provider refuses before it knows whom to send back, and where. */
export function refusedPage(shell: Shell, error: string): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.error },
    html`<h1 class="govuk-heading-l">${t.error}</h1>
<p class="govuk-body">${t.errorLead}</p>
<p class="govuk-body"><code>${error}</code></p>`,
  );
}
