import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";

/** Who closed the access: its person (alarm), or the institution (suspension). */
export type BlockKind = "alarm" | "suspension";

type Tables = {
  block: {
    person_id: string;
    block_id: string;
    kind: BlockKind;
    reason: string;
    placed_by: string;
    placed_at: Date;
    until_at: Date | null;
    lifted_by: string | null;
    lifted_at: Date | null;
    lift_reason: string | null;
    ended_as: "lifted" | "replaced" | "over" | null;
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

/** For a query of another module: whether a block keeps the person of that column out at that moment. */
export const isBlockedIn = (person: RawBuilder<string>, at: Date) => sql<boolean>`
  exists (select from identity.block where person_id = ${person} and lifted_at is null
    and (until_at is null or until_at > ${at}))`;

/** Opens the account of who never signed in, or holds the one there is: sign-ins and blocks wait for each other. */
export const holdAccount = (tx: Tx, personId: string, at: Date) =>
  sql`insert into identity.account as a (person_id, opened_at) values (${personId}, ${at})
      on conflict on constraint account_key do update set opened_at = a.opened_at`.execute(tx);

/** Ends the block of that kind, if any, for a newer one; one whose end is past ended then. */
export const makeRoom = (tx: Tx, personId: string, kind: BlockKind, by: string, at: Date) =>
  sql`update identity.block set lifted_by = ${by}, lifted_at = least(until_at, ${at}),
        ended_as = case when until_at <= ${at} then 'over' else 'replaced' end
      where person_id = ${personId} and kind = ${kind} and lifted_at is null`.execute(tx);

export const insertBlock = (
  tx: Tx,
  row: Pick<
    Tables["block"],
    "person_id" | "block_id" | "kind" | "reason" | "placed_by" | "placed_at" | "until_at"
  >,
) => blocks(tx).insertInto("block").values(row).execute();

/** Lifts the block of that kind; gives its id, or undefined where none ran. */
export async function endBlock(
  tx: Tx,
  personId: string,
  kind: BlockKind,
  end: { by: string; at: Date; reason: string | null },
): Promise<string | undefined> {
  const lifted = await blocks(tx)
    .updateTable("block")
    .set({ lifted_by: end.by, lifted_at: end.at, lift_reason: end.reason, ended_as: "lifted" })
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("lifted_at", "is", null)
    .where((where) => where.or([where("until_at", "is", null), where("until_at", ">", end.at)]))
    .returning("block_id")
    .executeTakeFirst();
  return lifted?.block_id;
}

/** Writes on the account what its running blocks say: closed until the last of them ends. */
export const noteBlockedUntil = (tx: Tx, personId: string, at: Date) =>
  sql`update identity.account set blocked_until = (
        select max(coalesce(until_at, 'infinity')) from identity.block
        where person_id = ${personId} and lifted_at is null and (until_at is null or until_at > ${at}))
      where person_id = ${personId}`.execute(tx);
