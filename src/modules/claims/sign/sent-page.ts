import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { panel } from "../../../design/components/panel.ts";
import { moment } from "../../../design/dates.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import type { SentClaim } from "../kind.ts";

const words = {
  fr: {
    title: "Votre demande est envoyée",
    number: "Numéro de votre demande",
    sent: (claim: string, at: string) => `${claim}, ${at}.`,
    keep: "Donnez ce numéro si vous nous appelez. Nous vous l’envoyons aussi par mail ou par SMS.",
    next: "Et maintenant ?",
    home: "Aller à mon espace",
    for: (name: string) => `Vous l’avez envoyée pour ${name}. Nous l’en prévenons.`,
    space: (name: string) => `Revenir à l’espace de ${name}`,
  },
  en: {
    title: "Your claim is sent",
    number: "Number of your claim",
    sent: (claim: string, at: string) => `${claim}, ${at}.`,
    keep: "Give this number if you call us. We also send it to you by mail or text message.",
    next: "What happens next",
    home: "Go to my account",
    for: (name: string) => `You sent it for ${name}, who is told.`,
    space: (name: string) => `Back to the space of ${name}`,
  },
};

export type SentPage = {
  shell: Shell;
  claim: SentClaim;
  name: Sentence;
  next: readonly Sentence[];
  timeZone: string;
};

/** The claim is sent: its number, when, and what happens now. */
export function sentPage({ shell, claim, name, next, timeZone }: SentPage): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title },
    html`${panel({ titleText: t.title, html: html`${t.number}<br><strong>${claim.number}</strong>` })}
<p class="govuk-body">${t.sent(name[language], moment(language, claim.sentAt, timeZone))}</p>
${shell.space && html`<p class="govuk-body">${t.for(shell.space.name)}</p>`}
<p class="govuk-body">${t.keep}</p>
<h2 class="govuk-heading-m">${t.next}</h2>
<ul class="govuk-list govuk-list--bullet">${next.map((line) => html`<li>${line[language]}</li>`)}</ul>
${button({ text: shell.space ? t.space(shell.space.name) : t.home, href: "/home" })}`,
  );
}
