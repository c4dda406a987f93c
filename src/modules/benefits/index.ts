import type { App } from "../../platform/http/server.ts";
import { hasPensionEstimate, hasSimulator } from "../../site/simulator.ts";
import type { World } from "../../world.ts";
import { casesRoutes } from "./answer-cases/route.ts";
import { pensionRoutes } from "./estimate-pension/route.ts";
import { openRules } from "./rules.ts";
import { simulatorRoutes } from "./simulate/route.ts";

/** The estimates of this institution: its simulator and the same rules for programs, or its pensions. */
export function benefitsRoutes(app: App, world: World): void {
  if (hasPensionEstimate(world.institution)) pensionRoutes(app, world);
  if (!hasSimulator(world.institution)) return;
  simulatorRoutes(app, world, openRules());
  casesRoutes(app);
}
