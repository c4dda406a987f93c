import { memberships, whoIs } from "../../../../law/access/household-life.ts";
import { civilDay, type FileFacts, runs } from "../../../../law/access/relations.ts";
import { readSeparationDay, type TypedDay } from "../../../../law/access/separation.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { Refusal } from "../../../site/refused-page.ts";
import { swornDigest } from "../../../site/sworn.ts";
import type { World } from "../../../world.ts";
import {
  type Address,
  findAddress,
  isRecent,
  linesOf,
  setAddress,
  type Visitor,
} from "../../identity/index.ts";
import { decideOnLocked } from "../decide-on-locked.ts";
import { endDelegations } from "../delegate/store.ts";
import { insertDeskTask } from "../desk-tasks/store.ts";
import { tell } from "../tell.ts";
import { separationNotice } from "./messages.ts";
import { endSpouse, insertSeparation } from "./store.ts";

/** What a person declares of their separation: the day, and where they live now if they moved. */
export type Declared = { day: TypedDay; address?: Address | undefined };

export type Separated =
  | { done: true }
  | { refused: Refusal }
  | { wrongDay: Sentence }
  /** The password must be typed again first: a delegation may end (SEC-04). */
  | { confirm: true };

/**
 * Writes down, on the word of either of the two, that a couple has parted (CP-19, MC-11). From that day each sees only
 * their own: the spouse's membership ends, the delegation at once. The other is told, without the new address; the desk
 * gets a task. Sent twice, it is declared once. In the space of a person they protect, `whose`, the law refuses a guardian.
 */
export async function declareSeparation(
  world: World,
  visitor: Visitor,
  { day, address }: Declared,
  language: Language,
  whose: string = visitor.person.personId,
): Promise<Separated> {
  const { personId } = visitor.person;
  return inTransaction(world.reach.institution, async (tx): Promise<Separated> => {
    const at = world.clock();
    const decided = await decideOnLocked(
      tx,
      world,
      { personId: whose, actor: personId },
      "declare-separation",
    );
    if ("refused" in decided && whose !== personId) return { refused: decided.refused };
    if (!isRecent(world, visitor)) return { confirm: true };
    if ("refused" in decided) {
      const on = decided.file && declaredLately(decided.file.facts, personId, at);
      if (!on) return { refused: decided.refused };
      // The other one was a moment faster: where this one lives now must not be lost.
      await moveTo(tx, personId, address, on, at);
      return { done: true };
    }
    const { file } = decided;
    const couple = coupleOf(file.facts, at);
    if (!couple) throw new Error("The law let somebody part a couple where there is none");
    const read = readSeparationDay(day, couple);
    if ("refused" in read) return { wrongDay: read.refused };
    const { spouse, holder } = couple;
    await insertSeparation(tx, {
      file_id: file.fileId,
      spouse_id: spouse,
      on_date: read.on,
      declared_by: personId,
      declared_at: at,
      language,
      statement: swornDigest(language),
    });
    await endSpouse(tx, file.fileId, spouse, read.on);
    await endDelegations(tx, file.fileId, at);
    await moveTo(tx, personId, address, read.on, at);
    await insertDeskTask(tx, { fileId: file.fileId, kind: "separation", personId, at });
    await announce(tx, world, { actor: personId, both: [holder, spouse], on: read.on }, language);
    return { done: true };
  });
}

/** The new address of who has moved, unless it stands already. */
async function moveTo(tx: Tx, personId: string, address: Address | undefined, from: string, at: Date) {
  if (!address) return;
  const known = await findAddress(tx, personId);
  const isKnown = known && linesOf(known).join() === linesOf(address).join();
  if (!isKnown) await setAddress(tx, personId, address, { from, at });
}

/** The couple of a file at that instant, with the days between which they may have parted. */
export function coupleOf(
  facts: FileFacts,
  on: Date,
): { holder: string; spouse: string; together: string; today: string } | undefined {
  const today = civilDay(on, facts.timeZone);
  const [holder, spouse] = [whoIs(facts, "holder", today), whoIs(facts, "spouse", today)];
  const together = memberships(facts).find(
    (member) => member.personId === spouse && member.role === "spouse" && runs(member, today),
  )?.from;
  return holder && spouse && together ? { holder, spouse, together, today } : undefined;
}

/** The day of a separation that was just declared, by this person or by the other of the two. */
export const declaredLately = (facts: FileFacts, personId: string, on: Date): string | undefined =>
  facts.members.some(
    (member) => member.personId === personId && (member.role === "holder" || member.role === "spouse"),
  )
    ? facts.separations.find(({ declaredAt }) => on.getTime() - declaredAt.getTime() < latelyMinutes * 60_000)
        ?.on
    : undefined;

const latelyMinutes = 10;

/** It stands in the journal of each, without an address; the one who did not declare it is told. */
async function announce(
  tx: Tx,
  world: World,
  { actor, both, on }: { actor: string; both: string[]; on: string },
  language: Language,
) {
  for (const subject of both.toSorted()) {
    const act = { subject, actor, act: "declared the separation", at: world.clock(), detail: { on } };
    await record(tx, world.keys.journal, act);
  }
  const other = both.find((personId) => personId !== actor);
  if (other) await tell(tx, world, { personId: other, language }, separationNotice(world, on, language));
}
