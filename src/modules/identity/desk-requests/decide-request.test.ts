import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { readIdentifier } from "../../../../law/credentials/identifier.ts";
import { deskRefusals } from "../../../../law/credentials/lost-contact.ts";
import {
  awa,
  cookieOf,
  type DemoWorld,
  demoWorld,
  journalOf,
  julien,
  nadia,
  otherPassword,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { workThrough } from "../../../../test/queues.ts";
import { sha256 } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { judgeUploads } from "../../../platform/uploads/judge.ts";
import { admit } from "../admit.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { foundBy } from "../identifiers.ts";
import { decideDeskRequest, findDeskRequests, readDeskRequest } from "../index.ts";
import { tidy } from "../jobs.ts";
import { objectToChange } from "../object-to-change/object-to-change.ts";
import { comeBack } from "../recover-access/testing.ts";
import { readSession } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import type { ToldContact } from "../who/read-contact.ts";
import { askDesk } from "./ask-desk.ts";
import { deskRequestQueue, warnOfRequest } from "./warn.ts";

let world: DemoWorld;

/** Awa has a password and verified mail and mobile; Nadia a password alone; Julien a verified mail, and never signed in. */
before(async () => {
  world = await demoWorld();
  for (const who of [awa, nadia]) await chooseFirstPassword(world, await signedIn(world, who), ownPassword);
  await sql`update identity.contact_point set verified_at = given_at
    where person_id in (${awa.id}, ${julien.id})`.execute(world.db);
  await sql`delete from identity.contact_point where person_id = ${nadia.id}`.execute(world.db);
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const agent = { agentId: "agent 17", name: "Dominique" };
const nobody = "2880175115001";
const newMail: ToldContact = { kind: "mail", value: "nouvelle@exemple.fr" };
const newMobile: ToldContact = { kind: "mobile", value: "+33639981290" };
const document = Buffer.from("%PDF-1.4\n% carte d'identite\n%%EOF");
const done = { done: true };

type Asking = { identifier: string; id?: string };

/** A request as the person's own pages put it before the desk. */
async function ask(who: Asking, contact = newMail, birthDate = "1988-11-03"): Promise<string> {
  const identifier = readIdentifier(who.identifier);
  assert.ok(!("refused" in identifier));
  const received = {
    field: "front",
    name: "carte.pdf",
    declared: "application/pdf",
    bytes: document,
    tooLarge: false,
  };
  const judged = await judgeUploads(world.antivirus, [received]);
  assert.ok("safe" in judged);
  const body = {
    identifier,
    who: { firstNames: "Awa", birthName: "Diallo", birthDate },
    contact,
    language: "fr" as const,
  };
  const asked = await inTransaction(world.db, (tx) =>
    askDesk(tx, world, {
      foundBy: foundBy(world.keys, identifier),
      personId: who.id ?? null,
      body,
      files: judged.safe,
    }),
  );
  assert.ok("requestId" in asked);
  await workThrough(world, deskRequestQueue, warnOfRequest);
  return asked.requestId;
}

const accept = (requestId: string) =>
  decideDeskRequest(world, agent, requestId, "accept", "Carte lue, photo conforme");
const refuse = (requestId: string) =>
  decideDeskRequest(world, agent, requestId, "refuse", "La photo est floue.");
const contactsOf = async (who: Pick<Someone, "id">) =>
  (
    await sql<{ kind: string; value: string }>`select kind, value from identity.contact_point
      where person_id = ${who.id} and verified_at is not null and replaced_at is null order by kind`.execute(
      world.db,
    )
  ).rows;
const toldTo = async (to: string) =>
  (await world.sent()).filter(({ payload }) => payload.to === to).map(({ payload }) => payload.text);
const filesLeft = async () =>
  (await sql<{ n: number }>`select count(*) as n from uploads.file`.execute(world.db)).rows[0]?.n;

test("SEC-04 accepted where contact points stood: the new one replaces them, and opens the account after 72 hours", async () => {
  const session = await cookieOf(world, awa, ownPassword);
  const requestId = await ask(awa);
  assert.deepEqual(await accept(requestId), done);
  assert.deepEqual(await contactsOf(awa), [newMail]);
  assert.equal(await readSession(world, session), undefined, "every session ended");
  const changes = (await journalOf(world, awa)).filter(({ act }) => act.endsWith("a contact point"));
  assert.deepEqual(
    changes.map(({ act, actor }) => [act, actor]),
    [
      ["replaced a contact point", "agent 17"],
      ["removed a contact point", "agent 17"],
    ],
    "SEC-12 it was the desk",
  );
  const [, accepted] = await toldTo(newMail.value);
  assert.match(accepted ?? "", /À partir du vendredi 13 mars 2026 à 10:00/);
  assert.doesNotMatch(accepted ?? "", /https?:|www\./, "CP-14");
  world.pass({ hours: 72, milliseconds: -1 });
  assert.equal(await comeBack(world, awa, { to: newMail.value, birthDate: "1988-11-03" }), "no code");
  world.pass({ days: 1 });
  assert.equal(await comeBack(world, awa, { to: newMail.value, birthDate: "1988-11-03" }), "in");
  assert.ok("cookie" in (await signIn(world, { identifier: awa.identifier, password: otherPassword })));
  assert.ok("refused" in (await signIn(world, { identifier: awa.identifier, password: ownPassword })));
});

test("SEC-04 to the millisecond: at 72 hours the new contact point vouches, the old ones no more", async () => {
  await accept(await ask(awa));
  world.pass({ hours: 72 });
  const before = (await toldTo(awa.mail)).length;
  assert.equal(await comeBack(world, awa, { to: newMail.value, birthDate: "1988-11-03" }), "in");
  assert.equal((await toldTo(awa.mail)).length, before);
});

test("SEC-04 during the wait an old contact point objects: all is as before, and the new one opens nothing", async () => {
  for (const old of [awa.mail, awa.mobile]) {
    await world.afresh();
    await accept(await ask(awa));
    const codes = (await toldTo(old)).map(
      (text) => /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0],
    );
    const code = codes.findLast((one) => one !== undefined);
    assert.ok(code, `${old} got the means to object`);
    assert.deepEqual(await objectToChange(world, code, "fr"), done);
    assert.deepEqual(await contactsOf(awa), [
      { kind: "mail", value: awa.mail },
      { kind: "mobile", value: awa.mobile },
    ]);
    world.pass({ days: 4 });
    assert.equal(await comeBack(world, awa, { to: newMail.value, birthDate: "1988-11-03" }), "no code");
    assert.equal(await comeBack(world, awa, { to: awa.mail, birthDate: "1988-11-03" }), "in");
  }
});

test("SEC-04 a mobile in the place of a mail: added, while the mail goes, and nothing opens before 72 hours", async () => {
  await sql`delete from identity.contact_point where person_id = ${awa.id} and kind = 'mobile'`.execute(
    world.db,
  );
  await accept(await ask(awa, newMobile));
  assert.deepEqual(await contactsOf(awa), [newMobile]);
  assert.equal(await comeBack(world, awa, { to: newMobile.value, birthDate: "1988-11-03" }), "no code");
  world.pass({ hours: 72 });
  assert.equal(await comeBack(world, awa, { to: newMobile.value, birthDate: "1988-11-03" }), "in");
});

test("SEC-04 accepted where nothing ever stood, the new contact point opens the account at once", async () => {
  await accept(await ask(nadia));
  assert.deepEqual(await contactsOf(nadia), [newMail]);
  assert.match((await toldTo(newMail.value)).at(-1) ?? "", /dès maintenant/);
  assert.equal(await comeBack(world, nadia, { to: newMail.value, birthDate: "1990-05-30" }), "in");
});

test("SEC-04 a person who never signed in comes in by it too, and their old password is dead", async () => {
  await sql`delete from identity.contact_point where person_id = ${julien.id}`.execute(world.db);
  await accept(await ask(julien));
  assert.equal(await comeBack(world, julien, { to: newMail.value, birthDate: "1986-07-24" }), "in");
  assert.ok(
    "refused" in (await signIn(world, { identifier: julien.identifier, password: julien.oldPassword })),
  );
  assert.ok("cookie" in (await signIn(world, { identifier: julien.identifier, password: otherPassword })));
});

test("SEC-04 what the institution held and nobody confirmed is replaced too, and is nobody's to object with", async () => {
  await sql`update identity.contact_point set verified_at = null where person_id = ${awa.id}`.execute(
    world.db,
  );
  await accept(await ask(awa));
  const { rows } = await sql`select from identity.contact_point
    where person_id = ${awa.id} and replaced_at is null`.execute(world.db);
  assert.equal(rows.length, 1);
  for (const held of [awa.mail, awa.mobile])
    assert.match((await toldTo(held)).at(-1) ?? "", /nous n’écrirons plus ici/, "they are told all the same");
  assert.equal(await comeBack(world, awa, { to: newMail.value, birthDate: "1988-11-03" }), "in");
});

test("SEC-04 asked with the very contact point that still stands, the others go and it stays", async () => {
  await accept(await ask(awa, { kind: "mail", value: "Awa.Diallo@exemple.fr" }));
  assert.deepEqual(await contactsOf(awa), [{ kind: "mail", value: awa.mail }]);
});

test("SEC-13 decided, the documents are gone and the journal keeps who decided, why, and their hashes", async () => {
  for (const [decide, act, state] of [
    [accept, "accepted a desk request", "accepted"],
    [refuse, "refused a desk request", "refused"],
  ] as const) {
    await world.afresh();
    const requestId = await ask(awa);
    assert.equal(await filesLeft(), 1);
    await decide(requestId);
    assert.equal(await filesLeft(), 0);
    const entry = (await journalOf(world, awa)).find((one) => one.act === act);
    assert.equal(entry?.actor, "agent 17");
    assert.equal(entry?.detail.request, requestId);
    assert.ok(String(entry?.detail.reason).length > 5);
    assert.equal(entry?.detail["file 1"], sha256(document).toString("hex"));
    const { rows } = await sql`select state, decided_by from identity.desk_request`.execute(world.db);
    assert.deepEqual(rows, [{ state, decided_by: "agent 17" }]);
    assert.equal((await findDeskRequests(world, 1)).requests.length, 0);
    assert.deepEqual((await readDeskRequest(world, agent, requestId))?.files, []);
  }
});

test("SEC-04 refused: told why and what to do, those who were warned are told too, and nothing changes", async () => {
  const session = await cookieOf(world, awa, ownPassword);
  const requestId = await ask(awa);
  assert.deepEqual(await refuse(requestId), done);
  const answer = (await toldTo(newMail.value)).at(-1) ?? "";
  for (const words of ["La photo est floue.", "32 30", "refaire une demande"])
    assert.ok(answer.includes(words), words);
  assert.match((await toldTo(awa.mail)).at(-1) ?? "", /rien ne change/);
  assert.deepEqual((await contactsOf(awa)).length, 2);
  assert.ok(await readSession(world, session));
  const sms = await ask(awa, newMobile);
  await refuse(sms);
  assert.ok(((await toldTo(newMobile.value)).at(-1) ?? "").includes("La photo est floue."));
});

test("a number nobody has can only be refused", async () => {
  const requestId = await ask({ identifier: nobody });
  assert.deepEqual(await accept(requestId), { refused: deskRefusals.nobody });
  assert.equal(await filesLeft(), 1, "a decision that is not taken removes nothing");
  assert.deepEqual(await refuse(requestId), done);
});

test("a number that has become somebody's since it was asked for can be accepted", async () => {
  const identifier = readIdentifier("1850554395089");
  assert.ok(!("refused" in identifier));
  const requestId = await ask({ identifier: "1850554395089" });
  const person = {
    personId: newId(),
    firstNames: "Awa",
    birthName: "Diallo",
    usedName: null,
    birthDate: "1985-05-00",
  };
  await inTransaction(world.db, (tx) => admit(tx, world, { person, identifier }));
  assert.deepEqual(await accept(requestId), done);
  assert.deepEqual(await contactsOf({ id: person.personId }), [newMail]);
  await sql`delete from identity.identifier where person_id = ${person.personId}`.execute(world.db);
});

test("MC-16 a contact point that became another account's meanwhile is not given to two", async () => {
  const requestId = await ask(awa, { kind: "mail", value: julien.mail });
  assert.deepEqual(await accept(requestId), { refused: deskRefusals.contactTaken });
  assert.equal((await contactsOf(awa)).length, 2);
  assert.equal(await filesLeft(), 1);
  assert.deepEqual(await refuse(requestId), done);
});

test("a decision needs a reason that can be sent", async () => {
  const requestId = await ask(awa);
  for (const reason of ["", "  \n ", "x".repeat(301)])
    assert.deepEqual(await decideDeskRequest(world, agent, requestId, "refuse", reason), {
      refused: deskRefusals.noReason,
    });
});

test("a request is decided once: again, it is told so", async () => {
  const requestId = await ask(awa);
  await accept(requestId);
  for (const again of [accept, refuse])
    assert.deepEqual(await again(requestId), { refused: deskRefusals.decided });
});

test("of five agents who decide at the same moment one does, and the person is told once", async () => {
  const requestId = await ask(awa);
  const results = await Promise.all(
    [accept, refuse, accept, refuse, accept].map((decide) => decide(requestId)),
  );
  assert.equal(results.filter((one) => "done" in one).length, 1);
  assert.equal(results.filter((one) => "refused" in one && one.refused === deskRefusals.decided).length, 4);
  assert.equal((await toldTo(newMail.value)).length, 2, "its number, and one answer");
  const decided = (await journalOf(world, awa)).filter(({ act }) => / a desk request$/.test(act));
  assert.equal(decided.length, 1);
});

test("two requests of one person accepted at the same moment leave one contact point, and every change can be objected to", async () => {
  const both = [await ask(awa, newMail), await ask(awa, { kind: "mail", value: "autre@exemple.fr" })];
  await Promise.all(both.map(accept));
  assert.equal((await contactsOf(awa)).length, 1);
});

test("requests decided a year ago are forgotten; those that wait never are", async () => {
  await refuse(await ask(awa));
  await ask(julien, newMobile);
  const count = async () =>
    (await sql<{ n: number }>`select count(*) as n from identity.desk_request`.execute(world.db)).rows[0]?.n;
  world.pass({ days: 365 });
  await tidy(world);
  assert.equal(await count(), 2);
  world.pass({ milliseconds: 1 });
  await tidy(world);
  assert.equal(await count(), 1);
});
