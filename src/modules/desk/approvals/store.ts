import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { PersonFilter } from "../../identity/index.ts";

/**
 * What takes two agents: taking a new contact point in, writing a social-security number down, giving an account to who
 * asked for it, opening the accesses of a structure.
 */
export type ApprovalKind = "accept-request" | "give-nir" | "issue-access" | "accept-structure";

export type Approval = {
  approvalId: string;
  personId: string;
  kind: ApprovalKind;
  /** A request's id, or the person's where it is about them. */
  about: string;
  /** Of what the second agent must type again. */
  fingerprint: Buffer | null;
  reason: string;
  proposedBy: string;
  proposedAt: Date;
};

const columns =
  sql.raw(`approval_id as "approvalId", person_id as "personId", kind, about, fingerprint, reason,
  proposed_by as "proposedBy", proposed_at as "proposedAt"`);

/** Proposes something; false where the same waits already. */
export async function insertApproval(tx: Tx, one: Approval): Promise<boolean> {
  const { rows } = await sql`
    insert into desk.approval (person_id, approval_id, kind, about, fingerprint, reason, proposed_by, proposed_at)
    values (${one.personId}, ${one.approvalId}, ${one.kind}, ${one.about}, ${one.fingerprint}, ${one.reason},
      ${one.proposedBy}, ${one.proposedAt})
    on conflict (kind, about) where state = 'open' do nothing returning approval_id`.execute(tx);
  return rows.length === 1;
}

/** What waits for a second agent and is about these persons, the oldest first, `most` of them after so many others. */
export async function findOpenApprovals(
  db: Db,
  whose: PersonFilter,
  skipped: number,
  most: number,
): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select ${columns} from desk.approval where state = 'open' and ${whose(sql.raw("approval.person_id"))}
    order by proposed_at, approval_id limit ${most} offset ${skipped}`.execute(db);
  return rows;
}

/** Drops proposals of which nothing is left to confirm. */
export const dropApprovals = (db: Db, proposals: readonly Pick<Approval, "personId" | "approvalId">[]) =>
  sql`delete from desk.approval where state = 'open' and (person_id, approval_id) in (
      select * from unnest(${proposals.map(({ personId }) => personId)}::uuid[],
        ${proposals.map(({ approvalId }) => approvalId)}::uuid[]))`.execute(db);

/** One that waits, by its id. */
export async function findOpenApproval(db: Db, approvalId: string): Promise<Approval | undefined> {
  const { rows } = await sql<Approval>`
    select ${columns} from desk.approval where approval_id = ${approvalId} and state = 'open'`.execute(db);
  return rows[0];
}

/** The one that waits about this, if any. */
export async function findApprovalAbout(
  db: Db,
  kind: ApprovalKind,
  about: string,
): Promise<Approval | undefined> {
  const { rows } = await sql<Approval>`
    select ${columns} from desk.approval where kind = ${kind} and about = ${about} and state = 'open'`.execute(
    db,
  );
  return rows[0];
}

/** Ends one that waits; false where somebody did before. */
export async function closeApproval(
  tx: Tx,
  { personId, approvalId }: Pick<Approval, "personId" | "approvalId">,
  state: "confirmed" | "withdrawn",
  by: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update desk.approval set state = ${state}, decided_by = ${by}, decided_at = ${at}
    where person_id = ${personId} and approval_id = ${approvalId} and state = 'open' returning approval_id`.execute(
    tx,
  );
  return rows.length === 1;
}
