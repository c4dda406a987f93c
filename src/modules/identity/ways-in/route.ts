import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmFirst } from "../confirm-password/route.ts";
import { findLinkOf } from "../franceconnect/store.ts";
import { visitorOf } from "../session/session.ts";
import { type Done, type WaysInPage, waysInPage } from "./page.ts";
import { removeFranceConnect } from "./remove-franceconnect.ts";
import { waysInOf } from "./ways-in-of.ts";

const arriving = z.object({
  done: z
    .enum(["password", "linked", "removed"] satisfies Done[])
    .optional()
    .catch(undefined),
});

export function waysInRoutes(app: App, world: World) {
  app.get("/ways-in", { schema: { querystring: arriving } }, (request, reply) =>
    answerWaysIn(world, request, reply, { done: request.query.done }),
  );

  app.post("/ways-in/franceconnect/end", { config: { form: "/ways-in" } }, async (request, reply) => {
    const result = await removeFranceConnect(world, visitorOf(request), request.language);
    if ("confirm" in result) return goTo(reply, confirmFirst("/ways-in"));
    if ("done" in result) return goTo(reply, "/ways-in?done=removed");
    return answerWaysIn(world, request, reply, { refused: result.refused });
  });
}

async function answerWaysIn(
  world: World,
  request: Request,
  reply: Reply,
  given: Pick<WaysInPage, "done" | "refused">,
) {
  const visitor = visitorOf(request);
  const ways = await waysInOf(world.db, visitor);
  const link = ways.franceConnect ? await findLinkOf(world.db, visitor.person.personId) : undefined;
  const { timeZone } = world.institution;
  const offered = request.server.franceConnect !== undefined;
  const shell = shellOf(request, reply);
  return answer(
    reply,
    waysInPage({ shell, ways, link, offered, timeZone, ...given }),
    given.refused ? 422 : 200,
  );
}
