import { agreement } from "../../../../law/credentials/lost-contact.ts";
import { keyedHash, seal, unseal } from "../../../platform/crypto.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import {
  findContactPoints,
  findPersons,
  noticeContacts,
  type Person,
  personBy,
} from "../../identity/index.ts";
import type { ToldProtected } from "./draft.ts";
import { maskIban } from "./iban.ts";

/** Finds deposits about one number without saying which. */
export const toldKey = (world: World, { identifier }: ToldProtected): Buffer =>
  keyedHash(world.keys.index, "guardianship", identifier.kind, identifier.value);

export const sealTold = (world: World, told: ToldProtected, depositId: string): Buffer =>
  seal(world.keys.nir, JSON.stringify(told), depositId);

export const toldOn = (world: World, { sealed, depositId }: { sealed: Buffer; depositId: string }) =>
  JSON.parse(unseal(world.keys.nir, sealed, depositId)) as ToldProtected;

const bankKeys = ({ keys }: World) => new Map([[1, keys.bank]]);

/** The account stands in the database sealed, bound to its deposit (MC-09). */
export const sealBank = (world: World, iban: string, depositId: string): Buffer =>
  seal(bankKeys(world), iban, depositId);

/** The account of a deposit as it may be shown. */
export const shownBank = (world: World, sealed: Buffer, depositId: string): string =>
  maskIban(unseal(bankKeys(world), sealed, depositId));

/** The person told, where number, name and birth date are all of one person here. */
export async function personTold(world: World, told: ToldProtected): Promise<Person | undefined> {
  const found = await personBy(world, told.identifier.value);
  if ("refused" in found) return undefined;
  const [person] = await findPersons(world.db, [found.personId]);
  if (!person) return undefined;
  const agrees = agreement({ ...told, firstNames: "" }, person);
  return agrees.name && agrees.birthDate ? person : undefined;
}

/** Where a person is written to; `unproven` adds what they gave and never confirmed. */
async function addressesOf(db: Db | Tx, personId: string, unproven: boolean): Promise<string[]> {
  const points = await findContactPoints(db, personId);
  const own = points.filter(({ verifiedAt }) => unproven || verifiedAt !== null);
  return [...own, ...(await noticeContacts(db, personId))].map(({ value }) => value.toLowerCase());
}

/**
 * Whether a guardian is written to where the protected person is (MC-10). What the guardian never confirmed counts only
 * where `unproven`: giving an address must not tell whose it is.
 */
export async function contactsMeet(
  db: Db | Tx,
  { guardian, protectedPerson }: { guardian: string; protectedPerson: string },
  unproven = false,
): Promise<boolean> {
  const theirs = new Set(await addressesOf(db, protectedPerson, true));
  return (await addressesOf(db, guardian, unproven)).some((value) => theirs.has(value));
}
