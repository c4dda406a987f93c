import { guardianshipRefusals, waitingDeposits } from "../../../../law/access/guardianship.ts";
import { swornStatementRefusals } from "../../../../law/access/sworn-statement.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { brokeConstraint, inTransaction, type Tx } from "../../../platform/database.ts";
import { newSupportNumber } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import { judgeUploads } from "../../../platform/uploads/judge.ts";
import type { Received } from "../../../platform/uploads/receive.ts";
import { uploadRefusals } from "../../../platform/uploads/rules.ts";
import { dropFiles, keepFile } from "../../../platform/uploads/store.ts";
import type { Refusal } from "../../../site/refused-page.ts";
import { swornDigest } from "../../../site/sworn.ts";
import type { World } from "../../../world.ts";
import { isRecent, type Person, personBy, type Visitor } from "../../identity/index.ts";
import { insertDeskTask } from "../desk-tasks/store.ts";
import { standingOf } from "../standing.ts";
import { findFileOf } from "../store.ts";
import { tell } from "../tell.ts";
import {
  type Draft,
  type Errors,
  fieldsOf,
  keepAnswers,
  readDraft,
  readMeasure,
  readPerson,
  type Typed,
  todayIn,
  type Whole,
  wholeDraft,
} from "./draft.ts";
import { readIban } from "./iban.ts";
import { depositedNotice, namedNotice } from "./messages.ts";
import { dropDraft, findLastCase, findWaitingOf, insertDeposit, proposeGuardianship } from "./store.ts";
import { contactsMeet, personTold, sealBank, sealTold, toldKey } from "./told.ts";

export type Taken = { done: true } | { refused: Errors };

/** Takes the answers of one page of the deposit, and keeps them where they can be read (MC-09). */
export async function answerDeposit(
  world: World,
  visitor: Visitor,
  page: "person" | "measure",
  sent: Typed,
): Promise<Taken> {
  const typed = only(sent, fieldsOf[page]);
  const read = page === "person" ? readPerson(typed, todayIn(world)) : readMeasure(typed, todayIn(world));
  if ("refused" in read) return read;
  const { personId } = visitor.person;
  if ("told" in read && (await isOwnNumber(world, personId, read.told.identifier.value)))
    return { refused: { identifier: guardianshipRefusals.ownNumber } };
  await inTransaction(world.db, (tx) => keepAnswers(tx, world, personId, typed));
  return { done: true };
}

async function isOwnNumber(world: World, personId: string, number: string): Promise<boolean> {
  const found = await personBy(world, number);
  return "personId" in found && found.personId === personId;
}

const only = (sent: Typed, fields: readonly string[]): Typed =>
  Object.fromEntries(fields.map((field) => [field, sent[field] ?? ""]));

/** The field for files on each page that takes some. */
export const fileFields = { decision: "decision", bank: "proof" } as const;

/**
 * Takes the decision, or the account and its proof: every file is judged before any is kept (SEC-13), and those sent take
 * the place of those before. None need be sent again where some are there.
 */
export async function sendDocuments(
  world: World,
  visitor: Visitor,
  page: "decision" | "bank",
  sent: { typed: Typed; received: readonly Received[] },
): Promise<Taken> {
  const { personId } = visitor.person;
  const field = fileFields[page];
  const typed: Typed = page === "bank" ? only(sent.typed, fieldsOf.bank) : {};
  const draft = await readDraft(world, world.db, personId);
  const kept = (page === "decision" ? draft?.decision : draft?.proof) ?? [];
  const received = sent.received.filter((one) => one.field === field);
  const judged = await judgeUploads(world.antivirus, received);
  const safe = "safe" in judged ? judged.safe : [];
  // A file that is right stays, whatever is wrong beside it: no browser would give it back.
  await inTransaction(world.db, async (tx) => {
    const { depositId, proofId } = await keepAnswers(tx, world, personId, typed);
    const subject = page === "decision" ? depositId : proofId;
    if (safe.length > 0) await dropFiles(tx, subject);
    for (const file of safe) await keepFile(tx, world.keys.uploads, subject, file, world.clock());
  });
  const iban = page === "bank" ? readIban(typed.iban ?? "", world.institution.country) : undefined;
  const refused: Errors = {
    ...(iban && "refused" in iban && { iban: iban.refused }),
    ...(received.length === 0 && kept.length === 0 && { [field]: missing[page] }),
    ...("refused" in judged && { [field]: uploadRefusals[Object.values(judged.refused)[0] ?? "kind"] }),
  };
  return Object.keys(refused).length > 0 ? { refused } : { done: true };
}

const missing = {
  decision: {
    fr: "Choisissez la décision : un PDF, ou des photos de toutes ses pages.",
    en: "Choose the decision: a PDF, or photos of all its pages.",
  },
  bank: {
    fr: "Choisissez le relevé d’identité bancaire : une photo ou un PDF.",
    en: "Choose the bank’s account statement: a photo or a PDF.",
  },
} satisfies Record<keyof typeof fileFields, Sentence>;

export type Sent =
  | { caseNumber: string }
  | { refused: Sentence }
  /** The law stops this person. */
  | { stopped: Refusal }
  /** The password must be typed again first: an account to be paid to is given (SEC-04). */
  | { confirm: true }
  /** A page is still to fill in, or all was sent long ago. */
  | { elsewhere: true };

