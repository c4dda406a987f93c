import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { answer } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { agentOf, deskShell } from "../gate.ts";
import { findAtDesk } from "./find.ts";
import { findPage, foundPage } from "./page.ts";

const text = (most: number) => z.string().max(most).default("");
const typed = z
  .object({
    by: z.enum(["identifier", "file", "name"]).catch("identifier"),
    identifier: text(100),
    fileNumber: text(60),
    name: text(200),
    "birth-day": text(10),
    "birth-month": text(10),
    "birth-year": text(10),
    reason: text(2000),
  })
  .transform(({ "birth-day": day, "birth-month": month, "birth-year": year, ...rest }) => ({
    ...rest,
    day,
    month,
    year,
  }));

const config = { opens: "public", desk: ["desk-agent", "data-protection-officer"] } as const;

/** Finding the person who stands at the desk. */
export function findPersonRoutes(app: App, world: World) {
  app.get("/desk/searches/new", { config }, async (request, reply) =>
    answer(reply, findPage({ shell: deskShell(world, request, reply) })),
  );

  app.post(
    "/desk/searches",
    { config: { ...config, form: "/desk/searches/new" }, schema: { body: typed } },
    async (request, reply) => {
      const result = await findAtDesk(world, agentOf(request), request.body);
      const shell = deskShell(world, request, reply);
      if ("refused" in result)
        return answer(reply, findPage({ shell, typed: request.body, errors: result.refused }), 422);
      return answer(reply, foundPage({ shell, ...result, reason: request.body.reason.trim() }));
    },
  );
}
