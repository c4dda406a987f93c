import type { Identifier } from "../../../law/credentials/identifier.ts";
import type { Tx } from "../../platform/database.ts";
import type { World } from "../../world.ts";
import type { Address } from "./address/address.ts";
import { setAddress } from "./address/store.ts";
import type { CivilStatus } from "./civil-status/civil-status.ts";
import { insertCivilStatus } from "./civil-status/store.ts";
import type { Reach } from "./contact/reach.ts";
import { insertContactPoint, verifyContactPoint } from "./contact/store.ts";
import { sealedIdentifier } from "./identifiers.ts";
import { isTaken } from "./open-account/store.ts";
import type { Person } from "./person.ts";
import { insertIdentifier, insertOldPassword, insertPerson } from "./store.ts";

export type Admitted = {
  person: Person;
  identifier?: Identifier;
  /** The file's old password, hashed by `world.passwords`: the same for each adult of the file (CP-03). */
  oldHashed?: string;
  /** Contact points the institution already holds; the person confirms them (CP-05). */
  contacts?: { kind: "mail" | "mobile"; value: string }[];
  /** A contact point whose code was typed before there was a person; left out where it identifies another account (MC-16). */
  verified?: Reach;
  civilStatus?: CivilStatus;
  /** Where the person lives, and since which civil day, "YYYY-MM-DD". */
  address?: Address & { from: string };
};

/** Writes down a person the institution already knows, with what opens their first sign-in. */
export async function admit(tx: Tx, world: World, admitted: Admitted): Promise<void> {
  const { personId } = admitted.person;
  await insertPerson(tx, admitted.person);
  if (admitted.identifier)
    await insertIdentifier(tx, sealedIdentifier(world.keys, personId, admitted.identifier));
  if (admitted.oldHashed) await insertOldPassword(tx, personId, admitted.oldHashed);
  const at = world.clock();
  const { civilStatus, address, verified, contacts = [] } = admitted;
  for (const contact of contacts) await insertContactPoint(tx, personId, contact, at);
  if (verified && !(await isTaken(tx, verified.kind, verified.value, at))) {
    await insertContactPoint(tx, personId, verified, at);
    await verifyContactPoint(tx, personId, verified, at, at);
  }
  if (civilStatus) await insertCivilStatus(tx, personId, civilStatus);
  if (address) await setAddress(tx, personId, address, { from: address.from, at });
}
