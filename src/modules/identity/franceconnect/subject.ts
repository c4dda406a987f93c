import { deriveKey, keyedHash, seal, unseal } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";
import { readMail } from "../contact/contact.ts";
import type { Told } from "./exchange.ts";

/** What finds a person by the subject that an issuer knows them by, without either standing in the database (CP-22). */
export const foundByTold = (world: World, { issuer, subject }: Pick<Told, "issuer" | "subject">): Buffer =>
  keyedHash(world.keys.index, "linked identity", issuer, subject);

/** The id_token of a session, sealed for its person. */
export const sealIdToken = (world: World, personId: string, idToken: string): Buffer =>
  seal(keysOf(world, "id_tokens"), idToken, personId);

export const unsealIdToken = (world: World, personId: string, sealed: Buffer): string =>
  unseal(keysOf(world, "id_tokens"), sealed, personId);

/** The mail address told by FranceConnect, sealed until the person takes it or not; null where it could not receive. */
export function sealedMail(world: World, personId: string, { claims }: Told): Buffer | null {
  const mail = typeof claims.email === "string" ? readMail(claims.email) : undefined;
  return mail ? seal(keysOf(world, "proposed mails"), mail, personId) : null;
}

export const unsealMail = (world: World, personId: string, sealed: Buffer): string =>
  unseal(keysOf(world, "proposed mails"), sealed, personId);

const keysOf = ({ keys }: World, purpose: string) =>
  new Map([[1, deriveKey(keys.input, `FranceConnect ${purpose}`)]]);
