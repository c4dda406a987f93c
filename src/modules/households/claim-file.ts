import { decide } from "../../../law/access/decide.ts";
import { civilDay, noFacts } from "../../../law/access/relations.ts";
import { type MayClaim, mayClaim } from "../../../law/claims/who-may-claim.ts";
import type { Tx } from "../../platform/database.ts";
import { newDigits, newId } from "../../platform/ids.ts";
import { record } from "../../platform/journal.ts";
import type { Refusal } from "../../site/refused-page.ts";
import type { World } from "../../world.ts";
import type { Standing } from "./standing.ts";
import { findFileOf, insertMembers, insertNewFile, lockFile, lockPerson } from "./store.ts";

/** Whether this person may claim now, by which rule, and whether a file opens with it (CP-11, MC-15). */
export const mayClaimNow = ({ may }: Standing): MayClaim =>
  mayClaim({ forHousehold: may("claim-for-household"), inOwnName: may("claim-individually") });

/** The file that a claim stands on. */
export type ClaimFile = { fileId: string; fileNumber: string };

/**
 * The file that this person's claim stands on, once nobody else can change its facts. Who is part of none becomes the
 * holder of a new one, from this day on (MC-15). To be called in the transaction that writes the claim.
 */
export async function fileForClaim(
  tx: Tx,
  world: World,
  personId: string,
): Promise<ClaimFile | { refused: Refusal }> {
  const { timeZone } = world.institution;
  // Two first claims at the same moment must not open two files.
  await lockPerson(tx, personId);
  const seen = await findFileOf(tx, personId, timeZone);
  if (seen) await lockFile(tx, seen.fileId);
  const file = seen && (await findFileOf(tx, personId, timeZone));
  const asked = { file: file?.facts ?? noFacts, actor: personId, on: world.clock() };
  const decided = mayClaim({
    forHousehold: decide({ ...asked, act: "claim-for-household" }),
    inOwnName: decide({ ...asked, act: "claim-individually" }),
  });
  if (!decided.allowed) {
    const { says, source, way } = decided;
    return { refused: { says, source, way } };
  }
  if (decided.opensFile) return becomeHolder(tx, world, personId);
  if (!file) throw new Error("The law let somebody claim on a file that is not there");
  return { fileId: file.fileId, fileNumber: file.fileNumber };
}

/** How often a number is drawn: one in ten starts with 0 and does not serve. */
const draws = 50;

/** File numbers have 7 digits, drawn at random, so that none tells how many files there are. */
async function becomeHolder(tx: Tx, world: World, personId: string): Promise<ClaimFile> {
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
      actor: personId,
      act,
      at,
      detail: { fileNumber },
    });
    return { fileId, fileNumber };
  }
  throw new Error("No file number was free");
}
