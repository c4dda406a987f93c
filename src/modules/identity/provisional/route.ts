import { z } from "zod";
import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import { unseal } from "../../../platform/crypto.ts";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../session/session.ts";
import { askAgain } from "./ask-again.ts";
import { askAgainPage, askedAgainPage, provisionalPage } from "./page.ts";
import { findProvisional } from "./store.ts";

const arriving = z.object({ next: z.string().max(500).default("/home") });

const field = z.string().max(300).default("");
const typed = z.object({
  birthName: field,
  "birth-day": field,
  "birth-month": field,
  "birth-year": field,
  "day-unknown": field,
  "month-unknown": field,
  contact: field,
});

/** Requests from one address in an hour. */
const asksPerHour = 20;

export function provisionalRoutes(app: App, world: World) {
  const opens = { opens: "public" } as const;
  const limit = app.createRateLimit({ max: asksPerHour, timeWindow: "1 hour" });

  // Read before the terms are accepted: without it the person could not come back to accept them.
  app.get(
    "/provisional-identifiers/current",
    { config: { opens: "session" }, schema: { querystring: arriving } },
    async (request, reply) => {
      const { personId } = visitorOf(request).person;
      const next = localPath(request.query.next);
      const sealed = await findProvisional(world.db, personId);
      if (!sealed) return goTo(reply, next);
      const identifier = unseal(world.keys.nir, sealed, personId) as ProvisionalIdentifier;
      return answer(reply, provisionalPage({ shell: shellOf(request, reply), identifier, next }));
    },
  );

  app.get("/provisional-identifiers/new", { config: opens }, (request, reply) =>
    answer(reply, askAgainPage({ shell: shellOf(request, reply) })),
  );

  app.get("/provisional-identifiers/sent", { config: opens }, (request, reply) =>
    answer(reply, askedAgainPage({ shell: shellOf(request, reply) })),
  );

  app.post(
    "/provisional-identifiers",
    { config: { ...opens, credential: true }, schema: { body: typed } },
    async (request, reply) => {
      const counted = await limit(request);
      if (!counted.isAllowed && counted.isExceeded) throw tooMany;
      const result = await askAgain(world, request.body, request.language);
      if ("done" in result) return goTo(reply, "/provisional-identifiers/sent");
      const { refused: errors, wrong } = result;
      const page = { shell: shellOf(request, reply), typed: request.body, errors, wrong };
      return answer(reply, askAgainPage(page), 422);
    },
  );
}

const tooMany = Object.assign(new Error("Too many identifiers asked for from one address"), {
  statusCode: 429,
});
