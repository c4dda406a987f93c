import { adviceFor } from "../../../../law/credentials/advice.ts";
import type { App } from "../../../platform/http/server.ts";
import { refusedPage } from "../../../site/refused-page.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import { hasSimulator } from "../../../site/simulator.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../../identity/index.ts";
import { mayClaimNow } from "../claim-file.ts";
import { qualities, standingIn } from "../standing.ts";
import { gatherHome } from "./home.ts";
import { homePage } from "./page.ts";

const advice = adviceFor("home").map((one) => one.says);

export function homeRoutes(app: App, world: World) {
  const simulator = hasSimulator(world.institution);
  app.get("/home", { config: { tellsNews: true } }, async (request, reply) => {
    const standing = standingIn(request);
    const own = standing.may("see-own-identity");
    if (!own.allowed) return answer(reply, refusedPage(shellOf(request, reply), own), 403);
    const home = await gatherHome(world, visitorOf(request), standing);
    const quality = qualities[standing.place];
    const decided = mayClaimNow(standing);
    const claims = world.institution.accounts?.claims && decided.allowed ? decided : undefined;
    const shell = shellOf(request, reply);
    return answer(reply, homePage({ shell, home, quality, advice, simulator, claims }));
  });
}
