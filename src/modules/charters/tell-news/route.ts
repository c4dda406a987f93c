import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../../identity/index.ts";
import { type AudienceOf, everyPerson } from "../accept-terms/route.ts";
import { charterFor, today } from "../shelf.ts";
import { newsBanner } from "./banner.ts";
import { noteSeen } from "./tell-news.ts";

const seen = z.object({ version: z.string().max(10).default("") });

/** Puts the news of a charter on the page people land on, once the gate has let them through (CN-08, SP-06). */
export function newsRoutes(app: App, world: World, audienceOf: AudienceOf = everyPerson) {
  app.addHook("preHandler", async (request) => {
    const standing = request.charterStanding;
    if (!request.routeOptions.config?.tellsNews || !standing?.passes || !standing.tell) return;
    const charter = charterFor(world, audienceOf(request));
    if (charter) request.news = newsBanner(charter, standing.tell, today(world));
  });

  app.post(
    "/charters/:name/notices",
    { config: { form: "/home" }, schema: { body: seen } },
    async (request, reply) => {
      const { personId } = visitorOf(request).person;
      const { version } = request.body;
      const audience = audienceOf(request);
      await noteSeen(world, { personId, audience, version, language: request.language });
      return goTo(reply, "/home");
    },
  );
}
