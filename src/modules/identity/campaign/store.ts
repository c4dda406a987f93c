import { sql } from "kysely";
import type { CampaignReason } from "../../../../law/credentials/campaign.ts";
import type { Db, Tx } from "../../../platform/database.ts";

type Tables = {
  password_campaign: {
    campaign_id: string;
    why: CampaignReason;
    note: string;
    asked_by: string;
    everybody: boolean;
    started_at: Date;
    cursor: string | null;
    asked: number;
    finished_at: Date | null;
  };
};

const campaigns = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

/** A person said that somebody knows their password: they must choose another one, whoever opens the access again. */
export const noteDueByAlarm = (tx: Tx, personId: string, at: Date) =>
  sql`update identity.account set password_due_since = coalesce(password_due_since, ${at})
      where person_id = ${personId} and hashed is not null`.execute(tx);

export const insertCampaign = (
  tx: Tx,
  row: Omit<Tables["password_campaign"], "cursor" | "asked" | "finished_at">,
) =>
  campaigns(tx)
    .insertInto("password_campaign")
    .values({ ...row, cursor: null, asked: 0, finished_at: null })
    .execute();

/** Names whom a campaign is for; gives how many of the ids are persons. */
export async function nameCampaignPersons(
  tx: Tx,
  campaignId: string,
  personIds: readonly string[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into identity.password_campaign_person (person_id, campaign_id)
    select p.person_id, ${campaignId} from identity.person p where p.person_id = any(${personIds}::uuid[])`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Where a campaign is; held, so that two jobs do not walk the same stretch. */
export const holdCampaign = (tx: Tx, campaignId: string) =>
  campaigns(tx)
    .selectFrom("password_campaign")
    .select([
      "everybody",
      "started_at as startedAt",
      "asked_by as askedBy",
      "cursor",
      "finished_at as finishedAt",
    ])
    .where("campaign_id", "=", campaignId)
    .forUpdate()
    .executeTakeFirst();

export type Stretch = { campaignId: string; startedAt: Date; after: string | null; most: number; at: Date };

/** What one stretch came to: how many were looked at, where it ended, who was asked. */
export type Walked = { looked: number; last: string | null; asked: string[] };

/** Before the first person, in the order of ids. */
const beforeAll = "00000000-0000-0000-0000-000000000000";

/**
 * Asks the next accounts for a new password: those with a password chosen before the campaign began, that nobody asks
 * already. `named` looks at the persons the campaign names, otherwise at every account.
 */
export async function askStretch(tx: Tx, stretch: Stretch, named: boolean): Promise<Walked> {
  const { campaignId, startedAt, after, most, at } = stretch;
  const from = after ?? beforeAll;
  const next = named
    ? sql`select person_id from identity.password_campaign_person
          where campaign_id = ${campaignId} and person_id > ${from} order by person_id limit ${most}`
    : sql`select person_id from identity.account where person_id > ${from} order by person_id limit ${most}`;
  const { rows } = await sql<Walked>`
    with stretch as materialized (${next}),
    due as (
      update identity.account a
      set password_due_since = ${at}, password_campaign = ${campaignId}, password_due_told_at = null
      from stretch where a.person_id = stretch.person_id and a.hashed is not null
        and a.password_due_since is null and coalesce(a.password_chosen_at, a.opened_at) < ${startedAt}
      returning a.person_id)
    select (select count(*) from stretch) as looked,
      (select person_id from stretch order by person_id desc limit 1) as last,
      (select coalesce(array_agg(person_id::text order by person_id), '{}') from due) as asked`.execute(tx);
  return rows[0] as Walked;
}

export const noteWalked = (
  tx: Tx,
  campaignId: string,
  walked: { cursor: string | null; asked: number; finishedAt: Date | null },
) =>
  sql`update identity.password_campaign
      set cursor = coalesce(${walked.cursor}, cursor), asked = asked + ${walked.asked}, finished_at = ${walked.finishedAt}
      where campaign_id = ${campaignId}`.execute(tx);

/** How far a campaign is. `done` counts new passwords, whichever way they came. */
export type CampaignProgress = {
  campaignId: string;
  why: CampaignReason;
  note: string;
  askedBy: string;
  everybody: boolean;
  startedAt: Date;
  /** When everybody concerned had been asked; null while the walk goes on. */
  finishedAt: Date | null;
  asked: number;
  done: number;
  remaining: number;
};

/** The last campaigns, or the one of that id. */
export async function findCampaigns(db: Db, campaignId?: string): Promise<CampaignProgress[]> {
  const one = campaignId ? sql`where c.campaign_id = ${campaignId}` : sql``;
  const { rows } = await sql<Omit<CampaignProgress, "remaining">>`
    select c.campaign_id as "campaignId", c.why, c.note, c.asked_by as "askedBy", c.everybody,
      c.started_at as "startedAt", c.finished_at as "finishedAt", c.asked,
      coalesce((select sum(d.done) from identity.password_campaign_done d where d.campaign_id = c.campaign_id), 0)
        as done
    from identity.password_campaign c ${one}
    order by c.started_at desc limit 20`.execute(db);
  return rows.map((row) => ({ ...row, remaining: row.asked - row.done }));
}

/** Why a new password is asked of this person: the campaign's reason, or null where an alarm asked; undefined: nobody asks. */
export async function findDueReason(
  db: Db,
  personId: string,
): Promise<{ why: CampaignReason | null } | undefined> {
  const { rows } = await sql<{ why: CampaignReason | null }>`
    select c.why from identity.account a
    left join identity.password_campaign c on c.campaign_id = a.password_campaign
    where a.person_id = ${personId} and a.password_due_since is not null`.execute(db);
  return rows[0];
}

/** The person is being told that a new password is asked for. */
export const noteDueTold = (tx: Tx, personId: string, at: Date) =>
  sql`update identity.account set password_due_told_at = ${at} where person_id = ${personId}`.execute(tx);
