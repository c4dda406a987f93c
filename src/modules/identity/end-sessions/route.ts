import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../session/session.ts";
import { browserOf } from "../trusted-devices/cookie.ts";
import { endTrust, trustedDevicesOf } from "../trusted-devices/trusted-devices.ts";
import { endOne, endOthers, openSessionsOf } from "./end-sessions.ts";
import { sessionsPage } from "./page.ts";

const which = z.object({ sessionId: z.uuid() });
const whichDevice = z.object({ deviceId: z.uuid() });

export function endSessionsRoutes(app: App, world: World) {
  const { timeZone } = world.institution;

  app.get("/sessions", async (request, reply) => {
    const visitor = visitorOf(request);
    const sessions = await openSessionsOf(world, visitor);
    const devices = await trustedDevicesOf(world, visitor, browserOf(request));
    return answer(reply, sessionsPage({ shell: shellOf(request, reply), sessions, devices, timeZone }));
  });

  app.post("/sessions/others/end", { config: { form: "/sessions" } }, async (request, reply) => {
    await endOthers(world, visitorOf(request), browserOf(request));
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

  app.post(
    "/trusted-devices/:deviceId/end",
    { config: { form: "/sessions" }, schema: { params: whichDevice } },
    async (request, reply) => {
      await endTrust(world, visitorOf(request), request.params.deviceId);
      return goTo(reply, "/sessions");
    },
  );
}
