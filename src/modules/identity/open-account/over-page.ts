import { button } from "../../../design/components/button.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";

const words = {
  fr: {
    title: "Vos réponses sont effacées",
    text: "Nous ne gardons vos réponses que 2 heures, dans le navigateur où vous les avez écrites, ou jusqu’à ce que vous les effaciez. Il n’en reste rien chez nous.",
    cookies:
      "Si cela arrive dès la première page, votre navigateur refuse sans doute les cookies : acceptez ceux de ce site, puis recommencez.",
    again: "Recommencer",
    signIn: "J’ai déjà un compte",
  },
  en: {
    title: "Your answers are erased",
    text: "We keep your answers for 2 hours only, in the browser where you typed them, or until you erase them. Nothing of them is left with us.",
    cookies:
      "If this happens from the first page on, your browser probably refuses cookies: accept those of this site, then start again.",
    again: "Start again",
    signIn: "I already have an account",
  },
};

/** There is no account being opened in this browser, or no longer. */
export function overPage({ shell }: { shell: Shell }): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.title, back: "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.text}</p>
<p class="govuk-body">${t.cookies}</p>
<div class="govuk-button-group">
${button({ text: t.again, href: "/claims/new" })}
${button({ text: t.signIn, href: "/sessions/new", classes: "govuk-button--secondary" })}
</div>`,
  );
}
