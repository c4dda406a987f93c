import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { objectToChange } from "./object-to-change.ts";
import { objectedPage, objectionPage } from "./page.ts";

const typed = z.object({ code: z.string().max(200).default("") });

/** Open to all: who objects has lost their access, or soon will. */
export function objectionRoutes(app: App, world: World) {
  const config = { opens: "public" } as const;

  app.get("/objections/new", { config }, (request, reply) =>
    answer(reply, objectionPage({ shell: shellOf(request, reply) })),
  );

  app.post(
    "/objections",
    { config: { ...config, credential: true }, schema: { body: typed } },
    async (request, reply) => {
      const { code } = request.body;
      const result = await objectToChange(world, code, request.language);
      if ("done" in result) return goTo(reply, "/objections/done");
      const { refused } = result;
      return answer(reply, objectionPage({ shell: shellOf(request, reply), typed: code, refused }), 422);
    },
  );

  app.get("/objections/done", { config }, (request, reply) =>
    answer(reply, objectedPage({ shell: shellOf(request, reply) })),
  );
}
