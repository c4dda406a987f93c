import type { App } from "../../../platform/http/server.ts";
import { goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { clearSessionCookie } from "./cookie.ts";
import { signOut } from "./session.ts";

export function sessionRoutes(app: App, world: World) {
  app.post("/sessions/current/end", { config: { opens: "public" } }, async (request, reply) => {
    if (request.visitor) await signOut(world, request.visitor);
    clearSessionCookie(reply);
    return goTo(reply, "/sessions/new?signed-out=1");
  });

  // Being read was enough: the session was just seen.
  app.post("/sessions/current/extend", { config: { opens: "session" } }, (request, reply) =>
    reply.send({ endsAt: request.visitor?.endsAt.toISOString() }),
  );
}
