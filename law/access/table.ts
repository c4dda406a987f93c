import type { Sentence } from "../language.ts";
import { grounds, type Reason, type Refused, refusals } from "./reasons.ts";
import { type FileFacts, livesInCouple, type Relation } from "./relations.ts";

/** What people do on a household file, as the page that explains access names it. */
export const acts = {
  "see-own-identity": { fr: "voir son identité", en: "see one’s own identity" },
  "see-own-contacts": { fr: "voir ses coordonnées de contact", en: "see one’s own contact details" },
  "change-own-contacts": { fr: "changer ses coordonnées de contact", en: "change one’s own contact details" },
  "see-file-number": { fr: "voir le numéro du dossier", en: "see the file number" },
  "see-household-members": { fr: "voir les membres du foyer", en: "see the members of the household" },
  "see-delegation": { fr: "voir la délégation de gestion", en: "see the delegation" },
  "grant-delegation": { fr: "donner la délégation de gestion", en: "give the delegation" },
  "revoke-delegation": { fr: "retirer la délégation de gestion", en: "take the delegation back" },
  "declare-separation": { fr: "déclarer une séparation", en: "declare a separation" },
  "act-for-household": { fr: "faire les démarches du foyer", en: "act for the household" },
} as const satisfies Record<string, Sentence>;
export type Act = keyof typeof acts;

/** A cell: yes, no, or yes when a condition holds and otherwise no for its own reason. */
export type Verdict =
  | { readonly allowed: true; readonly because: Reason }
  | {
      readonly allowed: true;
      readonly when: Condition;
      readonly because: Reason;
      readonly otherwise: Refused;
    }
  | Refused;

/** What must be true of the file, on the day, for a conditional cell to say yes. */
export const conditions = {
  couple: {
    says: { fr: "si le titulaire vit en couple", en: "if the holder lives in a couple" },
    holds: livesInCouple,
  },
} as const satisfies Record<string, { says: Sentence; holds: (file: FileFacts, on: Date) => boolean }>;
export type Condition = keyof typeof conditions;

const yes = <R extends Reason>(because: R) => ({ allowed: true, because }) as const;

const inCouple = <R extends Reason>(because: R, otherwise: Refused) =>
  ({ allowed: true, when: "couple", because, otherwise }) as const;

/** Who may do what on a household file. Adding a relation or an act does not compile until every cell is decided. */
export const accessTable = {
  holder: {
    "see-own-identity": yes(grounds.holder),
    "see-own-contacts": yes(grounds.holder),
    "change-own-contacts": yes(grounds.holder),
    "see-file-number": yes(grounds.holder),
    "see-household-members": yes(grounds.holder),
    "see-delegation": inCouple(grounds.holderInCouple, refusals.noCouple),
    "grant-delegation": inCouple(grounds.holderInCouple, refusals.noCouple),
    "revoke-delegation": yes(grounds.takeBack),
    "declare-separation": inCouple(grounds.holder, refusals.nobodyToLeave),
    "act-for-household": yes(grounds.holder),
  },
  "spouse-holder": {
    "see-own-identity": yes(grounds.spouseOwn),
    "see-own-contacts": yes(grounds.spouseOwn),
    "change-own-contacts": yes(grounds.spouseOwn),
    "see-file-number": yes(grounds.ownRight),
    "see-household-members": yes(grounds.ownRight),
    "see-delegation": refusals.delegationIsTheHolders,
    "grant-delegation": refusals.delegationIsTheHolders,
    "revoke-delegation": refusals.delegationIsTheHolders,
    "declare-separation": yes(grounds.spouseOwn),
    "act-for-household": yes(grounds.ownRight),
  },
  "delegated-spouse": {
    "see-own-identity": yes(grounds.spouseOwn),
    "see-own-contacts": yes(grounds.spouseOwn),
    "change-own-contacts": yes(grounds.spouseOwn),
    "see-file-number": yes(grounds.delegated),
    "see-household-members": yes(grounds.delegated),
    "see-delegation": refusals.delegationIsTheHolders,
    "grant-delegation": refusals.delegationIsTheHolders,
    "revoke-delegation": refusals.delegationIsTheHolders,
    "declare-separation": yes(grounds.spouseOwn),
    "act-for-household": yes(grounds.delegated),
  },
  spouse: {
    "see-own-identity": yes(grounds.spouseOwn),
    "see-own-contacts": yes(grounds.spouseOwn),
    "change-own-contacts": yes(grounds.spouseOwn),
    "see-file-number": yes(grounds.fileNumber),
    "see-household-members": refusals.spouse,
    "see-delegation": refusals.delegationIsTheHolders,
    "grant-delegation": refusals.delegationIsTheHolders,
    "revoke-delegation": refusals.delegationIsTheHolders,
    "declare-separation": yes(grounds.spouseOwn),
    "act-for-household": refusals.spouse,
  },
  "other-member": {
    "see-own-identity": yes(grounds.memberOwn),
    "see-own-contacts": yes(grounds.memberOwn),
    "change-own-contacts": yes(grounds.memberContacts),
    "see-file-number": yes(grounds.fileNumber),
    "see-household-members": refusals.member,
    "see-delegation": refusals.delegationIsTheHolders,
    "grant-delegation": refusals.delegationIsTheHolders,
    "revoke-delegation": refusals.delegationIsTheHolders,
    "declare-separation": refusals.memberSeparation,
    "act-for-household": refusals.member,
  },
  none: {
    "see-own-identity": refusals.stranger,
    "see-own-contacts": refusals.stranger,
    "change-own-contacts": refusals.stranger,
    "see-file-number": refusals.stranger,
    "see-household-members": refusals.stranger,
    "see-delegation": refusals.stranger,
    "grant-delegation": refusals.stranger,
    "revoke-delegation": refusals.stranger,
    "declare-separation": refusals.stranger,
    "act-for-household": refusals.stranger,
  },
} as const satisfies Record<Relation, Record<Act, Verdict>>;
