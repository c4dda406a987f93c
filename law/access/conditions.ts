import type { Sentence } from "../language.ts";
import { hasDelegation } from "./delegation.ts";
import { livesInCouple } from "./household-life.ts";
import type { Position } from "./positions.ts";
import { civilDay, type FileFacts, type MeasureKind, runs } from "./relations.ts";

/** What is asked and by whom, as the conditions see it. */
export type Circumstances = {
  readonly file: FileFacts;
  readonly actor: string;
  readonly on: Date;
  readonly position: Position;
  /** Why staff opens this file, in their own words. */
  readonly reason?: string | undefined;
  /** The actor proved who they are by a second factor too (SEC-08). */
  readonly secondFactor?: boolean | undefined;
  /** Who proposed what is now to be confirmed. */
  readonly proposedBy?: string | undefined;
};

const isOneOf =
  (...kinds: MeasureKind[]) =>
  ({ position }: Circumstances) =>
    (position.measure?.kinds ?? []).some((kind) => kinds.includes(kind));

const represents = isOneOf("representation");
const entrustsAccounts = isOneOf("representation", "accounts");

/** What must be true at that instant for a cell with conditions to say yes. */
export const conditions = {
  couple: {
    says: { fr: "si le titulaire vit en couple", en: "if the holder lives in a couple" },
    holds: ({ file, on }) => livesInCouple(file, on),
  },
  delegated: {
    says: { fr: "s’il a reçu la délégation", en: "if they have the delegation" },
    holds: ({ file, actor, on }) => hasDelegation(file, actor, on),
  },
  "nothing-stands": {
    says: {
      fr: "si aucun droit n’est en cours, s’il ne reste pas de dette et si aucun recours n’est ouvert",
      en: "if no right is running, no debt is left and no appeal is open",
    },
    holds: ({ file, on }) => {
      const day = civilDay(on, file.timeZone);
      return ![...file.entitlements, ...file.ties].some((one) => runs(one, day));
    },
  },
  represents: {
    says: { fr: "si la mesure est une représentation", en: "if the measure is a representation" },
    holds: represents,
  },
  "decides-with": {
    says: {
      fr: "si la mesure est une assistance ou une représentation",
      en: "if the measure is an assistance or a representation",
    },
    holds: isOneOf("assistance", "representation"),
  },
  "manages-accounts": {
    says: {
      fr: "si la mesure est une représentation ou confie les comptes",
      en: "if the measure is a representation or entrusts the accounts",
    },
    holds: entrustsAccounts,
  },
  "not-represented": {
    says: { fr: "sauf si la mesure est une représentation", en: "unless the measure is a representation" },
    holds: (given) => !represents(given),
  },
  "keeps-accounts": {
    says: {
      fr: "sauf si la mesure est une représentation ou confie les comptes",
      en: "unless the measure is a representation or entrusts the accounts",
    },
    holds: (given) => !entrustsAccounts(given),
  },
  "second-factor": {
    says: { fr: "connecté avec un second facteur", en: "signed in with a second factor" },
    holds: ({ secondFactor }) => secondFactor === true,
  },
  "stated-reason": {
    says: { fr: "en disant pourquoi", en: "saying why" },
    holds: ({ reason }) => reason !== undefined && reason.trim() !== "",
  },
  "own-office": {
    says: { fr: "pour un dossier de son accueil", en: "for a file of their own office" },
    holds: ({ file, position }) => position.assignment?.office === file.office,
  },
  "other-eyes": {
    says: {
      fr: "à deux : qui propose ne confirme pas",
      en: "by two people: who proposes does not confirm",
    },
    holds: ({ actor, proposedBy }) => proposedBy !== actor,
  },
} as const satisfies Record<string, { says: Sentence; holds: (given: Circumstances) => boolean }>;
export type Condition = keyof typeof conditions;
