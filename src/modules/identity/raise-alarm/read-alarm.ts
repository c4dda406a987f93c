import { type AlarmKind, alarmLimits } from "../../../../law/credentials/alarm.ts";
import type { Sentence } from "../../../../law/language.ts";
import { sha256 } from "../../../platform/crypto.ts";
import { readActs } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Visitor } from "../session/session.ts";
import { type Doer, doerOf, wordsOfAct } from "./acts.ts";
import { findAlarmBySecret, findAlarmsOf, type StoredAlarm } from "./store.ts";

/** An act of the journal as its person reads it. */
export type ShownAct = { at: Date; says: Sentence; by: Doer };

/** What was done between the theft and the report, the last acts first (CN-09). */
export type ShownActs = { since: Date; acts: ShownAct[]; more: boolean };

export type ShownAlarm = {
  caseNumber: string;
  kind: AlarmKind;
  gavePassword: boolean;
  reportedAt: Date;
  /**
   * "if known": closed where number and birth date fit, which is not told to who is not signed in (SEC-02).
   */
  closed: "yes" | "if known" | "no";
  acts?: ShownActs;
};

/** Acts shown at most: more than a person reads, and than a thief does in a month. */
const most = 200;

/** Minutes for which the browser that raised an alarm may read its number again. */
const readableMinutes = 60;

/**
 * The report that this browser's form raised. Who was signed in then also reads, as long as their session would have
 * lasted, what was done on the account: the session itself has ended.
 */
export async function raisedBy(world: World, secret: string | undefined): Promise<ShownAlarm | undefined> {
  const alarm = secret ? await findAlarmBySecret(world.db, sha256(secret)) : undefined;
  if (!alarm) return undefined;
  const minutes = (world.clock().getTime() - alarm.reportedAt.getTime()) / 60_000;
  if (minutes >= readableMinutes) return undefined;
  const readsActs = alarm.provenBy === "session" && minutes < world.institution.session.idleMinutes;
  return shown(world, alarm, readsActs);
}

/** The signed-in person's last report of the last 30 days that counts as theirs, with what was done before it. */
export async function lastAlarmOf(world: World, { person }: Visitor): Promise<ShownAlarm | undefined> {
  const alarms = await findAlarmsOf(world.db, person.personId, daysShown(world));
  const own = alarms.find(({ provenBy, blockId }) => provenBy === "session" || blockId !== null);
  return own && shown(world, own, true);
}

/** When a report last closed the person's access, in the last 30 days. */
export async function closedLately(world: World, { person }: Visitor): Promise<Date | undefined> {
  const alarms = await findAlarmsOf(world.db, person.personId, daysShown(world));
  return alarms.find(({ blockId }) => blockId !== null)?.reportedAt;
}

const daysShown = (world: World) => new Date(world.clock().getTime() - alarmLimits.shownDays * 86_400_000);

async function shown(world: World, alarm: StoredAlarm, readsActs: boolean): Promise<ShownAlarm> {
  const { caseNumber, kind, gavePassword, reportedAt, provenBy, blockId } = alarm;
  const reportsTheft = kind !== "password-asked" || gavePassword;
  return {
    caseNumber,
    kind,
    gavePassword,
    reportedAt,
    closed: !reportsTheft
      ? "no"
      : provenBy === "session" || readsActs
        ? blockId
          ? "yes"
          : "no"
        : "if known",
    ...(readsActs && reportsTheft && { acts: await actsBefore(world, alarm) }),
  };
}

async function actsBefore(world: World, { personId, since, reportedAt }: StoredAlarm): Promise<ShownActs> {
  const from = since ?? new Date(reportedAt.getTime() - alarmLimits.shownDays * 86_400_000);
  // Of the very moment of the report: the report itself.
  const until = new Date(reportedAt.getTime() - 1);
  const subject = personId as string;
  const read = await readActs(world.db, subject, { since: from, until, most: most + 1 });
  return {
    since: from,
    acts: read
      .slice(0, most)
      .map(({ at, act, actor }) => ({ at, says: wordsOfAct(act), by: doerOf(actor, subject) })),
    more: read.length > most,
  };
}
