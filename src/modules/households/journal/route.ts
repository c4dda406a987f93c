import { Readable } from "node:stream";
import { z } from "zod";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { standingIn } from "../standing.ts";
import { asCsv, asJson } from "./export.ts";
import { journalPage } from "./page.ts";
import { readJournal, wholeJournal } from "./read-entries.ts";

const asked = z.object({
  before: z.coerce.number().int().positive().optional().catch(undefined),
  by: z.literal("others").optional().catch(undefined),
});

const forms = {
  csv: { type: "text/csv; charset=utf-8", write: asCsv },
  json: { type: "application/json; charset=utf-8", write: asJson },
} as const;

/** The person's own journal, to read and to take away (SEC-12). */
export function journalRoutes(app: App, world: World) {
  const { timeZone } = world.institution;

  app.get("/journal", { schema: { querystring: asked } }, async (request, reply) => {
    const standing = standingIn(request);
    const journal = await readJournal(world, standing, request.query);
    const shell = shellOf(request, reply);
    if ("refused" in journal) return answer(reply, refusedPage(shell, journal.refused), 403);
    const because = standing.may("see-own-journal");
    return answer(reply, journalPage({ shell, journal, asked: request.query, because, timeZone }));
  });

  for (const form of ["csv", "json"] as const)
    app.get(`/journal.${form}`, (request, reply) => download(world, request, reply, form));
}

/** Sends the whole journal bit by bit: it may be long. */
function download(world: World, request: Request, reply: Reply, form: keyof typeof forms) {
  const standing = standingIn(request);
  const decision = standing.may("see-own-journal");
  if (!decision.allowed) return answer(reply, refusedPage(shellOf(request, reply), decision), 403);
  const { type, write } = forms[form];
  return reply
    .type(type)
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename="journal.${form}"`)
    .send(Readable.from(write(wholeJournal(world, standing), request.language)));
}
