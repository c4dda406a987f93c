import type { Identifier } from "../../../law/credentials/identifier.ts";
import type { Tx } from "../../platform/database.ts";
import type { World } from "../../world.ts";
import { insertContactPoint } from "./contact/store.ts";
import { sealedIdentifier } from "./identifiers.ts";
import type { Person } from "./person.ts";
import { insertIdentifier, insertOldPassword, insertPerson } from "./store.ts";

export type Admitted = {
  person: Person;
  identifier?: Identifier;
  /** The file's old password, hashed by `world.passwords`: the same for each adult of the file (CP-03). */
  oldHashed?: string;
  /** Contact points the institution already holds; the person confirms them (CP-05). */
  contacts?: { kind: "mail" | "mobile"; value: string }[];
};

/** Writes down a person the institution already knows, with what opens their first sign-in. */
export async function admit(tx: Tx, world: World, admitted: Admitted): Promise<void> {
  const { personId } = admitted.person;
  await insertPerson(tx, admitted.person);
  if (admitted.identifier)
    await insertIdentifier(tx, sealedIdentifier(world.keys, personId, admitted.identifier));
  if (admitted.oldHashed) await insertOldPassword(tx, personId, admitted.oldHashed);
  for (const contact of admitted.contacts ?? [])
    await insertContactPoint(tx, personId, contact, world.clock());
}
