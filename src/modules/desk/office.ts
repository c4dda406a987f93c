import type { World } from "../../world.ts";
import { filesAtDesk } from "../households/index.ts";
import type { DeskAgent } from "./agent.ts";

/**
 * Of these persons, those whom the agent's office receives: a file belongs to its office, who has no file to every one.
 * The agent's own record and the files they are part of are left out. What the law then says of each act is asked when it
 * is done (CP-21).
 */
export async function ofTheirOffice(
  world: World,
  agent: Pick<DeskAgent, "office" | "personId">,
  personIds: readonly string[],
): Promise<Set<string>> {
  const distinct = [...new Set(personIds)];
  const asked = agent.personId === null ? distinct : [...new Set([...distinct, agent.personId])];
  const files = await filesAtDesk(world.db, asked);
  const agents = new Set(
    files.filter(({ personId }) => personId === agent.personId).map(({ fileId }) => fileId),
  );
  return new Set(
    distinct.filter((id) => {
      const own = files.find(({ personId }) => personId === id);
      return id !== agent.personId && (!own || (own.office === agent.office && !agents.has(own.fileId)));
    }),
  );
}
