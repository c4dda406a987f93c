import { findPersons } from "../../src/modules/identity/index.ts";
import { admitStructure } from "../../src/modules/partners/index.ts";
import { inTransaction } from "../../src/platform/database.ts";
import type { World } from "../../src/world.ts";

/** An invented structure and its people, each with what opens a first sign-in. */
export const demoPartners = [
  {
    personId: "00000000-0000-4000-8000-000000005401",
    firstNames: "Hélène",
    lastName: "Marchal",
    mail: "helene.marchal@horizon-nancy.exemple.fr",
    role: "manager",
    number: "5418307264",
    password: "7K2M-Q4ZB-0XHC",
  },
  {
    personId: "00000000-0000-4000-8000-000000005402",
    firstNames: "Bilal",
    lastName: "Ouardi",
    mail: "bilal.ouardi@horizon-nancy.exemple.fr",
    role: "colleague",
    number: "5490615382",
    password: "M3VT-8RDA-5WPE",
  },
] as const;

/** Loads them into an empty database; does nothing where they are already. */
export async function loadPartners(world: World): Promise<void> {
  const ids = demoPartners.map(({ personId }) => personId);
  if ((await findPersons(world.db, ids)).length > 0) return;
  const people = await Promise.all(
    demoPartners.map(async ({ password: typed, ...one }) => ({
      ...one,
      first: { typed, hashed: await world.passwords.hash(typed) },
    })),
  );
  await inTransaction(world.db, (tx) =>
    admitStructure(
      tx,
      world,
      { agentId: "agent demo", name: "Demo" },
      {
        structureId: "00000000-0000-4000-8000-000000005400",
        name: "Association Horizon Nancy",
        kind: "association",
        number: { kind: "rna", value: "W543007781" },
        address: { street: "4 rue du Moulin", extra: null, postcode: "54000", town: "Nancy" },
        mailDomain: "horizon-nancy.exemple.fr",
        services: [
          { serviceId: "00000000-0000-4000-8000-000000005410", name: "Accompagnement social", people },
        ],
      },
    ),
  );
}
