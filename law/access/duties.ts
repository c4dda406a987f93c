import type { Sentence } from "../language.ts";
import type { Act } from "./acts.ts";

type Duty = { readonly says: Sentence; readonly source: string; readonly acts: readonly Act[] };

/** What goes with certain acts: who does them is reminded of it before signing. */
export const duties = {
  sworn: {
    says: {
      fr: "Ce que vous déclarez en ligne, vous le déclarez sur l’honneur : cela vaut autant que sur papier, et nous pouvons le vérifier. Avant de signer, vous lisez ce que risque une fausse déclaration. Se tromper n’est pas frauder : dites-le-nous, et nous le corrigeons.",
      en: "What you declare online you declare on your honour: it is worth as much as on paper, and we may check it. Before you sign, you read what a false declaration may bring. A mistake is not fraud: tell us, and we correct it.",
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
