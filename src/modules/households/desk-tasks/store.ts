import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { everybody, type PersonFilter } from "../../identity/index.ts";

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

const columns = sql.raw(
  `t.file_id as "fileId", t.task_id as "taskId", t.kind, t.person_id as "personId", t.made_at as "madeAt"`,
);

/** The tasks of a kind that wait and follow an act of these persons, the oldest first, `most` of them after so many others. */
export async function openDeskTasks(
  db: Db | Tx,
  kind: DeskTaskKind,
  { whose = everybody, skipped = 0, most }: { whose?: PersonFilter; skipped?: number; most: number },
): Promise<DeskTask[]> {
  const { rows } = await sql<DeskTask>`
    select ${columns} from households.desk_task t
    where t.kind = ${kind} and t.state = 'open' and ${whose(sql.raw("t.person_id"))}
    order by t.made_at, t.task_id limit ${most} offset ${skipped}`.execute(db);
  return rows;
}

/** One of them, by its file and its id. */
export async function findOpenTask(
  db: Db | Tx,
  kind: DeskTaskKind,
  { fileId, taskId }: Pick<DeskTask, "fileId" | "taskId">,
): Promise<DeskTask | undefined> {
  const { rows } = await sql<DeskTask>`
    select ${columns} from households.desk_task t
    where t.file_id = ${fileId} and t.task_id = ${taskId} and t.kind = ${kind} and t.state = 'open'`.execute(
    db,
  );
  return rows[0];
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
