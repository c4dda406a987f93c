import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { type ActedAtDesk, actAtDesk, type TypedAct } from "../act/act.ts";
import { type DeskAct, deskActs, isDeskAct } from "../act/acts.ts";
import { actPage } from "../act/page.ts";
import { agentOf, deskHome, deskShell } from "../gate.ts";
import { visitPage } from "./page.ts";
import { lookAtVisit } from "./told.ts";
import { openVisit, readVisit, refusalOf } from "./visit.ts";

const text = (most: number) => z.string().max(most).default("");
const opened = z.object({ person: text(60), file: text(60), reason: text(2000) });
const one = z.object({ visitId: z.string().max(60) });
const act = z.object({ visitId: z.string().max(60), act: z.string().max(60) });
const typed = z.object({ reason: text(2000), until: text(30), number: text(100) });
const arrived = z.object({ done: z.string().max(60).optional() });

const config = { opens: "public", desk: ["desk-agent", "data-protection-officer"] } as const;

/** The person who stands at the desk: what may be told, what may be done (CP-21). */
export function visitRoutes(app: App, world: World) {
  app.post(
    "/desk/visits",
    { config: { ...config, form: "/desk/searches/new" }, schema: { body: opened } },
    async (request, reply) => {
      const { person: personId, file: fileId, reason } = request.body;
      const result = await openVisit(world, agentOf(request), { personId, fileId, reason });
      if ("visitId" in result) return goTo(reply, `/desk/visits/${result.visitId}`);
      const shell = deskShell(world, request, reply);
      return answer(reply, refusedPage(shell, result.refused, undefined, deskHome), 403);
    },
  );

  app.get(
    "/desk/visits/:visitId",
    { config, schema: { params: one, querystring: arrived } },
    async (request, reply) => {
      const told = await lookAtVisit(world, agentOf(request), request.params.visitId);
      if (!told) return toSearch(reply);
      const shell = deskShell(world, request, reply);
      const refused = refusalOf(told.standing.may("see-identities"));
      if (refused) return answer(reply, refusedPage(shell, refused, undefined, deskHome), 403);
      const { done } = request.query;
      return answer(
        reply,
        visitPage({ shell, told, ...(done && isDeskAct(done) && { done: deskActs[done].done }) }),
      );
    },
  );

  app.get("/desk/visits/:visitId/acts/:act", { config, schema: { params: act } }, (request, reply) => {
    const { visitId, act } = request.params;
    return isDeskAct(act) ? answerAct(world, request, reply, visitId, act) : reply.callNotFound();
  });

  app.post(
    "/desk/visits/:visitId/acts/:act",
    { config, schema: { params: act, body: typed } },
    async (request, reply) => {
      const { visitId, act } = request.params;
      if (!isDeskAct(act)) return reply.callNotFound();
      const result = await actAtDesk(world, agentOf(request), { visitId, act }, request.body);
      if (!result) return toSearch(reply);
      if ("done" in result) return goTo(reply, `/desk/visits/${visitId}?done=${act}`);
      return answerAct(world, request, reply, visitId, act, { typed: request.body, ...result });
    },
  );
}

/** A visit that is over, or another agent's: the agent says again whom they receive, and why. */
const toSearch = (reply: Reply) => goTo(reply, "/desk/searches/new");

async function answerAct(
  world: World,
  request: Request,
  reply: Reply,
  visitId: string,
  act: DeskAct,
  came?: { typed: TypedAct } & Extract<ActedAtDesk, { refused: unknown }>,
) {
  const read = await readVisit(world, agentOf(request), visitId);
  if (!read) return toSearch(reply);
  const shell = deskShell(world, request, reply);
  const refused = refusalOf(read.standing.may(deskActs[act].act));
  if (refused) return answer(reply, refusedPage(shell, refused, deskActs[act].says, deskHome), 403);
  const { visit, person } = read;
  const typed = came?.typed ?? { reason: visit.reason, until: "", number: "" };
  const page = { shell, act, visit, person, typed, ...(came && { error: came.refused }) };
  return answer(reply, actPage(page), came ? 422 : 200);
}
