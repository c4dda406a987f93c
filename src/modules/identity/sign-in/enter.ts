import type { Sentence } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { blockOf } from "../block/block.ts";
import { secondStepIsDue } from "../second-step/second-step.ts";
import { openSession, type SessionCookie } from "../session/session.ts";
import { noteSignIn, type Way } from "../store.ts";

export type Entering = {
  personId: string;
  /** The sign-in before this one, shown to the person (MC-12). */
  lastSignInAt: Date | null;
  way: Way;
  /** The password that was found right; absent where the person came in without one. */
  checked?: { hashed: string | null };
  /** How the person's list of sessions will call this one. */
  device: string;
};

export type Entered = { cookie: SessionCookie } | { blocked: Sentence };

/**
 * Lets a person in who just proved who they are, whatever the way: a block refuses here (MC-14), the second step is asked
 * for here. Undefined where the password checked is no longer the one in force.
 */
export async function enter(tx: Tx, world: World, entering: Entering): Promise<Entered | undefined> {
  const at = world.clock();
  const { personId, way, device } = entering;
  if (!(await noteSignIn(tx, personId, entering.checked, at))) {
    const blocked = await blockOf(tx, world, personId);
    return blocked && { blocked: blocked.says };
  }
  const secondStepDue = await secondStepIsDue(tx, world, entering);
  const cookie = await openSession(tx, world, {
    personId,
    previousSignInAt: entering.lastSignInAt,
    device,
    way,
    secondStepDue,
  });
  const detail = { by: way };
  await record(tx, world.keys.journal, { subject: personId, actor: personId, act: "signed in", at, detail });
  return { cookie };
}
