import { sql } from "kysely";
import { keyedHash, sameBytes } from "./crypto.ts";
import type { Db, Tx } from "./database.ts";

/** One act: who (`actor`) did what, on whose data (`subject`), why and how (`detail`, never a secret or a NIR). */
export type Act = {
  subject: string;
  actor: string;
  act: string;
  at: Date;
  detail?: Record<string, string | number | boolean | null>;
};

type ChainEnd = { number: number; chained: Buffer; sealed: Buffer };

const nothingYet = Buffer.alloc(0);

/** Writes an act at the end of its subject's chain, in the transaction of what it tells (SEC-12). */
export async function record(tx: Tx, key: Buffer, act: Act): Promise<void> {
  const { rows } = await sql<ChainEnd>`
    insert into journal.chain_end as e (subject, number, chained, sealed)
    values (${act.subject}, 1, ${nothingYet}, ${nothingYet})
    on conflict on constraint chain_end_key do update set number = e.number + 1
    returning number, chained`.execute(tx);
  const end = rows[0] as ChainEnd;
  const detail = JSON.stringify(act.detail ?? {});
  const microseconds = String(BigInt(act.at.getTime()) * 1000n);
  const chained = chain(key, end.chained, { ...act, number: end.number, microseconds, detail });
  const sealed = sealEnd(key, act.subject, end.number, chained);
  await sql`
    with written as (
      insert into journal.entry (subject, number, happened_at, actor, act, detail, chained)
      values (${act.subject}, ${end.number}, ${act.at}, ${act.actor}, ${act.act}, ${detail}, ${chained})
    )
    update journal.chain_end set chained = ${chained}, sealed = ${sealed} where subject = ${act.subject}`.execute(
    tx,
  );
}

/** What was done on a subject's data from `since` to `until`, both included: the last acts first, `most` of them. */
export async function readActs(
  db: Db | Tx,
  subject: string,
  { since, until, most }: { since: Date; until: Date; most: number },
): Promise<Act[]> {
  const { rows } = await sql<Act>`
    select subject, actor, act, happened_at as at, detail from journal.entry
    where subject = ${subject} and happened_at between ${since} and ${until}
    order by number desc limit ${most}`.execute(db);
  return rows;
}

export type Entry = Act & { number: number; detail: NonNullable<Act["detail"]> };

/**
 * A page of what was done on a subject's data: the last acts first, `most` of them, those before entry `before` where one
 * page follows another. `by` leaves out what the subject did; `actor` leaves out what anybody else did.
 */
export async function readEntries(
  db: Db | Tx,
  subject: string,
  asked: { before?: number | undefined; by?: "others" | undefined; actor?: string; most: number },
): Promise<Entry[]> {
  const { before, by, actor, most } = asked;
  const older = before === undefined ? sql`` : sql`and number < ${before}`;
  const others = by === "others" ? sql`and actor <> subject::text` : sql``;
  const theirs = actor === undefined ? sql`` : sql`and actor = ${actor}`;
  const { rows } = await sql<Entry>`
    select subject, number, actor, act, happened_at as at, detail from journal.entry
    where subject = ${subject} ${others} ${theirs} ${older} order by number desc limit ${most}`.execute(db);
  return rows;
}

type Row = Omit<Act, "at" | "detail"> & { number: number; microseconds: string; detail: string };

const chain = (key: Buffer, previous: Buffer, row: Row): Buffer =>
  keyedHash(
    key,
    previous,
    row.subject.toLowerCase(),
    String(row.number),
    row.microseconds,
    row.actor,
    row.act,
    row.detail,
  );

const sealEnd = (key: Buffer, subject: string, number: number, chained: Buffer): Buffer =>
  keyedHash(key, "chain end", subject.toLowerCase(), String(number), chained);

export type Verdict = {
  entries: number;
  subjects: number;
  broken?: { subject: string; number: number; why: string };
};

/**
 * Walks every chain in order and names the first row that was altered, removed or slipped in (SEC-12).
 * Reads in pages, so that the journal's size does not matter, and as it stood at one moment, so that acts
 * recorded meanwhile do not look like faults.
 */
export const verifyJournal = (db: Db, key: Buffer): Promise<Verdict> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute((tx) => walk(tx, key));

async function walk(db: Tx, key: Buffer): Promise<Verdict> {
  const verdict: Verdict = { entries: 0, subjects: 0 };
  let page: Walked | undefined;
  for (;;) {
    const rows = await readPage(db, page);
    for (const row of rows) {
      if (row.subject !== page?.subject) {
        if (page) {
          const broken = await endOf(db, key, page);
          if (broken) return { ...verdict, broken };
        }
        page = { subject: row.subject, number: 0, chained: nothingYet };
        verdict.subjects += 1;
      }
      const why = fault(key, page, row);
      const number = Math.min(row.number, page.number + 1);
      if (why) return { ...verdict, broken: { subject: row.subject, number, why } };
      page = { subject: row.subject, number: row.number, chained: row.chained };
      verdict.entries += 1;
    }
    if (rows.length === 0) break;
  }
  const broken = (page && (await endOf(db, key, page))) ?? (await emptied(db));
  return broken ? { ...verdict, broken } : verdict;
}

type Walked = { subject: string; number: number; chained: Buffer };
type Stored = Row & { chained: Buffer };

async function readPage(db: Tx, after: Walked | undefined): Promise<Stored[]> {
  const rest = after ? sql`where (subject, number) > (${after.subject}::uuid, ${after.number})` : sql``;
  // A Date would drop the microseconds, and a change of them with it.
  const { rows } = await sql<Stored>`
    select subject, number, trunc(extract(epoch from happened_at) * 1000000)::text as microseconds,
      actor, act, detail::text as detail, chained
    from journal.entry ${rest} order by subject, number limit 1000`.execute(db);
  return rows;
}

function fault(key: Buffer, before: Walked, row: Stored): string | undefined {
  if (row.number <= before.number) return "a row was slipped in";
  if (row.number > before.number + 1) return "a row is missing";
  if (!sameBytes(row.chained, chain(key, before.chained, row))) return "the row was altered";
  return undefined;
}

async function endOf(db: Tx, key: Buffer, last: Walked): Promise<Verdict["broken"]> {
  const { rows } = await sql<ChainEnd>`
    select number, chained, sealed from journal.chain_end where subject = ${last.subject}`.execute(db);
  const end = rows[0];
  const broken = (why: string) => ({ subject: last.subject, number: last.number + 1, why });
  if (!end) return broken("the end of the chain is missing");
  if (end.number < last.number) return broken("a row was slipped in");
  if (end.number > last.number) return broken("a row is missing");
  if (!sameBytes(end.chained, last.chained)) return broken("the end of the chain was altered");
  if (!sameBytes(end.sealed, sealEnd(key, last.subject, last.number, last.chained))) {
    return broken("the end of the chain was altered");
  }
  return undefined;
}

/** A chain whose every row was removed leaves its end behind. */
async function emptied(db: Tx): Promise<Verdict["broken"]> {
  const { rows } = await sql<{ subject: string }>`
    select e.subject from journal.chain_end e
    where not exists (select 1 from journal.entry r where r.subject = e.subject)
    order by e.subject limit 1`.execute(db);
  return rows[0] && { subject: rows[0].subject, number: 1, why: "every row is missing" };
}
