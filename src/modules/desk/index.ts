import type { App } from "../../platform/http/server.ts";
import type { World } from "../../world.ts";
import { accessRequestRoutes } from "./access-requests/route.ts";
import { agentsRoutes } from "./agents/route.ts";
import { approvalRoutes } from "./approvals/route.ts";
import { campaignRoutes } from "./campaigns/route.ts";
import { findPersonRoutes } from "./find-person/route.ts";
import { openDeskGate } from "./gate.ts";
import { guardianshipDeskRoutes } from "./guardianships/route.ts";
import { deskHomeRoutes } from "./home/route.ts";
import { tidyDeskNightly } from "./jobs.ts";
import { recordRoutes } from "./records/route.ts";
import { requestRoutes } from "./requests/route.ts";
import { deskSignInRoutes } from "./sign-in/route.ts";
import { structureRequestRoutes } from "./structure-requests/route.ts";
import { taskRoutes } from "./tasks/route.ts";
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
  requestRoutes(app, world);
  const { home } = world.institution.accounts ?? {};
  if (home === "insured") accessRequestRoutes(app, world);
  if (home === "partners") structureRequestRoutes(app, world);
  guardianshipDeskRoutes(app, world);
  approvalRoutes(app, world);
  recordRoutes(app, world);
  taskRoutes(app, world);
  campaignRoutes(app, world);
  agentsRoutes(app, world);
  await tidyDeskNightly(world);
}
