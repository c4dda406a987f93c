import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { JWK } from "oidc-provider";

export type Algorithm = "ES256" | "RS256";

/** A key that signs what the provider says. */
export type SigningKey = { jwk: JWK; privateKey: KeyObject; algorithm: Algorithm; kid: string };

let drawn = 0;

/** Draws a new key. */
export function drawKey(algorithm: Algorithm): SigningKey {
  const { privateKey } =
    algorithm === "ES256"
      ? generateKeyPairSync("ec", { namedCurve: "P-256" })
      : generateKeyPairSync("rsa", { modulusLength: 2048 });
  const kid = `key-${++drawn}`;
  const jwk = { ...privateKey.export({ format: "jwk" }), kid, alg: algorithm, use: "sig" } as JWK;
  return { jwk, privateKey, algorithm, kid };
}

/** Signs these claims as the provider would. */
export function signed(claims: Record<string, unknown>, { privateKey, algorithm, kid }: SigningKey): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: algorithm, typ: "JWT", kid })}.${part(claims)}`;
  const signature = sign("sha256", Buffer.from(text), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `${text}.${signature.toString("base64url")}`;
}

/** What a token claims, its signature unlooked at. */
export const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
