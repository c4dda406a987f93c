import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { openDeskTasks, settleDeskTask } from "../../households/index.ts";
import { callName, findPersons } from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { ofTheirOffice } from "../office.ts";
import { agentStanding } from "../visit/visit.ts";

/** Tasks on the list: the oldest. */
const longestList = 50;

/** What files left for this agent's office to do, the oldest first. Guardianships have a list of their own. */
export async function tasksFor(world: World, agent: SignedInAgent) {
  const open = (await openDeskTasks(world.db, { most: longestList })).filter(
    ({ kind }) => kind === "separation",
  );
  const ids = open.map(({ personId }) => personId);
  const [theirs, persons] = await Promise.all([ofTheirOffice(world, agent, ids), findPersons(world.db, ids)]);
  const names = new Map(persons.map((person) => [person.personId, callName(person)]));
  return open
    .filter(({ personId }) => theirs.has(personId))
    .map((task) => ({ ...task, name: names.get(task.personId) ?? "" }));
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
  const task = (await tasksFor(world, agent)).find(
    ({ taskId, fileId }) => taskId === asked.taskId && fileId === asked.fileId,
  );
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

const gone: Sentence = {
  fr: "Cette tâche n’attend plus. Rechargez la liste.",
  en: "This task no longer waits. Reload the list.",
};
