import { sql } from "kysely";
import type { Tx } from "../../../platform/database.ts";

/** A structure, or one of its services. */
export type Part = { structureId: string; serviceId?: string | undefined };

/** Holds the structure, so that what closes it happens one after the other; false where there is none that is open. */
export async function holdPart(tx: Tx, { structureId, serviceId }: Part): Promise<boolean> {
  const held = await sql`
    select structure_id from partners.structure
    where structure_id = ${structureId} and ended_at is null for update`.execute(tx);
  if (held.rows.length === 0 || serviceId === undefined) return held.rows.length > 0;
  const { rows } = await sql`
    select service_id from partners.service
    where structure_id = ${structureId} and service_id = ${serviceId} and ended_at is null for update`.execute(
    tx,
  );
  return rows.length > 0;
}

const which = ({ serviceId }: Part) =>
  serviceId === undefined ? sql`service_id is null` : sql`service_id = ${serviceId}`;

/** Ends the suspension of that part that was not lifted, if any; false where none ran. */
export async function liftSuspension(tx: Tx, part: Part, by: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ runs: boolean }>`
    update partners.suspension set lifted_by = ${by}, lifted_at = least(until_at, ${at})
    where structure_id = ${part.structureId} and ${which(part)} and lifted_at is null
    returning until_at is null or until_at > ${at} as runs`.execute(tx);
  return rows.some(({ runs }) => runs);
}

export const insertSuspension = (
  tx: Tx,
  { structureId, serviceId = undefined }: Part,
  row: { suspensionId: string; reason: string; by: string; at: Date; until: Date | undefined },
) =>
  sql`insert into partners.suspension (structure_id, suspension_id, service_id, reason, placed_by, placed_at, until_at)
      values (${structureId}, ${row.suspensionId}, ${serviceId ?? null}, ${row.reason}, ${row.by}, ${row.at},
        ${row.until ?? null})`.execute(tx);

/** Closes for good a service, or a structure with all its services. */
export async function closePart(tx: Tx, { structureId, serviceId }: Part, at: Date): Promise<void> {
  await sql`update partners.service set ended_at = ${at}
      where structure_id = ${structureId} and (${serviceId ?? null}::uuid is null or service_id = ${serviceId ?? null})
        and ended_at is null`.execute(tx);
  if (serviceId === undefined)
    await sql`update partners.structure set ended_at = ${at} where structure_id = ${structureId}`.execute(tx);
}

/** The mail address a person is written to about their access. */
export async function findMail(tx: Tx, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`
    select value from identity.contact_point
    where person_id = ${personId} and kind = 'mail' and verified_at is not null and replaced_at is null`.execute(
    tx,
  );
  return rows[0]?.value;
}
