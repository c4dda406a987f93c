import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../../identity/index.ts";
import type { RegisteredSite } from "../protocol/sites.ts";
import { connectedSites, disconnect } from "./connected-sites.ts";
import { connectedSitesPage } from "./page.ts";

const arriving = z.object({ done: z.literal("removed").optional().catch(undefined) });
const params = z.object({ site: z.string().max(64) });

export function connectedSitesRoutes(app: App, world: World, sites: readonly RegisteredSite[]) {
  app.get("/connected-sites", { schema: { querystring: arriving } }, async (request, reply) => {
    const shell = shellOf(request, reply);
    const { timeZone } = world.institution;
    const found = await connectedSites(world, visitorOf(request), sites);
    const removed = request.query.done !== undefined;
    return answer(reply, connectedSitesPage({ shell, sites: found, timeZone, removed }));
  });

  app.post(
    "/connected-sites/:site/end",
    { config: { form: "/connected-sites" }, schema: { params } },
    async (request, reply) => {
      await disconnect(world, visitorOf(request), request.params.site);
      return goTo(reply, "/connected-sites?done=removed");
    },
  );
}
