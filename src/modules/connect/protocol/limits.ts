import type { IncomingMessage } from "node:http";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { App, Request } from "../../../platform/http/server.ts";

/** Where a browser begins something that is written down. */
const beginnings: ReadonlySet<string> = new Set(["auth", "session/end"]);

/** What sites’ programs ask. */
const programs: ReadonlySet<string> = new Set(["token", "token/revocation", "me"]);

/** How a program is told that what it brought opens nothing; a fault of ours is not its doing. */
const refusals: ReadonlySet<number> = new Set([400, 401, 403]);

/** SEC-01: one address sends 300 in 5 minutes. */
const limits = { max: 300, timeWindow: "5 minutes" };

const bySites = new WeakSet<IncomingMessage>();

/** Notes what a site asked under its own secret, or with a token that it was given: neither is a guess. */
export function noteBySite({ req, status, oidc }: KoaContextWithOIDC): void {
  if (oidc?.client?.clientSecret && (status !== 401 || oidc.entities.AccessToken)) bySites.add(req);
}

/**
 * A request that begins something costs a row, one that is refused may be a guess: one address has so many of each. What a
 * site brings under its own secret is not counted: whoever sends the site codes that nobody gave must not close it to others.
 */
export function limitProtocol(scope: App): void {
  const begun = scope.createRateLimit(limits);
  const refused = scope.createRateLimit(limits);
  scope.addHook("onRequest", async (request, reply) => {
    const asked = askedOf(request);
    if (beginnings.has(asked)) {
      const counted = await begun(request);
      if (!counted.isAllowed && counted.isExceeded)
        throw Object.assign(new Error("Too many requests of sites from one address"), { statusCode: 429 });
    }
    if (!programs.has(asked)) return;
    const counted = await refused(request, { increment: false });
    if (counted.isAllowed || counted.remaining > 0) return;
    return reply
      .code(429)
      .header("retry-after", counted.ttlInSeconds)
      .send({ error: "temporarily_unavailable" });
  });
  scope.addHook("onResponse", async (request, reply) => {
    const isRefused = refusals.has(reply.raw.statusCode) && programs.has(askedOf(request));
    if (isRefused && !bySites.has(request.raw)) await refused(request);
  });
}

/** What is asked, whatever its case and last slash: the protocol's library takes them for the same. */
const askedOf = (request: Request): string =>
  ((request.params as { "*"?: string })["*"] ?? "").toLowerCase().replace(/\/$/, "");
