import { readName } from "../../../../../law/civil-status/name.ts";
import type { Language, Sentence } from "../../../../../law/language.ts";
import { checkboxes } from "../../../../design/components/checkboxes.ts";
import { fieldset } from "../../../../design/components/fieldset.ts";
import { input } from "../../../../design/components/input.ts";
import { type Html, html } from "../../../../design/html.ts";
import { errorFor } from "../../../../design/patterns.ts";
import type { Parent } from "../../civil-status/civil-status.ts";
import type { Draft } from "../draft.ts";
import type { Errors, Question, Typed } from "./question.ts";

const words = {
  fr: {
    lead: "Vous êtes né(e) à l’étranger : ces noms aident à retrouver votre état civil. Recopiez-les de votre acte de naissance.",
    parent: { 1: "Premier parent", 2: "Deuxième parent" },
    birthName: "Nom de naissance",
    firstNames: "Prénoms",
    single: "Ce parent n’a qu’un seul nom, sans prénom",
    absent: "Ce parent n’est pas inscrit sur mon acte de naissance",
  },
  en: {
    lead: "You were born abroad: these names help to find your civil status. Copy them from your birth certificate.",
    parent: { 1: "First parent", 2: "Second parent" },
    birthName: "Birth name",
    firstNames: "First names",
    single: "This parent has a single name, and no first name",
    absent: "This parent is not on my birth certificate",
  },
};

const errorsOf = {
  birthName: {
    fr: "Indiquez le nom de naissance de ce parent, ou cochez qu’il n’est pas sur votre acte de naissance.",
    en: "Enter this parent’s birth name, or tick that they are not on your birth certificate.",
  },
  firstNames: {
    fr: "Indiquez les prénoms de ce parent ou, s’il n’en a pas, cochez la case prévue.",
    en: "Enter this parent’s first names or, if they have none, tick the box for it.",
  },
  absentAndNamed: {
    fr: "Vous avez écrit un nom et coché que ce parent n’est pas sur l’acte. Gardez l’un des deux.",
    en: "You typed a name and ticked that this parent is not on the certificate. Keep one of the two.",
  },
  singleAndFirst: {
    fr: "Vous avez écrit un prénom et coché qu’il n’y en a pas. Gardez l’un des deux.",
    en: "You typed a first name and ticked that there is none. Keep one of the two.",
  },
} satisfies Record<string, Sentence>;

const both = [1, 2] as const;
type Nth = (typeof both)[number];

export const parents: Question = {
  title: { fr: "Le nom de vos parents", en: "Your parents’ names" },
  isAsked: ({ place }) => place?.in === "abroad",
  isAnswered: (draft) => draft.parents !== undefined,
  body: ({ shell: { language }, draft, typed, errors }) => {
    const values = typed ?? typedOf(draft);
    return html`<h1 class="govuk-heading-l">${parents.title[language]}</h1>
<p class="govuk-body">${words[language].lead}</p>
${both.map((nth) => parentFields(language, nth, values, errors))}`;
  },
  read: (typed, { draft }) => {
    const read = both.map((nth) => readParent(nth, typed));
    const refused = Object.assign({}, ...read.map((one) => ("refused" in one ? one.refused : {}))) as Errors;
    if (Object.keys(refused).length > 0) return { refused };
    return {
      draft: {
        ...draft,
        parents: read.flatMap((one) => ("parent" in one && one.parent ? [one.parent] : [])),
      },
    };
  },
};

function parentFields(language: Language, nth: Nth, values: Typed, errors: Errors | undefined): Html {
  const t = words[language];
  const field = (name: "birthName" | "firstNames") => {
    const id = `${name}-${nth}`;
    return input({
      id,
      name: id,
      label: { text: t[name] },
      value: values[id] ?? "",
      autocomplete: "off",
      spellcheck: false,
      errorMessage: errorFor(language, errors?.[id]?.[language]),
    });
  };
  return fieldset({
    legend: { text: t.parent[nth], classes: "govuk-fieldset__legend--m" },
    html: html`${field("birthName")}
${field("firstNames")}
${checkboxes({
  name: `notes-${nth}`,
  items: (["single", "absent"] as const).map((note) => ({
    name: `${note}-${nth}`,
    value: "yes",
    text: t[note],
    checked: values[`${note}-${nth}`] === "yes",
  })),
})}`,
  });
}

/** A parent, none where the certificate names none, or what is wrong. */
function readParent(nth: Nth, typed: Typed): { parent: Parent | undefined } | { refused: Errors } {
  const fields = { birthName: `birthName-${nth}`, firstNames: `firstNames-${nth}` };
  const birthName = readName(typed[fields.birthName] ?? "");
  const firstNames = readName(typed[fields.firstNames] ?? "");
  if ("refused" in birthName || "refused" in firstNames)
    return {
      refused: {
        ...("refused" in birthName && { [fields.birthName]: birthName.refused.says }),
        ...("refused" in firstNames && { [fields.firstNames]: firstNames.refused.says }),
      },
    };
  const said = { birthName: birthName.name, firstNames: firstNames.name };
  const nothing = said.birthName === "" && said.firstNames === "";
  if (typed[`absent-${nth}`] === "yes")
    return nothing ? { parent: undefined } : { refused: { [fields.birthName]: errorsOf.absentAndNamed } };
  if (said.birthName === "") return { refused: { [fields.birthName]: errorsOf.birthName } };
  const single = typed[`single-${nth}`] === "yes";
  if (single !== (said.firstNames === ""))
    return { refused: { [fields.firstNames]: single ? errorsOf.singleAndFirst : errorsOf.firstNames } };
  return { parent: said };
}

/** What was told before, as the form sends it. One parent told, the other was not on the certificate. */
function typedOf({ parents: told }: Draft): Typed {
  if (!told) return {};
  return Object.assign(
    {},
    ...both.map((nth) => {
      const parent = told[nth - 1];
      if (!parent) return { [`absent-${nth}`]: "yes" };
      return {
        [`birthName-${nth}`]: parent.birthName,
        [`firstNames-${nth}`]: parent.firstNames,
        ...(parent.firstNames === "" && { [`single-${nth}`]: "yes" }),
      };
    }),
  ) as Typed;
}
