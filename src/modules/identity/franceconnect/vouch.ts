import { readPivot, resemblance } from "../../../../law/credentials/pivot.ts";
import type { Language } from "../../../../law/language.ts";
import { sameBytes } from "../../../platform/crypto.ts";
import { brokeConstraint, inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { tellPerson } from "../contact/tell.ts";
import { isRecent, noteRecent, type Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import { candidatesFor } from "./candidates.ts";
import type { Ended } from "./endings.ts";
import type { Told } from "./exchange.ts";
import { recordRefusal } from "./land.ts";
import { linkedText } from "./messages.ts";
import { findLinkOf, putLink, standsOnce } from "./store.ts";
import { foundByTold } from "./subject.ts";

export type Vouched = { done: true } | Ended;

/** Takes FranceConnect's word, just asked for, in the place of a password typed again (SEC-04). */
export const confirmByFranceConnect = (world: World, visitor: Visitor, told: Told): Promise<Vouched> =>
  inTransaction(world.db, async (tx) => {
    const { personId } = visitor.person;
    if (!(await stillIn(tx, visitor))) return { because: "session-over" };
    const link = await findLinkOf(tx, personId);
    if (!link || link.removedAt || !sameBytes(link.foundBy, foundByTold(world, told)))
      return refuse(tx, world, personId, { because: "other-person", why: "confirmation" });
    await noteRecent(tx, world, visitor);
    const act = "confirmed by FranceConnect";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at: world.clock() });
    return { done: true };
  });

/**
 * Adds FranceConnect to the ways of signing in of who is signed in, given that it vouches for the very civil status that
 * the institution knows of them: nobody adds somebody else's identity.
 */
export async function addFranceConnect(
  world: World,
  visitor: Visitor,
  told: Told,
  language: Language,
): Promise<Vouched> {
  try {
    return await inTransaction(world.db, (tx) => add(tx, world, visitor, told, language));
  } catch (error) {
    if (!brokeConstraint(error, standsOnce)) throw error;
    return inTransaction(world.db, (tx) => refuse(tx, world, visitor.person.personId, { because: "taken" }));
  }
}

async function add(tx: Tx, world: World, visitor: Visitor, told: Told, language: Language): Promise<Vouched> {
  const { personId } = visitor.person;
  if (!(await stillIn(tx, visitor)) || !isRecent(world, visitor)) return { because: "session-over" };
  if (!(await isVouchedFor(tx, world, personId, told)))
    return refuse(tx, world, personId, { because: "not-you" });
  const foundBy = foundByTold(world, told);
  const link = await findLinkOf(tx, personId);
  if (link && !link.removedAt)
    return sameBytes(link.foundBy, foundBy)
      ? { done: true }
      : refuse(tx, world, personId, { because: "other-link" });
  const at = world.clock();
  await putLink(tx, personId, foundBy, at);
  await record(tx, world.keys.journal, {
    subject: personId,
    actor: personId,
    act: "linked FranceConnect",
    at,
  });
  await tellPerson(tx, world, { personId, language }, linkedText(world, language));
  return { done: true };
}

async function isVouchedFor(tx: Tx, world: World, personId: string, { claims }: Told): Promise<boolean> {
  const pivot = readPivot(claims);
  if (!pivot) return false;
  const self = (await candidatesFor(tx, world, pivot)).find((one) => one.personId === personId);
  return self !== undefined && resemblance(pivot, self) === "same";
}

async function refuse(tx: Tx, world: World, personId: string, ended: Ended): Promise<Ended> {
  await recordRefusal(tx, world, personId, ended);
  return ended;
}
