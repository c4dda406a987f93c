import type { App } from "../../../platform/http/server.ts";
import { answer } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { rolesOn } from "../agent.ts";
import { agentOf, deskShell } from "../gate.ts";
import { deskHomePage } from "./page.ts";
import { workListsOf } from "./work-lists.ts";

/** Where agents start. */
export function deskHomeRoutes(app: App, world: World) {
  app.get("/desk", { config: { opens: "public", desk: "anyone" } }, async (request, reply) => {
    const agent = agentOf(request);
    const roles = rolesOn(agent, world.clock(), world.institution.timeZone);
    const open = workListsOf(world).filter((list) => list.roles.some((role) => roles.includes(role)));
    const lists = await Promise.all(
      open.map(async ({ path, title, count }) => ({ path, title, ...(await count(world, agent)) })),
    );
    return answer(reply, deskHomePage({ shell: deskShell(world, request, reply), roles, lists }));
  });
}
