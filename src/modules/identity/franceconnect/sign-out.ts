import { deriveKey, newSecret, seal, sha256, unseal } from "../../../platform/crypto.ts";
import { type App, cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import { goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import type { Visitor } from "../session/session.ts";
import { browserCookie, browserSecretIn, clearBrowserSecret, originOf, signOutState } from "./browser.ts";
import { leaveFranceConnect } from "./leave.ts";
import { requestMinutes } from "./request.ts";

const backPath = "/franceconnect/signed-out";

/** Where the person goes on to once they are signed out there too, where a site of the institution sent them. */
const onwardCookie = "__Host-franceconnect-onward";

const kept = { ...cookieRules, maxAge: requestMinutes * 60 };

/** Where somebody signs out of FranceConnect, and what their browser keeps meanwhile: cookies as `cookieRules` says. */
export type Leaving = { to: string; keeps: readonly { name: string; value: string }[] };

/**
 * Where somebody who just signed out here signs out of FranceConnect too, so that nobody finds their session open there;
 * undefined for who did not come by it (SEC-14). They come back to the sign-in page, or to `onward`: an address that the
 * caller trusts, whole, for it may be another site's.
 */
export async function leavingThere(
  world: World,
  request: Request,
  visitor: Visitor,
  onward?: string,
): Promise<Leaving | undefined> {
  const { franceConnect } = request.server;
  if (!franceConnect) return undefined;
  const secret = newSecret();
  const to = await leaveFranceConnect(world, franceConnect, visitor, {
    state: signOutState(secret),
    back: originOf(request) + backPath,
    language: request.language,
  });
  if (!to) return undefined;
  const keeps = [{ name: browserCookie, value: secret }];
  if (onward) keeps.push({ name: onwardCookie, value: sealOnward(world, secret, onward) });
  return { to: to.href, keeps };
}

/** The same for a page of ours: the browser is given what it keeps. */
export async function signOutThere(
  world: World,
  request: Request,
  reply: Reply,
  visitor: Visitor,
): Promise<string | undefined> {
  const leaving = await leavingThere(world, request, visitor);
  for (const { name, value } of leaving?.keeps ?? []) reply.setCookie(name, value, kept);
  return leaving?.to;
}

/** Where FranceConnect sends people back to once they signed out there. */
export function signedOutRoute(app: App, world: World) {
  app.get(backPath, { config: { opens: "public" } }, (request, reply) => {
    const secret = browserSecretIn(request);
    const { state } = request.query as { state?: unknown };
    if (secret === undefined || state !== signOutState(secret)) return goTo(reply, "/sessions/new");
    const onward = request.cookies[onwardCookie];
    clearBrowserSecret(reply).clearCookie(onwardCookie, cookieRules);
    return goTo(reply, openOnward(world, secret, onward) ?? "/sessions/new?signed-out=1");
  });
}

/** Sealed, for this browser and this sign-out: nobody makes us lead people to an address of their own. */
const sealOnward = (world: World, secret: string, onward: string): string =>
  seal(keysOf(world), onward, sha256(secret).toString("hex")).toString("base64url");

function openOnward(world: World, secret: string, sealed: string | undefined): string | undefined {
  if (sealed === undefined) return undefined;
  try {
    return unseal(keysOf(world), Buffer.from(sealed, "base64url"), sha256(secret).toString("hex"));
  } catch {
    return undefined;
  }
}

const keysOf = ({ keys }: World) => new Map([[1, deriveKey(keys.input, "sign-outs of FranceConnect")]]);
