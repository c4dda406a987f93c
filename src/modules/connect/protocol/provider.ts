import type { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import Provider, { type Configuration, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import type { Html } from "../../../design/html.ts";
import { deriveKey, keyedHash } from "../../../platform/crypto.ts";
import { isDatabaseAway } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { readSession, sessionCookie, type Visitor } from "../../identity/index.ts";
import { endSiteSession, findConsent, noteSiteSession } from "../store.ts";
import { artifactsOf } from "./artifacts.ts";
import { accountOf, claims, scopes } from "./claims.ts";
import { checkUsed } from "./exchange.ts";
import { isKnownTo } from "./gate.ts";
import { noteBySite } from "./limits.ts";
import { recordRefused } from "./refusals.ts";
import { finishSignOut, type SignOutPages } from "./sign-out.ts";
import { readSigningKeys } from "./signing-keys.ts";
import { clientOf, type RegisteredSite } from "./sites.ts";

/** The pages that the protocol needs of us, drawn for the request at hand. */
export type ProtocolPages = SignOutPages & {
  fault: (request: IncomingMessage, code: string) => Html;
  /** A fault of ours: the log knows it by the number that its page shows. */
  report: (request: IncomingMessage, error: Error) => void;
};

/** What the protocol needs of its surroundings: pages, and a way to the sites that are told of a sign-out. */
export type Around = ProtocolPages & { reach: typeof fetch };

/** Where the protocol's own addresses begin. */
export const mountPath = "/oidc";

/** Seconds that what is handed out lives. */
const lifetimes = {
  AuthorizationCode: 60,
  AccessToken: 600,
  IdToken: 600,
  Interaction: 3600,
  Grant: 30 * 86_400,
  RefreshToken: 30 * 86_400,
  Session: 12 * 3600,
};

/** Milliseconds between two looks at the signing keys: another process may have changed them. */
const keysLookedAtEvery = 60_000;

type Kept = { provider: Provider; kids: string; lookedAt: number };

/** Addresses of ours that a Foyer answers on are few; more would be made up. */
const mostIssuers = 8;

/** Gives the provider of an address of ours ("https://compte.caf.example"), made anew when the signing keys change. */
export function openProviders(world: World, sites: readonly RegisteredSite[], pages: Around) {
  const kept = new Map<string, Kept>();
  return async (origin: string): Promise<Provider> => {
    const known = kept.get(origin);
    const now = world.clock().getTime();
    // The last one asked for goes last: addresses that somebody makes up do not push out the one that people use.
    if (known && kept.delete(origin)) kept.set(origin, known);
    if (known && Math.abs(now - known.lookedAt) < keysLookedAtEvery) return known.provider;
    const keys = await readSigningKeys(world);
    const kids = keys.map(({ kid }) => kid).join(" ");
    if (known?.kids === kids) {
      known.lookedAt = now;
      return known.provider;
    }
    const provider = makeProvider(world, sites, pages, origin, { keys });
    const [oldest] = kept.keys();
    if (!known && kept.size >= mostIssuers && oldest !== undefined) kept.delete(oldest);
    kept.set(origin, { provider, kids, lookedAt: now });
    return provider;
  };
}

function makeProvider(
  world: World,
  sites: readonly RegisteredSite[],
  pages: Around,
  origin: string,
  jwks: Configuration["jwks"],
): Provider {
  const provider = new Provider(`${origin}${mountPath}`, {
    adapter: artifactsOf(world),
    clients: sites.map(clientOf),
    jwks,
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    clientAuthMethods: ["client_secret_basic", "client_secret_post", "none"],
    scopes: ["openid", ...Object.keys(scopes)],
    claims,
    responseTypes: ["code"],
    subjectTypes: ["pairwise"],
    // Two sites cannot put together what they know of a person.
    pairwiseIdentifier: (_ctx, accountId, client) => subjectFor(world, client.clientId, accountId),
    pkce: { required: () => true },
    ttl: lifetimes,
    cookies: cookiesOf(world),
    findAccount: async (ctx, personId, token) => {
      const site = token && ctx.oidc.client?.clientId;
      return (await isKnownTo(world, personId, site)) ? accountOf(world, personId) : undefined;
    },
    interactions: {
      policy: policyOf(world),
      url: (_ctx, interaction) => `/interactions/${interaction.uid}`,
    },
    loadExistingGrant: (ctx) => grantOf(world, ctx),
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed("refresh_token"),
    // A site's tokens end with the person's session; the app's go on until its refresh token does.
    expiresWithSession: async (ctx) => !ctx.oidc.client?.grantTypeAllowed("refresh_token"),
    clientBasedCORS: () => false,
    renderError: (ctx, out) => {
      draw(ctx, pages.fault(ctx.req, out.error));
    },
    // The sites are the institution's own, by its data: they may live on its private network, and are reached there.
    fetch: (url, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown } = {}) =>
      pages.reach(url, options),
    features: {
      devInteractions: { enabled: false },
      // Of no use to the institution's own sites, and open to whoever names an app, which has no secret.
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      backchannelLogout: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => draw(ctx, pages.signOut(ctx.req, signOutForm(ctx, form))),
        postLogoutSuccessSource: (ctx) => draw(ctx, pages.signedOut(ctx.req)),
      },
    },
  });
  // Requests that met a database that is away: they may come again in a moment (REL-03).
  const away = new WeakSet<object>();
  // What stands before us says whether the connection is safe, and the request carries what Fastify made of it.
  provider.proxy = true;
  provider.use(async (context, next) => {
    const ctx = context as KoaContextWithOIDC;
    ctx.cookies.secure = true;
    // Browsers take secure cookies from localhost in clear; everywhere else production answers over TLS alone.
    Object.defineProperty(ctx, "secure", { value: true });
    await next();
    if (ctx.status >= 500 && away.has(ctx)) {
      ctx.status = 503;
      ctx.set("retry-after", "30");
    }
    checkUsed(ctx);
    noteBySite(ctx);
    await recordRefused(world, ctx);
    await finishSignOut(world, pages, ctx, visitorOf);
  });
  provider.on("server_error", (ctx, error) => {
    if (isDatabaseAway(error)) away.add(ctx);
    pages.report(ctx.req, error);
  });
  // Of the library under the library, which the types of the first leave out.
  const anyError = provider as unknown as EventEmitter;
  anyError.on("error", (error: Error, ctx?: KoaContextWithOIDC) => ctx && pages.report(ctx.req, error));
  provider.on("backchannel.success", (_ctx, client, personId, sid) => {
    // One that is not noted is told again by the job: being told twice does no harm.
    endSiteSession(world.db, personId, { site: client.clientId, sid }, world.clock()).catch(() => {});
  });
  return provider;
}

