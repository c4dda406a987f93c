import type { Sentence } from "../../law/language.ts";
import { type Html, html } from "./html.ts";
import type { Shell } from "./shell.ts";

const words = {
  help: { fr: "Besoin d’aide ?", en: "Need help?" },
  byPhone: { fr: "Par téléphone", en: "By phone" },
  onSite: { fr: "Sur place", en: "In person" },
  about: { fr: "À propos de ce site", en: "About this site" },
  free: { fr: "Foyer est un logiciel libre.", en: "Foyer is free software." },
} satisfies Record<string, Sentence>;

/** `withAccounts`: the page stands only where accounts are open; `withFiles`, only where they are of household files. */
type Link = { href: string; text: Sentence; withAccounts?: true; withFiles?: true };

/** The pages every page leads to (IL-09). */
const links: readonly Link[] = [
  { href: "/accessibility", text: { fr: "Déclaration d’accessibilité", en: "Accessibility statement" } },
  { href: "/legal", text: { fr: "Mentions légales", en: "Legal notice" } },
  { href: "/data-protection", text: { fr: "Protection de vos données", en: "Data protection" } },
  { href: "/charters", text: { fr: "Chartes et conditions d’utilisation", en: "Charters and terms of use" } },
  { href: "/words", text: { fr: "Les mots expliqués", en: "Words explained" } },
  {
    href: "/law/access",
    text: { fr: "Qui peut faire quoi sur un dossier", en: "Who may do what on a file" },
    withFiles: true,
  },
  { href: "/contact", text: { fr: "Nous contacter", en: "Contact us" } },
  {
    href: "/alarms/new",
    text: { fr: "Signaler un danger pour mon compte", en: "Report a danger for my account" },
    withAccounts: true,
  },
];

/** The bottom of every page: how to reach a person, and what the law asks a site to say. */
export const footer = (shell: Shell): Html => html`
  <footer class="foyer-footer">
    <div class="foyer-footer__row">
      ${help(shell)}
      ${isInstitution(shell) && about(shell)}
      <p class="foyer-footer__end">${shell.brand.name[shell.language]} · ${shell.brand.siteAddress}<br>${words.free[shell.language]}</p>
    </div>
  </footer>`;

/** The hall before the institutions has no telephone, and no notices of its own. */
const isInstitution = ({ brand }: Shell) => brand.help.phone !== "";

const help = (shell: Shell) => html`
      <section class="foyer-footer__part" aria-labelledby="footer-help">
        <h2 class="foyer-footer__title" id="footer-help">${words.help[shell.language]}</h2>
        ${isInstitution(shell) ? reach(shell) : html`<p>${shell.brand.help.desk[shell.language]}</p>`}
      </section>`;

const reach = ({ brand: { help }, language }: Shell) => html`
        <p><strong>${words.byPhone[language]}</strong><br><a class="foyer-footer__link" href="tel:${help.phone.replace(/[^+\d]/g, "")}">${help.phone.replaceAll(" ", "\u00a0")}</a><br>${help.hours[language]}</p>
        <p><strong>${words.onSite[language]}</strong><br>${help.desk[language]}</p>`;

const about = ({ brand, language }: Shell) => html`
      <nav class="foyer-footer__part" aria-labelledby="footer-about">
        <h2 class="foyer-footer__title" id="footer-about">${words.about[language]}</h2>
        <ul class="foyer-footer__links">
          ${links
            .filter(
              ({ withAccounts, withFiles }) =>
                (brand.accounts || !withAccounts) && (brand.accounts?.home === "household" || !withFiles),
            )
            .map(
              ({ href, text }) =>
                html`<li><a class="foyer-footer__link" href="${href}">${text[language]}</a></li>`,
            )}
        </ul>
      </nav>`;
