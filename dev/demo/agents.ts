import { admitAgent, hasAgents } from "../../src/modules/desk/index.ts";
import type { World } from "../../src/world.ts";

/** Invented agents of the reception desk. At their first sign-in each links an authenticator app. */
export const demoAgents = [
  { staffNumber: "A1001", name: "Dominique Roy", role: "desk-agent", office: "" },
  { staffNumber: "A1002", name: "Claude Petit", role: "desk-agent", office: "" },
  { staffNumber: "A2001", name: "Alix Moreau", role: "desk-agent", office: "Brest" },
  { staffNumber: "A3001", name: "Sacha Marin", role: "administrator", office: "" },
  { staffNumber: "A3002", name: "Noa Lefèvre", role: "data-protection-officer", office: "" },
] as const;

/** The password of every demo agent. */
export const demoAgentPassword = "Fougere5-Lampadaire";

/** Loads the demo agents where nobody works yet. */
export async function loadDemoAgents(world: World): Promise<void> {
  if (!world.institution.accounts || (await hasAgents(world.db))) return;
  const hashed = await world.passwords.hash(demoAgentPassword);
  for (const { role, ...one } of demoAgents) {
    const typed = { ...one, roles: [role], identifier: "", until: "" };
    const added = await admitAgent(world, { agentId: "development" }, typed, hashed);
    if ("refused" in added) throw new Error(`${one.name} cannot work here`);
  }
}
