import { isMeasureKind, type MeasureDays, readMeasureDays } from "../../../../law/access/guardianship.ts";
import { civilDay, type MeasureKind } from "../../../../law/access/relations.ts";
import { readBirthDate } from "../../../../law/civil-status/birth-date.ts";
import { readName } from "../../../../law/civil-status/name.ts";
import { type Identifier, readIdentifier } from "../../../../law/credentials/identifier.ts";
import type { Sentence } from "../../../../law/language.ts";
import { seal, unseal } from "../../../platform/crypto.ts";
import { type Db, inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { dropFiles, findFiles, type KeptFile } from "../../../platform/uploads/store.ts";
import type { World } from "../../../world.ts";
import { readIban } from "./iban.ts";
import { dropDraft, findDraft, insertDraft, takeOldDrafts, updateDraft } from "./store.ts";

/** The fields of a deposit, by the page that asks for them. */
export const fieldsOf = {
  person: ["identifier", "birth-name", "birth-day", "birth-month", "birth-year"],
  measure: [
    "kind",
    ...["from-day", "from-month", "from-year"],
    ...["until-day", "until-month", "until-year"],
  ],
  bank: ["iban"],
} as const;

/** What a guardian typed so far, as typed, by field. */
export type Typed = Readonly<Record<string, string>>;
export type Errors = Readonly<Record<string, Sentence>>;

/** Who is protected, as the guardian told it. */
export type ToldProtected = { identifier: Identifier; birthName: string; birthDate: string };

/** What one page of the deposit says, read; or what is wrong, by field. */
export function readPerson(typed: Typed, today: string): { told: ToldProtected } | { refused: Errors } {
  const identifier = readIdentifier(typed.identifier ?? "");
  const name = readName(typed["birth-name"] ?? "");
  const [day = "", month = "", year = ""] = ["day", "month", "year"].map((part) => typed[`birth-${part}`]);
  const birth = readBirthDate({ day, month, year, dayUnknown: false, monthUnknown: false }, today);
  if (!("refused" in identifier) && "name" in name && name.name !== "" && "date" in birth)
    return { told: { identifier, birthName: name.name, birthDate: birth.date } };
  return {
    refused: {
      // The usual words are of one’s own number and one’s own card: this is another person’s.
      ...("refused" in identifier && {
        identifier: identifier.refused.id === "empty" ? sentences.noNumber : sentences.wrongNumber,
      }),
      ...("refused" in name && { "birth-name": name.refused.says }),
      ...("name" in name && name.name === "" && { "birth-name": sentences.noName }),
      ...("refused" in birth && { [`birth-${birth.wrong[0]}`]: birth.refused.says }),
    },
  };
}

export type Measure = MeasureDays & { kind: MeasureKind };

export function readMeasure(typed: Typed, today: string): { measure: Measure } | { refused: Errors } {
  const dayOf = (name: string) => ({
    day: typed[`${name}-day`] ?? "",
    month: typed[`${name}-month`] ?? "",
    year: typed[`${name}-year`] ?? "",
  });
  const kind = typed.kind ?? "";
  const days = readMeasureDays(dayOf("from"), dayOf("until"), today);
  if (isMeasureKind(kind) && !("refused" in days)) return { measure: { kind, ...days } };
  const wrong = "refused" in days ? days.refused : {};
  return {
    refused: {
      ...(!isMeasureKind(kind) && { kind: sentences.noKind }),
      ...(wrong.first && { "from-day": wrong.first }),
      ...(wrong.last && { "until-day": wrong.last }),
    },
  };
}

/** A draft as it stands: what was typed, and the files sent. */
export type Draft = {
  depositId: string;
  proofId: string;
  typed: Typed;
  decision: KeptFile[];
  proof: KeptFile[];
};

export const draftPages = ["person", "measure", "decision", "bank", "statement"] as const;
export type DraftPage = (typeof draftPages)[number];

/** What a whole draft says. */
export type Whole = { told: ToldProtected; measure: Measure; iban: string };

/** The first page that is still to fill in; where none is left but the signature, what the draft says. */
export function wholeDraft(world: World, draft: Draft | undefined): { at: DraftPage; whole?: Whole } {
  if (!draft) return { at: "person" };
  const today = todayIn(world);
  const person = readPerson(draft.typed, today);
  if ("refused" in person) return { at: "person" };
  const measure = readMeasure(draft.typed, today);
  if ("refused" in measure) return { at: "measure" };
  if (draft.decision.length === 0) return { at: "decision" };
  const bank = readIban(draft.typed.iban ?? "", world.institution.country);
  if ("refused" in bank || draft.proof.length === 0) return { at: "bank" };
  return { at: "statement", whole: { told: person.told, measure: measure.measure, iban: bank.iban } };
}

export const todayIn = (world: World) => civilDay(world.clock(), world.institution.timeZone);

/** Days after the last answer from which a deposit begun is begun anew. */
const keptDays = 7;

const keysOf = (world: World) => new Map([[1, world.keys.input]]);
const about = (personId: string) => `guardianship draft of ${personId}`;

/** The draft of this person, on whatever device they began it. */
export async function readDraft(
  world: World,
  db: Db | Tx,
  personId: string,
  lock = false,
): Promise<Draft | undefined> {
  const found = await findDraft(db, personId, lock);
  if (!found || world.clock().getTime() - found.changedAt.getTime() > keptDays * 86_400_000) return undefined;
  const { depositId, proofId } = found;
  const [decision, proof] = [await findFiles(db, depositId), await findFiles(db, proofId)];
  const typed = JSON.parse(unseal(keysOf(world), found.sealed, about(personId))) as Typed;
  return { depositId, proofId, typed, decision, proof };
}

/** Keeps what was typed on one page with the rest, sealed, for this person alone. */
export async function keepAnswers(tx: Tx, world: World, personId: string, typed: Typed): Promise<Draft> {
  const sealed = (all: Typed) => seal(keysOf(world), JSON.stringify(all), about(personId));
  const changedAt = world.clock();
  if (!(await readDraft(world, tx, personId, true))) {
    await forget(tx, personId);
    const ids = { deposit_id: newId(), proof_id: newId() };
    await insertDraft(tx, { person_id: personId, ...ids, sealed: sealed({}), changed_at: changedAt });
  }
  const draft = await readDraft(world, tx, personId, true);
  if (!draft) throw new Error("A draft was not there right after it was written");
  const all = { ...draft.typed, ...typed };
  await updateDraft(tx, personId, { sealed: sealed(all), changed_at: changedAt });
  return { ...draft, typed: all };
}

/** A draft too old to go on with leaves nothing behind. */
async function forget(tx: Tx, personId: string): Promise<void> {
  const old = await findDraft(tx, personId, true);
  if (!old) return;
  await dropFiles(tx, old.depositId);
  await dropFiles(tx, old.proofId);
  await dropDraft(tx, personId);
}

/** Each night, forgets the deposits nobody came back to, with their files (SEC-13). */
export async function dropOldDeposits(world: World): Promise<void> {
  const before = new Date(world.clock().getTime() - keptDays * 86_400_000);
  for (let taken = 100; taken === 100; )
    taken = await inTransaction(world.db, async (tx) => {
      const old = await takeOldDrafts(tx, before, 100);
      for (const { depositId, proofId } of old) {
        await dropFiles(tx, depositId);
        await dropFiles(tx, proofId);
      }
      return old.length;
    });
}

const sentences = {
  noNumber: {
    fr: "Indiquez le numéro de sécurité sociale de la personne ou, si elle n’en a pas encore, son identifiant provisoire.",
    en: "Enter the person’s social-security number or, if they have none yet, their provisional identifier.",
  },
  wrongNumber: {
    fr: "Ce numéro ne va pas : il compte 13 ou 15 caractères, ou la lettre P et 8 chiffres. Relisez-le sur les papiers de la personne.",
    en: "This number is not right: it has 13 or 15 characters, or the letter P and 8 digits. Read it again on the person’s papers.",
  },
  noName: {
    fr: "Indiquez le nom de naissance de la personne.",
    en: "Enter the person’s birth name.",
  },
  noKind: {
    fr: "Choisissez ce que la décision vous confie.",
    en: "Choose what the decision entrusts to you.",
  },
} satisfies Record<string, Sentence>;
