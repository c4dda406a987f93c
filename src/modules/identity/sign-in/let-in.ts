import type { Reply, Request } from "../../../platform/http/server.ts";
import type { World } from "../../../world.ts";
import { sessionCookie, setSessionCookie } from "../session/cookie.ts";
import { endOver, signOut } from "../session/session.ts";
import { setDeviceCookie } from "../trusted-devices/cookie.ts";
import type { Entered } from "./enter.ts";

/** Gives the browser what it keeps of a sign-in: the session, and the mark by which it is known the next time. */
export function letIn(reply: Reply, { cookie, deviceCookie }: Extract<Entered, { cookie: unknown }>): Reply {
  if (deviceCookie) setDeviceCookie(reply, deviceCookie);
  return setSessionCookie(reply, cookie);
}

/**
 * Ends the session that this browser has, whosever it is, before another takes its place: it keeps one, and the other must
 * not run on in nobody's hands (SEC-05). It answers nothing: a reply that is awaited waits until it is sent.
 */
export async function endBefore(world: World, request: Request): Promise<void> {
  const before = request.visitor ?? request.entering;
  if (before) await signOut(world, before);
  else await endOver(world, request.cookies[sessionCookie]);
}
