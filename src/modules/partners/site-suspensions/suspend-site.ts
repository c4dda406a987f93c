import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { App } from "../../../platform/http/server.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../../identity/index.ts";
import { wrongReason } from "../reason.ts";
import { suspendedPage } from "./page.ts";
import { endSuspension, findRunning, insertSuspension, type SitePart } from "./store.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The part of the site that this route is of, where it may be closed by itself (SP-06). */
    part?: Exclude<SitePart, "all">;
  }
}

export type SiteClosed = { done: true } | { refused: Sentence };

/** What the journal calls the site: it is nobody's data. */
const site = "00000000-0000-0000-0000-000000000000";

/**
 * Closes all or part of the site until a moment: from the next request on, its pages say when it is back (SP-06). A second
 * one takes the place of the first.
 */
export async function suspendSite(
  world: World,
  agent: Agent,
  part: SitePart,
  { reason, until }: { reason: string; until: Date },
): Promise<SiteClosed> {
  const at = world.clock();
  const refused = wrongReason(reason) ?? (until <= at ? sentences.past : undefined);
  if (refused) return { refused };
  return inTransaction(world.db, async (tx) => {
    const by = agent.agentId;
    await endSuspension(tx, part, by, at);
    await insertSuspension(tx, { part, suspensionId: newId(), reason, by, at, until });
    const detail = { part, reason, until: until.toISOString() };
    await record(tx, world.keys.journal, { subject: site, actor: by, act: "suspended the site", at, detail });
    return { done: true };
  });
}

/** Opens the site, or that part of it, again (SP-06). */
export const resumeSite = (world: World, agent: Agent, part: SitePart): Promise<SiteClosed> =>
  inTransaction(world.db, async (tx) => {
    const at = world.clock();
    const by = agent.agentId;
    if (!(await endSuspension(tx, part, by, at))) return { refused: sentences.open };
    await record(tx, world.keys.journal, {
      subject: site,
      actor: by,
      act: "resumed the site",
      at,
      detail: { part },
    });
    return { done: true };
  });

/** What stays open whatever is closed: who we are, how to reach us, what the charters say, and reporting a theft (SP-10). */
const alwaysOpen =
  /^\/(desk|legal|accessibility|data-protection|contact|words|charters|alarms|objections)(\/|\?|$)/;

/** Answers in place of what is closed for a while, before anything else looks at the request. */
export function openSiteSuspensions(app: App, world: World) {
  app.addHook("onRequest", async (request, reply) => {
    const { plain, machine, part } = request.routeOptions.config ?? {};
    if (plain || machine || alwaysOpen.test(request.url)) return;
    const running = await findRunning(world.db, world.clock());
    const closed = running.find((one) => one.part === "all" || one.part === part);
    if (!closed) return;
    const { timeZone } = world.institution;
    reply.header("retry-after", Math.ceil((closed.until.getTime() - world.clock().getTime()) / 1000));
    return answer(reply, suspendedPage({ shell: shellOf(request, reply), ...closed, timeZone }), 503);
  });
}

const sentences = {
  past: {
    fr: "La fin est déjà passée. Donnez une date à venir.",
    en: "The end is already past. Give a date to come.",
  },
  open: { fr: "Rien n’est fermé.", en: "Nothing is closed." },
} satisfies Record<string, Sentence>;
