import type { InsuredRegistry, Told } from "../../src/insured-registry/insured-registry.ts";
import { insuredRegistryOf } from "../../src/insured-registry/table.ts";
import { insertEmployer } from "../../src/modules/contributions/index.ts";
import { admit, findPersons } from "../../src/modules/identity/index.ts";
import { inTransaction } from "../../src/platform/database.ts";
import type { World } from "../../src/world.ts";

/** Somebody who was handed a first password and never signed in. Invented people and companies. */
export type DemoContributor = {
  id: string;
  firstNames: string;
  birthName: string;
  birthDate: string;
  number: string;
  firstPassword: string;
  mail: string;
  /** The company they act for. */
  company?: { id: string; name: string; quality: string };
};

export const contributors = [
  {
    id: "00000000-0000-4000-8000-000000001101",
    firstNames: "Hodan",
    birthName: "Robleh",
    birthDate: "1987-04-12",
    number: "100482731",
    firstPassword: "7K2M-Q4ZB-0XHC",
    mail: "hodan.robleh@exemple.fr",
  },
  {
    id: "00000000-0000-4000-8000-000000001102",
    firstNames: "Idriss",
    birthName: "Waberi",
    birthDate: "1979-09-30",
    number: "204517",
    firstPassword: "M3RT-58VN-K9PA",
    mail: "idriss.waberi@exemple.fr",
    company: {
      id: "00000000-0000-4000-8000-000000001201",
      name: "Boulangerie du Port",
      quality: "gérant",
    },
  },
] as const satisfies readonly DemoContributor[];

/** Those the register knows and who have no access yet: they ask for it (CN-13). */
export const askers = [
  {
    kind: "insured",
    number: "100593846",
    firstNames: "Kadra Fatouma",
    birthName: "Guedi-Omar",
    birthDate: "1992-11-03",
  },
  { kind: "employer", number: "318406", companyName: "Transports Arta" },
] as const satisfies readonly Told[];

/** Stands for the institution's register: it knows all of these, and nobody else. */
export const demoInsuredRegistry = (): InsuredRegistry =>
  insuredRegistryOf([...contributors.map(rowOf), ...askers]);

const rowOf = ({ number, firstNames, birthName, birthDate, ...one }: DemoContributor): Told =>
  one.company
    ? { kind: "employer", number, companyName: one.company.name }
    : { kind: "insured", number, firstNames, birthName, birthDate };

/** Loads them into an empty database; does nothing where they are already. */
export async function loadContributors(world: World): Promise<void> {
  const ids = contributors.map(({ id }) => id);
  if ((await findPersons(world.db, ids)).length > 0) return;
  for (const one of contributors) await loadContributor(world, one);
}

async function loadContributor(world: World, one: DemoContributor): Promise<void> {
  const { id, firstNames, birthName, birthDate, number, company } = one;
  const oldHashed = await world.passwords.hash(one.firstPassword);
  await inTransaction(world.db, async (tx) => {
    await admit(tx, world, {
      person: { personId: id, firstNames, birthName, usedName: null, birthDate },
      identifier: { kind: company ? "employer" : "insurance", value: number },
      oldHashed,
      contacts: [{ kind: "mail", value: one.mail }],
    });
    if (!company) return;
    const { id: employerId, name, quality } = company;
    await insertEmployer(tx, { employerId, name, personId: id, quality }, world.clock());
  });
}
