import type { Sentence } from "../../../../../law/language.ts";
import { html } from "../../../../design/html.ts";
import { contactRefusals, mailRefusal, readMail } from "../../../identity/index.ts";
import { line, type Question, readAll, readLine, readPersonName } from "./question.ts";

const words = {
  firstNames: { label: { fr: "Votre prénom", en: "Your first name" } },
  lastName: { label: { fr: "Votre nom", en: "Your last name" } },
  duty: {
    label: { fr: "Votre fonction", en: "What you do there" },
    hint: { fr: "Par exemple directrice, chef de service", en: "For example director, head of service" },
  },
  mail: {
    label: { fr: "Votre adresse mail professionnelle", en: "Your work mail address" },
    hint: {
      fr: "Nous y envoyons un code, puis la réponse à votre demande.",
      en: "We send a code there, then the answer to your request.",
    },
  },
} satisfies Record<string, { label: Sentence; hint?: Sentence }>;

const empty = {
  firstNames: { fr: "Indiquez votre prénom.", en: "Enter your first name." },
  lastName: { fr: "Indiquez votre nom.", en: "Enter your last name." },
  duty: { fr: "Indiquez votre fonction dans la structure.", en: "Enter what you do in the structure." },
} satisfies Record<string, Sentence>;

/** A mail address, or why it is not taken. */
export function readMailLine(typed: string | undefined): { text: string } | { refused: Sentence } {
  const refused = mailRefusal(typed ?? "");
  return refused ? { refused: contactRefusals[refused] } : { text: readMail(typed ?? "") ?? "" };
}

/** Who asks for the structure. */
export const asker: Question = {
  title: { fr: "Vous, qui faites la demande", en: "You, who make the request" },
  fields: (language, typed, errors) => {
    const given = { typed, errors };
    return html`${line(language, "firstNames", words.firstNames, { ...given, autocomplete: "given-name" })}
${line(language, "lastName", words.lastName, { ...given, autocomplete: "family-name" })}
${line(language, "duty", words.duty, { ...given, autocomplete: "organization-title" })}
${line(language, "mail", words.mail, { ...given, autocomplete: "email", type: "email" })}`;
  },
  known: (draft) => draft.asker ?? {},
  read: (typed, draft) => {
    const all = readAll({
      firstNames: readPersonName(typed.firstNames, empty.firstNames),
      lastName: readPersonName(typed.lastName, empty.lastName),
      duty: readLine(typed.duty, empty.duty),
      mail: readMailLine(typed.mail),
    });
    return "refused" in all ? all : { draft: { ...draft, asker: all.read } };
  },
};
