import { addressInputs, readAddress } from "../../../identity/index.ts";
import type { Question } from "./question.ts";

/** Where the structure is. */
export const address: Question = {
  title: { fr: "L’adresse de la structure", en: "The address of the structure" },
  fields: (language, typed, errors) => addressInputs(language, "FR", typed, errors),
  known: ({ address: told }) =>
    told ? { street: told.street, extra: told.extra ?? "", postcode: told.postcode, town: told.town } : {},
  read: (typed, draft) => {
    const read = readAddress(typed, "FR");
    if ("refused" in read) return { refused: read.refused as Record<string, { fr: string; en: string }> };
    const { street, extra, postcode, town } = read.address;
    return { draft: { ...draft, address: { street, extra, postcode: postcode ?? "", town } } };
  },
};
