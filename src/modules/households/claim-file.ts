import { decide, decideInSpace } from "../../../law/access/decide.ts";
import { civilDay, noFacts } from "../../../law/access/relations.ts";
import { type MayClaim, mayClaim } from "../../../law/claims/who-may-claim.ts";
import type { Tx } from "../../platform/database.ts";
import { newDigits, newId } from "../../platform/ids.ts";
import { record } from "../../platform/journal.ts";
import type { Refusal } from "../../site/refused-page.ts";
import type { World } from "../../world.ts";
import { asGuardian, guardedBy } from "./guarded-facts.ts";
import type { Standing } from "./standing.ts";
import {
  findFileOf,
  type HouseholdFile,
  insertMembers,
  insertNewFile,
  lockFile,
  lockPerson,
} from "./store.ts";

/** Whether this person may claim now, by which rule, and whether a file opens with it (CP-11, MC-15). */
export const mayClaimNow = ({ may, place }: Pick<Standing, "may" | "place">): MayClaim =>
  mayClaim({ forHousehold: may("claim-for-household"), inOwnName: may("claim-individually"), place });

/** The file that a claim stands on, and in which quality somebody else made it. */
export type ClaimFile = {
  fileId: string;
  fileNumber: string;
  as: Record<string, never> | { as: string; measure: string };
};

/** Whom something is done for, and who does it: the person, or who protects them (MC-07). */
export type ActedFor = { personId: string; actor: string };

/**
 * The file that a claim stands on, once nobody else can change its facts. Who is part of none becomes the holder of a new
 * one, from this day on, by their own claim or their guardian's (MC-15). To be called in the transaction that writes the
 * claim.
 */
export async function fileForClaim(
  tx: Tx,
  world: World,
  { personId, actor }: ActedFor,
): Promise<ClaimFile | { refused: Refusal }> {
  const { timeZone } = world.institution;
  // Two first claims at the same moment must not open two files.
  await lockPerson(tx, personId);
  const seen = await findFileOf(tx, personId, timeZone);
  if (seen) await lockFile(tx, seen.fileId);
  const stands = await (personId === actor
    ? inPerson(tx, world, personId)
    : inSpace(tx, world, personId, actor));
  const { decided } = stands;
  if (!decided.allowed) {
    const { says, source, way } = decided;
    return { refused: { says, source, way } };
  }
  if (decided.opensFile) return becomeHolder(tx, world, { personId, actor }, stands.as);
  if (!stands.file) throw new Error("The law let somebody claim on a file that is not there");
  const { fileId, fileNumber } = stands.file;
  return { fileId, fileNumber, as: stands.as };
}

type Stands = { file: HouseholdFile | undefined; decided: MayClaim; as: ClaimFile["as"] };

async function inPerson(tx: Tx, world: World, personId: string): Promise<Stands> {
  const file = await findFileOf(tx, personId, world.institution.timeZone);
  const asked = { file: file?.facts ?? noFacts, actor: personId, on: world.clock() };
  const decided = mayClaim({
    forHousehold: decide({ ...asked, act: "claim-for-household" }),
    inOwnName: decide({ ...asked, act: "claim-individually" }),
  });
  return { file, decided, as: {} };
}

/** What the decision that names the guardian lets them do for that person, whatever else they are to the file (MC-06). */
async function inSpace(tx: Tx, world: World, personId: string, guardian: string): Promise<Stands> {
  const guarded = await guardedBy(tx, world, guardian, personId);
  const asked = { file: guarded?.facts ?? noFacts, actor: guardian, on: world.clock() };
  const decided = mayClaim({
    forHousehold: decideInSpace(personId, { ...asked, act: "claim-for-household" }),
    inOwnName: decideInSpace(personId, { ...asked, act: "claim-individually" }),
    ...(guarded?.position.measure && { place: guarded.position.measure.without }),
  });
  return { file: guarded?.file, decided, as: guarded ? asGuardian(guarded) : {} };
}

/** How often a number is drawn: one in ten starts with 0 and does not serve. */
const draws = 50;

/** File numbers have 7 digits, drawn at random, so that none tells how many files there are. */
async function becomeHolder(
  tx: Tx,
  world: World,
  { personId, actor }: ActedFor,
  as: ClaimFile["as"],
): Promise<ClaimFile> {
  const at = world.clock();
  const fileId = newId();
  for (let n = 0; n < draws; n++) {
    const fileNumber = newDigits(7);
    if (fileNumber.startsWith("0")) continue;
    if (!(await insertNewFile(tx, { file_id: fileId, file_number: fileNumber, office: null }))) continue;
    const from = civilDay(at, world.institution.timeZone);
    await insertMembers(tx, [
      { file_id: fileId, person_id: personId, role: "holder", from_date: from, until_date: null },
    ]);
    const act = "became a holder by claiming";
    await record(tx, world.keys.journal, {
      subject: personId,
      actor,
      act,
      at,
      detail: { fileNumber, ...as },
    });
    return { fileId, fileNumber, as };
  }
  throw new Error("No file number was free");
}
