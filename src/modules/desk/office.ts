import type { World } from "../../world.ts";
import { filesAtDesk } from "../households/index.ts";
import type { DeskAgent } from "./agent.ts";

/**
 * Of these persons, those whom the agent's office receives: a file belongs to its office, who has no file to every one.
 * The agent's own record is left out. What the law then says of each act is asked when it is done (CP-21).
 */
export async function ofTheirOffice(
  world: World,
  agent: Pick<DeskAgent, "office" | "personId">,
  personIds: readonly string[],
): Promise<Set<string>> {
  const distinct = [...new Set(personIds)];
  const own = new Map<string, string | null>();
  for (const { personId, office } of await filesAtDesk(world.db, distinct))
    if (!own.has(personId)) own.set(personId, office);
  return new Set(
    distinct.filter((id) => id !== agent.personId && (!own.has(id) || own.get(id) === agent.office)),
  );
}
