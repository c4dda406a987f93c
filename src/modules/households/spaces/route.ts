import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import { hasSimulator } from "../../../site/simulator.ts";
import type { World } from "../../../world.ts";
import { callName, visitorOf } from "../../identity/index.ts";
import { readOwnActs } from "../journal/read-entries.ts";
import { actsPage } from "./acts-page.ts";
import { gatherSpace } from "./gather-space.ts";
import { isOpen } from "./open-spaces.ts";
import { spacesPage } from "./page.ts";
import { spacePage } from "./space-page.ts";
import { enterSpace, leaveSpace, listSpaces } from "./spaces.ts";

const chosen = z.object({ person: z.string().max(40).default("") });
const asked = z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) });
const left = z.object({ next: z.string().max(500).default("/home") });

/** The spaces open to a visitor: their own, and those of the persons they protect (MC-06). */
export function spacesRoutes(app: App, world: World) {
  const inSpace = { config: { inSpace: true } } as const;

  app.get("/spaces", inSpace, async (request, reply) => {
    const { person } = visitorOf(request);
    const listed = await listSpaces(world, person.personId);
    const closed = request.space === "closed";
    const { timeZone } = world.institution;
    return answer(reply, spacesPage({ shell: shellOf(request, reply), person, ...listed, closed, timeZone }));
  });

  app.post(
    "/spaces",
    { config: { inSpace: true, form: "/spaces" }, schema: { body: chosen } },
    async (request, reply) => {
      const result = await enterSpace(world, visitorOf(request), request.body.person);
      if ("done" in result) return goTo(reply, "/spaces/current");
      return answer(reply, refusedPage(shellOf(request, reply), result.refused), 403);
    },
  );

  app.get("/spaces/current", inSpace, async (request, reply) => {
    const { space } = request;
    if (!isOpen(space)) return goTo(reply, "/spaces");
    const shown = await gatherSpace(world, space);
    const { accounts } = world.institution;
    const offers = { claims: accounts?.claims !== undefined, simulator: hasSimulator(world.institution) };
    return answer(reply, spacePage({ shell: shellOf(request, reply), shown, offers }));
  });

  const readJournal = { ...inSpace, schema: { querystring: asked } };
  app.get("/spaces/current/journal", readJournal, async (request, reply) => {
    const { space } = request;
    if (!isOpen(space)) return goTo(reply, "/spaces");
    const { before } = request.query;
    const journal = await readOwnActs(world, space, before);
    const because = space.standing.may("see-own-journal");
    const name = callName(space.protectedPerson);
    const { timeZone } = world.institution;
    return answer(
      reply,
      actsPage({ shell: shellOf(request, reply), name, journal, before, because, timeZone }),
    );
  });

  app.post(
    "/spaces/current/end",
    { config: { inSpace: true, form: "/spaces" }, schema: { body: left } },
    async (request, reply) => {
      await leaveSpace(world, visitorOf(request));
      return goTo(reply, localPath(request.body.next));
    },
  );
}
