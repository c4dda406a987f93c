import type { Db, Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { Address, Country } from "./address.ts";

type Tables = {
  address: {
    person_id: string;
    address_id: string;
    street: string;
    extra: string | null;
    postcode: string | null;
    town: string;
    country: Country;
    from_date: string;
    given_at: Date;
    replaced_at: Date | null;
  };
  person: { person_id: string };
};

const addresses = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** A person's address in use, and the day from which they live there, "YYYY-MM-DD". */
export type KnownAddress = Address & { from: string };

/** Where the person lives now, if the institution knows. */
export const findAddress = (db: Db | Tx, personId: string): Promise<KnownAddress | undefined> =>
  addresses(db)
    .selectFrom("address")
    .select(["street", "extra", "postcode", "town", "country", "from_date as from"])
    .where("person_id", "=", personId)
    .where("replaced_at", "is", null)
    .executeTakeFirst();

/** Puts a new address in use, from that civil day on; the one before is kept as history. */
export async function setAddress(
  tx: Tx,
  personId: string,
  address: Address,
  { from, at }: { from: string; at: Date },
): Promise<void> {
  // One after the other: two addresses given at the same moment must not both find none in use.
  await addresses(tx)
    .selectFrom("person")
    .select("person_id")
    .where("person_id", "=", personId)
    .forUpdate()
    .execute();
  await addresses(tx)
    .updateTable("address")
    .set({ replaced_at: at })
    .where("person_id", "=", personId)
    .where("replaced_at", "is", null)
    .execute();
  await addresses(tx)
    .insertInto("address")
    .values({
      person_id: personId,
      address_id: newId(),
      street: address.street,
      extra: address.extra,
      postcode: address.postcode,
      town: address.town,
      country: address.country,
      from_date: from,
      given_at: at,
      replaced_at: null,
    })
    .execute();
}
