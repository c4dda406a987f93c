import type { Sentence } from "../../../../../law/language.ts";
import type { Benefit } from "../../rules.ts";

/** Whom a benefit is for, and what to do to receive it: in plain words, true of whoever reads them (IL-15). */
type BenefitWords = { for: Sentence; claim: Sentence };

/** What is not here is no benefit to claim. */
export const benefitWords: Readonly<Partial<Record<Benefit, BenefitWords>>> = {
  af: {
    for: {
      fr: "Pour qui a au moins deux enfants de moins de 20 ans à charge.",
      en: "For who has at least two dependent children under 20.",
    },
    claim: {
      fr: "Rien à demander quand un dossier est ouvert et que chaque naissance y est déclarée. Sans dossier, à demander.",
      en: "Nothing to claim where a file is open and each birth is declared in it. Without a file, claim it.",
    },
  },
  cf: {
    for: {
      fr: "Pour qui a au moins trois enfants de 3 à 20 ans, sous un plafond de ressources.",
      en: "For who has at least three children from 3 to 20, under a ceiling of resources.",
    },
    claim: {
      fr: "Rien à demander quand un dossier est ouvert : nous le versons de nous-mêmes. Sans dossier, à demander.",
      en: "Nothing to claim where a file is open: we pay it by ourselves. Without a file, claim it.",
    },
  },
  asf: {
    for: {
      fr: "Pour qui élève seul(e) un enfant, seulement si l’autre parent ne verse pas de pension alimentaire, ou verse moins que ce montant.",
      en: "For who raises a child alone, only if the other parent pays no maintenance, or less than this amount.",
    },
    claim: {
      fr: "À demander : elle ne vient pas toute seule. Dites-nous si l’autre parent verse une pension, et combien.",
      en: "Claim it: it does not come by itself. Tell us whether the other parent pays maintenance, and how much.",
    },
  },
  paje_base: {
    for: {
      fr: "Pour qui a un enfant de moins de 3 ans, sous un plafond de ressources.",
      en: "For who has a child under 3, under a ceiling of resources.",
    },
    claim: {
      fr: "Rien à demander quand un dossier est ouvert et que la naissance y est déclarée. Sans dossier, à demander.",
      en: "Nothing to claim where a file is open and the birth is declared in it. Without a file, claim it.",
    },
  },
  paje_naissance: {
    for: {
      fr: "Pour qui attend un enfant, sous un plafond de ressources.",
      en: "For who is expecting a child, under a ceiling of resources.",
    },
    claim: {
      fr: "Déclarez la grossesse, à nous et à l’assurance maladie, avant la fin de la quatorzième semaine. Elle est versée ensuite sans autre demande.",
      en: "Declare the pregnancy, to us and to health insurance, before the end of the fourteenth week. It is then paid without any other claim.",
    },
  },
  aeeh: {
    for: {
      fr: "Pour qui élève un enfant de moins de 20 ans qui vit avec un handicap, quand la MDPH a reconnu ce droit.",
      en: "For who raises a child under 20 who lives with a disability, once the MDPH has recognised this right.",
    },
    claim: {
      fr: "La MDPH d’abord : elle décide du droit et du complément, puis nous payons sans autre demande quand un dossier est ouvert. La décision a une date de fin : demandez le renouvellement quelques mois avant.",
      en: "The MDPH first: it decides on the right and the complement, then we pay without any other claim where a file is open. The decision has an end date: ask for its renewal some months before.",
    },
  },
  aah: {
    for: {
      fr: "Pour un adulte qui vit avec un handicap, dès 20 ans, quand la MDPH a reconnu ce droit. Le salaire du conjoint ne compte pas.",
      en: "For an adult who lives with a disability, from 20 on, once the MDPH has recognised this right. A partner’s pay does not count.",
    },
    claim: {
      fr: "La MDPH d’abord : elle décide du droit et de sa durée, puis nous payons. Qui travaille nous dit son salaire tous les trois mois.",
      en: "The MDPH first: it decides on the right and for how long, then we pay. Who works tells us their pay every three months.",
    },
  },
  rsa: {
    for: {
      fr: "Pour qui a des ressources en dessous d’un minimum : le RSA les complète.",
      en: "For who has resources below a minimum: RSA makes up the difference.",
    },
    claim: {
      fr: "À demander sans attendre : le droit commence au plus tôt le mois de la demande. Ensuite, les ressources se déclarent tous les trois mois.",
      en: "Claim it without waiting: it begins in the month of the claim at the earliest. From then on, resources are declared every three months.",
    },
  },
  ppa: {
    for: {
      fr: "Pour qui travaille et gagne peu ou moyennement : elle complète le salaire.",
      en: "For who works and has low or medium earnings: it tops up pay.",
    },
    claim: {
      fr: "À demander sans attendre : le droit commence au plus tôt le mois de la demande. Ensuite, les ressources se déclarent tous les trois mois.",
      en: "Claim it without waiting: it begins in the month of the claim at the earliest. From then on, resources are declared every three months.",
    },
  },
  ars_year: {
    for: {
      fr: "Pour qui a un enfant de 6 à 18 ans à l’école, sous un plafond de ressources.",
      en: "For who has a child from 6 to 18 at school, under a ceiling of resources.",
    },
    claim: {
      fr: "Rien à demander pour un enfant de 6 à 15 ans quand un dossier est ouvert. De 16 à 18 ans, dites-nous l’été qu’il est toujours élève, étudiant ou apprenti.",
      en: "Nothing to claim for a child from 6 to 15 where a file is open. From 16 to 18, tell us in summer that they are still at school, a student or an apprentice.",
    },
  },
};
