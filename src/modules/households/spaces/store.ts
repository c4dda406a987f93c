import type { MeasureKind } from "../../../../law/access/relations.ts";
import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  chosen_space: { person_id: string; session_id: string; protected_person: string; entered_at: Date };
  guardianship: {
    protected_person: string;
    guardian_person: string;
    kind: MeasureKind;
    from_date: string;
    until_date: string | null;
    state: string;
  };
};

const households = (db: Db | Tx) => db.withSchema("households").withTables<Tables>();

/** Whose space this session stands in, if not its own person's. */
export const findChosenSpace = async (
  db: Db | Tx,
  personId: string,
  sessionId: string,
): Promise<string | undefined> => {
  const found = await households(db)
    .selectFrom("chosen_space")
    .select("protected_person as protectedPerson")
    .where("person_id", "=", personId)
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  return found?.protectedPerson;
};

export const chooseSpace = (tx: Tx, row: Tables["chosen_space"]) =>
  households(tx)
    .insertInto("chosen_space")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .constraint("chosen_space_key")
        .doUpdateSet({ protected_person: row.protected_person, entered_at: row.entered_at }),
    )
    .execute();

/** Back to one's own space; whose it was, if another's. */
export const dropChosenSpace = async (
  tx: Tx,
  personId: string,
  sessionId: string,
): Promise<string | undefined> => {
  const gone = await households(tx)
    .deleteFrom("chosen_space")
    .where("person_id", "=", personId)
    .where("session_id", "=", sessionId)
    .returning("protected_person as protectedPerson")
    .executeTakeFirst();
  return gone?.protectedPerson;
};

/** Forgets the spaces of sessions that ended long ago. */
export const dropOldSpaces = (db: Db, before: Date) =>
  households(db).deleteFrom("chosen_space").where("entered_at", "<", before).execute();

/** The validated measures by which this person protects somebody, the last begun first. */
export const findMeasuresOf = (db: Db, guardian: string) =>
  households(db)
    .selectFrom("guardianship")
    .select(["protected_person as protectedPerson", "kind", "from_date as from", "until_date as until"])
    .where("guardian_person", "=", guardian)
    .where("state", "=", "validated")
    .orderBy("from_date", "desc")
    .limit(50)
    .execute();
