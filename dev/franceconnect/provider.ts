import { createHash } from "node:crypto";
import { type Adapter, type ClientMetadata, type KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Identity } from "./identities.ts";
import type { SigningKey } from "./keys.ts";

export type Given = {
  issuer: string;
  clients: readonly ClientMetadata[];
  key: SigningKey;
  store: (model: string) => Adapter;
  identity: (id: string) => Identity | undefined;
  /** Signs the provider's own cookies. */
  cookieKey: string;
  /** Where the person chooses how to sign in. */
  interactionPath: (uid: string, language: string) => string;
  drawSignOut: (ctx: KoaContextWithOIDC, form: SignOutForm) => string;
  drawError: (ctx: KoaContextWithOIDC, error: string) => string;
};

/** What the page of the sign-out sends, and where. */
export type SignOutForm = { action: string; xsrf: string };

/** What FranceConnect gives for each scope. */
const claimsOfScopes = {
  openid: ["sub"],
  given_name: ["given_name"],
  family_name: ["family_name"],
  preferred_username: ["preferred_username"],
  birthdate: ["birthdate"],
  gender: ["gender"],
  birthplace: ["birthplace"],
  birthcountry: ["birthcountry"],
  email: ["email"],
};

/** Only what is looked at: addresses of the provider under the names that FranceConnect gives them. */
const routes = {
  authorization: "/api/v2/authorize",
  token: "/api/v2/token",
  userinfo: "/api/v2/userinfo",
  jwks: "/api/v2/jwks",
  end_session: "/api/v2/session/end",
};

const hour = 3600;
/** Seconds that each thing lives. */
const ttl = {
  Interaction: hour,
  Session: hour / 2,
  Grant: hour,
  AuthorizationCode: 60,
  AccessToken: 60,
  IdToken: 60,
};

/** An OpenID provider that speaks as FranceConnect does: pairwise subjects, signed userinfo, no page of consent. */
export function franceConnectProvider(given: Given): Provider {
  const { algorithm, jwk } = given.key;
  const provider = new Provider(given.issuer, {
    adapter: given.store,
    clients: given.clients.map((client) => ({
      ...client,
      id_token_signed_response_alg: algorithm,
      userinfo_signed_response_alg: algorithm,
    })),
    jwks: { keys: [jwk] },
    cookies: { keys: [given.cookieKey] },
    routes,
    ttl,
    scopes: Object.keys(claimsOfScopes),
    claims: { ...claimsOfScopes, acr: null, auth_time: null },
    discovery: { ui_locales_supported: ["fr", "en"] },
    acrValues: ["eidas1", "eidas2", "eidas3"],
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_post"],
    subjectTypes: ["pairwise"],
    pairwiseIdentifier: async (_ctx, id, client) => subjectOf(id, client.clientId),
    findAccount: async (_ctx, id) => accountOf(given.identity(id)),
    loadExistingGrant: grantAll,
    // A service that asks for PKCE gets it; FranceConnect does not require it.
    pkce: { required: () => false },
    interactions: {
      url: (ctx, { uid }) => given.interactionPath(uid, String(ctx.oidc.params?.ui_locales ?? "")),
    },
    enabledJWA: {
      idTokenSigningAlgValues: ["ES256", "RS256"],
      userinfoSigningAlgValues: ["ES256", "RS256"],
    },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? "";
          ctx.body = given.drawSignOut(ctx, { action: `${routes.end_session}/confirm`, xsrf });
        },
      },
    },
    renderError: (ctx, { error, error_description: why }) => {
      ctx.type = "html";
      ctx.body = given.drawError(ctx, [error, why].filter(Boolean).join(": "));
    },
  });
  welcomeAnyPort(provider);
  return provider;
}

/** A subject that is one service's alone: two services cannot find out that they know the same person. */
const subjectOf = (id: string, client: string) =>
  createHash("sha256").update(`${client} ${id}`).digest("hex");

const accountOf = (identity: Identity | undefined) =>
  identity && { accountId: identity.id, claims: async () => ({ sub: identity.id, ...identity.claims }) };

/** The person agreed by choosing an identity: what the service asks for is granted at once, anew at each sign-in. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { client, session, params, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope ?? ""));
  await grant.save();
  return grant;
}

/** Foyer runs on any free port in tests: the registered addresses count whatever their port. */
function welcomeAnyPort({ Client }: Provider) {
  const anyPort = (address: string) => address.replace(/^(http:\/\/[^/:]+):\d+/, "$1");
  Client.prototype.redirectUriAllowed = function (this: InstanceType<typeof Client>, asked: string) {
    return (this.redirectUris ?? []).map(anyPort).includes(anyPort(asked));
  };
  Client.prototype.postLogoutRedirectUriAllowed = function (
    this: InstanceType<typeof Client>,
    asked: string,
  ) {
    return (this.postLogoutRedirectUris ?? []).map(anyPort).includes(anyPort(asked));
  };
}
