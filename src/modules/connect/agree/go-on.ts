import { keyedHash, sameBytes } from "../../../platform/crypto.ts";
import { type App, cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import { goTo } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";

/** What a site asked of somebody who must first go through other steps: their terms, their contacts. */
const laterCookie = "__Host-connect-later";

/** Seconds: what a site asked is forgotten after an hour. */
const kept = { ...cookieRules, maxAge: 3600 };

/** Keeps, in the browser of who is signed in, what they were led to: gone once they get there. */
export function keepForLater(world: World, request: Request, reply: Reply, uid: string): void {
  const { visitor } = request;
  if (visitor) reply.setCookie(laterCookie, `${uid}.${markOf(world, visitor.person.personId, uid)}`, kept);
}

export const forgetLater = (reply: Reply): Reply => reply.clearCookie(laterCookie, cookieRules);

/**
 * Whoever came from a site and went through every step is led on to what it asked, instead of to their home: once, and
 * nobody else who uses the browser (CP-23).
 */
export function goOnFromHome(app: App, world: World): void {
  app.addHook("preHandler", async (request, reply) => {
    if (request.method !== "GET" || request.routeOptions.url !== "/home" || !request.visitor) return;
    const cookie = request.cookies[laterCookie];
    if (cookie === undefined) return;
    forgetLater(reply);
    const [uid = "", mark = ""] = cookie.split(".");
    const expected = markOf(world, request.visitor.person.personId, uid);
    if (sameBytes(Buffer.from(mark), Buffer.from(expected))) return goTo(reply, `/interactions/${uid}`);
  });
}

/** Shows that we wrote it, for this person. */
const markOf = (world: World, personId: string, uid: string): string =>
  keyedHash(world.keys.connect, "led from a site", personId, uid).toString("base64url");
