import { recentlyAuthenticated, sessionState } from "../../../../law/credentials/session.ts";
import { newSecret, sha256 } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { Queue } from "../../../platform/jobs.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Person } from "../person.ts";
import type { SecondStepBy, Way } from "../store.ts";
import {
  endAllSessions,
  endOtherSessions,
  endSession,
  findSession,
  insertSession,
  noteAuthentication,
  renewSession,
  touchSession,
} from "./store.ts";

/** Who is signed in, and since when. Never what they may do: that is derived from dated facts at each request. */
export type Visitor = {
  person: Person;
  /** Names the session for as long as it lasts, whatever its secret becomes. */
  sessionId: string;
  secretHash: Buffer;
  authenticatedAt: Date;
  /** The sign-in before this one, or null on the first (MC-12). */
  previousSignInAt: Date | null;
  /** How they came in: who came by the file's old password must choose one of their own (CP-03). */
  enteredBy: Way;
  hasPassword: boolean;
  contactsAnswered: boolean;
  /** Nothing opens before the second step is done. */
  secondStepDue: boolean;
  /** The institution asks for a new password (MC-13). */
  passwordDue: boolean;
  endsAt: Date;
};

/** What the cookie holds: the person the session belongs to, and a secret of 256 bits (SEC-05). */
export type SessionCookie = string;

export type Opening = {
  personId: string;
  previousSignInAt: Date | null;
  device: string;
  way: Way;
  secondStepDue: boolean;
  /** What already stands for the second step. */
  secondStepBy?: SecondStepBy | undefined;
  /** The browser was never seen for this person. */
  newDevice?: boolean;
};

/** Opens a session in the sign-in's transaction; only the secret's hash is stored. */
export async function openSession(tx: Tx, world: World, opening: Opening): Promise<SessionCookie> {
  const { personId } = opening;
  const secret = newSecret();
  const now = world.clock();
  await insertSession(tx, {
    person_id: personId,
    secret_hash: sha256(secret),
    session_id: newId(),
    device: opening.device,
    started_at: now,
    last_seen_at: now,
    authenticated_at: now,
    previous_sign_in_at: opening.previousSignInAt,
    entered_by: opening.way,
    second_step_due: opening.secondStepDue,
    second_step_by: opening.secondStepBy ?? null,
    new_device: opening.newDevice ?? false,
  });
  return `${personId}.${secret}`;
}

export type ReadSession = { visitor: Visitor } | { endedFor: string } | undefined;

/** Seconds between two notes that a session was seen: a page costs a write at most that often. */
const seenEvery = 20;

/** Who this cookie stands for now; `endedFor` tells whose session it was when its time is over (SEC-05). */
export async function readSession(world: World, cookie: SessionCookie | undefined): Promise<ReadSession> {
  const named = namedBy(cookie);
  if (!named) return undefined;
  const { personId, secretHash } = named;
  const stored = await findSession(world.db, personId, secretHash);
  if (!stored) return undefined;
  const now = world.clock();
  if (sessionState(stored, world.institution.session, now).state === "ended") return { endedFor: personId };
  const { startedAt, lastSeenAt, ...known } = stored;
  const seen = now.getTime() - lastSeenAt.getTime() > seenEvery * 1000 ? now : lastSeenAt;
  if (seen === now) await touchSession(world.db, personId, secretHash, now);
  const { endsAt } = sessionState({ startedAt, lastSeenAt: seen }, world.institution.session, now);
  return { visitor: { ...known, secretHash, endsAt } };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What names, in the database, the session of a cookie: whether there is one, and whether it still runs, is not said. */
function namedBy(cookie: SessionCookie | undefined): { personId: string; secretHash: Buffer } | undefined {
  const [personId, secret] = cookie?.split(".") ?? [];
  return personId && secret && uuid.test(personId) ? { personId, secretHash: sha256(secret) } : undefined;
}

/** What names, in the database, the session that this cookie opens. */
export const secretHashOf = (cookie: SessionCookie): Buffer => sha256(cookie.split(".")[1] ?? "");

/** Replaces the secret of a session whose credentials just changed: the old cookie is void (SEC-05). */
export async function renew(tx: Tx, world: World, visitor: Visitor): Promise<SessionCookie> {
  const secret = newSecret();
  await renewSession(tx, visitor.person.personId, visitor.secretHash, sha256(secret), world.clock());
  return `${visitor.person.personId}.${secret}`;
}

/** Whether the password was typed recently enough for what asks for it again (SEC-04). */
export const isRecent = (world: World, visitor: Visitor): boolean =>
  recentlyAuthenticated(visitor.authenticatedAt, world.clock());

/** The password was typed again, and right. */
export const noteRecent = (tx: Tx, world: World, visitor: Visitor) =>
  noteAuthentication(tx, visitor.person.personId, visitor.secretHash, world.clock());

/**
 * Ends every session of the person, or every other one than `kept` (the hash of its secret); the sites that they opened
 * end theirs too (CP-23, SEC-05).
 */
export async function closeSessions(tx: Tx, world: World, personId: string, kept?: Buffer): Promise<void> {
  const at = world.clock();
  if (kept) await endOtherSessions(tx, personId, kept, at);
  else await endAllSessions(tx, personId, at);
  await tellSessionsClosed(tx, world, personId);
}

/** Says, in the transaction that ends sessions of a person, that some ended: the sites they opened are told (CP-23). */
export const tellSessionsEnded = (tx: Tx, world: World, personId: string): Promise<void> =>
  world.jobs.send(tx, sessionsEnded, { personId });

/** The same, where what ended might be in other hands: an app that it let in goes on by itself otherwise. */
export const tellSessionsClosed = (tx: Tx, world: World, personId: string): Promise<void> =>
  world.jobs.send(tx, sessionsEnded, { personId, closed: true });

/**
 * Whose sessions ended; `closed` where it was not one by itself but all that might be in other hands: what goes on without a
 * session ends too. Somebody must always listen: the queue is made by its listener.
 */
export const sessionsEnded: Queue<{ personId: string; closed?: true }> = { name: "sessions-ended" };

/** Signs the person out of this session; doing it twice is as good as once. */
export function signOut(world: World, visitor: Visitor): Promise<void> {
  const { personId } = visitor.person;
  return inTransaction(world.db, async (tx) => {
    const now = world.clock();
    if (!(await endSession(tx, personId, visitor.secretHash, now))) return;
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act: "signed out", at: now });
    await tellSessionsEnded(tx, world, personId);
  });
}

/** Ends the session that this cookie names though its time ran out, so that the sites that it opened end theirs (CP-23). */
export async function endOver(world: World, cookie: SessionCookie | undefined): Promise<void> {
  const named = namedBy(cookie);
  if (!named) return;
  const { personId, secretHash } = named;
  await inTransaction(world.db, async (tx) => {
    if (await endSession(tx, personId, secretHash, world.clock()))
      await tellSessionsEnded(tx, world, personId);
  });
}

/** Who is between the two steps of a sign-in, in a route that the gate opens to them only. */
export function enteringOf(request: { entering: Visitor | undefined }): Visitor {
  if (!request.entering) throw new Error("A route read who is entering without asking the gate for them");
  return request.entering;
}

/** The signed-in person of a route that the gate opens to signed-in persons only. */
export function visitorOf(request: { visitor: Visitor | undefined }): Visitor {
  if (!request.visitor) throw new Error("A route read its visitor without asking the gate for one");
  return request.visitor;
}
