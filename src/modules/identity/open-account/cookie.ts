import { cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import type { World } from "../../../world.ts";
import { type OpeningCookie, readOpening } from "./opening.ts";

/** Bound to this host, gone with the browser; the server decides when it ends. */
const openingCookie = "__Host-opening";

export const setOpeningCookie = (reply: Reply, cookie: OpeningCookie): Reply =>
  reply.setCookie(openingCookie, cookie, cookieRules);

export const clearOpeningCookie = (reply: Reply): Reply => reply.clearCookie(openingCookie, cookieRules);

export const openingIn = (request: Request): OpeningCookie | undefined => request.cookies[openingCookie];

/** Whether somebody is opening an account in this browser: they may go on at `/openings/current`. */
export async function openingUnderWay(world: World, request: Request): Promise<boolean> {
  const opening = await readOpening(world, openingIn(request));
  return opening !== undefined && !opening.ended;
}
