import type { Reply } from "../../../platform/http/server.ts";
import { setSessionCookie } from "../session/cookie.ts";
import { setDeviceCookie } from "../trusted-devices/cookie.ts";
import type { Entered } from "./enter.ts";

/** Gives the browser what it keeps of a sign-in: the session, and the mark by which it is known the next time. */
export function letIn(reply: Reply, { cookie, deviceCookie }: Extract<Entered, { cookie: unknown }>): Reply {
  if (deviceCookie) setDeviceCookie(reply, deviceCookie);
  return setSessionCookie(reply, cookie);
}
