import { type Identifier, readIdentifier } from "../../../law/credentials/identifier.ts";
import { type Keys, keyedHash, seal } from "../../platform/crypto.ts";
import type { World } from "../../world.ts";

/** Reads what somebody typed to say who they are, in the kinds of identifier that this institution has (CP-02, CN-13). */
export const typedIdentifier = ({ institution }: Pick<World, "institution">, typed: string) =>
  readIdentifier(typed, institution.accounts?.numbers);

/** What finds an identifier in the database without reading it there (SEC-10). */
export const foundBy = (keys: Keys, identifier: Identifier): Buffer =>
  keyedHash(keys.index, identifier.kind, identifier.value);

/** An identifier as it is stored: sealed, and bound to its person. */
export const sealedIdentifier = (keys: Keys, personId: string, identifier: Identifier) => ({
  person_id: personId,
  kind: identifier.kind,
  found_by: foundBy(keys, identifier),
  sealed: seal(keys.nir, identifier.value, personId),
});

/** What is done about an identifier nobody has is journalled too, under an id of its own that tells nothing. */
export function unknownSubject(foundBy: Buffer): string {
  const hex = foundBy.subarray(0, 16).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
