import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst } from "../confirm-password/route.ts";
import { isRecent, visitorOf } from "../session/session.ts";
import { awaitsNir, giveNir } from "./give-nir.ts";
import { giveNirPage, nirGivenPage } from "./page.ts";

const typed = z.object({ nir: z.string().max(100).default("") });

export function nirRoutes(app: App, world: World) {
  app.get("/nir", async (request, reply) => {
    const visitor = visitorOf(request);
    if (!(await awaitsNir(world, visitor.person.personId))) return goTo(reply, "/home");
    if (!isRecent(world, visitor)) return goTo(reply, confirmFirst("/nir"));
    return answer(reply, giveNirPage({ shell: shellOf(request, reply) }));
  });

  app.post("/nir", { config: { credential: true }, schema: { body: typed } }, async (request, reply) => {
    const visitor = visitorOf(request);
    if (!isRecent(world, visitor)) return goTo(reply, confirmFirst("/nir"));
    const { nir } = request.body;
    const result = await giveNir(world, visitor, nir);
    const shell = shellOf(request, reply);
    if ("refused" in result)
      return answer(reply, giveNirPage({ shell, typed: nir, refused: result.refused }), 422);
    return answer(reply, nirGivenPage(shell, "proposed" in result));
  });
}
