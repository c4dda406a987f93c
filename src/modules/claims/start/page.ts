import type { ClaimKindName } from "../../../../institutions/institution.ts";
import type { Sentence } from "../../../../law/language.ts";
import { button } from "../../../design/components/button.ts";
import { insetText } from "../../../design/components/inset-text.ts";
import { radios } from "../../../design/components/radios.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { card, errorFor, errorSummaryFrom, form } from "../../../design/patterns.ts";
import type { ClaimKind } from "../kind.ts";

const words = {
  fr: {
    title: "Faire une demande",
    lead: "Choisissez ce que vous voulez demander ou nous dire.",
    resumeText: "Vous avez commencé à ouvrir un compte dans ce navigateur.",
    resume: "Reprendre où j’en étais",
    needsTitle: "Ce qu’il vous faut",
    needs: [
      "Votre numéro de sécurité sociale, si vous en avez un.",
      "Si c’est votre première demande : votre pièce d’identité ou votre acte de naissance, et de quoi recevoir un mail ou un SMS. Vous ouvrirez votre compte en chemin.",
    ],
    account: (institution: string) => `Avez-vous déjà un compte ou un dossier à la ${institution} ?`,
    yes: "Oui",
    yesHint: "Vous vous connectez, et nous remplissons pour vous ce que nous savons déjà.",
    no: "Non, c’est ma première demande",
    noHint: "Vous ouvrez votre compte, puis vous continuez votre demande. Comptez dix minutes.",
    notSure: "Je ne sais plus",
    notSureHint: "Essayez de vous connecter : la page vous aidera à retrouver votre accès.",
    goOn: "Continuer",
  },
  en: {
    title: "Make a claim",
    lead: "Choose what you want to claim, or to tell us.",
    resumeText: "You have started to open an account in this browser.",
    resume: "Go on where I was",
    needsTitle: "What you need at hand",
    needs: [
      "Your social-security number, if you have one.",
      "If it is your first claim: your identity document or birth certificate, and a way to receive a mail or text message. You will open your account on the way.",
    ],
    account: (institution: string) => `Do you already have an account or a file with the ${institution}?`,
    yes: "Yes",
    yesHint: "You sign in, and we fill in for you what we know already.",
    no: "No, this is my first claim",
    noHint: "You open your account, then go on with your claim. It takes ten minutes.",
    notSure: "I am not sure",
    notSureHint: "Try to sign in: the page will help you get back in.",
    goOn: "Continue",
  },
};

export type ClaimsPage = {
  shell: Shell;
  kinds: readonly (readonly [ClaimKindName, ClaimKind])[];
  signedIn: boolean;
  /** Somebody is opening an account in this browser. */
  underWay: boolean;
};

/** What may be claimed here (CP-10). */
export function claimsPage({ shell, kinds, signedIn, underWay }: ClaimsPage): Html {
  const { language } = shell;
  const t = words[language];
  return page(
    shell,
    { title: t.title, back: signedIn ? "/home" : "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
${underWay && insetText({ html: html`<p class="govuk-body">${t.resumeText}</p><p class="govuk-body"><a class="govuk-link" href="/openings/current">${t.resume}</a></p>` })}
<p class="govuk-body">${t.lead}</p>
${kinds.map(([name, kind]) =>
  card({
    title: kind.name[language],
    href: signedIn ? `/claims/${name}` : `/claims/new/${name}`,
    content: { text: kind.says[language] },
  }),
)}
${
  !signedIn &&
  html`<h2 class="govuk-heading-m">${t.needsTitle}</h2>
<ul class="govuk-list govuk-list--bullet">${t.needs.map((line) => html`<li>${line}</li>`)}</ul>`
}`,
  );
}

export const notSaid: Sentence = {
  fr: "Dites-nous si vous avez déjà un compte.",
  en: "Tell us whether you already have an account.",
};

/** Whether the claimant is known: they sign in, or open an account on the way (CP-10). */
export function accountPage({
  shell,
  name,
  refused,
}: {
  shell: Shell;
  name: ClaimKindName;
  refused?: Sentence;
}): Html {
  const { language, brand } = shell;
  const t = words[language];
  const title = t.account(brand.shortName);
  const error = refused?.[language];
  return page(
    shell,
    { title, back: "/claims/new", errors: error !== undefined },
    html`${errorSummaryFrom(language, { account: error })}
${form(
  shell,
  { action: `/claims/new/${name}` },
  html`${radios({
    name: "account",
    fieldset: { legend: { text: title, classes: "govuk-fieldset__legend--l", isPageHeading: true } },
    items: [
      { value: "yes", text: t.yes, hint: { text: t.yesHint } },
      { value: "no", text: t.no, hint: { text: t.noHint } },
      { value: "not-sure", text: t.notSure, hint: { text: t.notSureHint } },
    ],
    errorMessage: errorFor(language, error),
  })}
${button({ text: t.goOn, preventDoubleClick: true })}`,
)}`,
  );
}
