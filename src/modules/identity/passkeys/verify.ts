import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { sameBytes, sha256 } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { unknownSubject } from "../identifiers.ts";
import { readAssertion } from "./answers.ts";
import { answersChallenge, type Site, userHandle } from "./challenge.ts";
import { findPasskey, type Purpose, type StoredPasskey } from "./store.ts";

/** Loaded by the first passkey that is used: it takes half a second. */
export const webauthn = () => import("@simplewebauthn/server");

/** Why a passkey is refused, for the journal; the person reads one sentence, which tells nothing. */
type Why = "challenge" | "origin" | "unknown" | "owner" | "proof";

export type Signed = { passkey: StoredPasskey; use: { counter: number; backedUp: boolean } };

export type Signing = {
  /** What the form carries: the browser's answer, as JSON. */
  credential: string;
  site: Site;
  /** To whom the challenge was given: the hash of a session's secret, or of a browser's. */
  holder: Buffer;
  purpose: Purpose;
  /** Whose passkey it must be, where that is known. */
  personId?: string;
};

/**
 * Whose passkey signed our challenge: known here, for this very site, unlocked by its owner, and not a copy. Undefined
 * otherwise, and journalled (SEC-08). The challenge is used up whatever the outcome.
 */
export async function verifySigned(world: World, signing: Signing): Promise<Signed | undefined> {
  const answer = readAssertion(signing.credential);
  if (!answer) return undefined;
  const { holder, purpose, site, personId } = signing;
  const credentialId = Buffer.from(answer.id, "base64url");
  const asked = await answersChallenge(world, holder, purpose, answer.said.challenge);
  const passkey = await findPasskey(world.db, credentialId);
  const refuse = (why: Why) =>
    refused(world, personId ?? passkey?.personId ?? unknownSubject(sha256(credentialId)), why);
  if (!asked) return refuse("challenge");
  if (answer.said.origin !== site.origin) return refuse("origin");
  if (!passkey) return refuse("unknown");
  if (personId ? passkey.personId !== personId : !isOf(world, passkey, answer.response.userHandle))
    return refuse("owner");
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await verifyAuthenticationResponse({
    response: answer as AuthenticationResponseJSON,
    expectedChallenge: answer.said.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    credential: {
      id: answer.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return refuse("proof");
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  return { passkey, use: { counter: newCounter, backedUp: credentialBackedUp } };
}

/** The authenticator was told whose passkey it is when it was made, and says it back. */
const isOf = (world: World, { personId }: StoredPasskey, told: string | undefined): boolean =>
  told !== undefined && sameBytes(userHandle(world, personId), Buffer.from(told, "base64url"));

const refused = (world: World, subject: string, why: Why): Promise<undefined> =>
  inTransaction(world.db, async (tx) => {
    const act = { subject, actor: "unknown", act: "passkey refused", at: world.clock(), detail: { why } };
    await record(tx, world.keys.journal, act);
    return undefined;
  });
