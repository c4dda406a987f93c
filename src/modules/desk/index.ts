import type { App } from "../../platform/http/server.ts";
import type { World } from "../../world.ts";
import { agentsRoutes } from "./agents/route.ts";
import { findPersonRoutes } from "./find-person/route.ts";
import { openDeskGate } from "./gate.ts";
import { deskHomeRoutes } from "./home/route.ts";
import { workListsOf } from "./home/work-lists.ts";
import { tidyDeskNightly } from "./jobs.ts";
import { deskSignInRoutes } from "./sign-in/route.ts";
import { visitRoutes } from "./visit/route.ts";

export { addAgent, admitAgent } from "./agents/add.ts";
export { hasAgents } from "./store.ts";

/** Opens the reception desk: its gate first, then what stands behind it (CP-21, SEC-08). */
export async function openDesk(app: App, world: World): Promise<void> {
  openDeskGate(app, world);
  deskSignInRoutes(app, world);
  deskHomeRoutes(app, world);
  findPersonRoutes(app, world);
  visitRoutes(app, world);
  for (const list of workListsOf(world)) list.routes(app, world);
  agentsRoutes(app, world);
  await tidyDeskNightly(world);
}
