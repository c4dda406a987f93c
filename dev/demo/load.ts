import { readIdentifier } from "../../law/credentials/identifier.ts";
import { hasFiles, openFile } from "../../src/modules/households/index.ts";
import { admit } from "../../src/modules/identity/index.ts";
import { inTransaction } from "../../src/platform/database.ts";
import type { World } from "../../src/world.ts";
import { addressOf, civilStatusOf } from "./civil-statuses.ts";
import { loadContributors } from "./cnss.ts";
import { loadPartners } from "./cpam54.ts";
import { type DemoFile, demoFiles, hasAccount, identifierOf } from "./people.ts";

/** Loads the demo people into an empty database; does nothing where there are files already. */
export async function loadDemo(world: World): Promise<void> {
  const { accounts } = world.institution;
  if (accounts?.home === "insured") return loadContributors(world);
  if (accounts?.home === "partners") return loadPartners(world);
  if (!accounts || (await hasFiles(world.db))) return;
  for (const file of demoFiles) await loadFile(world, file);
}

async function loadFile(world: World, file: DemoFile): Promise<void> {
  const oldHashed = await world.passwords.hash(file.oldPassword);
  await inTransaction(world.db, async (tx) => {
    for (const person of file.people) {
      const status = civilStatusOf(person.id);
      const address = addressOf(file.fileNumber);
      const identifier = readIdentifier(identifierOf(person) ?? "");
      if ("refused" in identifier) throw new Error(`${person.firstNames} has an impossible identifier`);
      await admit(tx, world, {
        person: {
          personId: person.id,
          firstNames: person.firstNames,
          birthName: person.birthName,
          usedName: person.usedName ?? null,
          birthDate: person.birthDate,
        },
        identifier,
        ...(hasAccount(person) && { oldHashed }),
        contacts: [
          ...(person.mail ? [{ kind: "mail" as const, value: person.mail }] : []),
          ...(person.mobile ? [{ kind: "mobile" as const, value: person.mobile }] : []),
        ],
        ...(status && { civilStatus: status }),
        ...(address && { address: { ...address, from: startOf(file, person.birthDate) } }),
      });
    }
    await openFile(tx, {
      fileNumber: file.fileNumber,
      members: file.people.map((person) => ({
        personId: person.id,
        role: person.role,
        from: startOf(file, person.birthDate),
      })),
      ...(file.entitlements && { entitlements: file.entitlements }),
      ...(file.protections && { protections: file.protections }),
    });
  });
}

/** A child joins the household at birth, the others when the file was opened. */
const startOf = (file: DemoFile, birthDate: string) => (birthDate > file.since ? birthDate : file.since);
