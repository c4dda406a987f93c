import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { confirmNir } from "../act/act.ts";
import { agentOf, deskShell } from "../gate.ts";
import { withdraw } from "./approve.ts";
import { approvalsFor } from "./list.ts";
import { type ApprovalDone, approvalsPage } from "./page.ts";

const paged = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) });
const listed = paged.extend({ done: z.enum(["given", "merge", "withdrawn"]).optional().catch(undefined) });
const one = z.object({ approvalId: z.string().max(60) });
const typed = z.object({ number: z.string().max(100).default("") });

const config = { opens: "public", desk: ["desk-agent"] } as const;

/** What one agent proposed and another confirms (SEC-11). */
export function approvalRoutes(app: App, world: World) {
  app.get("/desk/approvals", { config, schema: { querystring: listed } }, (request, reply) =>
    answerList(world, request, reply, request.query.page, { done: request.query.done }),
  );

  app.post(
    "/desk/approvals/:approvalId/numbers",
    {
      config: { ...config, form: "/desk/approvals" },
      schema: { params: one, querystring: paged, body: typed },
    },
    async (request, reply) => {
      const { approvalId } = request.params;
      const result = await confirmNir(world, agentOf(request), approvalId, request.body.number);
      if ("done" in result) return goTo(reply, `/desk/approvals?done=${result.done}`);
      return answerList(world, request, reply, request.query.page, {
        error: { approvalId, says: result.refused },
      });
    },
  );

  app.post(
    "/desk/approvals/:approvalId/end",
    { config: { ...config, form: "/desk/approvals" }, schema: { params: one, querystring: paged } },
    async (request, reply) => {
      const { approvalId } = request.params;
      const result = await withdraw(world, agentOf(request), approvalId);
      if ("done" in result) return goTo(reply, "/desk/approvals?done=withdrawn");
      return answerList(world, request, reply, request.query.page, {
        error: { approvalId, says: result.refused },
      });
    },
  );
}

async function answerList(
  world: World,
  request: Request,
  reply: Reply,
  current: number,
  came: { done?: ApprovalDone | undefined; error?: { approvalId: string; says: Sentence } },
) {
  const list = await approvalsFor(world, agentOf(request), current);
  const shell = deskShell(world, request, reply);
  const { timeZone } = world.institution;
  const { done, error } = came;
  const shown = { shell, list, current, timeZone };
  const page = approvalsPage({ ...shown, ...(done && { done }), ...(error && { error }) });
  return answer(reply, page, error ? 422 : 200);
}
