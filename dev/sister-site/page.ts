import { button } from "../../src/design/components/button.ts";
import { summaryList } from "../../src/design/components/summary-list.ts";
import { type Html, html } from "../../src/design/html.ts";
import { page, type Shell } from "../../src/design/page.ts";
import type { RegisteredSite } from "../../src/modules/connect/index.ts";

/** Whom the site knows, as Foyer told it. */
export type Known = { name: string; email?: string | undefined; quality?: string | undefined };

const words = {
  fr: {
    signIn: "Me connecter avec Cafconnect",
    signOut: "Me déconnecter",
    name: "Vous êtes",
    email: "Votre adresse mail",
    quality: "Votre qualité sur le dossier",
    refused: "La connexion n’a pas eu lieu",
    refusedText: "Rien n’a été ouvert. Vous pouvez recommencer.",
    again: "Recommencer",
  },
  en: {
    signIn: "Sign in with Cafconnect",
    signOut: "Sign out",
    name: "You are",
    email: "Your mail address",
    quality: "Your quality on the file",
    refused: "The sign-in did not happen",
    refusedText: "Nothing was opened. You can start again.",
    again: "Start again",
  },
};

export function sisterPage(shell: Shell, site: RegisteredSite, known: Known | undefined): Html {
  const { language } = shell;
  const t = words[language];
  const rows = known
    ? ([
        [t.name, known.name],
        [t.email, known.email],
        [t.quality, known.quality],
      ] as const)
    : [];
  return page(
    shell,
    { title: site.name[language] },
    html`<h1 class="govuk-heading-xl">${site.name[language]}</h1>
<p class="govuk-body-l">${site.purpose[language]}</p>
${
  known
    ? html`${summaryList({
        rows: rows.flatMap(([key, value]) => (value ? [{ key: { text: key }, value: { text: value } }] : [])),
      })}
${button({ text: t.signOut, href: "/sign-out", classes: "govuk-button--secondary" })}`
    : button({ text: t.signIn, href: "/sign-in" })
}`,
  );
}

export function refusedPage(shell: Shell, site: RegisteredSite, why: string): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.refused },
    html`<h1 class="govuk-heading-l">${t.refused}</h1>
<p class="govuk-body">${t.refusedText}</p>
<p class="govuk-hint">${site.name[shell.language]} : ${why}</p>
${button({ text: t.again, href: "/" })}`,
  );
}
