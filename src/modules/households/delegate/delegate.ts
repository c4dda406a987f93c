import { hasDelegation } from "../../../../law/access/delegation.ts";
import { whoIs } from "../../../../law/access/household-life.ts";
import { civilDay } from "../../../../law/access/relations.ts";
import type { Language } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { Refusal } from "../../../site/refused-page.ts";
import type { World } from "../../../world.ts";
import { isRecent, type Visitor } from "../../identity/index.ts";
import { decideOnLocked } from "../decide-on-locked.ts";
import type { HouseholdFile } from "../store.ts";
import { tell } from "../tell.ts";
import { type DelegationNews, delegationNotice } from "./messages.ts";
import { endDelegations, insertDelegation, insertDelegationAnswer } from "./store.ts";

export type OfferAnswer =
  | { done: true }
  | { refused: Refusal }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true };

/**
 * Takes the holder's answer to the offer of a delegation to their spouse (CP-15): grants it and tells the spouse, or not
 * now. In the space of a person they protect, `whose`, the law refuses a guardian (MC-06).
 */
export async function answerOffer(
  world: World,
  visitor: Visitor,
  grants: boolean,
  language: Language = "fr",
  whose: string = visitor.person.personId,
): Promise<OfferAnswer> {
  const { personId } = visitor.person;
  return inTransaction(world.reach.institution, async (tx): Promise<OfferAnswer> => {
    const at = world.clock();
    const doer = { personId: whose, actor: personId };
    const decided = await decideOnLocked(tx, world, doer, "grant-delegation");
    if ("refused" in decided) return { refused: decided.refused };
    if (grants && !isRecent(world, visitor)) return { confirm: true };
    const { file } = decided;
    const spouse = spouseOn(file, at);
    if (!spouse) throw new Error("The law let a holder delegate where there is no spouse");
    await insertDelegationAnswer(tx, {
      file_id: file.fileId,
      person_id: personId,
      answered_at: at,
      granted: grants,
    });
    if (!grants || hasDelegation(file.facts, spouse, at)) return { done: true };
    // One given before a separation may never have been taken back: it no longer counts, and must not stand in the way.
    await endDelegations(tx, file.fileId, at);
    const isNew = await insertDelegation(tx, { fileId: file.fileId, from: personId, to: spouse, at });
    if (isNew) await settle(tx, world, { actor: personId, spouse, other: spouse }, "granted", language);
    return { done: true };
  });
}

/** The holder takes the delegation back: it ends at this very instant, in the spouse's running sessions too (CP-18). */
export async function endDelegation(
  world: World,
  visitor: Visitor,
  language: Language = "fr",
): Promise<OfferAnswer> {
  const { personId } = visitor.person;
  if (!isRecent(world, visitor)) return { confirm: true };
  return inTransaction(world.reach.institution, async (tx) => {
    const decided = await decideOnLocked(tx, world, { personId, actor: personId }, "revoke-delegation");
    if ("refused" in decided) return { refused: decided.refused };
    const { file } = decided;
    const counted = file.facts.delegations.filter(({ to }) => hasDelegation(file.facts, to, world.clock()));
    for (const spouse of await endDelegations(tx, file.fileId, world.clock())) {
      // One that life had ended already is tidied away without a word.
      if (counted.some(({ to }) => to === spouse))
        await settle(tx, world, { actor: personId, spouse, other: spouse }, "taken back", language);
    }
    return { done: true };
  });
}

/** The spouse declines the delegation they have: it ends at this very instant, and the holder is told (CP-18). */
export async function declineDelegation(
  world: World,
  visitor: Visitor,
  language: Language,
): Promise<OfferAnswer> {
  const { personId } = visitor.person;
  if (!isRecent(world, visitor)) return { confirm: true };
  return inTransaction(world.reach.institution, async (tx) => {
    const at = world.clock();
    const decided = await decideOnLocked(tx, world, { personId, actor: personId }, "decline-delegation");
    if ("refused" in decided) return { refused: decided.refused };
    const { file } = decided;
    const holder = whoIs(file.facts, "holder", civilDay(at, file.facts.timeZone));
    if (!holder) throw new Error("The law let a spouse decline where there is no holder");
    await endDelegations(tx, file.fileId, at, "declined");
    await settle(tx, world, { actor: personId, spouse: personId, other: holder }, "declined", language);
    return { done: true };
  });
}

const actOf = {
  granted: "granted the delegation",
  "taken back": "took the delegation back",
  declined: "declined the delegation",
} satisfies Record<DelegationNews, string>;

/** What concerns both stands in the journal of each; the one who did not do it is told. */
async function settle(
  tx: Tx,
  world: World,
  { actor, spouse, other }: { actor: string; spouse: string; other: string },
  news: DelegationNews,
  language: Language,
) {
  for (const subject of [actor, other].sort()) {
    const act = { subject, actor, act: actOf[news], at: world.clock(), detail: { to: spouse } };
    await record(tx, world.keys.journal, act);
  }
  await tell(tx, world, { personId: other, language }, delegationNotice(world, news, language));
}

/** The spouse of the file at that instant, if any. */
export const spouseOn = ({ facts }: HouseholdFile, on: Date): string | undefined =>
  whoIs(facts, "spouse", civilDay(on, facts.timeZone));
