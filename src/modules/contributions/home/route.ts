import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import { hasPensionEstimate } from "../../../site/simulator.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../../identity/index.ts";
import { contributorIn, qualityOf } from "../contributor.ts";
import { gatherHome } from "./home.ts";
import { contributorHomePage } from "./page.ts";

const arriving = z.object({ done: z.enum(["address", "company"]).optional().catch(undefined) });

/** The home of insured persons and employers (CN-01). */
export function contributorHomeRoutes(app: App, world: World) {
  const pension = hasPensionEstimate(world.institution);
  app.get(
    "/home",
    { config: { tellsNews: true }, schema: { querystring: arriving } },
    async (request, reply) => {
      const contributor = contributorIn(request);
      const home = await gatherHome(world, visitorOf(request), contributor);
      const shell = shellOf(request, reply);
      const quality = qualityOf(contributor, request.language);
      return answer(reply, contributorHomePage({ shell, home, quality, pension, done: request.query.done }));
    },
  );
}
