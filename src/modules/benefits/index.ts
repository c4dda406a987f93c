import type { App } from "../../platform/http/server.ts";
import { hasSimulator } from "../../site/simulator.ts";
import type { World } from "../../world.ts";
import { casesRoutes } from "./answer-cases/route.ts";
import { openRules } from "./rules.ts";
import { simulatorRoutes } from "./simulate/route.ts";

/** The simulator's pages, and the same rules for programs. French law only: it is the only one written so far. */
export function benefitsRoutes(app: App, world: World): void {
  if (!hasSimulator(world.institution)) return;
  simulatorRoutes(app, world, openRules());
  casesRoutes(app);
}
