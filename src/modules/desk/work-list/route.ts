import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { drawPdf, type Paper } from "../../../platform/pdf.ts";
import { answerFile } from "../../../platform/uploads/download.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { agentOf, deskHome, deskShell } from "../gate.ts";
import { findAgentNames } from "../store.ts";
import { refusalOf } from "../visit/visit.ts";
import { decisionPage } from "./decision-page.ts";
import { listPage } from "./list-page.ts";
import { counted, type DecisionList, type ToDecide, type TypedDecision, type WorkList } from "./work-list.ts";

const roles = ["desk-agent"] as const;
const config = { opens: "public", desk: roles } as const;

const one = z.object({ id: z.string().max(60) });
const file = one.extend({ fileId: z.string().max(60) });

/** Makes a list of work of what is read one by one and decided with a reason. */
export function decisionList<Item, Found extends ToDecide, Accept extends string, Done extends string>(
  list: DecisionList<Item, Found, Accept, Done>,
): WorkList {
  const { fr, en } = list.pages.words;
  return {
    path: list.path,
    title: { fr: fr.title, en: en.title },
    roles,
    home: list.home,
    count: counted(list.list),
    routes: (app, world) => decisionRoutes(app, world, list),
  };
}

function decisionRoutes<Item, Found extends ToDecide, Accept extends string, Done extends string>(
  app: App,
  world: World,
  list: DecisionList<Item, Found, Accept, Done>,
) {
  const { path, accept, pages } = list;
  const listed = z.object({
    page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
    done: z.enum(Object.keys(pages.words.fr.done)).optional().catch(undefined),
  });
  const decided = z.object({
    decision: z.enum([accept, "refuse"]).optional().catch(undefined),
    reason: z.string().max(2000).default(""),
    by: z.string().max(20).optional().catch(undefined),
  });

  app.get(path, { config, schema: { querystring: listed } }, async (request, reply) => {
    const { page: current, done } = request.query;
    const waiting = await list.list(world, agentOf(request), current);
    const shell = deskShell(world, request, reply);
    const { timeZone } = world.institution;
    return answer(reply, listPage({ shell, path, pages, list: waiting, current, timeZone, done }));
  });

  app.get(`${path}/:id`, { config, schema: { params: one } }, (request, reply) =>
    answerOne(world, request, reply, list, request.params.id),
  );

  app.post(`${path}/:id`, { config, schema: { params: one, body: decided } }, async (request, reply) => {
    const { id } = request.params;
    const typed: TypedDecision = request.body;
    const decision = request.body.decision as Accept | "refuse" | undefined;
    if (!decision) return answerOne(world, request, reply, list, id, { typed, error: choose });
    const result = await list.decide(world, agentOf(request), id, decision, typed);
    if (!result) return reply.callNotFound();
    if ("refused" in result)
      return answerOne(world, request, reply, list, id, { typed, error: result.refused });
    return result.paper ? savePaper(reply, result.paper) : goTo(reply, `${path}?done=${result.done}`);
  });

  const { file: openFile } = list;
  if (!openFile) return;
  app.get(`${path}/:id/files/:fileId`, { config, schema: { params: file } }, async (request, reply) => {
    const { id, fileId } = request.params;
    const found = await openFile(world, agentOf(request), id, fileId);
    return found ? answerFile(reply, found) : reply.callNotFound();
  });
}

const choose: Sentence = {
  fr: "Choisissez une décision, et dites pourquoi.",
  en: "Choose a decision, and say why.",
};

/** A paper to print and hand over: drawn once, kept nowhere. */
const savePaper = async (reply: Reply, { name, paper }: { name: string; paper: Paper }) =>
  reply
    .type("application/pdf")
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(await drawPdf(paper));

async function answerOne<Item, Found extends ToDecide, Accept extends string, Done extends string>(
  world: World,
  request: Request,
  reply: Reply,
  { path: list, accept, pages, read }: DecisionList<Item, Found, Accept, Done>,
  id: string,
  came?: { typed: TypedDecision; error: Sentence },
) {
  const found = await read(world, agentOf(request), id);
  if (!found) return reply.callNotFound();
  const shell = deskShell(world, request, reply);
  if ("refused" in found) {
    const refused = refusalOf(found.refused);
    if (!refused) throw new Error("A refusal that allows");
    return answer(reply, refusedPage(shell, refused, undefined, deskHome), 403);
  }
  const by = found.approval?.proposedBy;
  const proposer = by ? ((await findAgentNames(world.db, [by])).get(by) ?? "") : "";
  const page = decisionPage({ shell, list, path: `${list}/${id}`, accept, pages, found, proposer, ...came });
  return answer(reply, page, came ? 422 : 200);
}
