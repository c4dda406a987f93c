import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../../identity/index.ts";
import type { RegisteredSite } from "../protocol/sites.ts";
import { connectedSites, disconnect } from "./connected-sites.ts";
import { connectedSitesPage } from "./page.ts";

const params = z.object({ site: z.string().max(64) });

export function connectedSitesRoutes(app: App, world: World, sites: readonly RegisteredSite[]) {
  app.get("/connected-sites", async (request, reply) => {
    const found = await connectedSites(world, visitorOf(request), sites);
    const { timeZone } = world.institution;
    return answer(reply, connectedSitesPage(shellOf(request, reply), found, timeZone));
  });

  app.post(
    "/connected-sites/:site/end",
    { config: { form: "/connected-sites" }, schema: { params } },
    async (request, reply) => {
      await disconnect(world, visitorOf(request), request.params.site);
      return goTo(reply, "/connected-sites");
    },
  );
}
