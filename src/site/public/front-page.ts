import type { Accounts, Institution } from "../../../institutions/institution.ts";
import { objectionLinkWords } from "../../../law/credentials/objection.ts";
import type { Language } from "../../../law/language.ts";
import { button } from "../../design/components/button.ts";
import { type Html, html } from "../../design/html.ts";
import { page, type Shell } from "../../design/page.ts";
import { card } from "../../design/patterns.ts";
import { hasPensionEstimate, hasSimulator } from "../simulator.ts";
import { bullets, promise, reachUs } from "./parts.ts";

const words = {
  fr: {
    ask: "Demander mon accès",
    signIn: "Me connecter",
    first: "C’est ma première connexion",
    askPartners: "Demander des accès pour ma structure",
    hello: (name: string) => `Bonjour ${name}. Votre espace est ouvert, vous pouvez continuer.`,
    goOn: "Continuer dans mon espace",
    does: "Ce que vous pouvez y faire",
    step: {
      terms: "Relire les règles de votre espace.",
      password: "Changer votre mot de passe.",
      contacts: "Donner ou corriger votre adresse mail et votre numéro de mobile.",
      delegation: "Confier la gestion du dossier à votre conjoint, si vous êtes allocataire.",
    },
    claim: "Faire une demande",
    claimText:
      "Demandez une prestation ou signalez un changement. Si vous n’avez pas de compte, vous l’ouvrez en chemin.",
    estimate: "Estimer mes droits, sans compte",
    estimateText:
      "En quelques questions, ce que vous pourriez recevoir chaque mois, et pourquoi. Rien n’est gardé chez nous.",
    pension: "Estimer ma pension de vieillesse, sans compte",
    pensionText: "Quatre questions sur votre carrière. Rien n’est gardé chez nous.",
    previous: "Vérifier que votre connexion précédente était bien la vôtre.",
    otherwise: "Pour toute autre démarche, appelez-nous ou venez nous voir.",
    needs: "Ce qu’il vous faut",
    number:
      "Votre propre numéro de sécurité sociale, pas celui de votre conjoint. Si vous n’en avez pas encore : votre identifiant provisoire.",
    own: "Les fois suivantes : le mot de passe que vous aurez choisi.",
    phone: "Si vous le pouvez, votre mobile ou votre boîte mail : nous y envoyons un code de vérification.",
    safety: "Pour votre sécurité",
    help: "Besoin d’aide ?",
    helpText: "Un numéro qui manque, un mot de passe perdu, un doute : parlez-nous.",
    closedTitle: "L’espace personnel n’est pas encore ouvert ici",
    closed:
      "Sur ce site, vous ne pouvez pas encore créer de compte ni vous connecter. Vos droits ne changent pas pour autant.",
    reach: "Comment nous joindre",
  },
  en: {
    ask: "Ask for my access",
    signIn: "Sign in",
    first: "This is my first sign-in",
    askPartners: "Ask for accesses for my structure",
    hello: (name: string) => `Hello ${name}. Your account is open, you can go on.`,
    goOn: "Continue to my account",
    does: "What you can do there",
    step: {
      terms: "Read the rules of your account again.",
      password: "Change your password.",
      contacts: "Give or correct your mail address and your mobile number.",
      delegation: "Entrust the file to your spouse, if you are its holder.",
    },
    claim: "Make a claim",
    claimText: "Claim a benefit or tell us of a change. If you have no account, you open it on the way.",
    estimate: "Estimate my rights, without an account",
    estimateText:
      "In a few questions, what you could receive each month, and why. Nothing is kept on our side.",
    pension: "Estimate my old-age pension, without an account",
    pensionText: "Four questions about your career. Nothing is kept with us.",
    previous: "Check that your previous sign-in was really yours.",
    otherwise: "For anything else, call us or come and see us.",
    needs: "What you need at hand",
    number:
      "Your own social-security number, not your spouse’s. If you have none yet: your provisional identifier.",
    own: "After that: the password you will have chosen.",
    phone: "If you can, your mobile or your mailbox: we send a verification code there.",
    safety: "To keep you safe",
    help: "Need help?",
    helpText: "A missing number, a lost password, a doubt: talk to us.",
    closedTitle: "Personal accounts are not open here yet",
    closed: "On this site you cannot create an account or sign in yet. Your rights remain the same.",
    reach: "How to reach us",
  },
};

