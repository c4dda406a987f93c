import { z } from "zod";
import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import { unseal } from "../../../platform/crypto.ts";
import type { App } from "../../../platform/http/server.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../session/session.ts";
import { provisionalPage } from "./page.ts";
import { findProvisional } from "./store.ts";

const arriving = z.object({ next: z.string().max(500).default("/home") });

export function provisionalRoutes(app: App, world: World) {
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
}
