import { readName } from "../../../../../law/civil-status/name.ts";
import type { Sentence } from "../../../../../law/language.ts";
import { checkboxes } from "../../../../design/components/checkboxes.ts";
import { input } from "../../../../design/components/input.ts";
import { html } from "../../../../design/html.ts";
import { errorFor } from "../../../../design/patterns.ts";
import type { Errors, Question, Typed } from "./question.ts";

const words = {
  fr: {
    lead: "Écrivez-les comme sur votre pièce d’identité ou votre acte de naissance : accents, apostrophes et traits d’union compris.",
    birthName: "Nom de naissance",
    birthNameHint: "Celui de votre acte de naissance, même si vous en utilisez un autre.",
    usedName: "Nom utilisé (facultatif)",
    usedNameHint: "Si vous portez un autre nom, par exemple celui de votre conjoint.",
    firstNames: "Prénoms",
    firstNamesHint: "Tous, dans l’ordre, séparés par une espace.",
    single: "Mon état civil n’a qu’un seul nom, sans prénom",
  },
  en: {
    lead: "Write them as on your identity document or birth certificate: accents, apostrophes and hyphens included.",
    birthName: "Birth name",
    birthNameHint: "The one on your birth certificate, even if you use another one.",
    usedName: "Name in use (optional)",
    usedNameHint: "If you go by another name, for example your spouse’s.",
    firstNames: "First names",
    firstNamesHint: "All of them, in order, separated by a space.",
    single: "My civil status has a single name, and no first name",
  },
};

const empty = {
  birthName: { fr: "Indiquez votre nom de naissance.", en: "Enter your birth name." },
  firstNames: {
    fr: "Indiquez vos prénoms ou, si vous n’en avez pas, cochez la case prévue.",
    en: "Enter your first names or, if you have none, tick the box for it.",
  },
  singleAndFirst: {
    fr: "Vous avez écrit un prénom et coché que vous n’en avez pas. Gardez l’un des deux.",
    en: "You typed a first name and ticked that you have none. Keep one of the two.",
  },
} satisfies Record<string, Sentence>;

export const names: Question = {
  title: { fr: "Votre nom et vos prénoms", en: "Your name and first names" },
  isAsked: () => true,
  isAnswered: (draft) => draft.names !== undefined,
  body: ({ shell: { language }, draft, typed, errors }) => {
    const t = words[language];
    const kept: Typed = {
      birthName: draft.names?.birthName ?? "",
      usedName: draft.names?.usedName ?? "",
      firstNames: draft.names?.firstNames ?? "",
      ...(draft.names?.firstNames === "" && { single: "yes" }),
    };
    const values = typed ?? kept;
    const field = (name: "birthName" | "usedName" | "firstNames", autocomplete: string) =>
      input({
        id: name,
        name,
        label: { text: t[name], classes: "govuk-label--s" },
        hint: { text: t[`${name}Hint`] },
        value: values[name] ?? "",
        autocomplete,
        spellcheck: false,
        errorMessage: errorFor(language, errors?.[name]?.[language]),
      });
    return html`<h1 class="govuk-heading-l">${names.title[language]}</h1>
<p class="govuk-body">${t.lead}</p>
${field("birthName", "family-name")}
${field("firstNames", "given-name")}
${checkboxes({
  name: "single",
  items: [{ value: "yes", text: t.single, checked: values.single === "yes" }],
})}
${field("usedName", "off")}`;
  },
  read: (typed, { draft }) => {
    const single = typed.single === "yes";
    const read = {
      birthName: readName(typed.birthName ?? ""),
      usedName: readName(typed.usedName ?? ""),
      firstNames: readName(typed.firstNames ?? ""),
    };
    const errors: Record<string, Sentence> = {};
    for (const [field, one] of Object.entries(read)) if ("refused" in one) errors[field] = one.refused.says;
    const nameOf = (field: keyof typeof read) => ("name" in read[field] ? read[field].name : "");
    if (!errors.birthName && nameOf("birthName") === "") errors.birthName = empty.birthName;
    if (!errors.firstNames && single !== (nameOf("firstNames") === ""))
      errors.firstNames = single ? empty.singleAndFirst : empty.firstNames;
    if (Object.keys(errors).length > 0) return { refused: inOrder(errors) };
    const usedName = nameOf("usedName");
    const same = usedName === nameOf("birthName");
    return {
      draft: {
        ...draft,
        names: {
          birthName: nameOf("birthName"),
          usedName: same ? null : usedName || null,
          firstNames: nameOf("firstNames"),
        },
      },
    };
  },
};

/** The summary lists them as the page does. */
const inOrder = (errors: Record<string, Sentence>): Errors =>
  Object.fromEntries(
    ["birthName", "firstNames", "usedName"].flatMap((field) =>
      errors[field] ? [[field, errors[field]]] : [],
    ),
  );
