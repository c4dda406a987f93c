import assert from "node:assert/strict";
import { sql } from "kysely";
import { loadDemo } from "../dev/demo/load.ts";
import { demoFiles, identifierOf } from "../dev/demo/people.ts";
import { caf } from "../institutions/caf/index.ts";
import { institutions } from "../institutions/index.ts";
import type { Institution } from "../institutions/institution.ts";
import type { CivilRegistry } from "../src/civil-registry/civil-registry.ts";
import type { InsuredRegistry } from "../src/insured-registry/insured-registry.ts";
import { type Standing, standingOf } from "../src/modules/households/index.ts";
import { readSession, signIn, type Visitor } from "../src/modules/identity/index.ts";
import type { World } from "../src/world.ts";
import { testDatabase, testTemplate } from "./database.ts";
import { type TestWorld, testWorld } from "./world.ts";

/** A demo person as a test needs them: what they sign in with, and where they are written to. */
export type Someone = {
  id: string;
  identifier: string;
  fileNumber: string;
  oldPassword: string;
  mail: string;
  mobile: string;
};

export const camille = someone("Camille Marie");
export const awa = someone("Awa");
export const julien = someone("Julien André");
export const nadia = someone("Nadia");
export const sophie = someone("Sophie Anne");
export const yann = someone("Yann");
export const mael = someone("Maël");
export const pierre = someone("Pierre Louis");
export const elodie = someone("Élodie");
export const lucien = someone("Lucien");
export const samira = someone("Samira");

/** Everyone whom an old password lets in. */
export const everyone = [
  ...[camille, awa, julien, nadia, sophie, yann],
  ...[mael, pierre, elodie, lucien, samira],
];

function someone(firstNames: string): Someone {
  const found = demoFiles
    .flatMap((file) => file.people.map((person) => ({ file, person })))
    .find(({ person }) => person.firstNames === firstNames);
  assert.ok(found, firstNames);
  const { file, person } = found;
  return {
    id: person.id,
    identifier: identifierOf(person) ?? "",
    fileNumber: file.fileNumber,
    oldPassword: file.oldPassword,
    mail: person.mail ?? "",
    mobile: person.mobile ?? "",
  };
}

/** Two passwords the Caf takes. */
export const ownPassword = "Orage7Banc-Velours";
export const otherPassword = "Tulipe9sur-Remorque";

export type DemoWorld = TestWorld & {
  /** Takes the state to come back to. Done once at the start; again where a file adds to what every test finds. */
  keep: () => Promise<void>;
  /** Brings everything back to the state kept, clock included: for the next test. */
  afresh: () => Promise<void>;
};

/** A test world with the demo people in it, none of whom ever signed in. */
export async function demoWorld(
  options: {
    civilRegistry?: CivilRegistry;
    institution?: Institution;
    insuredRegistry?: InsuredRegistry;
  } = {},
): Promise<DemoWorld> {
  const { institution = caf } = options;
  const world = institutions.includes(institution)
    ? await testWorld({ ...options, database: await testDatabase(await withPeople(institution)) })
    : await peopled(await testWorld(options));
  const start = world.clock();
  return {
    ...world,
    keep: async () => {
      await keepState(world);
    },
    afresh: async () => {
      world.clock.now = start;
      await bringBack(world);
    },
  };
}

/** The demo people of an institution that ships are loaded once for the whole run. */
const withPeople = (institution: Institution): Promise<string> =>
  testTemplate(`foyer_demo_${institution.id}`, async (url) => {
    const world = await testWorld({ institution, database: { url, drop: async () => {} } });
    await peopled(world);
    await world.close();
  });

async function peopled(world: TestWorld): Promise<TestWorld> {
  await loadDemo(world);
  await keepState(world);
  return world;
}

const copyOf = (table: string) => `start.${table.replace(".", "_")}`;

const keepState = ({ owner }: TestWorld) =>
  sql
    .raw(
      [
        "drop schema if exists start cascade",
        "create schema start",
        ...changing.map((table) => `create table ${copyOf(table)} as table ${table}`),
      ].join(";"),
    )
    .execute(owner);

const bringBack = ({ owner }: TestWorld) =>
  sql
    .raw(
      [
        "begin",
        // The journal refuses to be emptied: between two tests its triggers look away.
        "set local session_replication_role = replica",
        ...changing.map(
          (table) => `delete from ${table}; insert into ${table} select * from ${copyOf(table)}`,
        ),
        "commit",
      ].join(";"),
    )
    .execute(owner);

