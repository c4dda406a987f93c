import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { siteOf } from "../passkeys/challenge.ts";
import { type Visitor, visitorOf } from "../session/session.ts";
import { waysInOf } from "../ways-in/ways-in-of.ts";
import { confirmByPasskey, confirmOptions } from "./by-passkey.ts";
import { confirmPassword } from "./confirm-password.ts";
import { type ConfirmPage, confirmPage } from "./page.ts";

const arriving = z.object({ next: z.string().max(500).default("/home").transform(localPath) });
const typed = arriving.extend({ password: z.string().max(200).default("") });
const signed = arriving.extend({ credential: z.string().max(50_000).default("") });

const path = "/password/confirmations";

export function confirmPasswordRoutes(app: App, world: World) {
  const opens = "session" as const;
  const answering = { opens, form: "/home", credential: true } as const;

  app.get(`${path}/new`, { config: { opens }, schema: { querystring: arriving } }, (request, reply) =>
    answerWays(world, request, reply, { next: request.query.next }),
  );

  app.post(path, { config: answering, schema: { body: typed } }, async (request, reply) => {
    const { password, next } = request.body;
    const result = await confirmPassword(world, visitorOf(request), password);
    if ("confirmed" in result) return goTo(reply, next);
    return answerWays(world, request, reply, { next, refused: { by: "password", says: result.refused } });
  });

  app.post(`${path}/challenges`, { config: { opens } }, async (request, reply) =>
    reply
      .header("cache-control", "no-store")
      .send(await confirmOptions(world, visitorOf(request), siteOf(request))),
  );

  app.post(`${path}/passkey`, { config: answering, schema: { body: signed } }, async (request, reply) => {
    const { credential, next } = request.body;
    const asked = { credential, site: siteOf(request) };
    const result = await confirmByPasskey(world, visitorOf(request), asked);
    if ("confirmed" in result) return goTo(reply, next);
    return answerWays(world, request, reply, { next, refused: { by: "passkey", says: result.refused } });
  });
}

async function answerWays(
  world: World,
  request: Request,
  reply: Reply,
  given: Pick<ConfirmPage, "next" | "refused">,
) {
  const visitor = visitorOf(request);
  const ways = await waysInOf(world.db, visitor);
  const usable = {
    ...ways,
    password: mayTypeOne(visitor),
    franceConnect: ways.franceConnect && request.server.franceConnect !== undefined,
  };
  const shell = shellOf(request, reply);
  return answer(reply, confirmPage({ shell, ways: usable, ...given }), given.refused ? 422 : 200);
}

/** Until they choose one of their own, people type the one that the institution gave. */
const mayTypeOne = ({ hasPassword, enteredBy }: Visitor) => hasPassword || enteredBy === "old password";

/** Where the person shows again that it is them, before going back to `next` (SEC-04). */
export const confirmFirst = (next: string) => `${path}/new?${new URLSearchParams({ next })}`;
