import type { Sentence } from "../language.ts";
import type { Act } from "./acts.ts";

type Duty = { readonly says: Sentence; readonly source: string; readonly acts: readonly Act[] };

/** What goes with certain acts: who does them is reminded of it before signing. */
export const duties = {
  sworn: {
    says: {
      fr: "Une déclaration faite ici est une déclaration sur l’honneur : elle vous engage et vaut autant que sur papier. Nous vérifions ce qui est déclaré (article L.114-19 du Code de la sécurité sociale). Une fraude ou une fausse déclaration peut mener à une plainte (L.114-9), à une pénalité (L.114-17) et à des peines (articles 313-1 à 313-3, 441-1 et 441-6 du Code pénal). Se tromper n’est pas frauder : dites-le-nous, cela se corrige.",
      en: "A declaration made here is a sworn statement: it binds you and is worth as much as on paper. We check what is declared (article L.114-19 of the Code de la sécurité sociale). Fraud or a false declaration may lead to a complaint (L.114-9), to a penalty (L.114-17) and to punishment (articles 313-1 to 313-3, 441-1 and 441-6 of the Code pénal). A mistake is not fraud: tell us, and it is corrected.",
    },
    source: "MC-11",
    acts: [
      "change-household",
      "declare-resources",
      "claim-for-household",
      "claim-individually",
      "declare-separation",
    ],
  },
  exact: {
    says: {
      fr: "En signant, vous certifiez que ce que vous avez saisi est exact.",
      en: "By signing you certify that what you entered is exact.",
    },
    source: "MC-05",
    acts: [
      "change-household",
      "declare-resources",
      "change-bank-details",
      "claim-for-household",
      "claim-individually",
      "declare-separation",
    ],
  },
  consent: {
    says: {
      fr: "Avant de nous parler d’un autre adulte, demandez-lui son accord.",
      en: "Before you tell us about another adult, ask for their agreement.",
    },
    source: "MC-26",
    acts: ["change-household", "declare-resources", "claim-for-household"],
  },
} as const satisfies Record<string, Duty>;
