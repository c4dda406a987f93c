import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { phoneLine } from "../../../design/patterns.ts";
import { franceConnectButton, franceConnectPath } from "./button.ts";
import { type Ended, type Ending, endings, type Next } from "./endings.ts";

const words = {
  fr: {
    password: "Me connecter avec mon mot de passe",
    recovery: "J’ai oublié mon mot de passe",
    waysIn: "Revenir à mes façons de me connecter",
    notMe: "Ce n’était pas le bon compte ? Recommencer avec un autre compte FranceConnect",
    back: "Revenir où j’en étais",
    call: "Nous appeler",
  },
  en: {
    password: "Sign in with my password",
    recovery: "I have forgotten my password",
    waysIn: "Back to my ways of signing in",
    notMe: "Was it not the right account? Start again with another FranceConnect account",
    back: "Back to where I was",
    call: "Call us",
  },
};

export type EndedPage = {
  shell: Shell;
  ended: Ended;
  /** Where the person was going. */
  next: string;
};

/** Why a sign-in by FranceConnect came to nothing, and each way that is open. */
export function endedPage({ shell, ended, next }: EndedPage): Html {
  const { language } = shell;
  const { title, says, next: ways }: Ending = endings[ended.because];
  // Whoever is signed in does not sign in again: the page they come from asks for what it needs.
  const shown = shell.visitor ? ways.filter((way) => way === "ways-in" || way === "desk") : ways;
  return page(
    shell,
    { title: title[language] },
    html`<h1 class="govuk-heading-l">${title[language]}</h1>
<p class="govuk-body">${(ended.says ?? says)[language]}</p>
${shell.visitor && !(shown.includes("ways-in") && next === "/ways-in") && link(next, words[language].back)}
${shown.map((way) => wayOut[way](shell, next))}`,
  );
}

const link = (href: string, text: string) =>
  html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`;

const wayOut: Record<Next, (shell: Shell, next: string) => Html> = {
  again: ({ language }, next) => franceConnectButton(language, franceConnectPath(next)),
  another: ({ language }, next) => franceConnectButton(language, franceConnectPath(next, { another: true })),
  "not-me": ({ language }, next) => link(franceConnectPath(next, { another: true }), words[language].notMe),
  password: ({ language }, next) =>
    button({
      text: words[language].password,
      href: `/sessions/new?${new URLSearchParams({ next })}`,
      classes: "govuk-button--secondary",
    }),
  recovery: ({ language }) => link("/recoveries/new", words[language].recovery),
  "ways-in": ({ language }) => link("/ways-in", words[language].waysIn),
  desk: ({ language, brand: { help } }) => html`<h2 class="govuk-heading-s">${words[language].call}</h2>
${phoneLine(language, help)}
<p class="govuk-body">${help.desk[language]}</p>`,
};
