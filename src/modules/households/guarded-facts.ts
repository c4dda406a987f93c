import { type Position, positionsInSpace } from "../../../law/access/positions.ts";
import { type FileFacts, noFacts } from "../../../law/access/relations.ts";
import type { Db, Tx } from "../../platform/database.ts";
import type { World } from "../../world.ts";
import { findFilelessFacts, findFileOf, type HouseholdFile } from "./store.ts";

/** Where a guardian stands for one person they protect: the file, if any, its facts, and what a decision makes them there. */
export type Guarded = { file: HouseholdFile | undefined; facts: FileFacts; position: Position };

/**
 * Where a guardian stands now for a person: in the file that person is part of; where they are part of none, in none, for
 * a first claim (MC-15). Undefined where no decision names them today (MC-06).
 */
export async function guardedBy(
  db: Db | Tx,
  world: World,
  guardian: string,
  protectedPerson: string,
): Promise<Guarded | undefined> {
  const { timeZone } = world.institution;
  const on = world.clock();
  const file = await findFileOf(db, protectedPerson, timeZone);
  const there = file && positionsInSpace(file.facts, guardian, protectedPerson, on)[0];
  if (there) return { file, facts: file.facts, position: there };
  const facts = { ...noFacts, timeZone, ...(await findFilelessFacts(db, protectedPerson)) };
  const [position] = positionsInSpace(facts, guardian, protectedPerson, on);
  return position && { file: undefined, facts, position };
}

/** What a journal entry says of a guardian's act: in which quality, and by which measure (SEC-12). */
export const asGuardian = ({ position }: Guarded): { as: string; measure: string } => ({
  as: "guardian",
  measure: [...(position.measure?.kinds ?? [])].toSorted().join(" "),
});
