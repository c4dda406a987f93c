import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { drawPdf, type Paper } from "../../../platform/pdf.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import type { TypedDecision } from "../approvals/decision-form.ts";
import { agentOf, deskHome, deskShell } from "../gate.ts";
import { findAgentNames } from "../store.ts";
import { refusalOf } from "../visit/visit.ts";
import { accessRequestFor, accessRequestsFor, settleAccessRequest } from "./access-requests.ts";
import { accessRequestPage, accessRequestsPage } from "./page.ts";

const listed = z.object({
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
  done: z.enum(["proposed", "issued", "refused"]).optional().catch(undefined),
});
const one = z.object({ requestId: z.string().max(60) });
const decided = z.object({
  decision: z.enum(["accept", "refuse"]).optional().catch(undefined),
  by: z.enum(["contact", "letter"]).catch("contact").default("contact"),
  reason: z.string().max(2000).default(""),
});

const config = { opens: "public", desk: ["desk-agent"] } as const;

/** Requests of insured persons and employers for their access (CN-04, SEC-11). */
export function accessRequestRoutes(app: App, world: World) {
  app.get("/desk/access-requests", { config, schema: { querystring: listed } }, async (request, reply) => {
    const { page: current, done } = request.query;
    const list = await accessRequestsFor(world, current);
    const shell = deskShell(world, request, reply);
    const { timeZone } = world.institution;
    return answer(reply, accessRequestsPage({ shell, list, current, timeZone, done }));
  });

  app.get("/desk/access-requests/:requestId", { config, schema: { params: one } }, (request, reply) =>
    answerOne(world, request, reply, request.params.requestId),
  );

  app.post(
    "/desk/access-requests/:requestId",
    { config, schema: { params: one, body: decided } },
    async (request, reply) => {
      const { requestId } = request.params;
      const { decision, reason, by } = request.body;
      if (!decision) return answerOne(world, request, reply, requestId, { reason, by, error: choose });
      const result = await settleAccessRequest(world, agentOf(request), requestId, decision, reason, by);
      if (!result) return reply.callNotFound();
      if ("refused" in result)
        return answerOne(world, request, reply, requestId, { decision, reason, by, error: result.refused });
      if ("done" in result && result.letter) return sendLetter(reply, result.letter);
      const done = "proposed" in result ? "proposed" : decision === "accept" ? "issued" : "refused";
      return goTo(reply, `/desk/access-requests?done=${done}`);
    },
  );
}

const choose: Sentence = {
  fr: "Choisissez une décision, et dites pourquoi.",
  en: "Choose a decision, and say why.",
};

/** The paper that hands the first password over: drawn once, kept nowhere. */
const sendLetter = async (reply: Reply, letter: Paper) =>
  reply
    .type("application/pdf")
    .header("cache-control", "no-store")
    .header("content-disposition", 'attachment; filename="premier-mot-de-passe.pdf"')
    .send(await drawPdf(letter));

async function answerOne(
  world: World,
  request: Request,
  reply: Reply,
  requestId: string,
  came?: TypedDecision & { error: Sentence },
) {
  const found = await accessRequestFor(world, agentOf(request), requestId);
  if (!found) return reply.callNotFound();
  const shell = deskShell(world, request, reply);
  if ("refused" in found) {
    const refused = refusalOf(found.refused);
    if (!refused) throw new Error("A refusal that allows");
    return answer(reply, refusedPage(shell, refused, undefined, deskHome), 403);
  }
  const by = found.approval?.proposedBy;
  const proposer = by ? ((await findAgentNames(world.db, [by])).get(by) ?? "") : "";
  const page = accessRequestPage({ shell, found, proposer, ...(came && { typed: came, error: came.error }) });
  return answer(reply, page, came ? 422 : 200);
}
