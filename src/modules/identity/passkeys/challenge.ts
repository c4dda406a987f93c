import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { secondStepLimits } from "../../../../law/credentials/second-step.ts";
import { keyedHash, newSecret } from "../../../platform/crypto.ts";
import type { Request } from "../../../platform/http/server.ts";
import type { World } from "../../../world.ts";
import type { Visitor } from "../session/session.ts";
import { findPasskeys, insertChallenge, type Purpose, takeChallenge } from "./store.ts";

/** The site that a passkey is for, as the browser names it in what it signs. */
export type Site = { origin: string; rpId: string };

/**
 * The site this request came to. The `Host` header led it here because it is one of the institution's hosts; a
 * forwarded one would be whatever the caller wrote, where a proxy does not set it.
 */
export function siteOf(request: Request): Site {
  const { origin, hostname } = new URL(`${request.protocol}://${request.headers.host}`);
  return { origin, rpId: hostname };
}

/** Milliseconds a challenge lives. */
export const challengeLife = secondStepLimits.challengeMinutes.value * 60_000;

/** Something new to sign, kept for its holder: the hash of a session's secret, or of a browser's. */
export async function newChallenge(world: World, holder: Buffer, purpose: Purpose): Promise<Buffer> {
  const challenge = Buffer.from(newSecret(), "base64url");
  await insertChallenge(world.db, { holder, challenge, purpose, asked_at: world.clock() });
  return challenge;
}

/** What the browser needs to have a passkey sign: nothing in it tells who has one. */
export async function requestOptions(
  world: World,
  holder: Buffer,
  purpose: Exclude<Purpose, "create">,
  { rpId }: Site,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await newChallenge(world, holder, purpose);
  return {
    challenge: challenge.toString("base64url"),
    rpId,
    timeout: challengeLife,
    userVerification: "required",
  };
}

/** The same for one of the person's own passkeys, in this session of theirs. */
export async function ownOptions(
  world: World,
  { secretHash, person }: Visitor,
  purpose: "second step" | "confirm",
  site: Site,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await requestOptions(world, secretHash, purpose, site);
  const held = await findPasskeys(world.db, person.personId);
  const allowCredentials = held.map(({ credentialId }) => ({
    id: credentialId.toString("base64url"),
    type: "public-key" as const,
  }));
  return { ...options, allowCredentials };
}

/** Whether this holder was given that challenge for that purpose, lately. Asking uses it up. */
export async function answersChallenge(
  world: World,
  holder: Buffer,
  purpose: Purpose,
  challenge: string,
): Promise<boolean> {
  const asked = { holder, purpose, challenge: Buffer.from(challenge, "base64url") };
  const given = await takeChallenge(world.db, asked);
  return given !== undefined && world.clock().getTime() - given.askedAt.getTime() < challengeLife;
}

/** How authenticators call a person: it tells nothing, not even that two sites mean the same one. */
export const userHandle = (world: World, personId: string): Buffer =>
  keyedHash(world.keys.index, "passkey user", personId);
