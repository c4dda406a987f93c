import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  naming: {
    structure_id: string;
    service_id: string;
    naming_id: string;
    named_by: string;
    sealed: Buffer;
    named_at: Date;
    done_at: Date | null;
  };
};

const partners = (db: Db | Tx) => db.withSchema("partners").withTables<Tables>();

export const insertNaming = (tx: Tx, row: Omit<Tables["naming"], "done_at">) =>
  partners(tx)
    .insertInto("naming")
    .values({ ...row, done_at: null })
    .execute();

/** A naming that waits for its code, for the manager who began it and in that service alone. */
export const findNaming = (
  db: Db | Tx,
  serviceId: string,
  structureId: string,
  namingId: string,
  managerId: string,
  after: Date,
  lock = false,
) => {
  const query = partners(db)
    .selectFrom("naming")
    .select(["sealed", "named_at as namedAt"])
    .where("structure_id", "=", structureId)
    .where("service_id", "=", serviceId)
    .where("naming_id", "=", namingId)
    .where("named_by", "=", managerId)
    .where("done_at", "is", null)
    .where("named_at", ">", after);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
};

export const endNaming = (tx: Tx, structureId: string, serviceId: string, namingId: string, at: Date) =>
  partners(tx)
    .updateTable("naming")
    .set({ done_at: at, sealed: Buffer.alloc(0) })
    .where("structure_id", "=", structureId)
    .where("service_id", "=", serviceId)
    .where("naming_id", "=", namingId)
    .execute();

/** Forgets whom nobody confirmed. */
export const dropOldNamings = (db: Db, before: Date) =>
  partners(db).deleteFrom("naming").where("named_at", "<", before).execute();
