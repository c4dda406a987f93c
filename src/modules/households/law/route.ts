import { z } from "zod";
import { isRelation } from "../../../../law/access/relations.ts";
import type { App } from "../../../platform/http/server.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import { lawPage } from "./page.ts";
import { relationPage } from "./relation-page.ts";
import { tablePage } from "./table-page.ts";

const which = z.object({ relation: z.string().max(60) });

/** The rules of access, open to all: who is refused something can read them before asking (CP-21). */
export function lawRoutes(app: App) {
  const config = { opens: "public" } as const;

  app.get("/law/access", { config }, (request, reply) => answer(reply, lawPage(shellOf(request, reply))));

  app.get("/law/access/table", { config }, (request, reply) =>
    answer(reply, tablePage(shellOf(request, reply))),
  );

  app.get("/law/access/:relation", { config, schema: { params: which } }, (request, reply) => {
    const { relation } = request.params;
    if (!isRelation(relation)) return reply.callNotFound();
    return answer(reply, relationPage(shellOf(request, reply), relation));
  });
}
