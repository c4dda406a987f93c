import { randomBytes } from "node:crypto";
import { createRemoteJWKSet, customFetch as jwksFetch, jwtVerify } from "jose";
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Assets } from "../../src/design/page.ts";
import type { RegisteredSite } from "../../src/modules/connect/index.ts";
import { type App, cookieRules, type Reply, type Request } from "../../src/platform/http/server.ts";
import { foyerBrand } from "../../src/site/public/hall.ts";
import { answer, shellOf } from "../../src/site/shell.ts";
import { buildSite } from "../../src/site/site.ts";
import { loopbackFetch } from "../loopback-fetch.ts";
import { type Known, refusedPage, sisterPage } from "./page.ts";

export type SisterServer = App;

const cookie = "__Host-demonstration";
const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";
const open = { config: { opens: "public" } } as const;

/** What the site keeps of each browser: who it knows, and what a sign-in under way must come back with. */
type Kept = {
  known?: Known & { sub: string; sid: string; idToken: string };
  /** By its state: two tabs may ask at once. */
  awaited: Map<string, { nonce: string; verifier: string }>;
};

/** Sign-ins that one browser may have under way. */
const mostAwaited = 10;

/** A site that knows people only through Foyer: authorization code with PKCE, strict checks, single logout (CP-23). */
export async function openSisterSite(
  site: RegisteredSite,
  foyer: string,
  assets: Assets,
  log: { write: (line: string) => void },
): Promise<SisterServer> {
  const app = await buildSite(foyerBrand, assets, { production: false, trustProxy: false, log });
  const browsers = new Map<string, Kept>();
  const [redirectUri = ""] = site.redirectUris;
  const issuer = `${foyer}/oidc`;
  let configuration: Promise<Configuration> | undefined;
  const discovered = () => {
    configuration ??= discovery(new URL(issuer), site.id, site.secret, undefined, {
      execute: [allowInsecureRequests],
      [customFetch]: loopbackFetch as never,
    }).catch((error) => {
      configuration = undefined;
      throw error;
    });
    return configuration;
  };
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`), { [jwksFetch]: loopbackFetch as never });
  const keptOf = (request: Request, reply: Reply): Kept => {
    const id = request.cookies[cookie] ?? randomBytes(16).toString("hex");
    const kept = browsers.get(id) ?? { awaited: new Map() };
    browsers.set(id, kept);
    reply.setCookie(cookie, id, cookieRules);
    return kept;
  };

  /** The session that a logout token ends, checked as OpenID Connect Back-Channel Logout says. */
  const endedBy = async (token: string): Promise<string> => {
    const checks = { issuer, audience: site.id, typ: "logout+jwt", requiredClaims: ["iat", "exp", "jti"] };
    const { payload } = await jwtVerify(token, keys, checks);
    const { sid, events, nonce } = payload as { sid?: string; events?: object; nonce?: string };
    if (!sid || nonce !== undefined || !Object.hasOwn(events ?? {}, logoutEvent))
      throw new Error("not a token of a logout");
    return sid;
  };

  app.get("/", open, (request, reply) =>
    answer(reply, sisterPage(shellOf(request, reply), site, keptOf(request, reply).known)),
  );

  app.get("/sign-in", open, async (request, reply) => {
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const { awaited } = keptOf(request, reply);
    const [oldest] = awaited.keys();
    if (awaited.size >= mostAwaited && oldest !== undefined) awaited.delete(oldest);
    awaited.set(state, { nonce, verifier });
    const url = buildAuthorizationUrl(await discovered(), {
      redirect_uri: redirectUri,
      scope: ["openid", ...site.scopes].join(" "),
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    return reply.redirect(url.href, 303);
  });

  app.get("/callback", open, async (request, reply) => {
    const kept = keptOf(request, reply);
    const state = new URL(request.url, redirectUri).searchParams.get("state") ?? "";
    const awaited = kept.awaited.get(state);
    kept.awaited.delete(state);
    // The back button, or a double click: it was taken the first time.
    if (!awaited && kept.known) return reply.redirect("/", 303);
    try {
      if (!awaited) throw new Error("no sign-in is under way in this browser");
      const config = await discovered();
      const tokens = await authorizationCodeGrant(config, new URL(request.url, redirectUri), {
        expectedState: state,
        expectedNonce: awaited.nonce,
        pkceCodeVerifier: awaited.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("no identity came back");
      const told = await fetchUserInfo(config, tokens.access_token, claims.sub);
      const { name = "", email, quality } = told as { name?: string; email?: string; quality?: string };
      const { sub, sid } = claims as unknown as { sub: string; sid: string };
      kept.known = { name, email, quality, sub, sid, idToken: tokens.id_token ?? "" };
    } catch (error) {
      const refused = error instanceof AuthorizationResponseError && error.error === "access_denied";
      const because = refused ? "refused" : "unsound";
      return answer(reply, refusedPage(shellOf(request, reply), site, because), 403);
    }
    return reply.redirect("/", 303);
  });

  app.get("/sign-out", open, async (request, reply) => {
    const kept = keptOf(request, reply);
    const { idToken } = kept.known ?? {};
    delete kept.known;
    const url = buildEndSessionUrl(await discovered(), {
      ...(idToken && { id_token_hint: idToken }),
      post_logout_redirect_uri: site.signedOutUris[0] ?? "",
    });
    return reply.redirect(url.href, 303);
  });

  // Foyer tells that a session ended there: it ends here too.
  app.post("/sessions/end", { config: { opens: "public", machine: true } }, async (request, reply) => {
    const { logout_token: token = "" } = request.body as { logout_token?: string };
    const sid = await endedBy(token).catch(() => undefined);
    if (sid === undefined) return reply.code(400).send();
    for (const kept of browsers.values()) if (kept.known?.sid === sid) delete kept.known;
    return reply.code(204).send();
  });

  await app.ready();
  return app;
}
