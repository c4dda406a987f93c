import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database.ts";
import type { RegisterAnswer } from "../../platform/register-by-http.ts";
import type { Employer } from "./employer.ts";
import type { RequestKind } from "./request-kind.ts";

type Tables = {
  access_request: {
    request_id: string;
    secret_hash: Buffer;
    kind: RequestKind;
    state: "draft" | "sent" | "issued" | "refused";
    person_id: string;
    sealed: Buffer | null;
    found_by: Buffer | null;
    fits: RegisterAnswer | null;
    case_number: string | null;
    changed_at: Date;
    sent_at: Date | null;
    decided_at: Date | null;
    decided_by: string | null;
    reason: string | null;
  };
  employer: {
    employer_id: string;
    name: string;
    trade_name: string | null;
    phone: string | null;
    street: string | null;
    extra: string | null;
    postcode: string | null;
    town: string | null;
    changed_at: Date;
  };
  representative: {
    employer_id: string;
    person_id: string;
    quality: string;
    from_at: Date;
    ended_at: Date | null;
  };
};

const contributions = (db: Db | Tx) => db.withSchema("contributions").withTables<Tables>();

/** A request as it is stored. `sealed` is gone once it is decided. */
export type StoredRequest = {
  requestId: string;
  kind: RequestKind;
  state: Tables["access_request"]["state"];
  personId: string;
  sealed: Buffer | null;
  fits: RegisterAnswer | null;
  caseNumber: string | null;
  changedAt: Date;
  sentAt: Date | null;
};

const requests = (db: Db | Tx) =>
  contributions(db)
    .selectFrom("access_request")
    .select(["request_id as requestId", "kind", "state", "person_id as personId", "sealed", "fits"])
    .select(["case_number as caseNumber", "changed_at as changedAt", "sent_at as sentAt"]);

export const insertRequest = (
  db: Db | Tx,
  row: Pick<
    Tables["access_request"],
    "request_id" | "secret_hash" | "kind" | "person_id" | "sealed" | "changed_at"
  >,
) =>
  contributions(db)
    .insertInto("access_request")
    .values({
      ...row,
      state: "draft",
      found_by: null,
      fits: null,
      case_number: null,
      sent_at: null,
      decided_at: null,
      decided_by: null,
      reason: null,
    })
    .execute();

/** The request of that browser; `lock` makes its answers wait for each other. */
export const findRequestOf = (
  db: Db | Tx,
  requestId: string,
  secretHash: Buffer,
  lock = false,
): Promise<StoredRequest | undefined> =>
  requests(db)
    .where("request_id", "=", requestId)
    .where("secret_hash", "=", secretHash)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

/** A request that was sent, whoever asked; `lock` makes decisions about it wait for each other. */
export const findRequest = (
  db: Db | Tx,
  requestId: string,
  lock = false,
): Promise<StoredRequest | undefined> =>
  requests(db)
    .where("request_id", "=", requestId)
    .where("state", "!=", "draft")
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();

/** Requests that wait for an answer, the oldest first. */
export const findWaitingRequests = (db: Db, offset: number, most: number): Promise<StoredRequest[]> =>
  requests(db)
    .where("state", "=", "sent")
    .orderBy("sent_at")
    .orderBy("request_id")
    .offset(offset)
    .limit(most)
    .execute();

/** Which of these requests wait for an answer. */
export async function findWaitingAmong(db: Db, requestIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ requestId: string }>`
    select request_id as "requestId" from contributions.access_request
    where request_id = any(${requestIds}::uuid[]) and state = 'sent'`.execute(db);
  return rows.map(({ requestId }) => requestId);
}

export const changeRequest = (tx: Tx, requestId: string, change: Partial<Tables["access_request"]>) =>
  contributions(tx).updateTable("access_request").set(change).where("request_id", "=", requestId).execute();

/** Drops what nobody sent, untouched since then, and what was decided long ago. */
export async function dropOldRequests(db: Db, draftsBefore: Date, decidedBefore: Date): Promise<void> {
  await contributions(db)
    .deleteFrom("access_request")
    .where("state", "=", "draft")
    .where("changed_at", "<", draftsBefore)
    .execute();
  await contributions(db).deleteFrom("access_request").where("decided_at", "<", decidedBefore).execute();
}

/** Writes down a company and who acts for it. */
export async function insertEmployer(
  tx: Tx,
  employer: { employerId: string; name: string; personId: string; quality: string },
  at: Date,
): Promise<void> {
  const { employerId, name, personId, quality } = employer;
  await contributions(tx)
    .insertInto("employer")
    .values({
      employer_id: employerId,
      name,
      trade_name: null,
      phone: null,
      street: null,
      extra: null,
      postcode: null,
      town: null,
      changed_at: at,
    })
    .execute();
  await contributions(tx)
    .insertInto("representative")
    .values({ employer_id: employerId, person_id: personId, quality, from_at: at, ended_at: null })
    .execute();
}

/** The company that this account acts for now, and in which quality; undefined for an insured person's. */
export const findEmployerOf = (
  db: Db | Tx,
  personId: string,
): Promise<(Employer & { quality: string }) | undefined> =>
  contributions(db)
    .selectFrom("representative as r")
    .innerJoin("employer as e", "e.employer_id", "r.employer_id")
    .select(["e.employer_id as employerId", "e.name", "e.trade_name as tradeName", "e.phone"])
    .select(["e.street", "e.extra", "e.postcode", "e.town", "r.quality"])
    .where("r.person_id", "=", personId)
    .where("r.ended_at", "is", null)
    .executeTakeFirst();

export const changeEmployer = (
  tx: Tx,
  { employerId, tradeName, phone, street, extra, postcode, town }: Omit<Employer, "name">,
  at: Date,
) =>
  contributions(tx)
    .updateTable("employer")
    .set({ trade_name: tradeName, phone, street, extra, postcode, town, changed_at: at })
    .where("employer_id", "=", employerId)
    .execute();
