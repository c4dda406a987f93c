import { sql } from "kysely";
import type { Language } from "../../../../law/language.ts";
import type { StructureKind } from "../../../../law/partners/structure.ts";
import type { Db, Tx } from "../../../platform/database.ts";

export type ListedStructureRequest = {
  requestId: string;
  caseNumber: string;
  structure: string;
  kind: StructureKind;
  town: string;
  askedAt: Date;
};

export async function findOpenRequests(
  db: Db,
  offset: number,
  most: number,
): Promise<ListedStructureRequest[]> {
  const { rows } = await sql<ListedStructureRequest>`
    select request_id as "requestId", case_number as "caseNumber", name as structure, kind, town, asked_at as "askedAt"
    from partners.structure_request where state = 'open'
    order by asked_at, request_id offset ${offset} limit ${most}`.execute(db);
  return rows;
}

/** Which of these requests wait. */
export async function findOpenAmong(db: Db, requestIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ requestId: string }>`
    select request_id as "requestId" from partners.structure_request
    where request_id = any(${requestIds}::uuid[]) and state = 'open'`.execute(db);
  return rows.map(({ requestId }) => requestId);
}

export type AskedService = {
  name: string;
  firstNames: string;
  lastName: string;
  mail: string;
  people: number;
};

/** A structure's request as it was sent, and how it was decided. */
export type StructureRequest = {
  structureId: string;
  requestId: string;
  caseNumber: string;
  structure: string;
  kind: StructureKind;
  numberKind: "siret" | "rna";
  number: string;
  street: string;
  extra: string | null;
  postcode: string;
  town: string;
  askedBy: string;
  firstNames: string;
  lastName: string;
  duty: string;
  mail: string;
  services: readonly AskedService[];
  language: Language;
  askedAt: Date;
  state: "open" | "accepted" | "refused";
  reason: string | null;
  /** The structure of this number that has accesses already. */
  existing: { structureId: string; name: string } | null;
};

/** A request by its id; `lock` makes two decisions at the same moment wait for each other. */
export async function findRequest(
  tx: Tx,
  requestId: string,
  lock = false,
): Promise<StructureRequest | undefined> {
  const { rows } = await sql<StructureRequest>`
    select r.structure_id as "structureId", r.request_id as "requestId", r.case_number as "caseNumber",
      r.name as structure, r.kind, r.number_kind as "numberKind", r.number, r.street, r.extra, r.postcode, r.town,
      r.asked_by as "askedBy", r.first_names as "firstNames", r.last_name as "lastName", r.duty, r.mail, r.services,
      r.language, r.asked_at as "askedAt", r.state, r.reason,
      (select json_build_object('structureId', s.structure_id, 'name', s.name) from partners.structure s
        where s.number_kind = r.number_kind and s.number = r.number and s.ended_at is null) as existing
    from partners.structure_request r where r.request_id = ${requestId}
    ${lock ? sql`for update of r` : sql``}`.execute(tx);
  return rows[0];
}

export const noteDecision = (
  tx: Tx,
  requestId: string,
  decided: { state: "accepted" | "refused"; by: string; at: Date; reason: string },
) =>
  sql`update partners.structure_request set state = ${decided.state}, decided_by = ${decided.by},
        decided_at = ${decided.at}, reason = ${decided.reason}
      where request_id = ${requestId}`.execute(tx);

/** Who holds a post in a structure, by the mail address they are reached at. */
export async function findStaffByMail(
  tx: Tx,
  structureId: string,
  mail: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    select p.person_id as "personId" from partners.post p
    join identity.contact_point c on c.person_id = p.person_id
    where p.structure_id = ${structureId} and p.ended_at is null and p.role = 'manager' and c.kind = 'mail'
      and lower(c.value) = lower(${mail}) and c.verified_at is not null and c.replaced_at is null limit 1`.execute(
    tx,
  );
  return rows[0]?.personId;
}
