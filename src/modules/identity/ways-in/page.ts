import { mayRemove, type WaysIn } from "../../../../law/credentials/ways-in.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { errorSummaryFrom, form, success } from "../../../design/patterns.ts";

export type Done = "password" | "linked" | "removed";

const words = {
  fr: {
    title: "Mes façons de me connecter",
    lead: "Voici tout ce qui ouvre votre compte. Gardez-en au moins une que vous êtes sûr(e) de retrouver.",
    password: "Mot de passe",
    hasPassword: "Vous avez un mot de passe à vous.",
    noPassword:
      "Vous n’avez pas de mot de passe, et vous n’en avez pas besoin. Il peut servir le jour où le reste manque.",
    change: "Changer mon mot de passe",
    choose: "Choisir un mot de passe",
    franceConnect: "FranceConnect",
    linked: "Ajouté le",
    used: "Utilisé pour la dernière fois le",
    remove: "Retirer FranceConnect",
    lastWay:
      "C’est votre seule façon de vous connecter : pour pouvoir le retirer, choisissez d’abord un mot de passe.",
    notLinked:
      "FranceConnect vous laisse entrer avec un compte que vous avez déjà, sans mot de passe de plus.",
    add: "Ajouter FranceConnect",
    passkeys: "Clés d’accès",
    count: (count: number) =>
      count === 0 ? "Vous n’en avez pas." : count === 1 ? "Vous en avez une." : `Vous en avez ${count}.`,
    seePasskeys: "Mes clés d’accès",
    done: {
      password: "Votre mot de passe est enregistré.",
      linked: "FranceConnect ouvre maintenant votre compte.",
      removed: "FranceConnect n’ouvre plus votre compte.",
    },
  },
  en: {
    title: "My ways of signing in",
    lead: "This is all that opens your account. Keep at least one that you are sure to find again.",
    password: "Password",
    hasPassword: "You have a password of your own.",
    noPassword: "You have no password, and need none. It can help on the day when the rest is not there.",
    change: "Change my password",
    choose: "Choose a password",
    franceConnect: "FranceConnect",
    linked: "Added on",
    used: "Last used on",
    remove: "Remove FranceConnect",
    lastWay: "It is your only way of signing in: to be able to remove it, choose a password first.",
    notLinked: "FranceConnect lets you in with an account that you already have, without one more password.",
    add: "Add FranceConnect",
    passkeys: "Passkeys",
    count: (count: number) =>
      count === 0 ? "You have none." : count === 1 ? "You have one." : `You have ${count}.`,
    seePasskeys: "My passkeys",
    done: {
      password: "Your password is saved.",
      linked: "FranceConnect now opens your account.",
      removed: "FranceConnect no longer opens your account.",
    },
  },
};

export type WaysInPage = {
  shell: Shell;
  ways: WaysIn;
  /** Since when FranceConnect opens the account. */
  link: { linkedAt: Date; lastUsedAt: Date } | undefined;
  /** People may come by FranceConnect on this site. */
  offered: boolean;
  timeZone: string;
  done?: Done | undefined;
  refused?: Sentence;
};

/** All that opens a person’s account, and how to change it. */
export function waysInPage(given: WaysInPage): Html {
  const { shell, ways, link: linked, offered, done, refused } = given;
  const { language } = shell;
  const t = words[language];
  const error = refused?.[language];
  return page(
    shell,
    { title: t.title, back: "/home", errors: error !== undefined },
    html`${errorSummaryFrom(language, { franceconnect: error })}
${done && success(language, { text: t.done[done] })}
<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<h2 class="govuk-heading-m">${t.password}</h2>
<p class="govuk-body">${ways.password ? t.hasPassword : t.noPassword}</p>
${ways.password ? link("/password/change", t.change) : link("/password/new", t.choose)}
${(linked || offered) && franceConnect(given, error)}
<h2 class="govuk-heading-m">${t.passkeys}</h2>
<p class="govuk-body">${t.count(ways.passkeys)}</p>
${link("/passkeys", t.seePasskeys)}`,
  );
}

const link = (href: string, text: string) =>
  html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`;

function franceConnect(
  { shell, ways, link: linked, offered, timeZone }: WaysInPage,
  error: string | undefined,
): Html {
  const { language } = shell;
  const t = words[language];
  return html`<div id="franceconnect" tabindex="-1"${error && html` aria-describedby="franceconnect-error"`}>
<h2 class="govuk-heading-m">${t.franceConnect}</h2>
${error && html`<p class="govuk-error-message" id="franceconnect-error">${error}</p>`}
${
  linked
    ? html`<p class="govuk-body">${t.linked} ${moment(language, linked.linkedAt, timeZone)}<br>
${t.used} ${moment(language, linked.lastUsedAt, timeZone)}</p>
${
  mayRemove(ways, "franceConnect")
    ? form(
        shell,
        { action: "/ways-in/franceconnect/end" },
        button({ text: t.remove, classes: "govuk-button--secondary", preventDoubleClick: true }),
      )
    : html`<p class="govuk-body">${t.lastWay}</p>`
}`
    : html`<p class="govuk-body">${t.notLinked}</p>
${offered && link("/ways-in/franceconnect/new", t.add)}`
}
</div>`;
}
