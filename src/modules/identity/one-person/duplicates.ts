import { distance } from "fastest-levenshtein";
import { nameKey } from "../../../../law/credentials/names.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import type { Queue } from "../../../platform/jobs.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { everybody, type PersonFilter } from "../at-desk/store.ts";
import type { Person } from "../person.ts";
import { findPersons } from "../store.ts";
import {
  findBornOn,
  findOpenDuplicates,
  insertDuplicates,
  isOpenDuplicate,
  type Namesake,
  type PossibleDuplicate,
  settleDuplicate,
} from "./store.ts";

/** Slips of a key or a pen that two spellings of one name may be apart. */
const slips = 2;

/** How two people born on one day look alike, if they do: a name in common, and a first name. */
export function likeness(
  one: Pick<Person, "firstNames" | "birthName">,
  other: Pick<Namesake, "firstNames" | "nameKey">,
): PossibleDuplicate["likeness"] | undefined {
  const [name, first] = [nameKey(one.birthName), nameKey(one.firstNames).split(" ")[0] ?? ""];
  const otherFirst = nameKey(other.firstNames).split(" ")[0] ?? "";
  if (name === other.nameKey && first === otherFirst) return "same name";
  const apart = distance(name, other.nameKey) + distance(first, otherFirst);
  return apart <= slips && name.length > 3 ? "near spelling" : undefined;
}

/** Somebody new, to be looked at once they stand: what it takes is not seen in the time of the answer (SEC-02). */
export const newcomerQueue: Queue<{ personId: string }> = { name: "newcomer" };

/** Looks for records that newcomers may already have. */
export const watchNewcomers = (world: World): Promise<void> =>
  world.jobs.work(newcomerQueue, (_id, { personId }) =>
    inTransaction(world.db, async (tx) => {
      const [person] = await findPersons(tx, [personId]);
      if (person) await noteDuplicates(tx, world, person);
    }),
  );

/** Notes the records that a new person may already have here, for agents to look at (CP-12). */
export async function noteDuplicates(tx: Tx, world: World, person: Person): Promise<void> {
  const at = world.clock();
  const born = await findBornOn(tx, person.birthDate, person.personId);
  const found = born.flatMap((other): PossibleDuplicate[] => {
    const like = likeness(person, other);
    const [personId = "", otherPerson = ""] = [person.personId, other.personId].sort();
    return like ? [{ personId, otherPerson, likeness: like, foundAt: at }] : [];
  });
  await insertDuplicates(tx, found);
}

export type ShownDuplicate = PossibleDuplicate & { persons: [Person, Person] };

/** Pairs of records of these persons that may be one person's, at most `limit`. Whoever asks must be an agent. */
export async function possibleDuplicates(
  world: World,
  whose: PersonFilter = everybody,
  limit = 50,
): Promise<ShownDuplicate[]> {
  const pairs = await findOpenDuplicates(world.db, whose, limit);
  const persons = await findPersons(
    world.db,
    pairs.flatMap((pair) => [pair.personId, pair.otherPerson]),
  );
  const byId = new Map(persons.map((person) => [person.personId, person]));
  return pairs.flatMap((pair) => {
    const [one, other] = [byId.get(pair.personId), byId.get(pair.otherPerson)];
    return one && other ? [{ ...pair, persons: [one, other] as [Person, Person] }] : [];
  });
}

/** Whether that pair waits for somebody to look at it. */
export const isPossibleDuplicate = async (
  world: World,
  pair: { personId: string; otherPerson: string },
): Promise<boolean> =>
  [pair.personId, pair.otherPerson].every((id) => uuid.test(id)) && isOpenDuplicate(world.db, pair);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An agent says that two records are two people's: the pair is no longer shown. */
export const dismissDuplicate = (
  world: World,
  agent: Agent,
  pair: { personId: string; otherPerson: string },
): Promise<boolean> =>
  inTransaction(world.db, (tx) => settleDuplicate(tx, pair, agent.agentId, world.clock()));
