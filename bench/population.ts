import { sql } from "kysely";
import { readIdentifier } from "../law/credentials/identifier.ts";
import { nirKey } from "../law/credentials/nir.ts";
import { composedPassword } from "../law/credentials/password.ts";
import { openFile } from "../src/modules/households/index.ts";
import { admit } from "../src/modules/identity/index.ts";
import { inTransaction, type Tx } from "../src/platform/database.ts";
import { newId } from "../src/platform/ids.ts";
import type { World } from "../src/world.ts";

/** A holder who can sign in, from an address of their own. */
export type Inhabitant = { personId: string; identifier: string; password: string; address: string };

/** Everybody's: hashing thousands of passwords would take minutes, so one hash serves all. */
const password = "Peuplier-2026-vert";

const filesPerTransaction = 250;

/**
 * Fills an empty world with invented households of four, through the doors of the modules, every holder past the
 * first sign-in. Only that last part is written by SQL: the pages would take an hour.
 */
export async function populate(world: World, files: number): Promise<Inhabitant[]> {
  const inhabitants = Array.from({ length: files }, (_, index) => inhabitant(index));
  for (let from = 0; from < files; from += filesPerTransaction) {
    const batch = inhabitants.slice(from, from + filesPerTransaction);
    await inTransaction(world.db, async (tx) => {
      for (const [index, holder] of batch.entries()) await settle(tx, world, holder, from + index);
    });
  }
  await passFirstSignIn(world);
  return inhabitants;
}

function inhabitant(index: number): Inhabitant {
  const first13 = `2${two(60 + (index % 40))}${two(1 + (index % 12))}75${three(1 + (Math.trunc(index / 900) % 900))}${three(1 + (index % 900))}`;
  return {
    personId: newId(),
    identifier: first13 + nirKey(first13),
    password,
    address: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
  };
}

const two = (number: number) => String(number).padStart(2, "0");
const three = (number: number) => String(number).padStart(3, "0");

async function settle(tx: Tx, world: World, { personId, identifier }: Inhabitant, index: number) {
  const read = readIdentifier(identifier);
  if ("refused" in read) throw new Error(`The bench made an impossible number: ${read.refused.says.en}`);
  const member = (firstNames: string, birthDate: string) => ({
    person: { personId: newId(), firstNames, birthName: `Essai ${index}`, usedName: null, birthDate },
  });
  const holder = { ...member("Claude Dominique", "1984-03-21").person, personId };
  const others = [
    member("Sacha", "1982-10-02"),
    member("Lou Maxence", "2014-06-27"),
    member("Noa", "2019-03-18"),
  ];
  await admit(tx, world, {
    person: holder,
    identifier: read,
    contacts: [
      { kind: "mail", value: `essai${index}@exemple.fr` },
      { kind: "mobile", value: `+336${String(index).padStart(8, "0")}` },
    ],
  });
  for (const other of others) await admit(tx, world, other);
  const roles = ["spouse", "child", "child"] as const;
  await openFile(tx, {
    fileNumber: String(1_000_000 + index),
    members: [
      { personId, role: "holder", from: "2019-04-01" },
      ...others.map(({ person }, at) => ({
        personId: person.personId,
        role: roles[at] ?? "child",
        from: "2019-04-01",
      })),
    ],
  });
}

/** Terms accepted, password chosen, contact points given, delegation declined: what the steps would have written. */
async function passFirstSignIn({ db, passwords, clock }: World) {
  const hashed = await passwords.hash(composedPassword(password));
  const at = clock();
  await sql`insert into identity.account
      (person_id, opened_at, hashed, password_chosen_at, contacts_answered_at, last_sign_in_at)
    select person_id, ${at}, ${hashed}, ${at}, ${at}, ${at} from identity.identifier`.execute(db);
  await sql`insert into charters.answer
      (person_id, charter, version, answered_at, language, accepted, sha256, receipt)
    select i.person_id, v.charter, v.version, ${at}, v.language, true, v.sha256, i.person_id || ' ' || v.charter
    from identity.identifier i cross join charters.version v where v.language = 'fr'`.execute(db);
  await sql`insert into households.delegation_answer (file_id, person_id, answered_at, granted)
    select file_id, person_id, ${at}, false from households.member where role = 'holder'`.execute(db);
}
