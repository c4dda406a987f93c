import type { Language } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { phoneLink } from "../../../design/patterns.ts";

const words = {
  fr: {
    signOut: "Se déconnecter",
    signOutText: (site?: string) =>
      site
        ? `Vous quittez ${site}. Vous pouvez aussi fermer votre espace ici et partout où vous êtes entré(e) avec lui.`
        : "Vous pouvez fermer votre espace ici et partout où vous êtes entré(e) avec lui.",
    everywhere: "Me déconnecter partout",
    stay: "Rester connecté(e) ici",
    signedOut: "Vous êtes déconnecté(e)",
    signedOutText: "Votre espace est fermé, ici et sur les sites où vous étiez entré(e) avec lui.",
    signIn: "Me connecter de nouveau",
    fault: "La connexion n’a pas pu se faire",
    number: "Si cela recommence, appelez-nous et donnez ce numéro :",
    home: "Aller dans mon espace",
    phone: "Par téléphone :",
  },
  en: {
    signOut: "Sign out",
    signOutText: (site?: string) =>
      site
        ? `You are leaving ${site}. You can also close your account here and wherever you entered with it.`
        : "You can close your account here and wherever you entered with it.",
    everywhere: "Sign me out everywhere",
    stay: "Stay signed in here",
    signedOut: "You are signed out",
    signedOutText: "Your account is closed, here and on the sites that you had entered with it.",
    signIn: "Sign in again",
    fault: "The sign-in could not be done",
    number: "If it happens again, call us and give this number:",
    home: "Go to my account",
    phone: "By phone:",
  },
};

/** What went wrong, by the protocol's code, and what the person can do. */
const faults: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  invalid_client: {
    fr: "Le site qui vous envoie n’est pas connu de nous. Ne lui donnez pas votre mot de passe. Revenez par l’adresse que vous connaissez.",
    en: "The site that sends you is not known to us. Do not give it your password. Come back by the address that you know.",
  },
  invalid_redirect_uri: {
    fr: "Le site qui vous envoie demande de vous renvoyer à une adresse que nous ne connaissons pas. Par prudence, nous nous arrêtons là. Revenez par l’adresse que vous connaissez.",
    en: "The site that sends you asks us to send you back to an address that we do not know. To be safe, we stop here. Come back by the address that you know.",
  },
  server_error: {
    fr: "Quelque chose n’a pas marché chez nous : le site qui vous envoie n’y est pour rien, vous non plus. Retournez sur ce site et recommencez dans quelques minutes.",
    en: "Something did not work on our side: it is not the doing of the site that sends you, nor yours. Go back to that site and start again in a few minutes.",
  },
};
const otherFault = {
  fr: "La demande du site qui vous envoie est incomplète ou trop ancienne. Retournez sur ce site et recommencez : rien n’a été fait.",
  en: "The request of the site that sends you is incomplete or too old. Go back to that site and start again: nothing was done.",
};

/** Asks whether to sign out everywhere, or only of the site one comes from. */
export function signOutPage(shell: Shell, form: { action: string; xsrf: string; site?: string }): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.signOut },
    html`<h1 class="govuk-heading-l">${t.signOut}</h1>
<p class="govuk-body">${t.signOutText(form.site)}</p>
<form method="post" action="${form.action}" novalidate>
<input type="hidden" name="xsrf" value="${form.xsrf}">
<div class="govuk-button-group">
${button({ text: t.everywhere, name: "logout", value: "yes", preventDoubleClick: true })}
${button({ text: t.stay, classes: "govuk-button--secondary", preventDoubleClick: true })}
</div>
</form>`,
  );
}

export function signedOutPage(shell: Shell): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.signedOut },
    html`<h1 class="govuk-heading-l">${t.signedOut}</h1>
<p class="govuk-body">${t.signedOutText}</p>
${button({ text: t.signIn, href: "/sessions/new" })}`,
  );
}

/** A fault of the protocol in words, with the number that the log knows. */
export function faultPage(shell: Shell, code: string, support: string): Html {
  const { language, brand } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.fault },
    html`<h1 class="govuk-heading-l">${t.fault}</h1>
<p class="govuk-body">${(faults[code] ?? otherFault)[language]}</p>
<p class="govuk-body">${t.number} <strong>${support}</strong>. ${t.phone} ${phoneLink(brand.help)}</p>
<p class="govuk-body"><a class="govuk-link" href="/home">${t.home}</a></p>`,
  );
}
