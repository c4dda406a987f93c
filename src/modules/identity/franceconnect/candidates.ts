import { nameKey } from "../../../../law/credentials/names.ts";
import type { Nir } from "../../../../law/credentials/nir.ts";
import { birthDatesLike, type CivilIdentity, toldByNir } from "../../../../law/credentials/pivot.ts";
import { unseal } from "../../../platform/crypto.ts";
import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { type Candidate, findAlike, type Search } from "./store.ts";

/** A person whom a pivot identity may mean, with what the institution knows of them. */
export type Known = CivilIdentity & { personId: string; lastSignInAt: Date | null };

/** The persons of the institution whom a pivot identity may mean, as far as an index can tell. */
export async function candidatesFor(tx: Tx, world: World, pivot: CivilIdentity): Promise<Known[]> {
  const found = await findAlike(tx, searchFor(pivot));
  return found.map((one) => ({
    personId: one.personId,
    lastSignInAt: one.lastSignInAt,
    firstNames: one.firstNames,
    birthName: one.birthName,
    usedName: one.usedName,
    birthDate: one.birthDate,
    ...bornAs(world, one),
  }));
}

function searchFor(pivot: CivilIdentity): Search {
  const { from, to, also } = birthDatesLike(pivot.birthDate);
  return {
    birthDate: pivot.birthDate,
    between: { from, to },
    also,
    nameKeys: [nameKey(pivot.birthName), nameKey(pivot.usedName ?? "")].filter((key) => key !== ""),
    sex: pivot.sex ?? "",
    birthCode: pivot.birthCode ?? "",
  };
}

/** Sex and place of birth as the civil status says, else as the social-security number tells. */
function bornAs(world: World, one: Candidate): Pick<CivilIdentity, "sex" | "birthCode"> {
  if (one.sex && one.birthCode) return { sex: one.sex, birthCode: one.birthCode };
  if (!one.sealedNir) return { sex: undefined, birthCode: undefined };
  return toldByNir(unseal(world.keys.nir, one.sealedNir, one.personId) as Nir);
}
