import { button } from "../../src/design/components/button.ts";
import { summaryList } from "../../src/design/components/summary-list.ts";
import { type Html, html } from "../../src/design/html.ts";
import { page, type Shell } from "../../src/design/page.ts";
import type { RegisteredSite } from "../../src/modules/connect/index.ts";

/** Whom the site knows, as Foyer told it. */
export type Known = { name: string; email?: string | undefined; quality?: string | undefined };

/** Why a sign-in did not happen: the person refused, or what came back does not hold. */
export type Because = "refused" | "unsound";

const words = {
  fr: {
    signIn: "Me connecter avec Cafconnect",
    signOut: "Me déconnecter",
    name: "Vous êtes",
    email: "Votre adresse mail",
    quality: "Votre qualité sur le dossier",
    refused: "La connexion n’a pas eu lieu",
    because: {
      refused:
        "Vous n’avez pas accepté que ce site vous connaisse. Rien ne lui a été dit. Vous pouvez changer d’avis et recommencer.",
      unsound:
        "Cette réponse n’est plus valable, ou ne vient pas de votre demande : une page déjà utilisée, ou trop ancienne. Rien n’a été ouvert. Recommencez.",
    },
    again: "Recommencer",
    back: "Revenir au site",
    qualities: {
      holder: "allocataire",
      spouse: "conjoint ou conjointe",
      "spouse-holder": "conjoint allocataire ou conjointe allocataire",
      other: "autre membre du foyer",
    },
  },
  en: {
    signIn: "Sign in with Cafconnect",
    signOut: "Sign out",
    name: "You are",
    email: "Your mail address",
    quality: "Your quality on the file",
    refused: "The sign-in did not happen",
    because: {
      refused:
        "You did not agree that this site know you. It was told nothing. You can change your mind and start again.",
      unsound:
        "This answer no longer holds, or does not come from your request: a page used before, or too old. Nothing was opened. Start again.",
    },
    again: "Start again",
    back: "Back to the site",
    qualities: {
      holder: "holder",
      spouse: "spouse",
      "spouse-holder": "spouse-holder",
      other: "other member of the household",
    },
  },
};

export function sisterPage(shell: Shell, site: RegisteredSite, known: Known | undefined): Html {
  const { language } = shell;
  const t = words[language];
  const rows = known
    ? ([
        [t.name, known.name],
        [t.email, known.email],
        [t.quality, qualityIn(t.qualities, known.quality)],
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

/** The quality is told by a code: each site has its own words for it. */
const qualityIn = (names: Readonly<Record<string, string>>, code = "") => names[code] ?? code;

export function refusedPage(shell: Shell, site: RegisteredSite, because: Because): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.refused },
    html`<span class="govuk-caption-l">${site.name[shell.language]}</span>
<h1 class="govuk-heading-l">${t.refused}</h1>
<p class="govuk-body">${t.because[because]}</p>
${button({ text: t.again, href: "/sign-in" })}
<p class="govuk-body"><a class="govuk-link" href="/">${t.back}</a></p>`,
  );
}
