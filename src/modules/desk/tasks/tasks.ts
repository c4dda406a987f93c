import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import {
  type DeskTask,
  findOpenTask,
  openDeskTasks,
  receivedBy,
  settleDeskTask,
} from "../../households/index.ts";
import { callName, findPersons } from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { agentStanding } from "../visit/visit.ts";
import type { Waiting } from "../work-list/work-list.ts";

/** Guardianships have a list of their own. */
const kind = "separation";

export type ShownTask = DeskTask & { name: string };

/** Tasks on one page of the list. */
const onePage = 20;

/** What files left for this agent's office to do, the oldest first; pages start at 1. */
export async function tasksFor(world: World, agent: SignedInAgent, page = 1): Promise<Waiting<ShownTask>> {
  const skipped = (Math.max(1, page) - 1) * onePage;
  const asked = { whose: receivedBy(agent), skipped, most: onePage + 1 };
  const found = await openDeskTasks(world.db, kind, asked);
  const open = found.slice(0, onePage);
  const persons = await findPersons(
    world.db,
    open.map(({ personId }) => personId),
  );
  const names = new Map(persons.map((person) => [person.personId, callName(person)]));
  const waiting = open.map((task) => ({ ...task, name: names.get(task.personId) ?? "" }));
  return { waiting, more: found.length > onePage };
}

/**
 * Says that what a file left to do is done. It changes nothing of the file, and asks what looking at it asks (CP-19): the
 * separation has counted since its day.
 */
export async function settleTask(
  world: World,
  agent: SignedInAgent,
  asked: { fileId: string; taskId: string },
): Promise<{ done: true } | { refused: Sentence }> {
  const task = isId(asked.fileId) && isId(asked.taskId) && (await findOpenTask(world.db, kind, asked));
  if (!task) return { refused: gone };
  const { may } = await agentStanding(world, agent, task.fileId, { reason: task.kind });
  const decision = may("see-household-members");
  if (!decision.allowed) return { refused: decision.says };
  return inTransaction(world.db, async (tx) => {
    const at = world.clock();
    if (!(await settleDeskTask(tx, task, agent.agentId, at))) return { refused: gone };
    await record(tx, world.keys.journal, {
      subject: task.personId,
      actor: agent.agentId,
      act: "settled a desk task",
      at,
      detail: { kind: task.kind },
    });
    return { done: true };
  });
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const gone: Sentence = {
  fr: "Cette tâche n’attend plus. Rechargez la liste.",
  en: "This task no longer waits. Reload the list.",
};
