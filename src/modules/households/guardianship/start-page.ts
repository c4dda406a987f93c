import { button } from "../../../design/components/button.ts";
import { details } from "../../../design/components/details.ts";
import { type Html, html } from "../../../design/html.ts";
import { page, type Shell } from "../../../design/page.ts";
import { form, unbroken, warning } from "../../../design/patterns.ts";

const words = {
  fr: {
    title: "Je protège quelqu’un",
    lead: "Une décision (tutelle, curatelle, habilitation familiale, accompagnement) vous désigne pour protéger une personne ? Déposez-la ici : après vérification, l’espace de cette personne vous est ouvert, dans les limites de la décision.",
    own: "Chacun garde son propre compte",
    ownList: [
      "Vous avez votre compte, avec votre numéro de sécurité sociale et votre mot de passe ; la personne protégée a les siens.",
      "Vous donnez votre propre adresse mail ou votre propre mobile, jamais ceux de la personne protégée.",
      "Ce que vous faites est à votre nom, et la personne protégée peut le lire.",
    ],
    have: "Ayez sous la main",
    haveList: [
      "le numéro de sécurité sociale ou l’identifiant provisoire de la personne, son nom et sa date de naissance ;",
      "la décision, en PDF ou en photos ;",
      "un relevé d’identité bancaire du compte où verser ses prestations.",
    ],
    natural: "Pour l’instant, ce service s’adresse à des personnes, pas à des organismes.",
    body: "J’agis pour une association ou un service de tutelle",
    bodyText: (phone: string) =>
      `Un compte est celui d’une personne, et ne se partage pas entre collègues. Si c’est votre organisme que la décision désigne, ne déposez pas la décision ici : appelez-nous au ${phone}. Si elle vous désigne vous, par votre nom, continuez avec votre propre compte.`,
    goOn: "Déposer la décision",
    signIn: "Me connecter, puis déposer la décision",
    none: "Je n’ai pas encore de compte : en créer un",
    spaces: "Voir les espaces qui me sont ouverts",
  },
  en: {
    title: "I protect somebody",
    lead: "Does a decision (tutelle, curatelle, family authorisation, support) name you to protect a person? Deposit it here: once it is checked, that person’s space is open to you, within the limits of the decision.",
    own: "Each keeps their own account",
    ownList: [
      "You have your account, with your social-security number and your password; the protected person has theirs.",
      "You give your own mail address or mobile, never those of the protected person.",
      "What you do is in your name, and the protected person can read it.",
    ],
    have: "Have at hand",
    haveList: [
      "the person’s social-security number or provisional identifier, their name and their birth date;",
      "the decision, as a PDF or as photos;",
      "a bank statement of the account on which their benefits are to be paid.",
    ],
    natural: "For now, this service is for persons, not for organisations.",
    body: "I act for an association or a guardianship service",
    bodyText: (phone: string) =>
      `An account is one person’s, and is not shared among colleagues. If it is your organisation that the decision names, do not deposit it here: call us on ${phone}. If it names you, by your own name, go on with your own account.`,
    goOn: "Deposit the decision",
    signIn: "Sign in, then deposit the decision",
    none: "I have no account yet: open one",
    spaces: "See the spaces open to me",
  },
};

/** Where a guardian begins, with an account or without (MC-08, MC-09, MC-10). */
export function startPage({ shell, signedIn }: { shell: Shell; signedIn: boolean }): Html {
  const { language, brand } = shell;
  const t = words[language];
  const list = (lines: readonly string[]) =>
    html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  return page(
    shell,
    { title: t.title, back: signedIn ? "/home" : "/" },
    html`<h1 class="govuk-heading-l">${t.title}</h1>
<p class="govuk-body">${t.lead}</p>
<h2 class="govuk-heading-m">${t.own}</h2>
${list(t.ownList)}
<h2 class="govuk-heading-m">${t.have}</h2>
${list(t.haveList)}
${warning(language, { text: t.natural })}
${details({ summaryText: t.body, text: t.bodyText(unbroken(brand.help.phone)) })}
${
  signedIn
    ? html`${button({ text: t.goOn, href: "/guardianships/current" })}
<p class="govuk-body"><a class="govuk-link" href="/spaces">${t.spaces}</a></p>`
    : html`${button({ text: t.signIn, href: "/sessions/new?next=%2Fguardianships%2Fcurrent" })}
${form(shell, { action: "/guardianships/openings" }, button({ text: t.none, classes: "govuk-button--secondary", preventDoubleClick: true }))}`
}`,
  );
}
