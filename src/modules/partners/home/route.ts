import type { App } from "../../../platform/http/server.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { charterFor } from "../../charters/index.ts";
import { callName, hasSecondProof, visitorOf } from "../../identity/index.ts";
import { partnerHomePage } from "./page.ts";

/** The home of managers and colleagues (SP-01). */
export function partnerHomeRoutes(app: App, world: World) {
  app.get("/home", { config: { tellsNews: true } }, async (request, reply) => {
    const { person, previousSignInAt } = visitorOf(request);
    const { timeZone } = world.institution;
    const charter = charterFor(world, "partner")?.name;
    const shell = shellOf(request, reply);
    const { posts } = request;
    const mayManage = await hasSecondProof(world, person.personId);
    const name = callName(person);
    const shown = { shell, name, posts, mayManage, previousSignInAt, timeZone, charter };
    return answer(reply, partnerHomePage(shown));
  });
}