const changing = [
  "identity.person",
  "identity.merge",
  "identity.merge_step",
  "identity.possible_duplicate",
  "identity.civil_status",
  "identity.identifier",
  "identity.address",
  "identity.opening",
  "identity.opening_code",
  "identity.ask",
  "identity.old_password",
  "identity.account",
  "identity.attempts",
  "identity.session",
  "identity.contact_point",
  "identity.code",
  "identity.contact_change",
  "identity.notice_address",
  "identity.kept_input",
  "identity.linked_identity",
  "identity.provider_request",
  "identity.provider_session",
  "identity.second_step_code",
  "identity.trusted_device",
  "identity.passkey",
  "identity.passkey_challenge",
  "identity.recovery",
  "identity.lost_contact",
  "identity.lost_contact_code",
  "identity.desk_request",
  "identity.identifier_reminder",
  "uploads.file",
  "identity.block",
  "identity.alarm",
  "identity.password_campaign",
  "identity.password_campaign_person",
  "identity.password_campaign_done",
  "charters.text",
  "charters.version",
  "charters.answer",
  "charters.seen",
  "households.file",
  "households.member",
  "households.entitlement",
  "households.delegation",
  "households.delegation_answer",
  "households.separation",
  "households.death",
  "households.guardianship",
  "households.protection_measure",
  "households.desk_task",
  "households.guardianship_draft",
  "households.guardianship_deposit",
  "households.chosen_space",
  "claims.draft",
  "claims.claim",
  "partners.draft",
  "partners.structure_request",
  "partners.structure",
  "partners.service",
  "partners.post",
  "partners.suspension",
  "partners.naming",
  "partners.site_suspension",
  "connect.consent",
  "connect.site_session",
  "connect.artifact",
  "connect.passing_artifact",
  "desk.agent",
  "desk.agent_role",
  "desk.agent_session",
  "desk.attempts",
  "desk.visit",
  "desk.approval",
  "contributions.access_request",
  "contributions.employer",
  "contributions.representative",
  "journal.entry",
  "journal.chain_end",
  "jobs.job",
];

/** Signs somebody in; gives the cookie their browser would keep. */
export async function cookieOf(world: World, who: Someone, password = who.oldPassword): Promise<string> {
  const result = await signIn(world, { identifier: who.identifier, password });
  assert.ok("cookie" in result, "refused" in result ? result.refused.fr : "");
  return result.cookie;
}

/** Who that cookie stands for at this moment. */
export async function visitorBy(world: World, cookie: string): Promise<Visitor> {
  const session = await readSession(world, cookie);
  assert.ok(session && "visitor" in session, "nobody is signed in with this cookie");
  return session.visitor;
}

/** Signs somebody in, at first with the old password of their file. */
export const signedIn = async (world: World, who: Someone, password?: string): Promise<Visitor> =>
  visitorBy(world, await cookieOf(world, who, password));

/** What somebody is to their household file at this moment. */
export const standing = (world: World, who: Someone): Promise<Standing> => standingOf(world, who.id);

/** What the journal says was done on somebody's data, in order. */
export async function journalOf(world: World, who: Pick<Someone, "id">) {
  const { rows } = await sql<{ act: string; actor: string; detail: Record<string, unknown> }>`
    select act, actor, detail from journal.entry where subject = ${who.id} order by number`.execute(world.db);
  return rows;
}

export const actsOf = async (world: World, who: Pick<Someone, "id">): Promise<string[]> =>
  (await journalOf(world, who)).map(({ act }) => act);

/** Every row of every table, as somebody who stole a copy of the database would read it. */
export async function dump({ owner }: TestWorld): Promise<string> {
  const tables = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema', 'start') and table_type = 'BASE TABLE'`.execute(
    owner,
  );
  const texts = await Promise.all(
    tables.rows.map(({ schema, name }) =>
      sql<{ row: string }>`select t::text as row from ${sql.table(`${schema}.${name}`)} t`.execute(owner),
    ),
  );
  return texts.flatMap(({ rows }) => rows.map(({ row }) => row)).join("\n");
}

/** Whether a dump shows a secret, as it is or as bytes. Longer runs that happen to hold it do not count. */
export const shows = (dumped: string, secret: string): boolean =>
  new RegExp(`(?<![0-9A-Za-z])${secret}(?![0-9A-Za-z])`).test(dumped) ||
  dumped.includes(Buffer.from(secret).toString("hex")) ||
  dumped.includes(Buffer.from(secret).toString("base64").replace(/=+$/, ""));
