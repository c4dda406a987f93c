import { type DelegationEnd, endOfDelegation } from "../../../../law/access/delegation.ts";
import { civilDay } from "../../../../law/access/relations.ts";
import type { World } from "../../../world.ts";
import { callName, findPersons } from "../../identity/index.ts";
import type { Standing } from "../standing.ts";

/** A delegation as its holder reads it; `day` is the civil day it was given. */
export type ShownDelegation = { name: string | undefined; day: string; end: DelegationEnd | undefined };

/** The delegations a holder gave on their file and what became of each, the last one first (CP-18). */
export async function delegationsBy(
  world: World,
  { file, personId }: Pick<Standing, "file" | "personId">,
): Promise<ShownDelegation[]> {
  if (!file) return [];
  const { facts } = file;
  const own = facts.delegations.filter(({ by }) => by === personId).toReversed();
  const persons = await findPersons(world.db, [...new Set(own.map(({ to }) => to))]);
  const names = new Map(persons.map((person) => [person.personId, callName(person)]));
  return own.map((one) => ({
    name: names.get(one.to),
    day: civilDay(one.from, facts.timeZone),
    end: endOfDelegation(facts, one, world.clock()),
  }));
}
