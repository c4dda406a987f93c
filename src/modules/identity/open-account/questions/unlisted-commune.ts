import { readName } from "../../../../../law/civil-status/name.ts";
import type { Sentence } from "../../../../../law/language.ts";
import { input } from "../../../../design/components/input.ts";
import { select } from "../../../../design/components/select.ts";
import { html } from "../../../../design/html.ts";
import { errorFor } from "../../../../design/patterns.ts";
import { departments } from "../../birth-place/communes.ts";
import type { Question, Typed } from "./question.ts";

const words = {
  lead: {
    fr: "Certaines communes ont disparu avant les listes d’aujourd’hui. Dites-nous son nom d’alors et son département.",
    en: "Some communes were gone before today’s lists. Tell us its name at the time and its department.",
  },
  department: { fr: "Département", en: "Department" },
  choose: { fr: "Choisissez", en: "Choose" },
  name: { fr: "Nom de la commune", en: "Name of the commune" },
  noDepartment: { fr: "Choisissez le département.", en: "Choose the department." },
  noName: { fr: "Indiquez le nom de la commune.", en: "Enter the name of the commune." },
} satisfies Record<string, Sentence>;

export const unlistedCommune: Question = {
  title: { fr: "Une commune que nous ne trouvons pas", en: "A commune that we cannot find" },
  isAsked: ({ place }) => place?.in === "france" && place.unlisted === true,
  isAnswered: ({ place }) => place?.in === "france" && place.code !== undefined,
  body: async ({ shell: { language }, draft, typed, errors }) => {
    const place = draft.place?.in === "france" ? draft.place : undefined;
    const values: Typed = typed ?? {
      department: place?.department ?? "",
      town: place?.name ?? place?.sought ?? "",
    };
    const codes = [...(await departments())].sort(([a], [b]) => a.localeCompare(b));
    return html`<h1 class="govuk-heading-l">${unlistedCommune.title[language]}</h1>
<p class="govuk-body">${words.lead[language]}</p>
${select({
  id: "department",
  name: "department",
  label: { text: words.department[language], classes: "govuk-label--s" },
  value: values.department,
  items: [
    { value: "", text: words.choose[language] },
    ...codes.map(([code, name]) => ({ value: code, text: `${code} – ${name}` })),
  ],
  errorMessage: errorFor(language, errors?.department?.[language]),
})}
${input({
  id: "town",
  name: "town",
  label: { text: words.name[language], classes: "govuk-label--s" },
  value: values.town ?? "",
  spellcheck: false,
  errorMessage: errorFor(language, errors?.town?.[language]),
})}`;
  },
  read: async ({ department = "", town = "" }, { draft }) => {
    const read = readName(town);
    const known = (await departments()).has(department);
    const refused: Record<string, Sentence> = {
      ...(!known && { department: words.noDepartment }),
      ...("refused" in read ? { town: read.refused.says } : read.name === "" && { town: words.noName }),
    };
    if (Object.keys(refused).length > 0 || "refused" in read) return { refused };
    return {
      draft: {
        ...draft,
        place: { in: "france", unlisted: true, department, code: unknownIn(department), name: read.name },
      },
    };
  },
};

/** How the registers code a commune they do not know: 990 after a department of two characters, 90 after one of three. */
const unknownIn = (department: string) => department + (department.length === 2 ? "990" : "90");
