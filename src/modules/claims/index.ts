import type { App } from "../../platform/http/server.ts";
import type { World } from "../../world.ts";
import { answerRoutes } from "./answer/route.ts";
import { tidyClaimsNightly } from "./jobs.ts";
import { signRoutes } from "./sign/route.ts";
import { startRoutes } from "./start/route.ts";

/** The claims that the institution takes online: where they begin, their questions, the signature (CP-10, CP-11, MC-11). */
export async function openClaims(app: App, world: World): Promise<void> {
  const [first, ...others] = world.institution.accounts?.claims ?? [];
  if (!first) return;
  const names = [first, ...others] as const;
  startRoutes(app, world, names);
  signRoutes(app, world, names);
  answerRoutes(app, world, names);
  await tidyClaimsNightly(world);
}
