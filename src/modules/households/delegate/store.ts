import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  delegation: {
    file_id: string;
    from_person: string;
    to_person: string;
    granted_at: Date;
    ended_at: Date | null;
    declined_at: Date | null;
  };
  delegation_answer: { file_id: string; person_id: string; answered_at: Date; granted: boolean };
};

const households = (db: Db | Tx) => db.withSchema("households").withTables<Tables>();

/** Grants the delegation; false when one runs already. */
export async function insertDelegation(
  tx: Tx,
  delegation: { fileId: string; from: string; to: string; at: Date },
): Promise<boolean> {
  const result = await households(tx)
    .insertInto("delegation")
    .values({
      file_id: delegation.fileId,
      from_person: delegation.from,
      to_person: delegation.to,
      granted_at: delegation.at,
      ended_at: null,
      declined_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Ends the delegations that run on a file, taken back or declined by who had them; answers whose they were. */
export const endDelegations = async (
  tx: Tx,
  fileId: string,
  at: Date,
  how: "taken back" | "declined" = "taken back",
): Promise<string[]> => {
  const ended = await households(tx)
    .updateTable("delegation")
    .set({ ended_at: at, ...(how === "declined" && { declined_at: at }) })
    .where("file_id", "=", fileId)
    .where("ended_at", "is", null)
    .returning("to_person")
    .execute();
  return ended.map((row) => row.to_person);
};

/** Notes the holder's answer to the offer; the first one counts. */
export const insertDelegationAnswer = (tx: Tx, answer: Tables["delegation_answer"]) =>
  households(tx)
    .insertInto("delegation_answer")
    .values(answer)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
