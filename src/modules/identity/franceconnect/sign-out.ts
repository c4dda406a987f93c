import { newSecret } from "../../../platform/crypto.ts";
import type { App, Reply, Request } from "../../../platform/http/server.ts";
import { goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import type { Visitor } from "../session/session.ts";
import { browserSecretIn, clearBrowserSecret, originOf, setBrowserSecret, signOutState } from "./browser.ts";
import { leaveFranceConnect } from "./leave.ts";

const backPath = "/franceconnect/signed-out";

/**
 * Where somebody who just signed out here signs out of FranceConnect too, so that nobody finds their session open there;
 * undefined for who did not come by it (SEC-14).
 */
export async function signOutThere(
  world: World,
  request: Request,
  reply: Reply,
  visitor: Visitor,
): Promise<string | undefined> {
  const { franceConnect } = request.server;
  if (!franceConnect) return undefined;
  const secret = newSecret();
  const to = await leaveFranceConnect(world, franceConnect, visitor, {
    state: signOutState(secret),
    back: originOf(request) + backPath,
    language: request.language,
  });
  if (to) setBrowserSecret(reply, secret);
  return to?.href;
}

/** Where FranceConnect sends people back to once they signed out there. */
export function signedOutRoute(app: App) {
  app.get(backPath, { config: { opens: "public" } }, (request, reply) => {
    const secret = browserSecretIn(request);
    const { state } = request.query as { state?: unknown };
    if (secret === undefined || state !== signOutState(secret)) return goTo(reply, "/sessions/new");
    return goTo(clearBrowserSecret(reply), "/sessions/new?signed-out=1");
  });
}
