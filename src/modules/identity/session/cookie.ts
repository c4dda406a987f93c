import { cookieRules, type Reply } from "../../../platform/http/server.ts";
import type { SessionCookie } from "./session.ts";

/** Bound to this host, gone with the browser; the server decides when it ends (SEC-05). */
export const sessionCookie = "__Host-session";

export const setSessionCookie = (reply: Reply, cookie: SessionCookie) =>
  reply.setCookie(sessionCookie, cookie, cookieRules);

export const clearSessionCookie = (reply: Reply) => {
  reply.clearCookie(sessionCookie, cookieRules);
};
