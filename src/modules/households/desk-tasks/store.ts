import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";

/** What a file leaves for an agent to do. */
export type DeskTaskKind = "separation" | "guardianship";

export type DeskTask = {
  fileId: string;
  taskId: string;
  kind: DeskTaskKind;
  /** Whose act it follows. */
  personId: string;
  madeAt: Date;
};

type Tables = {
  desk_task: {
    file_id: string;
    task_id: string;
    kind: DeskTaskKind;
    person_id: string;
    state: "open" | "settled";
    made_at: Date;
    settled_at: Date | null;
    settled_by: string | null;
  };
};

const households = (db: Db | Tx) => db.withSchema("households").withTables<Tables>();

/** Leaves a task for the desk, in the transaction of what causes it; `taskId` names it after what it is about. */
export const insertDeskTask = (
  tx: Tx,
  task: { fileId: string; kind: DeskTaskKind; personId: string; at: Date; taskId?: string },
) =>
  households(tx)
    .insertInto("desk_task")
    .values({
      file_id: task.fileId,
      task_id: task.taskId ?? newId(),
      kind: task.kind,
      person_id: task.personId,
      state: "open",
      made_at: task.at,
      settled_at: null,
      settled_by: null,
    })
    .execute();

/** The tasks that wait, the oldest first, `most` of them, after the one that ended the page before. */
export async function openDeskTasks(
  db: Db | Tx,
  { after, most }: { after?: Pick<DeskTask, "madeAt" | "taskId">; most: number },
): Promise<DeskTask[]> {
  const rest = after ? sql`and (made_at, task_id) > (${after.madeAt}, ${after.taskId}::uuid)` : sql``;
  const { rows } = await sql<DeskTask>`
    select file_id as "fileId", task_id as "taskId", kind, person_id as "personId", made_at as "madeAt"
    from households.desk_task where state = 'open' ${rest} order by made_at, task_id limit ${most}`.execute(
    db,
  );
  return rows;
}

/** Settles a task, by this agent; false when somebody has already. */
export async function settleDeskTask(
  tx: Tx,
  task: Pick<DeskTask, "fileId" | "taskId">,
  agent: string,
  at: Date,
): Promise<boolean> {
  const result = await households(tx)
    .updateTable("desk_task")
    .set({ state: "settled", settled_at: at, settled_by: agent })
    .where("file_id", "=", task.fileId)
    .where("task_id", "=", task.taskId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