/**
 * Deposits a protection decision under oath (MC-09, MC-11): it waits for two agents. What is answered is the same whether
 * anybody here is the person told (SEC-02); where somebody is, they hear of it at their own contact points. Sent twice, it
 * is one deposit.
 */
export async function depositMeasure(
  world: World,
  visitor: Visitor,
  { signed, language }: { signed: boolean; language: Language },
): Promise<Sent> {
  const { personId } = visitor.person;
  const decided = (await standingOf(world, personId)).may("deposit-measure");
  if (!decided.allowed) return { stopped: decided };
  const seen = await readDraft(world, world.db, personId);
  const told = wholeDraft(world, seen).whole?.told;
  const person = told && (await personTold(world, told));
  try {
    return await inTransaction(world.reach.institution, async (tx): Promise<Sent> => {
      const draft = await readDraft(world, tx, personId, true);
      if (!draft) return justSent(tx, world, personId);
      const { whole } = wholeDraft(world, draft);
      // Changed in another tab between the two readings: it is read again.
      if (!whole || !told || JSON.stringify(whole.told) !== JSON.stringify(told)) return { elsewhere: true };
      if (!signed) return { refused: swornStatementRefusals.notTicked };
      if (!isRecent(world, visitor)) return { confirm: true };
      const refused = await whyNot(tx, world, personId, whole, person);
      if (refused) return { refused };
      return { caseNumber: await writeDown(tx, world, visitor.person, { draft, whole, person, language }) };
    });
  } catch (error) {
    if (!brokeConstraint(error, "guardianship_deposit_waits_once")) throw error;
    return { refused: guardianshipRefusals.waiting };
  }
}

/** Minutes during which sending what is gone means sending it twice. */
const sameSendingMinutes = 15;

async function justSent(tx: Tx, world: World, personId: string): Promise<Sent> {
  const since = new Date(world.clock().getTime() - sameSendingMinutes * 60_000);
  const caseNumber = await findLastCase(tx, personId, since);
  return caseNumber ? { caseNumber } : { elsewhere: true };
}

async function whyNot(
  tx: Tx,
  world: World,
  guardian: string,
  { told, measure }: Whole,
  person: Person | undefined,
): Promise<Sentence | undefined> {
  if (person?.personId === guardian) return guardianshipRefusals.ownNumber;
  const waiting = await findWaitingOf(tx, guardian, waitingDeposits);
  const key = toldKey(world, told);
  if (waiting.some((one) => one.kind === measure.kind && one.toldKey.equals(key)))
    return guardianshipRefusals.waiting;
  if (waiting.length >= waitingDeposits) return guardianshipRefusals.tooMany;
  if (person && (await contactsMeet(tx, { guardian, protectedPerson: person.personId })))
    return guardianshipRefusals.sharedContact;
  return undefined;
}

/** So many draws of eight signs that all are taken do not happen. */
const draws = 5;

async function writeDown(
  tx: Tx,
  world: World,
  guardian: Person,
  given: { draft: Draft; whole: Whole; person: Person | undefined; language: Language },
): Promise<string> {
  const { draft, whole, person, language } = given;
  const at = world.clock();
  const { told, measure, iban } = whole;
  const { depositId, proofId } = draft;
  const days = { from_date: measure.from, until_date: measure.until ?? null };
  const file = person && (await findFileOf(tx, person.personId, world.institution.timeZone));
  const row = {
    guardian_person: guardian.personId,
    deposit_id: depositId,
    told_key: toldKey(world, told),
    kind: measure.kind,
    ...days,
    sealed: sealTold(world, told, depositId),
    bank_sealed: sealBank(world, iban, depositId),
    proof_id: proofId,
    protected_person: person?.personId ?? null,
    task_file: file?.fileId ?? null,
    deposited_at: at,
    language,
    statement: swornDigest(language),
  };
  const caseNumber = await insert(tx, row);
  const task = { taskId: depositId, kind: "guardianship", personId: guardian.personId, at } as const;
  if (file) await insertDeskTask(tx, { ...task, fileId: file.fileId });
  await dropDraft(tx, guardian.personId);
  const act = { actor: guardian.personId, act: "deposited a protection decision", at };
  const detail = { case: caseNumber, kind: measure.kind };
  const subjects = [guardian.personId, ...(person ? [person.personId] : [])].toSorted();
  for (const subject of subjects) await record(tx, world.keys.journal, { ...act, subject, detail });
  await tell(
    tx,
    world,
    { personId: guardian.personId, language },
    depositedNotice(world, caseNumber, language),
  );
  if (!person) return caseNumber;
  await proposeGuardianship(tx, {
    protected_person: person.personId,
    guardianship_id: depositId,
    guardian_person: guardian.personId,
    kind: measure.kind,
    ...days,
    proposed_at: at,
  });
  await tell(
    tx,
    world,
    { personId: person.personId, language },
    namedNotice(world, guardian, caseNumber, language),
  );
  return caseNumber;
}

async function insert(
  tx: Tx,
  row: Omit<Parameters<typeof insertDeposit>[1], "case_number">,
): Promise<string> {
  for (let n = 0; n < draws; n++) {
    const caseNumber = newSupportNumber();
    if (await insertDeposit(tx, { ...row, case_number: caseNumber })) return caseNumber;
  }
  throw new Error("No case number was free");
}
