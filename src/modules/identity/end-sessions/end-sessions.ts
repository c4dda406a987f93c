import { sessionState } from "../../../../law/credentials/session.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { closeSessions, tellSessionsClosed, type Visitor } from "../session/session.ts";
import { endSessionById, findOpenSessions } from "../session/store.ts";
import type { SecondStepBy, Way } from "../store.ts";
import type { Browser } from "../trusted-devices/marks.ts";
import { endTrustElsewhere } from "../trusted-devices/trusted-devices.ts";

export type OpenSession = {
  sessionId: string;
  device: string;
  startedAt: Date;
  lastSeenAt: Date;
  enteredBy: Way;
  secondStepBy: SecondStepBy | null;
  /** Somebody knows the password, and has not done the second step. */
  secondStepDue: boolean;
  newDevice: boolean;
  isThis: boolean;
};

/** The person's sessions that run now, this one first (SEC-05). */
export async function openSessionsOf(world: World, visitor: Visitor): Promise<OpenSession[]> {
  const { session } = world.institution;
  const now = world.clock();
  const oldest = new Date(now.getTime() - session.absoluteHours * 3_600_000);
  const stored = await findOpenSessions(world.db, visitor.person.personId, oldest);
  return stored
    .filter((one) => sessionState(one, session, now).state === "open")
    .map(({ secretHash, ...one }) => ({ ...one, isThis: secretHash.equals(visitor.secretHash) }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Ends one of the person's own sessions; the id of somebody else's does nothing. */
export const endOne = (world: World, visitor: Visitor, sessionId: string): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { personId } = visitor.person;
    const at = world.clock();
    if (!(await endSessionById(tx, personId, sessionId, at))) return;
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act: "ended a session", at });
    await tellSessionsClosed(tx, world, personId);
  });

/** Ends every session of the person but this one, and the trust in every device but this one. */
export const endOthers = (world: World, visitor: Visitor, browser?: Browser): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { personId } = visitor.person;
    const at = world.clock();
    await closeSessions(tx, world, personId, visitor.secretHash);
    await endTrustElsewhere(tx, world, visitor, browser);
    await record(tx, world.keys.journal, {
      subject: personId,
      actor: personId,
      act: "ended the other sessions",
      at,
    });
  });
