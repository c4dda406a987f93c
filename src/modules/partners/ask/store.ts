import type { Language } from "../../../../law/language.ts";
import type { StructureKind } from "../../../../law/partners/structure.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import type { DraftService } from "./draft.ts";

type Tables = {
  draft: {
    draft_id: string;
    secret_hash: Buffer;
    sealed: Buffer;
    changed_at: Date;
    case_number: string | null;
    asked_by: string | null;
  };
  structure_request: {
    structure_id: string;
    request_id: string;
    case_number: string;
    name: string;
    kind: StructureKind;
    number_kind: "siret" | "rna";
    number: string;
    street: string;
    extra: string | null;
    postcode: string;
    town: string;
    asked_by: string;
    first_names: string;
    last_name: string;
    duty: string;
    mail: string;
    services: string;
    language: Language;
    asked_at: Date;
  };
};

const partners = (db: Db | Tx) => db.withSchema("partners").withTables<Tables>();

export const insertDraft = (
  db: Db,
  row: Pick<Tables["draft"], "draft_id" | "secret_hash" | "sealed" | "changed_at">,
) =>
  partners(db)
    .insertInto("draft")
    .values({ ...row, case_number: null, asked_by: null })
    .execute();

/** The draft that this browser began; `lock` makes two answers at the same moment wait for each other. */
export const findDraft = (db: Db | Tx, draftId: string, secretHash: Buffer, lock = false) => {
  const query = partners(db)
    .selectFrom("draft")
    .select(["sealed", "changed_at as changedAt", "case_number as caseNumber", "asked_by as askedBy"])
    .where("draft_id", "=", draftId)
    .where("secret_hash", "=", secretHash);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
};

export const changeDraft = (
  tx: Tx,
  draftId: string,
  change: Partial<Pick<Tables["draft"], "sealed" | "changed_at" | "case_number" | "asked_by">>,
) => partners(tx).updateTable("draft").set(change).where("draft_id", "=", draftId).execute();

export const dropDraft = (tx: Tx, draftId: string) =>
  partners(tx).deleteFrom("draft").where("draft_id", "=", draftId).execute();

/** Forgets the drafts nobody came back to. */
export const dropOldDrafts = (db: Db, before: Date) =>
  partners(db).deleteFrom("draft").where("changed_at", "<", before).execute();

/** Writes a request down; false when its case number was drawn before. */
export async function insertRequest(
  tx: Tx,
  row: Omit<Tables["structure_request"], "services"> & { services: readonly DraftService[] },
): Promise<boolean> {
  const result = await partners(tx)
    .insertInto("structure_request")
    .values({ ...row, services: JSON.stringify(row.services) })
    .onConflict((conflict) => conflict.constraint("structure_request_case").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
