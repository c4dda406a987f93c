import type { App } from "../../../platform/http/server.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { charterFor } from "../../charters/index.ts";
import { callName, visitorOf } from "../../identity/index.ts";
import { partnerHomePage } from "./page.ts";

/** The home of managers and colleagues (SP-01). */
export function partnerHomeRoutes(app: App, world: World) {
  app.get("/home", { config: { tellsNews: true } }, (request, reply) => {
    const { person, previousSignInAt } = visitorOf(request);
    const { timeZone } = world.institution;
    const charter = charterFor(world, "partner")?.name;
    const shell = shellOf(request, reply);
    const { posts } = request;
    return answer(
      reply,
      partnerHomePage({ shell, name: callName(person), posts, previousSignInAt, timeZone, charter }),
    );
  });
}
