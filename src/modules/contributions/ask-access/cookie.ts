import { cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import type { RequestCookie } from "./draft.ts";

/** Bound to this host, gone with the browser; the server decides when it ends. */
const name = "__Host-access-request";

export const setRequestCookie = (reply: Reply, cookie: RequestCookie): Reply =>
  reply.setCookie(name, cookie, cookieRules);

export const requestIn = (request: Request): RequestCookie | undefined => request.cookies[name];
