import { z } from "zod";
import type { App } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, goTo, localPath, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../../identity/index.ts";
import { gatherSpace } from "./gather-space.ts";
import { isOpen } from "./open-spaces.ts";
import { spacesPage } from "./page.ts";
import { spacePage } from "./space-page.ts";
import { enterSpace, leaveSpace, listSpaces } from "./spaces.ts";

const chosen = z.object({ person: z.string().max(40).default("") });
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
    return answer(reply, spacePage({ shell: shellOf(request, reply), shown }));
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
