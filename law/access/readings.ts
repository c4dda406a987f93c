import type { Sentence } from "../language.ts";
import type { Relation } from "./relations.ts";

/** Where the statements leave a choice, the one made here, for a lawyer to confirm or to change. */
export const readings = {
  spouse: {
    fr: "Les démarches du foyer passent par le titulaire. Nous lisons que le conjoint peut toutefois demander à son nom une prestation qui lui est propre : c’est ainsi qu’il devient conjoint allocataire.",
    en: "The household’s procedures go through the holder. We read that a spouse may nevertheless claim in their own name a benefit that is their own: this is how they become a spouse-holder.",
  },
  "delegated-spouse": {
    fr: "Les textes disent que la délégation dure tant qu’elle n’est pas retirée. Nous lisons qu’une mesure de protection de l’un des deux la termine aussi, comme tout mandat (article 2003 du Code civil).",
    en: "The texts say that the delegation lasts until it is taken back. We read that a protection measure of either of the two ends it too, as it does any mandate (article 2003 of the Code civil).",
  },
  "surviving-spouse": {
    fr: "Les textes ne disent rien d’un dossier dont le titulaire est décédé. Nous lisons que le conjoint continue à son propre nom.",
    en: "The texts say nothing of a file whose holder has died. We read that the spouse goes on in their own name.",
  },
  "protected-person": {
    fr: "Les textes renvoient à chaque décision. Nous n’en connaissons que le genre : assistance, la personne décide, aidée ; représentation, elle voit tout et un autre décide ; comptes confiés, seul l’argent est concerné. Rien ne lui est caché. Se séparer, contester et faire une demande à son nom lui restent toujours.",
    en: "The texts refer to each decision. We know only its kind: assistance, the person decides, helped; representation, they see everything and another decides; accounts entrusted, only money is concerned. Nothing is hidden from them. Separating, contesting and claiming in their own name always remain theirs.",
  },
  guardian: {
    fr: "Les textes renvoient à chaque décision. Nous lisons qu’une assistance permet de voir, pas d’agir ; qu’une représentation permet d’agir ; que des comptes confiés ouvrent les droits, les paiements et le compte bancaire. Les messages et le journal ne s’ouvrent qu’à qui représente. Une décision qui dit autre chose se traite à l’accueil.",
    en: "The texts refer to each decision. We read that an assistance lets one see, not act; that a representation lets one act; that entrusted accounts open rights, payments and the bank account. Messages and journal open only to who represents. A decision that says otherwise is handled at the reception desk.",
  },
} as const satisfies Partial<Record<Relation, Sentence>>;
