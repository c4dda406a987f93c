import type { App } from "../../../platform/http/server.ts";
import { answer } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { campaignsOf } from "../../identity/index.ts";
import { deskShell } from "../gate.ts";
import { campaignsPage } from "./page.ts";

const config = { opens: "public", desk: ["desk-agent", "administrator"] } as const;

/** How far each request for new passwords is (MC-13). */
export function campaignRoutes(app: App, world: World) {
  app.get("/desk/campaigns", { config }, async (request, reply) => {
    const shell = deskShell(world, request, reply);
    const { timeZone } = world.institution;
    return answer(reply, campaignsPage({ shell, campaigns: await campaignsOf(world), timeZone }));
  });
}
