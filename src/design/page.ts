import type { Sentence } from "../../law/language.ts";
import { backLink } from "./components/back-link.ts";
import { type Breadcrumb, breadcrumbs } from "./components/breadcrumbs.ts";
import { skipLink } from "./components/skip-link.ts";
import { footer } from "./footer.ts";
import { header } from "./header.ts";
import { classList, type Html, html, present } from "./html.ts";
import { sessionWarning } from "./session-warning.ts";
import type { Shell } from "./shell.ts";

export type { Assets, Shell } from "./shell.ts";

/** What one page says about itself. */
export type About = {
  title: string;
  /** Where the back link leads. */
  back?: string;
  /** True when a form came back with errors: the title says so first (A11Y-02). */
  errors?: boolean;
  breadcrumbs?: readonly Breadcrumb[];
  /** `one-thing` (by default) is one card of readable width; `wide` leaves the layout to the page. */
  width?: "one-thing" | "wide";
};

const words = {
  skip: { fr: "Aller au contenu", en: "Skip to content" },
  back: { fr: "Retour", en: "Back" },
  breadcrumbs: { fr: "Vous êtes ici", en: "You are here" },
  error: { fr: "Erreur : ", en: "Error: " },
} satisfies Record<string, Sentence>;

/** Whose file the page is of, said first: tabs of two spaces look alike otherwise. */
const space = {
  fr: (name: string) => `Espace de ${name}`,
  en: (name: string) => `Space of ${name}`,
};

/** A whole document around `content`, which starts with its own `<h1>`. */
export const page = (shell: Shell, about: About, content: Html): Html => {
  const { language, brand, assets, nonce } = shell;
  return html`<!DOCTYPE html>
<html lang="${language}" class="${classList("govuk-template", shell.contrast === "enhanced" && "foyer-enhanced")}">
<head>
  <meta charset="utf-8">
  <title>${about.errors && words.error[language]}${shell.space && `${space[language](shell.space.name)} – `}${about.title} – ${brand.shortName}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="theme-color" content="${brand.colours.brand}">
  <link rel="stylesheet" href="${assets.css}" nonce="${nonce}">
  <link rel="icon" href="${assets.icon}" type="image/svg+xml">
  <script type="module" src="${assets.script}" nonce="${nonce}"></script>
</head>
<body class="govuk-template__body"${present(sessionData(shell))}>
  ${skipLink({ text: words.skip[language], href: "#content" })}
  ${header(shell)}
  <main class="${classList("foyer-main", `foyer-main--${about.width ?? "one-thing"}`)}">
    ${about.breadcrumbs && breadcrumbs({ items: about.breadcrumbs, collapseOnMobile: true, labelText: words.breadcrumbs[language] })}
    ${about.back && backLink({ href: about.back, text: words.back[language] })}
    <div class="foyer-content" id="content">
      ${shell.news?.(shell)}
      ${content}
    </div>
  </main>
  ${footer(shell)}
  ${shell.session && sessionWarning(shell)}
</body>
</html>`;
};

const sessionData = ({ session }: Shell) => ({
  "data-ends-at": session?.endsAt.toISOString(),
  "data-warn-seconds": session?.warnSeconds,
  "data-now": session?.now?.toISOString(),
});