export type FrontPage = { shell: Shell; institution: Institution; signedIn?: { name: string } | undefined };

/** The front page: what this is, and the next step (CP-03, MC-01). Without accounts it says so, and how to reach the institution. */
export function frontPage({ shell, institution, signedIn }: FrontPage): Html {
  const { accounts, name } = institution;
  const { language } = shell;
  const t = words[language];
  const title = accounts ? accounts.texts.title[language] : t.closedTitle;
  const account = accounts ? accountCards(language, accounts, signedIn !== undefined) : [];
  const open = [
    ...(accounts?.claims ? [claimCard(language)] : []),
    ...(hasSimulator(institution) ? [simulatorCard(language)] : []),
    ...(hasPensionEstimate(institution) ? [pensionCard(language)] : []),
  ];
  const always = alwaysCards(language, institution);
  const rows = account.length === 2 ? [open, account, always] : [[...open, ...account, ...always]];
  return page(
    shell,
    { title, width: "wide" },
    html`<p class="govuk-caption-xl">${name[language]}</p>
<h1 class="govuk-heading-xl">${title}</h1>
${accounts ? nextStep(shell, accounts, signedIn) : html`<p class="govuk-body-l">${t.closed}</p>`}
${rows.map((cards) => cards.length > 0 && html`<div class="foyer-grid">${cards}</div>`)}`,
  );
}

function nextStep({ language }: Shell, accounts: Accounts, signedIn: FrontPage["signedIn"]) {
  const t = words[language];
  if (signedIn)
    return html`<p class="govuk-body-l">${t.hello(signedIn.name)}</p>${button({ text: t.goOn, href: "/home" })}`;
  return html`<p class="govuk-body-l">${accounts.texts.lead[language]}</p>
<div class="govuk-button-group">
${button({ text: t.signIn, href: "/sessions/new" })}
${
  accounts.partners
    ? button({ text: t.askPartners, href: "/structures/new", classes: "govuk-button--secondary" })
    : accounts.accessRequests
      ? button({ text: t.ask, href: "/access-requests/new", classes: "govuk-button--secondary" })
      : button({ text: t.first, href: "/sessions/new", classes: "govuk-button--secondary" })
}
</div>`;
}

const claimCard = (language: Language) =>
  card({
    title: words[language].claim,
    href: "/claims/new",
    content: { text: words[language].claimText },
  });

const simulatorCard = (language: Language) =>
  card({
    title: words[language].estimate,
    href: "/simulations/new",
    content: { text: words[language].estimateText },
  });

const pensionCard = (language: Language) =>
  card({
    title: words[language].pension,
    href: "/pension/new",
    content: { text: words[language].pensionText },
  });

/** What one can do, and before signing in what one needs. */
function accountCards(language: Language, accounts: Accounts, signedIn: boolean) {
  const t = words[language];
  const first = card({ title: t.does, content: { html: does(language, accounts) } });
  return signedIn ? [first] : [first, card({ title: t.needs, content: { html: needs(language, accounts) } })];
}

/** Only what stands today: a person who comes for something else is told where to go. */
function does(language: Language, { firstSignIn, texts }: Accounts) {
  const t = words[language];
  return html`${bullets([texts.sees[language], ...firstSignIn.map((step) => t.step[step]), t.previous])}
<p class="govuk-body">${t.otherwise}</p>`;
}

function needs(language: Language, { firstSignIn, numbers, texts }: Accounts) {
  const t = words[language];
  return bullets([
    numbers ? `${numbers.label[language]}.` : t.number,
    texts.first.needs[language],
    t.own,
    ...(firstSignIn.includes("contacts") ? [t.phone] : []),
  ]);
}

function alwaysCards(language: Language, { accounts, siteAddress, help }: Institution) {
  const t = words[language];
  const reach = reachUs(language, help);
  return [
    card({ title: t.safety, content: { html: bullets(promise(language, siteAddress)) } }),
    accounts
      ? card({
          title: t.help,
          content: { html: html`<p class="govuk-body">${t.helpText}</p>${objection(language)}${reach}` },
        })
      : card({ title: t.reach, content: { html: reach } }),
  ];
}

/** Where messages say to look when contact details changed and it was not the person (SEC-04). */
const objection = (language: Language) =>
  html`<p class="govuk-body"><a class="govuk-link" href="/objections/new">${objectionLinkWords[language]}</a></p>`;
