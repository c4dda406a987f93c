import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { agentOf, deskShell } from "../gate.ts";
import { tasksPage } from "./page.ts";
import { settleTask, tasksFor } from "./tasks.ts";

const paged = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1).default(1) });
const listed = paged.extend({ done: z.string().max(20).optional() });
const one = z.object({ taskId: z.string().max(60) });
const about = z.object({ file: z.string().max(60).default("") });

const config = { opens: "public", desk: ["desk-agent"] } as const;

/** What files leave for the desk to do. */
export function taskRoutes(app: App, world: World) {
  app.get("/desk/tasks", { config, schema: { querystring: listed } }, (request, reply) =>
    answerList(world, request, reply, request.query.page, request.query.done !== undefined),
  );

  app.post(
    "/desk/tasks/:taskId",
    { config: { ...config, form: "/desk/tasks" }, schema: { params: one, querystring: paged, body: about } },
    async (request, reply) => {
      const task = { taskId: request.params.taskId, fileId: request.body.file };
      const result = await settleTask(world, agentOf(request), task);
      if ("done" in result) return goTo(reply, "/desk/tasks?done=1");
      return answerList(world, request, reply, request.query.page, false, result.refused);
    },
  );
}

async function answerList(
  world: World,
  request: Request,
  reply: Reply,
  current: number,
  done: boolean,
  error?: Sentence,
) {
  const list = await tasksFor(world, agentOf(request), current);
  const shell = deskShell(world, request, reply);
  const { timeZone } = world.institution;
  const page = tasksPage({ shell, list, current, timeZone, done, ...(error && { error }) });
  return answer(reply, page, error ? 422 : 200);
}
