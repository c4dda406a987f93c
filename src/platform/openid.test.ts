import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { authorizationCodeGrant, buildAuthorizationUrl, fetchUserInfo } from "openid-client";
import { openIdProvider } from "./openid.ts";

/** A provider of a few lines, whose every answer a test can change. */
let server: Server;
let issuer: string;
let asked: Record<string, number>;
let broken: Record<string, number>;
let key: { kid: string; privateKey: KeyObject; jwk: object };
let alg: string;
let described: Record<string, unknown>;
let delay: number;
let now: Date;

before(async () => {
  server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", issuer).pathname;
    asked[path] = (asked[path] ?? 0) + 1;
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay).unref());
    const status = broken[path];
    if (status) return response.writeHead(status).end("{}");
    const [type, body] = answers[path]?.(request) ?? ["text/plain", ""];
    response.writeHead(200, { "content-type": type }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = {};
  broken = {};
  delay = 0;
  alg = "ES256";
  key = newKey("one");
  described = {};
  now = new Date("2026-03-10T09:00:00Z");
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const answers: Record<string, (request: IncomingMessage) => [type: string, body: string]> = {
  "/.well-known/openid-configuration": () => [
    "application/json",
    JSON.stringify({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ["ES256", "HS256", "none"],
      ...described,
    }),
  ],
  "/keys": () => ["application/json", JSON.stringify({ keys: [key.jwk] })],
  "/token": () => [
    "application/json",
    JSON.stringify({ access_token: "t", token_type: "Bearer", expires_in: 60, id_token: token() }),
  ],
  "/userinfo": () => ["application/jwt", token()],
};

function newKey(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: "jwk" }), kid, alg: "ES256", use: "sig" } };
}

function token(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const seconds = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: "us", sub: "s", nonce: "n", iat: seconds, exp: seconds + 60 };
  const text = `${part({ alg, kid: key.kid })}.${part(claims)}`;
  if (alg === "none") return `${text}.`;
  const signature = sign("sha256", Buffer.from(text), { key: key.privateKey, dsaEncoding: "ieee-p1363" });
  return `${text}.${signature.toString("base64url")}`;
}

const provider = (patience?: number) =>
  openIdProvider({ issuer, clientId: "us", clientSecret: "x".repeat(32) }, () => now, patience);

async function exchange(openId: ReturnType<typeof provider>) {
  const { configuration } = await openId.client();
  const back = new URL(`http://us.localhost/back?code=c&state=s&iss=${encodeURIComponent(issuer)}`);
  return authorizationCodeGrant(configuration, back, { expectedState: "s", expectedNonce: "n" });
}

const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

const description = "/.well-known/openid-configuration";

test("SEC-14 the provider describes itself once an hour, however many ask, and at the same moment too", async () => {
  const openId = provider();
  await Promise.all(Array.from({ length: 20 }, () => openId.client()));
  assert.equal(asked[description], 1);
  pass(3599);
  await openId.client();
  assert.equal(asked[description], 1);
  pass(1);
  await openId.client();
  assert.equal(asked[description], 2);
});

test("SEC-14 while no description comes the last one serves, for a day", async () => {
  const openId = provider();
  await openId.client();
  broken[description] = 500;
  pass(23 * 3600);
  const { configuration } = await openId.client();
  assert.equal(buildAuthorizationUrl(configuration, {}).origin, issuer);
  pass(3600);
  await assert.rejects(openId.client());
});

test("SEC-14 a provider that is away is not asked again at once, and is as soon as it is back", async () => {
  const openId = provider();
  broken[description] = 503;
  for (let n = 0; n < 10; n++) await assert.rejects(openId.client());
  assert.equal(asked[description], 1);
  broken = {};
  pass(5);
  await openId.client();
  assert.equal(asked[description], 2);
});

test("SEC-14 a description in another issuer's name is refused", async () => {
  described = { issuer: "https://autre.exemple" };
  await assert.rejects(provider().client(), { code: "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED" });
});

test("SEC-14 the keys are fetched once, and again at once when a token is signed with a new one", async () => {
  const openId = provider();
  await exchange(openId);
  await exchange(openId);
  assert.equal(asked["/keys"], 1);
  key = newKey("two");
  await exchange(openId);
  assert.equal(asked["/keys"], 2);
});

test("SEC-14 the key changed between the id_token and the userinfo is found too", async () => {
  const openId = provider();
  const tokens = await exchange(openId);
  key = newKey("two");
  const { configuration, cameSigned } = await openId.client();
  await fetchUserInfo(configuration, tokens.access_token, "s");
  assert.ok(cameSigned());
});

test("SEC-14 keys that are never found make us ask 5 times a minute at most", async () => {
  const openId = provider();
  await exchange(openId);
  const { jwk } = key;
  for (let n = 0; n < 9; n++) {
    key = { ...newKey(`unknown-${n}`), jwk };
    await assert.rejects(exchange(openId), { code: "OAUTH_KEY_SELECTION_FAILED" });
  }
  assert.equal(asked["/keys"], 5);
  pass(60);
  await assert.rejects(exchange(openId));
  assert.equal(asked["/keys"], 6);
});

test("SEC-14 a signature by another key under a known name is refused", async () => {
  const openId = provider();
  await exchange(openId);
  key = { ...newKey("one"), jwk: key.jwk };
  await assert.rejects(exchange(openId), { code: "OAUTH_INVALID_RESPONSE" });
});

test("SEC-14 only ES256 and RS256 are taken, whatever the provider offers", async () => {
  for (const weak of ["none", "HS256", "ES384"]) {
    alg = weak;
    await assert.rejects(exchange(provider()), weak);
  }
});

test("SEC-14 keys that cannot be read are not kept", async () => {
  const openId = provider();
  const { "/keys": right } = answers;
  answers["/keys"] = () => ["application/json", "<html>"];
  await assert.rejects(exchange(openId));
  if (right) answers["/keys"] = right;
  await exchange(openId);
});

test("SEC-14 a provider that does not answer in time is given up", async () => {
  delay = 2000;
  const start = performance.now();
  await assert.rejects(provider(0.1).client(), { code: "OAUTH_TIMEOUT" });
  assert.ok(performance.now() - start < 1500);
  delay = 0;
  const openId = provider(0.1);
  await openId.client();
  delay = 2000;
  await assert.rejects(exchange(openId), { code: "OAUTH_TIMEOUT" });
});

test("SEC-14 userinfo that is not a signed token is told apart", async () => {
  const openId = provider();
  const { "/userinfo": right } = answers;
  answers["/userinfo"] = () => ["application/json", JSON.stringify({ sub: "s" })];
  const { configuration, cameSigned } = await openId.client();
  await fetchUserInfo(configuration, "t", "s");
  assert.ok(!cameSigned());
  if (right) answers["/userinfo"] = right;
});
