import { sql } from "kysely";
import type { AlarmChannel, AlarmKind, AlarmProof } from "../../../../law/credentials/alarm.ts";
import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  alarm: {
    found_by: Buffer;
    alarm_id: string;
    secret_hash: Buffer;
    person_id: string | null;
    case_number: string;
    kind: AlarmKind;
    proven_by: AlarmProof;
    channel: AlarmChannel | null;
    gave_password: boolean;
    told: Buffer | null;
    since: Date | null;
    reported_at: Date;
    block_id: string | null;
  };
};

const alarms = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** Reports about one number wait for each other, so that those of one moment are counted one by one. */
export const holdReports = (tx: Tx, foundBy: Buffer) =>
  sql`select pg_advisory_xact_lock(hashtextextended(encode(${foundBy}, 'hex'), 0))`.execute(tx);

/** What is known of the number a report is about; everything is null or 0 where nobody has it. */
export type Reported = {
  personId: string | null;
  birthDate: string | null;
  /** There is a password of the person's own and a verified contact point: they can open the account again alone. */
  recoverable: boolean;
  /** An alarm keeps the access closed already. */
  closed: boolean;
  reportsToday: number;
  unprovenBlocks: number;
};

/** One question, whether somebody has the number or not: both answer in the same time (SEC-02). */
export async function findReported(
  tx: Tx,
  foundBy: Buffer,
  from: { now: Date; dayStart: Date; blocksSince: Date },
): Promise<Reported> {
  const { rows } = await sql<Reported>`
    select i.person_id as "personId", p.birth_date as "birthDate",
      exists (select from identity.account a
        join identity.contact_point c on c.person_id = a.person_id and c.verified_at is not null and c.replaced_at is null
        where a.person_id = i.person_id and a.hashed is not null) as recoverable,
      exists (select from identity.block b where b.person_id = i.person_id and b.kind = 'alarm' and b.lifted_at is null
        and (b.until_at is null or b.until_at > ${from.now})) as closed,
      (select count(*) from identity.alarm r where r.found_by = asked.found_by and r.reported_at >= ${from.dayStart})
        as "reportsToday",
      (select count(*) from identity.alarm r where r.person_id = i.person_id and r.proven_by = 'birth date'
        and r.block_id is not null and r.reported_at >= ${from.blocksSince}) as "unprovenBlocks"
    from (select ${foundBy}::bytea as found_by) asked
    left join identity.identifier i using (found_by)
    left join identity.person p on p.person_id = i.person_id`.execute(tx);
  return rows[0] as Reported;
}

export const insertAlarm = (tx: Tx, row: Tables["alarm"]) =>
  alarms(tx).insertInto("alarm").values(row).execute();

/** The constraint that a form sent twice breaks. */
export const raisedOnce = "alarm_raised_once";

export type StoredAlarm = {
  alarmId: string;
  personId: string | null;
  caseNumber: string;
  kind: AlarmKind;
  provenBy: AlarmProof;
  gavePassword: boolean;
  since: Date | null;
  reportedAt: Date;
  blockId: string | null;
};

const columns = [
  "alarm_id as alarmId",
  "person_id as personId",
  "case_number as caseNumber",
  "kind",
  "proven_by as provenBy",
  "gave_password as gavePassword",
  "since",
  "reported_at as reportedAt",
  "block_id as blockId",
] as const;

/** The report that a form with this secret raised. */
export const findAlarmBySecret = (db: Db | Tx, secretHash: Buffer): Promise<StoredAlarm | undefined> =>
  alarms(db).selectFrom("alarm").select(columns).where("secret_hash", "=", secretHash).executeTakeFirst();

/** A person's own reports since then, the last one first. */
export const findAlarmsOf = (db: Db, personId: string, since: Date): Promise<StoredAlarm[]> =>
  alarms(db)
    .selectFrom("alarm")
    .select(columns)
    .where("person_id", "=", personId)
    .where("reported_at", ">=", since)
    .orderBy("reported_at", "desc")
    .limit(10)
    .execute();

/** A report by the number that the person reads out, with what was told, sealed. */
export const findAlarmByCase = (tx: Tx, caseNumber: string) =>
  alarms(tx)
    .selectFrom("alarm")
    .select([...columns, "channel", "told"])
    .where("case_number", "=", caseNumber)
    .executeTakeFirst();
