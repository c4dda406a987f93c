import { sql } from "kysely";
import type { MeasureKind } from "../../../../law/access/relations.ts";
import type { Language } from "../../../../law/language.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import type { PersonFilter } from "../../identity/index.ts";

type Tables = {
  guardianship: {
    protected_person: string;
    guardianship_id: string;
    guardian_person: string;
    kind: MeasureKind;
    from_date: string;
    until_date: string | null;
    state: "proposed" | "validated" | "refused";
    proposed_at: Date;
    decided_at: Date | null;
    decided_by: string | null;
    reason: string | null;
  };
  guardianship_draft: {
    person_id: string;
    deposit_id: string;
    proof_id: string;
    sealed: Buffer;
    changed_at: Date;
  };
  guardianship_deposit: {
    guardian_person: string;
    deposit_id: string;
    case_number: string;
    told_key: Buffer;
    kind: MeasureKind;
    from_date: string;
    until_date: string | null;
    sealed: Buffer;
    bank_sealed: Buffer | null;
    proof_id: string;
    protected_person: string | null;
    task_file: string | null;
    deposited_at: Date;
    language: Language;
    statement: Buffer;
    state: "waiting" | "validated" | "refused";
    seconded_by: string | null;
    seconded_at: Date | null;
    decided_by: string | null;
    decided_at: Date | null;
    reason: string | null;
  };
};

const households = (db: Db | Tx) => db.withSchema("households").withTables<Tables>();

