import type { Language } from "../../../../law/language.ts";
import { deriveKey, newSecret, sameBytes, seal, sha256, unseal } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { OpenId } from "../../../platform/openid.ts";
import type { World } from "../../../world.ts";
import type { Ended } from "./endings.ts";
import { type Proof, requestAddress, type Secrets } from "./exchange.ts";
import { findRequest, insertRequest, noteAnswered, type Purpose } from "./store.ts";

/** Minutes that a person has, from our page back to our page (SEC-14). */
export const requestMinutes = 10;

export type Asked = {
  purpose: Purpose;
  /** Who is signed in, where the request is about them. */
  personId?: string;
  /** Where the person was going. */
  next: string;
  /** The person signs in with another account than the one that FranceConnect may still have open. */
  another?: boolean;
  /** The secret of this browser, where it has one already: two tabs may ask at once. */
  browser: string | undefined;
  callback: string;
  language: Language;
};

export type Sent = { to: URL; browser: string } | Ended;

/** Begins a request to FranceConnect: it stands for ten minutes, for this browser, and for one answer. */
export async function askFranceConnect(world: World, openId: OpenId, asked: Asked): Promise<Sent> {
  const { purpose, personId = null, next, another = false, callback, language } = asked;
  const browser = browserSecret.test(asked.browser ?? "") ? (asked.browser as string) : newSecret();
  const secrets: Secrets = { state: newSecret(), nonce: newSecret(), verifier: newSecret() };
  const proof = another ? "chosen anew" : proofs[purpose];
  const sent = await requestAddress(openId, { ...secrets, callback, language, proof });
  if ("because" in sent) return sent;
  const stateHash = sha256(secrets.state);
  const kept = JSON.stringify({ nonce: secrets.nonce, verifier: secrets.verifier, next });
  await inTransaction(world.db, (tx) =>
    insertRequest(tx, {
      state_hash: stateHash,
      browser_hash: sha256(browser),
      purpose,
      person_id: personId,
      sealed: seal(requestKeys(world), kept, stateHash.toString("hex")),
      asked_at: world.clock(),
    }),
  );
  return { to: sent.to, browser };
}

/**
 * How the person must show there who they are. Whoever adds FranceConnect chooses the account that they mean, whichever one
 * somebody else left open on the same device.
 */
export const proofs = { "sign in": "any", link: "chosen anew", confirm: "recent" } as const satisfies Record<
  Purpose,
  Proof
>;

/** As `newSecret` draws them. */
const browserSecret = /^[\w-]{43}$/;

export type Request = Secrets & { purpose: Purpose; personId: string | null; next: string };

/**
 * Takes the request that an answer is to, once: neither another browser, nor a second answer, nor a late one gets it. An
 * answer brought by another browser does not use the request up for the one that asked (SEC-14).
 */
export async function takeRequest(
  world: World,
  state: string,
  browser: string | undefined,
): Promise<Request | (Ended & { next?: string })> {
  const stateHash = sha256(state);
  return inTransaction(world.db, async (tx) => {
    const at = world.clock();
    const found = await findRequest(tx, stateHash);
    if (!found || !sameBytes(found.browserHash, sha256(browser ?? "")))
      return { because: "unknown", why: found ? "another browser" : "unknown state" };
    const opened = unseal(requestKeys(world), found.sealed, stateHash.toString("hex"));
    const kept = JSON.parse(opened) as { nonce: string; verifier: string; next: string };
    const { next } = kept;
    if (found.answeredAt) return { because: "used", why: "state used", next };
    await noteAnswered(tx, stateHash, at);
    if (at.getTime() - found.askedAt.getTime() >= requestMinutes * 60_000)
      return { because: "late", why: "state expired", next };
    return { state, ...kept, purpose: found.purpose, personId: found.personId };
  });
}

const requestKeys = ({ keys }: World) => new Map([[1, deriveKey(keys.input, "requests to FranceConnect")]]);
