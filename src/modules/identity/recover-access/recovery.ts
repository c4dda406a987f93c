import { readCode, triesLeft, wrongCode } from "../../../../law/credentials/codes.ts";
import { composedPassword } from "../../../../law/credentials/password.ts";
import {
  isBirthDate,
  type RecoveryStage,
  recoveryLimits,
  recoveryStage,
} from "../../../../law/credentials/recovery.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { keyedHash, sameBytes, sha256 } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { liftBlock } from "../block/block.ts";
import { tellPasswordChanged } from "../change-password/change-password.ts";
import { judgePassword } from "../choose-password/judge-password.ts";
import { dayStart } from "../give-contacts/send-code.ts";
import { dropPasskeys } from "../passkeys/drop-passkeys.ts";
import { closeSessions } from "../session/session.ts";
import { clearTries, endOldPassword, findPersons, resetPassword } from "../store.ts";
import { changeRecovery, countRecoveries, findRecovery, openUnused, type StoredRecovery } from "./store.ts";

/** What the cookie of a way back holds: whose it may be, which one, and the browser's secret. */
export type RecoveryCookie = string;

/** A code is bound to the way back it was sent for (SEC-03). */
export const hashCode = (world: World, recoveryId: string, code: string) =>
  keyedHash(world.keys.code, "recovery", recoveryId, code);

/** Where the person stands on their way back; undefined where this browser asked for none. */
export const stageOf = (
  world: World,
  cookie: RecoveryCookie | undefined,
): Promise<RecoveryStage | undefined> =>
  inTransaction(world.db, async (tx) => (await open(tx, world, cookie))?.stage);

type Opened = { row: StoredRecovery; stage: RecoveryStage; triesToday: number };

async function open(tx: Tx, world: World, cookie: RecoveryCookie | undefined): Promise<Opened | undefined> {
  const [key = "", recoveryId = "", secret = ""] = cookie?.split(".") ?? [];
  if (!/^[0-9a-f-]{36}$/.test(recoveryId)) return undefined;
  const row = await findRecovery(tx, Buffer.from(key, "base64url"), recoveryId, sha256(secret));
  if (!row) return undefined;
  const { tries } = await countRecoveries(tx, row.found_by, dayStart(world.clock()));
  return { row, stage: stage(world, row, tries), triesToday: tries };
}

const stage = (world: World, row: StoredRecovery, triesToday: number): RecoveryStage =>
  recoveryStage(
    {
      askedAt: row.asked_at,
      // One code goes to every contact point: it lives as long as the shortest-lived way allows.
      code: {
        way: "sms",
        policy: world.institution.codes,
        tries: row.tries,
        triesToday,
        usedAt: row.code_used_at,
      },
      asksBirth: row.asks_birth,
      birthTries: row.birth_tries,
      birthToldAt: row.birth_told_at,
      replacedAt: row.replaced_at,
      endedAt: row.ended_at,
    },
    world.clock(),
  );

export type Answered = { done: true } | { refused: Sentence } | { elsewhere: true };

/** Takes the code. Typed right, the way goes on. */
export const enterRecoveryCode = (
  world: World,
  cookie: RecoveryCookie | undefined,
  typed: string,
): Promise<Answered> =>
  inTransaction(world.db, async (tx) => {
    const read = readCode(typed);
    if ("refused" in read) return { refused: read.refused.says };
    const opened = await open(tx, world, cookie);
    if (opened?.stage.at !== "code") return { elsewhere: true };
    const { row, triesToday } = opened;
    if (row.person_id && sameBytes(row.hashed, hashCode(world, row.recovery_id, read.code))) {
      await changeRecovery(tx, row, { code_used_at: world.clock() });
      return { done: true };
    }
    await changeRecovery(tx, row, { tries: row.tries + 1 });
    const left = triesLeft({ tries: row.tries + 1, triesToday: triesToday + 1 });
    return left > 0 ? { refused: wrongCode(left) } : { elsewhere: true };
  });

/** Takes the birth date, "YYYY-MM-DD", where one contact point alone vouches for the person. */
export const tellBirthDate = (
  world: World,
  cookie: RecoveryCookie | undefined,
  told: string,
): Promise<Answered> =>
  inTransaction(world.db, async (tx) => {
    // Boxes left empty are no guess.
    if (!/^\d{4}-\d{2}-\d{2}$/.test(told)) return { refused: unreadableBirth };
    const opened = await open(tx, world, cookie);
    if (opened?.stage.at !== "identity" || !opened.row.person_id) return { elsewhere: true };
    const { row } = opened;
    const [person] = await findPersons(tx, [opened.row.person_id]);
    if (person && isBirthDate(told, person.birthDate)) {
      await changeRecovery(tx, row, { birth_told_at: world.clock() });
      return { done: true };
    }
    await changeRecovery(tx, row, { birth_tries: row.birth_tries + 1 });
    const left = recoveryLimits.birthTries - row.birth_tries - 1;
    return left > 0 ? { refused: wrongBirth(left) } : { elsewhere: true };
  });

const unreadableBirth: Sentence = {
  fr: "Indiquez votre date de naissance : jour, mois et année, par exemple 3 11 1988.",
  en: "Give your date of birth: day, month and year, such as 3 11 1988.",
};

const wrongBirth = (left: number): Sentence => ({
  fr: `Ce n’est pas la date de naissance que nous connaissons. Il vous reste ${left} ${left === 1 ? "essai" : "essais"}.`,
  en: `This is not the date of birth that we know. You have ${left} ${left === 1 ? "try" : "tries"} left.`,
});

/**
 * Gives the account a new password at the end of the way back: once. Every session ends, every passkey goes,
 * waits for wrong passwords and the block of an alarm are lifted, and the contact points are told (SEC-04, CN-09).
 */
export async function chooseRecoveredPassword(
  world: World,
  cookie: RecoveryCookie | undefined,
  typed: string,
  language: Language,
): Promise<Answered> {
  const personId = await inTransaction(world.db, async (tx) => {
    const opened = await open(tx, world, cookie);
    return opened?.stage.at === "password" ? opened.row.person_id : null;
  });
  const [person] = personId ? await findPersons(world.db, [personId]) : [];
  if (!person) return { elsewhere: true };
  const [wrong] = await judgePassword(world, person, typed);
  if (wrong) return { refused: wrong };
  const hashed = await world.passwords.hash(composedPassword(typed));
  return inTransaction(world.db, async (tx) => {
    const opened = await open(tx, world, cookie);
    if (opened?.stage.at !== "password") return { elsewhere: true };
    const at = world.clock();
    const subject = person.personId;
    await changeRecovery(tx, opened.row, { ended_at: at });
    await openUnused(tx, subject, at);
    await resetPassword(tx, subject, hashed, at);
    await endOldPassword(tx, subject, at);
    await closeSessions(tx, world, subject);
    const passkeys = await dropPasskeys(tx, world, { personId: subject, by: subject });
    await clearTries(tx, opened.row.found_by);
    await record(tx, world.keys.journal, { subject, actor: subject, act: "recovered access", at });
    // What its person closed, its person opens; what the institution closed stays closed (MC-14).
    await liftBlock(tx, world, { personId: subject, kind: "alarm", by: subject });
    await tellPasswordChanged(tx, world, { personId: subject, passkeys: passkeys > 0 }, language);
    return { done: true };
  });
}
