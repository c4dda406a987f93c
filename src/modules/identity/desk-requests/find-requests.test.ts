import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { readIdentifier } from "../../../../law/credentials/identifier.ts";
import { deskRefusals } from "../../../../law/credentials/lost-contact.ts";
import { awa, type DemoWorld, demoWorld, journalOf, julien } from "../../../../test/demo.ts";
import { workThrough } from "../../../../test/queues.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { judgeUploads } from "../../../platform/uploads/judge.ts";
import { foundBy, unknownSubject } from "../identifiers.ts";
import { decideDeskRequest, findDeskRequests, readDeskFile, readDeskRequest } from "../index.ts";
import type { ToldContact } from "../who/read-contact.ts";
import { askDesk } from "./ask-desk.ts";
import { deskRequestQueue, warnOfRequest } from "./warn.ts";

let world: DemoWorld;

/** Awa has a verified mail and mobile. */
before(async () => {
  world = await demoWorld();
  await sql`update identity.contact_point set verified_at = given_at where person_id = ${awa.id}`.execute(
    world.db,
  );
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const agent = { agentId: "agent 17", name: "Dominique" };
const nobody = "2880175115001";
const newMail: ToldContact = { kind: "mail", value: "nouvelle@exemple.fr" };
const newMobile: ToldContact = { kind: "mobile", value: "+33639981290" };
const document = Buffer.from("%PDF-1.4\n% carte d'identite\n%%EOF");

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
const lastActs = async (subject: string, most: number) =>
  (await journalOf(world, { id: subject })).slice(-most);

test("requests wait in the order they came, a page at a time, with what an agent needs to choose one", async () => {
  const first = await ask(awa);
  world.pass({ minutes: 1 });
  const second = await ask({ identifier: nobody });
  const { requests, more } = await findDeskRequests(world, 1);
  assert.equal(more, false);
  assert.deepEqual(
    requests.map(({ requestId, known, who }) => [requestId, known, who.birthName]),
    [
      [first, true, "Diallo"],
      [second, false, "Diallo"],
    ],
  );
  for (let n = 0; n < 20; n++) {
    world.pass({ minutes: 1 });
    await ask(
      { identifier: nobody.replace("75115", `7511${n % 10}`).slice(0, 13) },
      { kind: "mail", value: `b${n}@exemple.fr` },
    );
  }
  const pages = [
    await findDeskRequests(world, 1),
    await findDeskRequests(world, 2),
    await findDeskRequests(world, 3),
  ];
  assert.deepEqual(
    pages.map(({ requests, more }) => [requests.length, more]),
    [
      [20, true],
      [2, false],
      [0, false],
    ],
  );
  assert.deepEqual((await findDeskRequests(world, -5)).requests.length, 20);
});

test("SEC-12 an agent reads what was told beside what the register knows, and the journal says who read", async () => {
  const requestId = await ask(awa, newMail, "1988-11-04");
  const request = await readDeskRequest(world, agent, requestId);
  assert.ok(request?.registered);
  assert.deepEqual(request.contact, newMail);
  assert.deepEqual(request.registered.agrees, { firstNames: true, name: true, birthDate: false });
  assert.deepEqual(request.registered.contacts.length, 2);
  for (const shown of request.registered.contacts)
    assert.match(shown, /••/, "the contact points she has are masked");
  assert.deepEqual(
    request.files.map(({ name, kind }) => [name, kind]),
    [["carte.pdf", "pdf"]],
  );
  const file = await readDeskFile(world, agent, requestId, request.files[0]?.fileId ?? "");
  assert.deepEqual(file, { name: "carte.pdf", kind: "pdf", bytes: document });
  assert.deepEqual(
    (await lastActs(awa.id, 2)).map(({ act, actor, detail }) => [act, actor, detail.request]),
    [
      ["read a desk request", "agent 17", requestId],
      ["read a file of a desk request", "agent 17", requestId],
    ],
  );
});

test("an agent reads of a number nobody has that there is nobody", async () => {
  const requestId = await ask({ identifier: nobody });
  assert.equal((await readDeskRequest(world, agent, requestId))?.registered, undefined);
  const subject = unknownSubject(foundBy(world.keys, readIdentifier(nobody) as never));
  assert.equal((await lastActs(subject, 1))[0]?.act, "read a desk request");
});

test("requests and files of another id are not there, and files are read with their own request only", async () => {
  const [mine, other] = [await ask(awa), await ask(julien, newMobile)];
  const [file] = (await readDeskRequest(world, agent, mine))?.files ?? [];
  assert.ok(file);
  assert.equal(await readDeskFile(world, agent, other, file.fileId), undefined);
  for (const id of [newId(), "", "1", "' or true", "../x"]) {
    assert.equal(await readDeskRequest(world, agent, id), undefined);
    assert.equal(await readDeskFile(world, agent, mine, id), undefined);
    assert.deepEqual(await accept(id), { refused: deskRefusals.gone });
  }
  assert.equal(
    (await lastActs(julien.id, 1))[0]?.act,
    "asked the desk for a new contact point",
    "nothing was read of his",
  );
});
