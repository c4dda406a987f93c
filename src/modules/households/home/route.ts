import { adviceFor } from "../../../../law/credentials/advice.ts";
import type { App } from "../../../platform/http/server.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import { hasSimulator } from "../../../site/simulator.ts";
import type { World } from "../../../world.ts";
import { visitorOf } from "../../identity/index.ts";
import { qualities, standingIn } from "../standing.ts";
import { gatherHome } from "./home.ts";
import { homePage } from "./page.ts";

const advice = adviceFor("home").map((one) => one.says);

export function homeRoutes(app: App, world: World) {
  const simulator = hasSimulator(world.institution);
  app.get("/home", async (request, reply) => {
    const standing = standingIn(request);
    const home = await gatherHome(world, visitorOf(request), standing);
    const quality = qualities[standing.relation];
    return answer(reply, homePage({ shell: shellOf(request, reply), home, quality, advice, simulator }));
  });
}