/** Each bound to where it serves, none readable by scripts (SEC-05). */
const cookiesOf = (world: World): Configuration["cookies"] => {
  const options = { httpOnly: true, secure: true, sameSite: "lax", signed: true } as const;
  return {
    keys: [deriveKey(world.keys.connect, "cookies").toString("base64url")],
    names: {
      session: "__Host-connect",
      interaction: "__Secure-connect-interaction",
      resume: "__Secure-connect-resume",
    },
    long: { ...options, path: "/" },
    short: options,
  };
};

/** How a site knows a person. */
export const subjectFor = (world: World, site: string, personId: string): string =>
  keyedHash(world.keys.connect, "pairwise", site, personId).toString("base64url");

/** The session here decides: without one that went through every step, the person comes by our pages first. */
function policyOf(world: World) {
  const policy = interactionPolicy.base();
  policy.get("login")?.checks.add(
    new interactionPolicy.Check(
      "foyer_session",
      "the person is not signed in here",
      "login_required",
      async (ctx) => {
        const visitor = await visitorOf(world, ctx);
        const isTheirs = visitor?.person.personId === ctx.oidc.session?.accountId;
        const opens = visitor && isTheirs && !visitor.secondStepDue && !visitor.passwordDue;
        return !(opens && (await isKnownTo(world, visitor.person.personId, undefined)));
      },
    ),
  );
  return policy;
}

async function visitorOf(world: World, ctx: KoaContextWithOIDC): Promise<Visitor | undefined> {
  const session = await readSession(world, ctx.cookies.get(sessionCookie, { signed: false }));
  return session && "visitor" in session ? session.visitor : undefined;
}

/** What the person agreed to pass to this site, as the library wants it; notes the site's session under the one here. */
async function grantOf(world: World, ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const consent = await findConsent(world.db, session.accountId, client.clientId);
  if (!consent) return undefined;
  await noteSession(world, ctx);
  const agreed = ["openid", ...consent.scopes].join(" ");
  const known = session.grantIdFor(client.clientId);
  const before = known ? await provider.Grant.find(known) : undefined;
  // A grant only ever widens: where more was agreed to before than now, another one takes its place.
  const grant =
    before?.getOIDCScope() === agreed
      ? before
      : new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(agreed);
  await grant.save();
  return grant;
}

async function noteSession(world: World, ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  const visitor = await visitorOf(world, ctx);
  if (!client || !session?.accountId || visitor?.person.personId !== session.accountId) return;
  session.ensureClientContainer(client.clientId);
  const sid = session.sidFor(client.clientId);
  if (!sid) return;
  const { personId } = visitor.person;
  const here = { sessionId: visitor.sessionId, issuer: provider.issuer, browserUid: session.uid };
  await noteSiteSession(world.db, personId, { site: client.clientId, sid, ...here }, world.clock());
}

function draw(ctx: KoaContextWithOIDC, markup: Html) {
  ctx.type = "text/html; charset=utf-8";
  ctx.body = markup.toString();
}

function signOutForm(ctx: KoaContextWithOIDC, form: string) {
  const part = (pattern: RegExp) => pattern.exec(form)?.[1] ?? "";
  const site = ctx.oidc.client?.clientName;
  return { action: part(/action="([^"]*)"/), xsrf: part(/value="([^"]*)"/), ...(site && { site }) };
}
