import { sha256 } from "../../../platform/crypto.ts";
import { cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import { requestMinutes } from "./request.ts";

/** What this browser is known by while its person is away at FranceConnect. */
export const browserCookie = "__Host-franceconnect";

const kept = { ...cookieRules, maxAge: requestMinutes * 60 };

export const browserSecretIn = (request: Request): string | undefined => request.cookies[browserCookie];

export const setBrowserSecret = (reply: Reply, secret: string): Reply =>
  reply.setCookie(browserCookie, secret, kept);

export const clearBrowserSecret = (reply: Reply): Reply => reply.clearCookie(browserCookie, cookieRules);

/** What travels when this browser signs out of FranceConnect too: it shows, on the way back, that it is the same one. */
export const signOutState = (secret: string): string => sha256(`sign out ${secret}`).toString("base64url");

/** Where this site stands, as the browser reached it: the host was found among those of the institution. */
export const originOf = (request: Request): string => `${request.protocol}://${request.host}`;
