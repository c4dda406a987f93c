import type { App } from "../../../platform/http/server.ts";
import { goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { signOutThere } from "../franceconnect/sign-out.ts";
import { clearSessionCookie } from "./cookie.ts";
import { signOut } from "./session.ts";

/** Milliseconds: who signs out of FranceConnect too may have to wait for it to say where. */
const handlerTimeout = 10_000;

export function sessionRoutes(app: App, world: World) {
  app.post(
    "/sessions/current/end",
    { config: { opens: "public" }, handlerTimeout },
    async (request, reply) => {
      const visitor = request.visitor ?? request.entering;
      if (visitor) await signOut(world, visitor);
      clearSessionCookie(reply);
      const elsewhere = visitor && (await signOutThere(world, request, reply, visitor));
      return goTo(reply, elsewhere ?? "/sessions/new?signed-out=1");
    },
  );

  // Being read was enough: the session was just seen.
  app.post("/sessions/current/extend", { config: { opens: "session" } }, (request, reply) =>
    reply.send({ endsAt: request.visitor?.endsAt.toISOString() }),
  );
}
