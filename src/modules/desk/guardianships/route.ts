import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answerFile } from "../../../platform/uploads/download.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { agentOf, deskHome, deskShell } from "../gate.ts";
import { refusalOf } from "../visit/visit.ts";
import { guardianshipFile, guardianshipFor, guardianshipsFor, settleGuardianship } from "./guardianships.ts";
import { guardianshipPage, guardianshipsPage } from "./page.ts";

const listed = z.object({
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
  done: z.enum(["seconded", "done"]).optional().catch(undefined),
});
const one = z.object({ depositId: z.string().max(60) });
const file = one.extend({ fileId: z.string().max(60) });
const decided = z.object({
  decision: z.enum(["validate", "refuse"]).optional().catch(undefined),
  reason: z.string().max(2000).default(""),
});

const config = { opens: "public", desk: ["desk-agent"] } as const;

/** Protection decisions that wait for two agents (MC-06, MC-09). */
export function guardianshipDeskRoutes(app: App, world: World) {
  app.get("/desk/guardianships", { config, schema: { querystring: listed } }, async (request, reply) => {
    const { page: current, done } = request.query;
    const list = await guardianshipsFor(world, current);
    const shell = deskShell(world, request, reply);
    const { timeZone } = world.institution;
    return answer(reply, guardianshipsPage({ shell, list, current, timeZone, ...(done && { done }) }));
  });

  app.get("/desk/guardianships/:depositId", { config, schema: { params: one } }, (request, reply) =>
    answerOne(world, request, reply, request.params.depositId),
  );

  app.post(
    "/desk/guardianships/:depositId",
    { config, schema: { params: one, body: decided } },
    async (request, reply) => {
      const { depositId } = request.params;
      const { decision, reason } = request.body;
      if (!decision) return answerOne(world, request, reply, depositId, { reason, error: choose });
      const result = await settleGuardianship(world, agentOf(request), depositId, decision, reason);
      if (!result) return reply.callNotFound();
      if ("refused" in result)
        return answerOne(world, request, reply, depositId, { decision, reason, error: result.refused });
      return goTo(reply, `/desk/guardianships?done=${"seconded" in result ? "seconded" : "done"}`);
    },
  );

  app.get(
    "/desk/guardianships/:depositId/files/:fileId",
    { config, schema: { params: file } },
    async (request, reply) => {
      const { depositId, fileId } = request.params;
      const found = await guardianshipFile(world, agentOf(request), depositId, fileId);
      return found ? answerFile(reply, found) : reply.callNotFound();
    },
  );
}

const choose: Sentence = {
  fr: "Choisissez une décision, et dites pourquoi.",
  en: "Choose a decision, and say why.",
};

async function answerOne(
  world: World,
  request: Request,
  reply: Reply,
  depositId: string,
  came?: { decision?: string; reason: string; error: Sentence },
) {
  const found = await guardianshipFor(world, agentOf(request), depositId);
  if (!found) return reply.callNotFound();
  const shell = deskShell(world, request, reply);
  if ("refused" in found) {
    const refused = refusalOf(found.refused);
    if (!refused) throw new Error("A refusal that allows");
    return answer(reply, refusedPage(shell, refused, undefined, deskHome), 403);
  }
  if (!came) return answer(reply, guardianshipPage({ shell, found }));
  const { error, ...typed } = came;
  return answer(reply, guardianshipPage({ shell, found, typed, error }), 422);
}
