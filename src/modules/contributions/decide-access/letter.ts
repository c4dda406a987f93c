import type { Language, Sentence } from "../../../../law/language.ts";
import { moment } from "../../../design/dates.ts";
import type { Paper } from "../../../platform/pdf.ts";
import type { World } from "../../../world.ts";
import { callName, type FirstPassword, type Person } from "../../identity/index.ts";

const words = {
  fr: {
    title: "Votre accès en ligne",
    lead: "Votre demande d’accès est acceptée. Voici votre premier mot de passe : il ne sert qu’à votre première connexion.",
    again:
      "Voici un autre premier mot de passe : il ne sert qu’à votre première connexion, et celui d’avant n’ouvre plus rien.",
    to: "Pour",
    company: "Entreprise",
    password: "Premier mot de passe",
    until: "Il sert jusqu’au",
    how: "Comment faire",
    type: (address: string) => `Tapez ${address} dans un navigateur, puis choisissez « Me connecter ».`,
    enter: (name: string) => `Saisissez votre ${name}, et ce mot de passe tel qu’il est écrit.`,
    choose: "Choisissez aussitôt votre propre mot de passe, puis détruisez cette lettre.",
    foot: "Nous ne vous demanderons jamais votre mot de passe, ni par téléphone, ni par mail, ni sur un réseau social.",
  },
  en: {
    title: "Your online access",
    lead: "Your request for access has been accepted. Here is your first password: it serves your first sign-in only.",
    again:
      "Here is another first password: it serves your first sign-in only, and the one before opens nothing any more.",
    to: "For",
    company: "Company",
    password: "First password",
    until: "It works until",
    how: "What to do",
    type: (address: string) => `Type ${address} in a browser, then choose “Sign in”.`,
    enter: (name: string) => `Enter your ${name}, and this password as it is written.`,
    choose: "Choose a password of your own at once, then destroy this letter.",
    foot: "We will never ask you for your password, by phone, by mail or on a social network.",
  },
} satisfies Record<Language, unknown>;

export type Letter = {
  person: Person;
  /** Empty for an insured person. */
  company: string;
  identifier: Sentence;
  first: Pick<FirstPassword, "typed">;
  until: Date;
  language: Language;
  /** In place of one that was lost. */
  again?: true;
};

/** The letter that hands a first password over (CN-04): without the number it goes with, and without a link (CP-14). */
export function firstPasswordLetter({ institution, clock }: World, letter: Letter): Paper {
  const { person, company, identifier, first, until, language } = letter;
  const { name, siteAddress, timeZone } = institution;
  const t = words[language];
  return {
    language,
    title: t.title,
    author: name[language],
    at: clock(),
    parts: [
      { kind: "text", text: name[language] },
      { kind: "text", text: letter.again ? t.again : t.lead },
      {
        kind: "facts",
        facts: [
          [t.to, callName(person)],
          ...(company ? [[t.company, company] as const] : []),
          [t.password, first.typed],
          [t.until, moment(language, until, timeZone)],
        ],
      },
      { kind: "heading", text: t.how },
      { kind: "text", text: t.type(siteAddress) },
      { kind: "text", text: t.enter(identifier[language]) },
      { kind: "text", text: t.choose },
    ],
    foot: t.foot,
  };
}
