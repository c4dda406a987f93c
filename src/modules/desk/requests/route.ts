import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { fileKinds } from "../../../platform/uploads/rules.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { agentOf, deskHome, deskShell } from "../gate.ts";
import { findAgentNames } from "../store.ts";
import { refusalOf } from "../visit/visit.ts";
import { type RequestDone, requestPage, requestsPage } from "./page.ts";
import { requestFile, requestFor, requestsFor, settleRequest } from "./requests.ts";

const listed = z.object({
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
  done: z.enum(["refused", "proposed", "accepted"]).optional().catch(undefined),
});
const one = z.object({ requestId: z.string().max(60) });
const file = z.object({ requestId: z.string().max(60), fileId: z.string().max(60) });
const decided = z.object({
  decision: z.enum(["accept", "refuse"]).optional().catch(undefined),
  reason: z.string().max(2000).default(""),
});

const config = { opens: "public", desk: ["desk-agent"] } as const;

/** Requests of people who lost their contact points (CP-05, SEC-11). */
export function requestRoutes(app: App, world: World) {
  app.get("/desk/requests", { config, schema: { querystring: listed } }, async (request, reply) => {
    const { page: current, done } = request.query;
    const list = await requestsFor(world, agentOf(request), current);
    const shell = deskShell(world, request, reply);
    const { timeZone } = world.institution;
    return answer(
      reply,
      requestsPage({ shell, list, current, timeZone, ...(done && { done: done as RequestDone }) }),
    );
  });

  app.get("/desk/requests/:requestId", { config, schema: { params: one } }, (request, reply) =>
    answerRequest(world, request, reply, request.params.requestId),
  );

  app.post(
    "/desk/requests/:requestId",
    { config, schema: { params: one, body: decided } },
    async (request, reply) => {
      const { requestId } = request.params;
      const { decision, reason } = request.body;
      if (!decision) return answerRequest(world, request, reply, requestId, { reason, error: choose });
      const result = await settleRequest(world, agentOf(request), requestId, decision, reason);
      if (!result) return reply.callNotFound();
      if ("done" in result) return goTo(reply, `/desk/requests?done=${result.done}`);
      return answerRequest(world, request, reply, requestId, { decision, reason, error: result.refused });
    },
  );

  app.get(
    "/desk/requests/:requestId/files/:fileId",
    { config, schema: { params: file } },
    async (request, reply) => {
      const { requestId, fileId } = request.params;
      const found = await requestFile(world, agentOf(request), requestId, fileId);
      if (!found) return reply.callNotFound();
      return reply
        .type(fileKinds[found.kind].mime)
        .header("cache-control", "no-store")
        .header("x-content-type-options", "nosniff")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
        .send(found.bytes);
    },
  );
}

const choose: Sentence = {
  fr: "Choisissez une décision, et dites pourquoi.",
  en: "Choose a decision, and say why.",
};

async function answerRequest(
  world: World,
  request: Request,
  reply: Reply,
  requestId: string,
  came?: { decision?: string; reason: string; error: Sentence },
) {
  const read = await requestFor(world, agentOf(request), requestId);
  if (!read) return reply.callNotFound();
  const shell = deskShell(world, request, reply);
  if ("refused" in read) {
    const refused = refusalOf(read.refused);
    if (!refused) throw new Error("A refusal that allows");
    return answer(reply, refusedPage(shell, refused, undefined, deskHome), 403);
  }
  const { approval } = read;
  const proposer = approval
    ? ((await findAgentNames(world.db, [approval.proposedBy])).get(approval.proposedBy) ?? "")
    : "";
  const page = requestPage({ shell, read, proposer, ...(came && { typed: came, error: came.error }) });
  return answer(reply, page, came ? 422 : 200);
}
