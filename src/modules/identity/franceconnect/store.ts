import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database.ts";
import type { Person } from "../person.ts";
import { identity, personColumns, type Way } from "../store.ts";

/** What a request to FranceConnect is for: nobody is signed in, or somebody is. */
export type Purpose = "sign in" | "confirm" | "link";

type Tables = {
  linked_identity: {
    person_id: string;
    provider: "franceconnect";
    found_by: Buffer;
    linked_at: Date;
    last_used_at: Date;
    removed_at: Date | null;
    proposed_mail: Buffer | null;
  };
  provider_request: {
    state_hash: Buffer;
    browser_hash: Buffer;
    purpose: Purpose;
    person_id: string | null;
    sealed: Buffer;
    asked_at: Date;
    answered_at: Date | null;
  };
  provider_session: { person_id: string; session_id: string; sealed: Buffer; opened_at: Date };
};

const provider = "franceconnect" as const;

const linked = (db: Db | Tx) => db.withSchema("identity").withTables<Tables>();

export const insertRequest = (tx: Tx, row: Omit<Tables["provider_request"], "answered_at">) =>
  linked(tx)
    .insertInto("provider_request")
    .values({ ...row, answered_at: null })
    .execute();

/** What was asked under that state; locked, so that two answers at the same moment are taken one by one. */
export const findRequest = (tx: Tx, stateHash: Buffer) =>
  linked(tx)
    .selectFrom("provider_request")
    .select(["browser_hash as browserHash", "purpose", "person_id as personId", "sealed"])
    .select(["asked_at as askedAt", "answered_at as answeredAt"])
    .where("state_hash", "=", stateHash)
    .forUpdate()
    .executeTakeFirst();

export const noteAnswered = (tx: Tx, stateHash: Buffer, at: Date) =>
  linked(tx)
    .updateTable("provider_request")
    .set({ answered_at: at })
    .where("state_hash", "=", stateHash)
    .execute();

/** Removes requests that nobody can come back to. */
export const dropOldRequests = (db: Db, before: Date) =>
  linked(db).deleteFrom("provider_request").where("asked_at", "<", before).execute();

/** A person as their link to FranceConnect finds them. */
export type LinkedPerson = { personId: string; removedAt: Date | null; lastSignInAt: Date | null };

export async function findLinkedPerson(tx: Tx, foundBy: Buffer): Promise<LinkedPerson | undefined> {
  const { rows } = await sql<LinkedPerson>`
    select l.person_id as "personId", l.removed_at as "removedAt", a.last_sign_in_at as "lastSignInAt"
    from identity.linked_identity l left join identity.account a on a.person_id = l.person_id
    where l.found_by = ${foundBy}`.execute(tx);
  return rows[0];
}

export type Link = { foundBy: Buffer; linkedAt: Date; lastUsedAt: Date; removedAt: Date | null };

/** The identity that is, or was, linked to a person. */
export const findLinkOf = (db: Db | Tx, personId: string): Promise<Link | undefined> =>
  linked(db)
    .selectFrom("linked_identity")
    .select(["found_by as foundBy", "linked_at as linkedAt", "last_used_at as lastUsedAt"])
    .select("removed_at as removedAt")
    .where("person_id", "=", personId)
    .where("provider", "=", provider)
    .executeTakeFirst();

/** The constraint that an identity linked to somebody else breaks. */
export const standsOnce = "linked_identity_stands_once";

/** Links an identity to a person, in the place of one that they took away. */
export const putLink = (tx: Tx, personId: string, foundBy: Buffer, at: Date) =>
  linked(tx)
    .insertInto("linked_identity")
    .values({
      person_id: personId,
      provider,
      found_by: foundBy,
      linked_at: at,
      last_used_at: at,
      removed_at: null,
      proposed_mail: null,
    })
    .onConflict((conflict) =>
      conflict
        .constraint("linked_identity_key")
        .doUpdateSet({ found_by: foundBy, linked_at: at, last_used_at: at, removed_at: null }),
    )
    .execute();

