import { afterFailure, mayTry, noFailure } from "../../../../law/credentials/throttle.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import { asInstitution, type World } from "../../../world.ts";
import { unknownSubject } from "../identifiers.ts";
import { type Candidate, clearTries, findCandidate, reserveTry } from "../store.ts";

export type Checked<T> = { done: T } | { wrong: true } | { wait: Sentence };

/**
 * Checks a password against the account found by `foundBy`, counting tries alike whether it exists or not
 * (SEC-01, SEC-02). The try is written down as a failure before the password is looked at, and taken back in the
 * transaction of `whenRight`, which answers undefined where the password is no longer the one in force.
 */
export async function checkPassword<T>(
  asked: World,
  foundBy: Buffer,
  password: string,
  whenRight: (tx: Tx, candidate: Candidate & { personId: string }) => Promise<T | undefined>,
): Promise<Checked<T>> {
  // Tries are counted by the number typed, whoever typed it.
  const world = asInstitution(asked);
  const now = world.clock();
  const reserved = await reserve(world, foundBy, now);
  if ("wait" in reserved) return reserved;
  const { candidate } = reserved;
  const right = await world.passwords.verify(candidate.hashed ?? candidate.oldHashed ?? undefined, password);
  return inTransaction(world.db, async (tx) => {
    if (right && candidate.personId) {
      const done = await whenRight(tx, { ...candidate, personId: candidate.personId });
      if (done !== undefined) {
        await clearTries(tx, foundBy);
        return { done };
      }
    }
    const subject = candidate.personId ?? unknownSubject(foundBy);
    await record(tx, world.keys.journal, { subject, actor: "unknown", act: "password refused", at: now });
    return { wrong: true };
  });
}

async function reserve(
  world: World,
  foundBy: Buffer,
  now: Date,
): Promise<{ candidate: Candidate } | { wait: Sentence }> {
  for (;;) {
    const candidate = await findCandidate(world.db, foundBy);
    const throttle = candidate.throttle ?? noFailure;
    const may = mayTry(throttle, now);
    if (!may.allowed) return { wait: may.says };
    if (await reserveTry(world.db, foundBy, afterFailure(throttle, now), candidate.version))
      return { candidate };
  }
}
