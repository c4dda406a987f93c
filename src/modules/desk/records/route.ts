import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { agentOf, deskShell } from "../gate.ts";
import { recordsPage } from "./page.ts";
import { recordsFor, type SettledRecords, settleMerge, settlePair } from "./records.ts";

const listed = z.object({ done: z.enum(["ok", "waits"]).optional().catch(undefined) });
const one = z.object({ mergeId: z.string().max(60) });
const decided = z.object({
  decision: z.enum(["agree", "refuse", "undo"]),
  reason: z.string().max(2000).default(""),
});
const paired = z.object({
  person: z.string().max(60),
  other: z.string().max(60),
  decision: z.enum(["keep-first", "keep-second", "two-people"]),
});

const config = { opens: "public", desk: ["desk-agent"] } as const;

/** Records that are or may be one person's (CP-12). */
export function recordRoutes(app: App, world: World) {
  app.get("/desk/records", { config, schema: { querystring: listed } }, async (request, reply) =>
    answerList(world, request, reply, undefined, request.query.done),
  );

  app.post(
    "/desk/merges/:mergeId",
    { config: { ...config, form: "/desk/records" }, schema: { params: one, body: decided } },
    async (request, reply) => {
      const { decision, reason } = request.body;
      const { mergeId } = request.params;
      const result = await settleMerge(world, agentOf(request), mergeId, decision, reason);
      return answerList(world, request, reply, result);
    },
  );

  app.post(
    "/desk/duplicates",
    { config: { ...config, form: "/desk/records" }, schema: { body: paired } },
    async (request, reply) => {
      const { person: personId, other: otherPerson, decision } = request.body;
      const pair = { personId, otherPerson };
      return answerList(world, request, reply, await settlePair(world, agentOf(request), pair, decision));
    },
  );
}

async function answerList(
  world: World,
  request: Request,
  reply: Reply,
  result: SettledRecords | undefined,
  done?: "ok" | "waits",
) {
  if (result && !("refused" in result))
    return goTo(reply, `/desk/records?done=${"waits" in result ? "waits" : "ok"}`);
  const records = await recordsFor(world, agentOf(request));
  const shell = deskShell(world, request, reply);
  const error = result?.refused;
  const page = recordsPage({ shell, records, ...(done && { done }), ...(error && { error }) });
  return answer(reply, page, error ? 422 : 200);
}