/** Links an identity to somebody who has none; false where it opens somebody's account, or did. */
export async function insertLink(tx: Tx, personId: string, foundBy: Buffer, at: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.linked_identity (person_id, provider, found_by, linked_at, last_used_at)
    values (${personId}, ${provider}, ${foundBy}, ${at}, ${at})
    on conflict on constraint linked_identity_stands_once do nothing
    returning person_id`.execute(tx);
  return rows.length > 0;
}

/** Notes that the person came in by their link; a mail is proposed while they have not answered for contact points. */
export const noteLinkUsed = (tx: Tx, personId: string, proposedMail: Buffer | null, at: Date) =>
  sql`update identity.linked_identity l set last_used_at = ${at},
        proposed_mail = case when a.contacts_answered_at is null then ${proposedMail}::bytea end
      from identity.account a
      where a.person_id = l.person_id and l.person_id = ${personId} and l.provider = ${provider}`.execute(tx);

/** The mail that FranceConnect told and the person has not answered yet, sealed. */
export async function findProposedMail(db: Db | Tx, personId: string): Promise<Buffer | undefined> {
  const found = await linked(db)
    .selectFrom("linked_identity")
    .select("proposed_mail as mail")
    .where("person_id", "=", personId)
    .where("provider", "=", provider)
    .executeTakeFirst();
  return found?.mail ?? undefined;
}

/** Takes the link away; false where there is none that opens. */
export const removeLink = async (tx: Tx, personId: string, at: Date): Promise<boolean> => {
  const result = await linked(tx)
    .updateTable("linked_identity")
    .set({ removed_at: at, proposed_mail: null })
    .where("person_id", "=", personId)
    .where("provider", "=", provider)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
};

/** A person whom a pivot identity may mean. */
export type Candidate = Person & {
  sex: "F" | "M" | null;
  birthCode: string | null;
  /** Their social-security number, where no civil status says more. */
  sealedNir: Buffer | null;
  lastSignInAt: Date | null;
};

export type Search = {
  birthDate: string;
  between: { from: string; to: string };
  also: readonly string[];
  /** The keys of the names they may stand under, the birth name's first. */
  nameKeys: readonly string[];
  sex: string;
  birthCode: string;
};

/**
 * Persons born on a date like that under a name like that, or of that sex in that place, or of whom only the number
 * tells; the likeliest first.
 */
export async function findAlike(tx: Tx, search: Search): Promise<Candidate[]> {
  const { birthDate, between, also, nameKeys, sex, birthCode } = search;
  const { rows } = await sql<Candidate>`
    select ${personColumns}, c.sex, c.birth_code as "birthCode", n.sealed as "sealedNir",
      a.last_sign_in_at as "lastSignInAt"
    from identity.person p
    left join identity.civil_status c on c.person_id = p.person_id
    left join identity.identifier n on n.person_id = p.person_id and n.kind = 'nir' and c.person_id is null
    left join identity.account a on a.person_id = p.person_id
    where (p.birth_date between ${between.from} and ${between.to} or p.birth_date = any(${also}))
      and (p.name_key = any(${nameKeys}) or c.person_id is null
        or (c.sex = ${sex} and c.birth_code = ${birthCode}))
    order by (p.birth_date = ${birthDate} and p.name_key = ${nameKeys[0] ?? ""}) desc, p.person_id
    limit 500`.execute(tx);
  return rows;
}

/** Ends the person's sessions that came in that way, but for one. */
export const endSessionsBy = (tx: Tx, personId: string, way: Way, kept: Buffer | undefined, at: Date) =>
  identity(tx)
    .updateTable("session")
    .set({ ended_at: at })
    .where("person_id", "=", personId)
    .where("entered_by", "=", way)
    .where("ended_at", "is", null)
    .$if(kept !== undefined, (query) => query.where("secret_hash", "!=", kept as Buffer))
    .execute();

/** Keeps what a session came in by, for its sign-out. */
export const keepIdToken = (tx: Tx, personId: string, secretHash: Buffer, sealed: Buffer, at: Date) =>
  sql`insert into identity.provider_session (person_id, session_id, sealed, opened_at)
      select person_id, session_id, ${sealed}, ${at} from identity.session
      where person_id = ${personId} and secret_hash = ${secretHash}`.execute(tx);

/** Takes what the session of that secret came in by, if it came in by FranceConnect. */
export async function takeIdToken(tx: Tx, personId: string, secretHash: Buffer): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    delete from identity.provider_session t using identity.session s
    where t.person_id = ${personId} and s.person_id = t.person_id and s.session_id = t.session_id
      and s.secret_hash = ${secretHash}
    returning t.sealed`.execute(tx);
  return rows[0]?.sealed;
}

/** Removes what sessions came in by that ended, or that began before then. */
export const dropOldIdTokens = (db: Db, before: Date) =>
  sql`delete from identity.provider_session t
      where t.opened_at < ${before} or not exists (
        select 1 from identity.session s
        where s.person_id = t.person_id and s.session_id = t.session_id and s.ended_at is null)`.execute(db);
