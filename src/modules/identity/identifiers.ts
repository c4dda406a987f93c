import type { Identifier } from "../../../law/credentials/identifier.ts";
import { type Keys, keyedHash, seal } from "../../platform/crypto.ts";

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
