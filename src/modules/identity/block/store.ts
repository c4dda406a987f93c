import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  block: {
    person_id: string;
    block_id: string;
    kind: "alarm" | "suspension";
    reason: string;
    placed_by: string;
    placed_at: Date;
    until_at: Date | null;
    lifted_by: string | null;
    lifted_at: Date | null;
  };
};

const blocks = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** The blocks of a person that run at that moment. */
export const findRunningBlocks = (db: Db | Tx, personId: string, at: Date) =>
  blocks(db)
    .selectFrom("block")
    .select(["block_id as blockId", "kind", "reason", "placed_at as placedAt", "until_at as until"])
    .where("person_id", "=", personId)
    .where("lifted_at", "is", null)
    .where((where) => where.or([where("until_at", "is", null), where("until_at", ">", at)]))
    .limit(10)
    .execute();
