import {
  allowInsecureRequests,
  ClientSecretPost,
  Configuration,
  type CustomFetch,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ServerMetadata,
} from "openid-client";
import { signingKeys } from "./signing-keys.ts";

/** What a site needs to send people to an OpenID provider. */
export type OpenIdSettings = { issuer: string; clientId: string; clientSecret: string };

/** What is fetched once and asked many times; it outlives the requests of people. */
export type OpenId = {
  settings: OpenIdSettings;
  /** A client for one exchange with the provider: whatever comes back in it is verified with the provider's keys. */
  client: () => Promise<OpenIdClient>;
};

export type OpenIdClient = {
  configuration: Configuration;
  /** Whether the last answer was a signed token, as userinfo must be. */
  cameSigned: () => boolean;
};

/** The only signatures taken. Others are refused even where the provider would offer them. */
const algorithms = ["ES256", "RS256"];

/** Minutes for which the provider's own description is believed, and beyond which it is not even when none comes. */
const description = { fresh: 60, most: 24 * 60 };

/** Seconds after a failure in which the provider is not asked for its description again. */
const respite = 5;

/** Seconds by which the clocks of two machines may differ. */
const skew = 30;

/**
 * Opens what a site needs of a provider. Nothing is fetched before it is asked for. `patience` is in seconds, for each
 * request to the provider. A provider in clear ("http:") is for development: the configuration refuses it in production.
 */
export function openIdProvider(settings: OpenIdSettings, clock: () => Date, patience = 3): OpenId {
  const describe = describing(settings, clock, patience);
  const keys = signingKeys(clock);
  return {
    settings,
    client: async () => {
      const configuration = configure(settings, await describe(), patience);
      const { cameSigned, fetchWith } = watching(configuration, keys);
      configuration[customFetch] = fetchWith;
      return { configuration, cameSigned };
    },
  };
}

function configure(settings: OpenIdSettings, metadata: ServerMetadata, patience: number): Configuration {
  const { clientId, clientSecret, issuer } = settings;
  const configuration = new Configuration(
    metadata,
    clientId,
    { [clockTolerance]: skew },
    ClientSecretPost(clientSecret),
  );
  configuration.timeout = patience;
  enableNonRepudiationChecks(configuration);
  if (issuer.startsWith("http:")) allowInsecureRequests(configuration);
  return configuration;
}

/** The provider's description of itself, asked for again when it is old; the last one serves while none comes. */
function describing(settings: OpenIdSettings, clock: () => Date, patience: number) {
  let known: { metadata: ServerMetadata; at: number } | undefined;
  let asking: Promise<ServerMetadata> | undefined;
  let failed: { error: unknown; at: number } | undefined;
  const now = () => clock().getTime();
  const isYounger = (minutes: number) => known !== undefined && now() - known.at < minutes * 60_000;

  const ask = async () => {
    if (failed && Math.abs(now() - failed.at) < respite * 1000) throw failed.error;
    const metadata = await discover(settings, patience).catch((error: unknown) => {
      failed = { error, at: now() };
      throw error;
    });
    failed = undefined;
    known = { metadata, at: now() };
    return metadata;
  };

  return async (): Promise<ServerMetadata> => {
    if (known && isYounger(description.fresh)) return known.metadata;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking.catch((error: unknown) => {
      if (known && isYounger(description.most)) return known.metadata;
      throw error;
    });
  };
}

async function discover({ issuer, clientId }: OpenIdSettings, patience: number): Promise<ServerMetadata> {
  const execute = issuer.startsWith("http:") ? [allowInsecureRequests] : [];
  const found = await discovery(new URL(issuer), clientId, undefined, undefined, {
    timeout: patience,
    execute,
  });
  const { supportsPKCE: _, ...metadata } = found.serverMetadata();
  const taken = (offered: readonly string[] | undefined) =>
    offered ? algorithms.filter((one) => offered.includes(one)) : algorithms;
  return {
    ...metadata,
    id_token_signing_alg_values_supported: taken(metadata.id_token_signing_alg_values_supported),
    userinfo_signing_alg_values_supported: taken(metadata.userinfo_signing_alg_values_supported as string[]),
  };
}

/**
 * The library asks for the keys once it has a token to verify, and would not ask again soon when one of them is new: here
 * its question is answered from our own cache, which knows by then which key signed the token.
 */
function watching(configuration: Configuration, keys: ReturnType<typeof signingKeys>) {
  const { jwks_uri: keysAddress } = configuration.serverMetadata();
  let signedBy: string | undefined;
  let wasToken = false;
  const fetchWith: CustomFetch = async (url, options) => {
    const send = () => fetch(url, options as RequestInit);
    if (url === keysAddress) return keys.holding(signedBy, send);
    const response = await send();
    wasToken = /^application\/jwt\b/.test(response.headers.get("content-type") ?? "");
    signedBy = keyNamed(await tokenIn(response.clone(), wasToken));
    return response;
  };
  return { fetchWith, cameSigned: () => wasToken };
}

/** The signed token of an answer: all of it, or the id_token among others. */
async function tokenIn(response: Response, isToken: boolean): Promise<string> {
  const text = await response.text();
  if (isToken) return text;
  try {
    return String((JSON.parse(text) as { id_token?: unknown }).id_token ?? "");
  } catch {
    return "";
  }
}

/** Which key a token says it was signed with. Nothing is believed of it: the library verifies the signature. */
function keyNamed(token: string): string | undefined {
  try {
    const header = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString("utf8"));
    return typeof header.kid === "string" ? header.kid : undefined;
  } catch {
    return undefined;
  }
}
