import type { Sentence } from "../../../../../law/language.ts";
import { structureLimits } from "../../../../../law/partners/structure.ts";
import { html } from "../../../../design/html.ts";
import { readMailLine } from "./asker.ts";
import { type Errors, line, type Question, readAll, readLine, readPersonName } from "./question.ts";

const words = {
  name: {
    label: { fr: "Nom du service", en: "Name of the service" },
    hint: {
      fr: "Par exemple Accueil de jour. Si la structure n’a qu’un service, donnez-lui son nom.",
      en: "For example Day centre. If the structure has a single service, give it the structure’s name.",
    },
  },
  firstNames: { label: { fr: "Prénom de la personne responsable", en: "First name of its manager" } },
  lastName: { label: { fr: "Nom de la personne responsable", en: "Last name of its manager" } },
  mail: {
    label: { fr: "Son adresse mail professionnelle", en: "Their work mail address" },
    hint: {
      fr: "Elle y recevra son identifiant et son premier mot de passe. Ce peut être vous.",
      en: "They will receive their identifier and first password there. It may be you.",
    },
  },
  people: {
    label: {
      fr: "Combien de personnes auront un accès, elle comprise ?",
      en: "How many people will have an access, manager included?",
    },
    hint: {
      fr: "Chaque personne a le sien. La personne responsable les ouvrira elle-même.",
      en: "Everyone has their own. The manager will open them.",
    },
  },
} satisfies Record<string, { label: Sentence; hint?: Sentence }>;

const most = structureLimits.people.value;
const empty = {
  name: { fr: "Indiquez le nom du service.", en: "Enter the name of the service." },
  firstNames: { fr: "Indiquez le prénom de la personne responsable.", en: "Enter the manager’s first name." },
  lastName: { fr: "Indiquez le nom de la personne responsable.", en: "Enter the manager’s last name." },
  people: {
    fr: `Indiquez un nombre de 1 à ${most}.`,
    en: `Enter a number from 1 to ${most}.`,
  },
} satisfies Record<string, Sentence>;

const sameName: Sentence = {
  fr: "Un service de cette demande porte déjà ce nom. Donnez-lui un nom qui le distingue.",
  en: "A service of this request has this name already. Give it a name that tells it apart.",
};

const readCount = (typed: string | undefined): { text: string } | { refused: Sentence } => {
  const text = (typed ?? "").trim();
  const count = Number(text);
  return /^\d{1,3}$/.test(text) && count >= 1 && count <= most ? { text } : { refused: empty.people };
};

/** One service of the structure, and who manages its accesses (SP-03). */
export const service: Question = {
  title: { fr: "Un service de votre structure", en: "A service of your structure" },
  lead: {
    fr: "Chaque service a une personne responsable : elle ouvre et ferme les accès de ses collègues, jamais celui d’un assuré.",
    en: "Each service has a manager: they open and close their colleagues’ accesses, never that of an insured person.",
  },
  fields: (language, typed, errors) => {
    const given = { typed, errors };
    return html`${line(language, "name", words.name, { ...given, autocomplete: "off" })}
${line(language, "firstNames", words.firstNames, { ...given, autocomplete: "off" })}
${line(language, "lastName", words.lastName, { ...given, autocomplete: "off" })}
${line(language, "mail", words.mail, { ...given, autocomplete: "off", type: "email" })}
${line(language, "people", words.people, { ...given, autocomplete: "off", inputmode: "numeric", classes: "govuk-input--width-3" })}`;
  },
  known: ({ asker, services }) =>
    asker && services.length === 0
      ? { firstNames: asker.firstNames, lastName: asker.lastName, mail: asker.mail, people: "1" }
      : {},
  read: (typed, draft) => {
    const all = readAll({
      name: readLine(typed.name, empty.name),
      firstNames: readPersonName(typed.firstNames, empty.firstNames),
      lastName: readPersonName(typed.lastName, empty.lastName),
      mail: readMailLine(typed.mail),
      people: readCount(typed.people),
    });
    if ("refused" in all) return all;
    const told = { ...all.read, people: Number(all.read.people) };
    const refused = tooMany(told, draft);
    if (refused) return { refused };
    return { draft: { ...draft, services: [...draft.services, told], servicesDone: false } };
  },
};

/** A double click adds a service once: the second is told that it stands there already. */
function tooMany(
  { name }: { name: string },
  { services }: Parameters<Question["known"]>[0],
): Errors | undefined {
  if (services.some((one) => one.name.toLowerCase() === name.toLowerCase())) return { name: sameName };
  return services.length >= structureLimits.services.value
    ? { name: structureLimits.services.says }
    : undefined;
}
