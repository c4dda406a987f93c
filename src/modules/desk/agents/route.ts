import { z } from "zod";
import { deskLimits } from "../../../../law/credentials/desk.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { agentOf, deskShell } from "../gate.ts";
import { findAgentNames } from "../store.ts";
import { addAgent, closeDeskAccess, listAgents, reissueDeskAccess } from "./add.ts";
import { agentsPage, givenPasswordPage, newAgentPage } from "./page.ts";

const text = (most: number) => z.string().max(most).default("");
const typed = z.object({
  staffNumber: text(60),
  name: text(300),
  office: text(100),
  roles: z
    .union([
      z
        .string()
        .max(60)
        .transform((one) => [one]),
      z.array(z.string().max(60)).max(10),
    ])
    .default([]),
  identifier: text(100),
  until: text(20),
});
const one = z.object({ agentId: z.string().max(60) });
const listed = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) });

const config = { opens: "public", desk: ["administrator"] } as const;

/** Administration gives, takes and gives again accesses to the desk. */
export function agentsRoutes(app: App, world: World) {
  app.get("/desk/agents", { config, schema: { querystring: listed } }, (request, reply) =>
    answerList(world, request, reply, request.query.page),
  );

  app.get("/desk/agents/new", { config }, async (request, reply) =>
    answer(reply, newAgentPage({ shell: deskShell(world, request, reply) })),
  );

  app.post("/desk/agents", { config, schema: { body: typed } }, async (request, reply) => {
    const result = await addAgent(world, agentOf(request), request.body);
    const shell = deskShell(world, request, reply);
    if ("refused" in result)
      return answer(reply, newAgentPage({ shell, typed: request.body, errors: result.refused }), 422);
    return answerPassword(world, request, reply, request.body.name.trim(), result.password);
  });

  app.post("/desk/agents/:agentId/end", { config, schema: { params: one } }, async (request, reply) => {
    const result = await closeDeskAccess(world, agentOf(request), request.params.agentId);
    if ("refused" in result) return answerList(world, request, reply, 1, result.refused);
    return goTo(reply, "/desk/agents");
  });

  app.post("/desk/agents/:agentId/passwords", { config, schema: { params: one } }, async (request, reply) => {
    const { agentId } = request.params;
    const result = await reissueDeskAccess(world, agentOf(request), agentId);
    if ("refused" in result) return answerList(world, request, reply, 1, result.refused);
    const name = (await findAgentNames(world.db, [agentId])).get(agentId) ?? "";
    return answerPassword(world, request, reply, name, result.password);
  });
}

async function answerList(world: World, request: Request, reply: Reply, current: number, error?: Sentence) {
  const list = await listAgents(world, current);
  const shell = deskShell(world, request, reply);
  const self = agentOf(request).agentId;
  const page = agentsPage({ shell, ...list, current, self, ...(error && { error }) });
  return answer(reply, page, error ? 422 : 200);
}

function answerPassword(world: World, request: Request, reply: Reply, name: string, password: string) {
  const { timeZone } = world.institution;
  const until = new Date(world.clock().getTime() + deskLimits.givenPasswordHours.value * 3_600_000);
  const shell = deskShell(world, request, reply);
  return answer(reply, givenPasswordPage({ shell, name, password, until, timeZone }));
}
