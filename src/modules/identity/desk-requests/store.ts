import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { PersonFilter } from "../at-desk/store.ts";

type Tables = {
  desk_request: {
    found_by: Buffer;
    request_id: string;
    case_number: string;
    person_id: string | null;
    sealed: Buffer;
    asked_at: Date;
    state: "open" | "accepted" | "refused";
    reason: string | null;
    decided_by: string | null;
    decided_at: Date | null;
    opens_at: Date | null;
  };
};

const requests = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

type Decided = "state" | "reason" | "decided_by" | "decided_at" | "opens_at";

/** Writes a new request down, open; false where another one bears its case number already. */
export async function insertRequest(tx: Tx, row: Omit<Tables["desk_request"], Decided>): Promise<boolean> {
  const result = await requests(tx)
    .insertInto("desk_request")
    .values({ ...row, state: "open", reason: null, decided_by: null, decided_at: null, opens_at: null })
    .onConflict((conflict) => conflict.constraint("desk_request_case_number").doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** How many requests for one identifier wait. */
export async function countOpenRequests(tx: Tx, foundBy: Buffer): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from identity.desk_request
    where found_by = ${foundBy} and state = 'open'`.execute(tx);
  return rows[0]?.open ?? 0;
}

export type StoredRequest = {
  foundBy: Buffer;
  requestId: string;
  caseNumber: string;
  sealed: Buffer;
  askedAt: Date;
  state: "open" | "accepted" | "refused";
  /** Who has the identifier now, if anyone. */
  personId: string | null;
};

/** A person may have been given their identifier since they asked: who has it now counts. */
const person = sql.raw("coalesce(r.person_id, i.person_id)");
const columns = sql`r.found_by as "foundBy", r.request_id as "requestId", r.case_number as "caseNumber",
  r.sealed, r.asked_at as "askedAt", r.state, ${person} as "personId"`;
/** One by one, so that a page of the list stops at its last row. */
const holders = sql.raw(
  "left join lateral (select person_id from identity.identifier where found_by = r.found_by limit 1) i on true",
);

/** So many of the requests of these persons that wait, the oldest first. */
export async function findOpenRequests(
  db: Db,
  whose: PersonFilter,
  skipped: number,
  most: number,
): Promise<StoredRequest[]> {
  const { rows } = await sql<StoredRequest>`
    select ${columns} from identity.desk_request r ${holders}
    where r.state = 'open' and ${whose(person)}
    order by r.asked_at, r.request_id limit ${most} offset ${skipped}`.execute(db);
  return rows;
}

/** Which of these requests wait. */
export async function findOpenAmong(db: Db, requestIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ requestId: string }>`
    select request_id as "requestId" from identity.desk_request
    where request_id = any(${requestIds}::uuid[]) and state = 'open'`.execute(db);
  return rows.map(({ requestId }) => requestId);
}

/** One request; `lock` makes two agents who decide at the same moment wait for each other. */
export async function findRequest(tx: Tx, requestId: string, lock = false) {
  const { rows } = await sql<StoredRequest>`
    select ${columns} from identity.desk_request r ${holders}
    where r.request_id = ${requestId} ${lock ? sql`for update of r` : sql``}`.execute(tx);
  return rows[0];
}

/** The case number of the request that a way led to. */
export const findCaseNumber = async (tx: Tx, foundBy: Buffer, requestId: string) =>
  requests(tx)
    .selectFrom("desk_request")
    .select("case_number as caseNumber")
    .where("found_by", "=", foundBy)
    .where("request_id", "=", requestId)
    .executeTakeFirst();

/** Closes a request that is open: once. */
export const closeRequest = (
  tx: Tx,
  { foundBy, requestId }: Pick<StoredRequest, "foundBy" | "requestId">,
  decided: Pick<Tables["desk_request"], Decided | "person_id">,
) =>
  requests(tx)
    .updateTable("desk_request")
    .set(decided)
    .where("found_by", "=", foundBy)
    .where("request_id", "=", requestId)
    .where("state", "=", "open")
    .execute();

/** Removes requests that were decided long ago; the journal keeps what was done. */
export const dropDecidedRequests = (db: Db, before: Date) =>
  requests(db)
    .deleteFrom("desk_request")
    .where("state", "!=", "open")
    .where("decided_at", "<", before)
    .execute();

/** Opens the account of a person who never signed in, so that they can come in by the way back. */
export const openAccountIfNone = (tx: Tx, personId: string, at: Date) =>
  sql`insert into identity.account (person_id, opened_at) values (${personId}, ${at})
      on conflict on constraint account_key do nothing`.execute(tx);
