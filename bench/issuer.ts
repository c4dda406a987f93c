import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import Provider from "oidc-provider";
import { caf } from "../institutions/caf/index.ts";
import { readConfig } from "../src/config.ts";
import { registerVersions } from "../src/modules/charters/index.ts";
import { openProviders } from "../src/modules/connect/index.ts";
import { admit } from "../src/modules/identity/index.ts";
import { buildWorld } from "../src/open-world.ts";
import { ensureDatabase, inTransaction, migrate } from "../src/platform/database.ts";
import { newId } from "../src/platform/ids.ts";
import { answerParent } from "./child.ts";
import { type IssuerAsked, site } from "./issuer-site.ts";

/** One issuer of tokens in a process of its own: Foyer's, or the same library with what it keeps in memory. */

const stops: (() => Promise<void>)[] = [];
let provider: Provider;
let accountId = "";

async function start({ kind, databaseUrl, data }: IssuerAsked): Promise<number> {
  provider = kind === "plain" ? plain() : await ours(databaseUrl, data);
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(async () => void server.close());
  return (server.address() as AddressInfo).port;
}

async function ours(databaseUrl: string, data: string): Promise<Provider> {
  await ensureDatabase(databaseUrl);
  await migrate(databaseUrl, new URL("../migrations/", import.meta.url));
  const config = readConfig({ FOYER_DATA: data });
  const world = await buildWorld(config, { log: { write: () => {} } }, caf, databaseUrl, stops);
  await registerVersions(world);
  accountId = newId();
  await inTransaction(world.db, async (tx) => {
    const person = { personId: accountId, firstNames: "Awa", birthName: "Diallo", usedName: null };
    await admit(tx, world, { person: { ...person, birthDate: "1988-11-03" } });
    await sql`insert into connect.consent (person_id, site, given_at, scopes)
      values (${accountId}, ${site.id}, now(), array['profile'])`.execute(tx);
    await sql`insert into charters.answer (person_id, charter, version, answered_at, language, accepted, sha256, receipt)
      select ${accountId}, charter, version, now(), language, true, sha256, charter || version
      from charters.version where language = 'fr'`.execute(tx);
  });
  const unused = () => {
    throw new Error("a bench draws no page");
  };
  const pages = { signOut: unused, signedOut: unused, leaving: unused, fault: unused, report: unused };
  return openProviders(world, [site], { ...pages, reach: fetch })("https://caf.example");
}

/** The library as it comes, with what Foyer asks of it and nothing of Foyer. */
function plain(): Provider {
  accountId = "somebody";
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = { ...privateKey.export({ format: "jwk" }), kid: "one", alg: "ES256", use: "sig" };
  return new Provider("https://plain.example/oidc", {
    clients: [
      {
        client_id: site.id,
        client_secret: site.secret,
        redirect_uris: [...site.redirectUris],
        id_token_signed_response_alg: "ES256",
        scope: "openid profile",
      },
    ],
    jwks: { keys: [jwk] },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    scopes: ["openid", "profile"],
    claims: { openid: ["sub"], profile: ["name"] },
    responseTypes: ["code"],
    pkce: { required: () => true },
    cookies: { keys: ["bench"] },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 600,
      IdToken: 600,
      Grant: 3600,
      Session: 3600,
      Interaction: 60,
    },
    findAccount: async () => ({ accountId, claims: async () => ({ sub: accountId, name: "Awa Diallo" }) }),
    expiresWithSession: async () => true,
    features: { devInteractions: { enabled: false } },
  });
}

/** Codes as an authorization leaves them behind: one browser's session, one grant, one verifier for all. */
async function mint(count: number): Promise<{ codes: string[]; verifier: string }> {
  const verifier = randomBytes(32).toString("base64url");
  const session = new (
    provider.Session as unknown as new (
      of: object,
    ) => InstanceType<typeof provider.Session>
  )({
    accountId,
    loginTs: Math.floor(Date.now() / 1000),
  });
  const grant = new provider.Grant({ accountId, clientId: site.id });
  grant.addOIDCScope("openid profile");
  const grantId = await grant.save();
  session.ensureClientContainer(site.id);
  session.grantIdFor(site.id, grantId);
  await session.save(3600);
  const client = await provider.Client.find(site.id);
  const codes = await Promise.all(
    Array.from({ length: count }, () =>
      new provider.AuthorizationCode({
        client,
        accountId,
        grantId,
        redirectUri: site.redirectUris[0],
        scope: "openid profile",
        codeChallenge: createHash("sha256").update(verifier).digest("base64url"),
        codeChallengeMethod: "S256",
        sessionUid: session.uid,
        expiresWithSession: true,
        nonce: verifier,
      } as never).save(),
    ),
  );
  return { codes: codes as string[], verifier };
}

answerParent({ start, mint }, async () => {
  for (const stop of stops.reverse()) await stop();
});
