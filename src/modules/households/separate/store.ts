import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  separation: {
    file_id: string;
    spouse_id: string;
    on_date: string;
    declared_by: string;
    declared_at: Date;
    language: string;
    statement: Buffer;
  };
};

const households = (db: Db | Tx) => db.withSchema("households").withTables<Tables>();

export const insertSeparation = (tx: Tx, row: Tables["separation"]) =>
  households(tx)
    .insertInto("separation")
    .values(row)
    // They came back and parted again within a day: the last word stands.
    .onConflict((conflict) => conflict.constraint("separation_key").doUpdateSet(row))
    .execute();

/** The spouse leaves the household on that civil day, "YYYY-MM-DD": the membership that runs then ends. */
export const endSpouse = (tx: Tx, fileId: string, spouse: string, on: string) =>
  sql`update households.member set until_date = ${on}
    where file_id = ${fileId} and person_id = ${spouse} and role = 'spouse'
      and from_date <= ${on} and (until_date is null or until_date > ${on})`.execute(tx);