/** The draft of this person; `lock` makes two tabs that change it wait for each other. */
export function findDraft(db: Db | Tx, personId: string, lock = false) {
  const query = households(db)
    .selectFrom("guardianship_draft")
    .select(["deposit_id as depositId", "proof_id as proofId", "sealed", "changed_at as changedAt"])
    .where("person_id", "=", personId);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Begins a draft where there is none: of two tabs, the first one's stands. */
export const insertDraft = (tx: Tx, row: Tables["guardianship_draft"]) =>
  households(tx)
    .insertInto("guardianship_draft")
    .values(row)
    .onConflict((conflict) => conflict.constraint("guardianship_draft_key").doNothing())
    .execute();

export const updateDraft = (
  tx: Tx,
  personId: string,
  changed: Pick<Tables["guardianship_draft"], "sealed" | "changed_at">,
) =>
  households(tx).updateTable("guardianship_draft").set(changed).where("person_id", "=", personId).execute();

export const dropDraft = (tx: Tx, personId: string) =>
  households(tx).deleteFrom("guardianship_draft").where("person_id", "=", personId).execute();

/** Takes out the drafts nobody came back to, `most` at a time; what their files stand under. */
export async function takeOldDrafts(
  tx: Tx,
  before: Date,
  most: number,
): Promise<{ depositId: string; proofId: string }[]> {
  const { rows } = await sql<{ depositId: string; proofId: string }>`
    delete from households.guardianship_draft where person_id in (
      select person_id from households.guardianship_draft where changed_at < ${before} limit ${most} for update skip locked)
    returning deposit_id as "depositId", proof_id as "proofId"`.execute(tx);
  return rows;
}

type Decided = "state" | "seconded_by" | "seconded_at" | "decided_by" | "decided_at" | "reason";

/** Writes a deposit down; false where another one bears its case number. */
export async function insertDeposit(
  tx: Tx,
  deposit: Omit<Tables["guardianship_deposit"], Decided>,
): Promise<boolean> {
  const undecided = {
    seconded_by: null,
    seconded_at: null,
    decided_by: null,
    decided_at: null,
    reason: null,
  };
  const result = await households(tx)
    .insertInto("guardianship_deposit")
    .values({ ...deposit, state: "waiting", ...undecided })
    .onConflict((conflict) => conflict.constraint("guardianship_deposit_case").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What this guardian has waiting, at most `most`, the oldest first. */
export const findWaitingOf = (db: Db | Tx, guardian: string, most: number) =>
  households(db)
    .selectFrom("guardianship_deposit")
    .select(["case_number as caseNumber", "told_key as toldKey", "kind", "deposited_at as depositedAt"])
    .where("guardian_person", "=", guardian)
    .where("state", "=", "waiting")
    .orderBy("deposited_at")
    .limit(most)
    .execute();

/** The last deposit of this guardian since then, by its case number. */
export const findLastCase = async (tx: Tx, guardian: string, since: Date): Promise<string | undefined> => {
  const last = await households(tx)
    .selectFrom("guardianship_deposit")
    .select("case_number as caseNumber")
    .where("guardian_person", "=", guardian)
    .where("deposited_at", ">=", since)
    .orderBy("deposited_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.caseNumber;
};

/** Whether this guardian made the deposit of that case number. */
export const isCaseOf = async (db: Db, guardian: string, caseNumber: string): Promise<boolean> =>
  (await households(db)
    .selectFrom("guardianship_deposit")
    .select("deposit_id")
    .where("case_number", "=", caseNumber)
    .where("guardian_person", "=", guardian)
    .executeTakeFirst()) !== undefined;

export type StoredDeposit = {
  guardian: string;
  depositId: string;
  caseNumber: string;
  kind: MeasureKind;
  from: string;
  until: string | null;
  sealed: Buffer;
  bankSealed: Buffer | null;
  proofId: string;
  protectedPerson: string | null;
  taskFile: string | null;
  depositedAt: Date;
  language: Language;
  state: "waiting" | "validated" | "refused";
  secondedBy: string | null;
};

const depositColumns = [
  "guardian_person as guardian",
  "deposit_id as depositId",
  "case_number as caseNumber",
  "kind",
  "from_date as from",
  "until_date as until",
  "sealed",
  "bank_sealed as bankSealed",
  "proof_id as proofId",
  "protected_person as protectedPerson",
  "task_file as taskFile",
  "deposited_at as depositedAt",
  "language",
  "state",
  "seconded_by as secondedBy",
] as const;

/** So many of the deposits about these persons that wait, the oldest first. */
export const findWaiting = (
  db: Db,
  whose: PersonFilter,
  skipped: number,
  most: number,
): Promise<StoredDeposit[]> =>
  households(db)
    .selectFrom("guardianship_deposit")
    .select(depositColumns)
    .where("state", "=", "waiting")
    .where(whose(sql.raw("guardianship_deposit.protected_person")))
    .orderBy("deposited_at")
    .orderBy("deposit_id")
    .limit(most)
    .offset(skipped)
    .execute();

/** One deposit; `lock` makes two agents who decide at the same moment wait for each other. */
export function findDeposit(tx: Tx, depositId: string, lock = false): Promise<StoredDeposit | undefined> {
  const query = households(tx)
    .selectFrom("guardianship_deposit")
    .select(depositColumns)
    .where("deposit_id", "=", depositId);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** The account of the last deposit that this guardian has validated for this person. */
export const findBankOf = (db: Db, guardian: string, protectedPerson: string) =>
  households(db)
    .selectFrom("guardianship_deposit")
    .select(["deposit_id as depositId", "bank_sealed as sealed"])
    .where("guardian_person", "=", guardian)
    .where("protected_person", "=", protectedPerson)
    .where("state", "=", "validated")
    .orderBy("decided_at", "desc")
    .limit(1)
    .executeTakeFirst();

export const updateDeposit = (
  tx: Tx,
  { guardian, depositId }: Pick<StoredDeposit, "guardian" | "depositId">,
  changed: Partial<Pick<Tables["guardianship_deposit"], Decided | "protected_person" | "bank_sealed">>,
) =>
  households(tx)
    .updateTable("guardianship_deposit")
    .set(changed)
    .where("guardian_person", "=", guardian)
    .where("deposit_id", "=", depositId)
    .execute();

/** Names a guardian for a person, until an agent has decided. */
export const proposeGuardianship = (
  tx: Tx,
  row: Omit<Tables["guardianship"], "state" | "decided_at" | "decided_by" | "reason">,
) =>
  households(tx)
    .insertInto("guardianship")
    .values({ ...row, state: "proposed", decided_at: null, decided_by: null, reason: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Puts a guardianship in force, whether it was proposed or the person became known only since. */
export const putInForce = (tx: Tx, row: Omit<Tables["guardianship"], "state">) =>
  households(tx)
    .insertInto("guardianship")
    .values({ ...row, state: "validated" })
    .onConflict((conflict) =>
      conflict.constraint("guardianship_key").doUpdateSet({
        state: "validated",
        decided_at: row.decided_at,
        decided_by: row.decided_by,
        reason: row.reason,
      }),
    )
    .execute();

/** Closes a proposed guardianship. */
export const refuseProposed = (
  tx: Tx,
  { protectedPerson, depositId }: { protectedPerson: string; depositId: string },
  decided: Pick<Tables["guardianship"], "decided_at" | "decided_by" | "reason">,
) =>
  households(tx)
    .updateTable("guardianship")
    .set({ ...decided, state: "refused" })
    .where("protected_person", "=", protectedPerson)
    .where("guardianship_id", "=", depositId)
    .where("state", "=", "proposed")
    .execute();

/** Whoever has ever been named, or has asked to be, as the guardian of a person. */
export const findNamedGuardians = async (db: Db, protectedPerson: string): Promise<string[]> => {
  const rows = await households(db)
    .selectFrom("guardianship")
    .select("guardian_person as guardian")
    .where("protected_person", "=", protectedPerson)
    .distinct()
    .limit(100)
    .execute();
  return rows.map(({ guardian }) => guardian);
};
