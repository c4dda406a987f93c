import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { agentOf, deskShell } from "../gate.ts";
import { tasksPage } from "./page.ts";
import { settleTask, tasksFor } from "./tasks.ts";

const listed = z.object({ done: z.string().max(20).optional() });
const one = z.object({ taskId: z.string().max(60) });
const about = z.object({ file: z.string().max(60).default("") });

const config = { opens: "public", desk: ["desk-agent"] } as const;

/** What files leave for the desk to do. */
export function taskRoutes(app: App, world: World) {
  app.get("/desk/tasks", { config, schema: { querystring: listed } }, (request, reply) =>
    answerList(world, request, reply, request.query.done !== undefined),
  );

  app.post(
    "/desk/tasks/:taskId",
    { config: { ...config, form: "/desk/tasks" }, schema: { params: one, body: about } },
    async (request, reply) => {
      const task = { taskId: request.params.taskId, fileId: request.body.file };
      const result = await settleTask(world, agentOf(request), task);
      if ("done" in result) return goTo(reply, "/desk/tasks?done=1");
      return answerList(world, request, reply, false, result.refused);
    },
  );
}

async function answerList(world: World, request: Request, reply: Reply, done: boolean, error?: Sentence) {
  const tasks = await tasksFor(world, agentOf(request));
  const shell = deskShell(world, request, reply);
  const { timeZone } = world.institution;
  const page = tasksPage({ shell, tasks, timeZone, done, ...(error && { error }) });
  return answer(reply, page, error ? 422 : 200);
}
