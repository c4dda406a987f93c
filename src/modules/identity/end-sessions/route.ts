import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../session/session.ts";
import { endOne, endOthers, openSessionsOf } from "./end-sessions.ts";
import { sessionsPage } from "./page.ts";

const which = z.object({ sessionId: z.uuid() });

export function endSessionsRoutes(app: App, world: World) {
  const { timeZone } = world.institution;

  app.get("/sessions", async (request, reply) => {
    const sessions = await openSessionsOf(world, visitorOf(request));
    return answer(reply, sessionsPage({ shell: shellOf(request, reply), sessions, timeZone }));
  });

  app.post("/sessions/others/end", { config: { form: "/sessions" } }, async (request, reply) => {
    await endOthers(world, visitorOf(request));
    return goTo(reply, "/sessions");
  });

  app.post(
    "/sessions/:sessionId/end",
    { config: { form: "/sessions" }, schema: { params: which } },
    async (request, reply) => {
      await endOne(world, visitorOf(request), request.params.sessionId);
      return goTo(reply, "/sessions");
    },
  );
}
