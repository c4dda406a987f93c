import { sql } from "kysely";
import type { StructureKind } from "../../../law/partners/structure.ts";
import type { Db, Tx } from "../../platform/database.ts";
import type { Post, Role, Staff } from "./post.ts";

/** A structure as it is opened. */
export type NewStructure = {
  structureId: string;
  name: string;
  kind: StructureKind;
  number: { kind: "siret" | "rna"; value: string };
  address: { street: string; extra: string | null; postcode: string; town: string };
  mailDomain: string | null;
};

/** Opens a structure, or holds the one that has this number already; gives its id. */
export async function openStructure(tx: Tx, structure: NewStructure, at: Date): Promise<string> {
  const { structureId, name, kind, number, address, mailDomain } = structure;
  const { rows } = await sql<{ structureId: string }>`
    insert into partners.structure as s (structure_id, name, kind, number_kind, number, street, extra, postcode, town,
      mail_domain, opened_at)
    values (${structureId}, ${name}, ${kind}, ${number.kind}, ${number.value}, ${address.street}, ${address.extra},
      ${address.postcode}, ${address.town}, ${mailDomain}, ${at})
    on conflict (number_kind, number) where ended_at is null do update set opened_at = s.opened_at
    returning structure_id as "structureId"`.execute(tx);
  return rows[0]?.structureId ?? structureId;
}

export const insertService = (
  tx: Tx,
  { structureId, serviceId, name }: { structureId: string; serviceId: string; name: string },
  at: Date,
) =>
  sql`insert into partners.service (structure_id, service_id, name, opened_at)
      values (${structureId}, ${serviceId}, ${name}, ${at})`.execute(tx);

export const insertPost = (
  tx: Tx,
  post: { structureId: string; serviceId: string; personId: string; role: Role; namedBy: string },
  at: Date,
) =>
  sql`insert into partners.post (structure_id, service_id, person_id, role, named_by, from_at)
      values (${post.structureId}, ${post.serviceId}, ${post.personId}, ${post.role}, ${post.namedBy}, ${at})`.execute(
    tx,
  );

/** A person's posts at that moment, in one query. */
export async function findPosts(db: Db | Tx, personId: string, at: Date): Promise<Post[]> {
  const { rows } = await sql<Post>`
    select p.structure_id as "structureId", s.name as structure, s.mail_domain as "mailDomain",
      p.service_id as "serviceId", v.name as service, p.role,
      u.suspension_id is not null as suspended, u.until_at as "suspendedUntil"
    from partners.post p
    join partners.structure s using (structure_id)
    join partners.service v using (structure_id, service_id)
    left join lateral (
      select suspension_id, until_at from partners.suspension u
      where u.structure_id = p.structure_id and (u.service_id is null or u.service_id = p.service_id)
        and u.lifted_at is null and (u.until_at is null or u.until_at > ${at})
      order by u.until_at desc nulls first limit 1) u on true
    where p.person_id = ${personId} and p.ended_at is null
    order by v.name, p.service_id limit 20`.execute(db);
  return rows;
}

/** Who has an access in a service now: managers first. A service has a limit, and so has the list. */
export async function findStaff(
  db: Db | Tx,
  structureId: string,
  serviceId: string,
  most: number,
): Promise<Staff[]> {
  const { rows } = await sql<Staff>`
    select p.person_id as "personId", n.first_names as "firstNames", n.birth_name as "birthName", p.role,
      p.from_at as "from", a.last_sign_in_at as "lastSignInAt",
      (select c.value from identity.contact_point c where c.person_id = p.person_id and c.kind = 'mail'
        and c.replaced_at is null order by c.verified_at desc nulls last limit 1) as mail
    from partners.post p
    join identity.person n on n.person_id = p.person_id
    left join identity.account a on a.person_id = p.person_id
    where p.structure_id = ${structureId} and p.service_id = ${serviceId} and p.ended_at is null
    order by p.role desc, n.birth_name, n.first_names, p.person_id limit ${most}`.execute(db);
  return rows;
}

/** Holds a service, so that what happens to its people happens one after the other; its people counted. Undefined where it is closed for good. */
export async function holdService(
  tx: Tx,
  structureId: string,
  serviceId: string,
): Promise<{ name: string; people: number } | undefined> {
  const held = await sql<{ name: string }>`
    select name from partners.service
    where structure_id = ${structureId} and service_id = ${serviceId} and ended_at is null for update`.execute(
    tx,
  );
  const [service] = held.rows;
  if (!service) return undefined;
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from partners.post
    where structure_id = ${structureId} and service_id = ${serviceId} and ended_at is null`.execute(tx);
  return { name: service.name, people: rows[0]?.people ?? 0 };
}

/** Ends posts that run; gives those who held them, each once. */
export async function endPosts(
  tx: Tx,
  which: { structureId?: string; serviceId?: string; personId?: string; role?: Role },
  end: { by: string; reason: string; at: Date },
): Promise<string[]> {
  const { structureId = null, serviceId = null, personId = null, role = null } = which;
  if (!structureId && !personId) throw new Error("Whose posts end must be said");
  const { rows } = await sql<{ personId: string }>`
    update partners.post set ended_at = ${end.at}, ended_by = ${end.by}, end_reason = ${end.reason}
    where ended_at is null
      and (${structureId}::uuid is null or structure_id = ${structureId})
      and (${serviceId}::uuid is null or service_id = ${serviceId})
      and (${personId}::uuid is null or person_id = ${personId})
      and (${role}::text is null or role = ${role})
    returning person_id as "personId"`.execute(tx);
  return [...new Set(rows.map((row) => row.personId))];
}

/** Which of these people hold a post still. */
export async function stillPosted(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id as "personId" from partners.post
    where person_id = any(${personIds}::uuid[]) and ended_at is null`.execute(tx);
  return new Set(rows.map((row) => row.personId));
}
