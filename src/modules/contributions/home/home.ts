import type { World } from "../../../world.ts";
import {
  type ContactPoint,
  closedLately,
  findAddress,
  findContactPoints,
  type KnownAddress,
  type Person,
  type Visitor,
} from "../../identity/index.ts";
import type { Contributor } from "../contributor.ts";

/** What an insured person or an employer finds at home: their own data, and nobody else's (CN-01, CN-12). */
export type ContributorHome = {
  person: Person;
  contributor: Contributor;
  previousSignInAt: Date | null;
  timeZone: string;
  points: ContactPoint[];
  address: KnownAddress | undefined;
  /** The access was closed on a report lately: they may read what was done before it (CN-09). */
  alarmAt: Date | undefined;
};

/** Gathers the home page of the account that is signed in. */
export async function gatherHome(
  world: World,
  visitor: Visitor,
  contributor: Contributor,
): Promise<ContributorHome> {
  const { person, previousSignInAt } = visitor;
  const [points, address, alarmAt] = await Promise.all([
    findContactPoints(world.db, person.personId),
    contributor.kind === "insured" ? findAddress(world.db, person.personId) : undefined,
    closedLately(world, visitor),
  ]);
  const { timeZone } = world.institution;
  return { person, contributor, previousSignInAt, timeZone, points, address, alarmAt: alarmAt ?? undefined };
}
