import type { Sentence } from "../../law/language.ts";
import { button } from "./components/button.ts";
import { type Html, html } from "./html.ts";
import type { Shell } from "./shell.ts";

const words = {
  soonTitle: { fr: "Vous êtes toujours là ?", en: "Are you still there?" },
  soon: {
    fr: "Pour protéger vos données, votre session va bientôt se fermer. Ce que vous avez écrit reste sur cette page.",
    en: "To protect your data, your session will close soon. What you have typed stays on this page.",
  },
  minutes: { fr: "Il vous reste environ {n} minutes.", en: "You have about {n} minutes left." },
  seconds: { fr: "Il vous reste {n} secondes.", en: "You have {n} seconds left." },
  stay: { fr: "Rester connecté(e)", en: "Stay signed in" },
  longest: {
    fr: "Une session ne peut pas durer plus longtemps. Envoyez cette page maintenant, ou plus tard : nous vous demanderons seulement de vous identifier de nouveau.",
    en: "A session cannot last longer. Send this page now, or later: we will only ask you to identify yourself again.",
  },
  failed: {
    fr: "Nous n’avons pas pu prolonger votre session. Vérifiez votre connexion à internet, puis réessayez.",
    en: "We could not extend your session. Check your internet connection, then try again.",
  },
  endedTitle: { fr: "Votre session est fermée", en: "Your session has closed" },
  ended: {
    fr: "Rien n’est perdu : ce que vous avez écrit est toujours sur cette page. Revenez-y et envoyez-la : nous vous demanderons de vous identifier, puis vous retrouverez votre texte.",
    en: "Nothing is lost: what you have typed is still on this page. Go back to it and send it: we will ask you to identify yourself, then you will find your text again.",
  },
  signIn: { fr: "Me reconnecter (nouvel onglet)", en: "Sign in again (new tab)" },
  close: { fr: "Revenir à ma page", en: "Back to my page" },
} satisfies Record<string, Sentence>;

/** Shown by the script before the session ends, and again once it has (SEC-05). Without a script it stays closed. */
export const sessionWarning = ({ language, csrf }: Shell): Html => html`
  <dialog class="foyer-dialog" data-session-warning data-csrf="${csrf}" data-minutes="${words.minutes[language]}" data-seconds="${words.seconds[language]}" data-longest="${words.longest[language]}" data-failed="${words.failed[language]}" aria-labelledby="session-soon-title">
    <div data-session-soon>
      <h2 class="govuk-heading-m" id="session-soon-title" tabindex="-1">${words.soonTitle[language]}</h2>
      <p class="govuk-body">${words.soon[language]}</p>
      <p class="govuk-body" data-session-left></p>
      <p class="govuk-body" role="status" data-session-news></p>
      ${button({ text: words.stay[language], type: "button", attributes: { "data-session-stay": "" } })}
    </div>
    <div data-session-ended hidden>
      <h2 class="govuk-heading-m" id="session-ended-title" tabindex="-1">${words.endedTitle[language]}</h2>
      <p class="govuk-body">${words.ended[language]}</p>
      <div class="govuk-button-group">
        <a class="govuk-button" href="/sessions/new" target="_blank" rel="noopener">${words.signIn[language]}</a>
        ${button({ text: words.close[language], type: "button", classes: "govuk-button--secondary", attributes: { "data-session-close": "" } })}
      </div>
    </div>
  </dialog>`;
