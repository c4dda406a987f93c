import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import { button } from "../../../design/components/button.ts";
import { panel } from "../../../design/components/panel.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";

const words = {
  fr: {
    mine: "Votre identifiant provisoire",
    keep: "Gardez-le : avec votre mot de passe, c’est lui qui vous connecte.",
    sent: "Nous venons aussi de vous l’envoyer, à l’adresse mail et au mobile que vous avez donnés. Si vous le perdez, vous pourrez le redemander depuis la page de connexion.",
    why: "Pourquoi un identifiant provisoire ?",
    whyText:
      "Vous n’avez pas encore de numéro de sécurité sociale, ou nous n’avons pas pu vérifier le vôtre. Vos demandes avancent quand même. Dès que votre numéro sera vérifié, il remplacera cet identifiant.",
    goOn: "Continuer",
  },
  en: {
    mine: "Your provisional identifier",
    keep: "Keep it: with your password, this is what signs you in.",
    sent: "We have just sent it to you too, at the mail address and the mobile that you gave. If you lose it, you can ask for it again from the sign-in page.",
    why: "Why a provisional identifier?",
    whyText:
      "You have no social-security number yet, or we could not check yours. Your claims go on all the same. As soon as your number is checked, it will take the place of this identifier.",
    goOn: "Continue",
  },
};

/** The identifier as its person reads and copies it (CP-12). */
export function provisionalPage({
  shell,
  identifier,
  next,
}: {
  shell: Shell;
  identifier: ProvisionalIdentifier;
  next: string;
}): Html {
  const t = words[shell.language];
  return page(
    shell,
    { title: t.mine },
    html`${panel({ titleText: t.mine, html: html`<strong>${identifier}</strong>` })}
<p class="govuk-body-l">${t.keep}</p>
<p class="govuk-body">${t.sent}</p>
<h2 class="govuk-heading-m">${t.why}</h2>
<p class="govuk-body">${t.whyText}</p>
${button({ text: t.goOn, href: next })}`,
  );
}
