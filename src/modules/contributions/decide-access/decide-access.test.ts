import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { contributors, demoInsuredRegistry } from "../../../../dev/demo/cnss.ts";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { actsOf, type DemoWorld, demoWorld, dump, shows, visitorBy } from "../../../../test/demo.ts";
import { drawPdf } from "../../../platform/pdf.ts";
import { findContactPoints, signIn } from "../../identity/index.ts";
import { contributorOf } from "../contributor.ts";
import { arta, asked, kadra } from "../testing.ts";
import { decideAccessRequest } from "./decide-access.ts";
import { openAccessRequests, readAccessRequest } from "./read-requests.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld({ institution: cnss, insuredRegistry: demoInsuredRegistry() });
});
beforeEach(() => world.afresh());
after(() => world.close());

const agent = { agentId: "agent 7", name: "Saada" };
const mail = "kadra.guedi@exemple.fr";
const number = "100593846";

async function requestOf(kind: "insured" | "employer" = "insured", typed = kadra, contact = mail) {
  const caseNumber = await asked(world, kind, typed, contact);
  const { requests } = await openAccessRequests(world, 1);
  return requests.find((one) => one.caseNumber === caseNumber)?.requestId ?? assert.fail();
}

/** The first password in the last message that went there. */
async function passwordTo(contact: string): Promise<string> {
  const last = (await world.sent()).findLast(({ payload }) => payload.to === contact);
  const text = last?.payload.text ?? "";
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? assert.fail(`no password in: ${text}`);
}

async function enters(identifier: string, password: string) {
  const result = await signIn(world, { identifier, password });
  return "cookie" in result ? visitorBy(world, result.cookie) : undefined;
}

test("CN-04 issued: the number opens with the password sent, which is one to be changed; no link, no number in the message", async () => {
  const id = await requestOf();
  assert.deepEqual(await decideAccessRequest(world, agent, id, "issue", ""), { done: true });
  const password = await passwordTo(mail);
  const told = (await world.sent()).findLast(({ payload }) => payload.to === mail)?.payload.text ?? "";
  assert.doesNotMatch(told, /https?:|100593846/);
  const visitor = await enters(number, password);
  assert.equal(visitor?.person.birthName, "Guedi-Omar");
  assert.equal(visitor?.enteredBy, "old password");
  assert.deepEqual(await contributorOf(world, visitor?.person.personId ?? ""), { kind: "insured" });
  const points = await findContactPoints(world.db, visitor?.person.personId ?? "");
  assert.deepEqual(
    points.map(({ value, verifiedAt }) => [value, verifiedAt !== null]),
    [[mail, true]],
  );
  assert.ok(!shows(await dump(world), password));
});

test("CN-01 CN-13 an employer’s account acts for its company, in the quality told", async () => {
  await decideAccessRequest(world, agent, await requestOf("employer", arta), "issue", "");
  const visitor = await enters("318406", await passwordTo(mail));
  const contributor = await contributorOf(world, visitor?.person.personId ?? "");
  assert.ok(contributor.kind === "employer");
  assert.deepEqual([contributor.employer.name, contributor.quality], ["Transports Arta", "directrice"]);
});

test("CN-04 a first password not used within 30 days opens nothing", async () => {
  await decideAccessRequest(world, agent, await requestOf(), "issue", "");
  const password = await passwordTo(mail);
  world.pass({ days: 30, milliseconds: -1 });
  assert.ok(await enters(number, password));
  world.pass({ milliseconds: 1 });
  assert.equal(await enters(number, password), undefined);
});

test("CN-04 by letter: a tagged paper with the password, and no message", async () => {
  const id = await requestOf();
  const before = (await world.sent()).length;
  const decided = await decideAccessRequest(world, agent, id, "issue", "", "letter");
  assert.ok("done" in decided && decided.letter);
  assert.equal((await world.sent()).length, before);
  const facts = decided.letter.parts.flatMap((part) => (part.kind === "facts" ? part.facts : []));
  const [, password = ""] = facts.find(([name]) => name === "Premier mot de passe") ?? [];
  assert.ok(await enters(number, password));
  assert.doesNotMatch(JSON.stringify(decided.letter), /https?:|100593846/);
  const pdf = (await drawPdf(decided.letter, false)).toString("latin1");
  assert.match(pdf, /^%PDF-1\.7[\s\S]*\/StructTreeRoot/);
});

test("CN-04 refused: the person is told why, and nobody has an account; what was told is gone", async () => {
  const id = await requestOf();
  assert.ok("refused" in (await decideAccessRequest(world, agent, id, "refuse", "  ")));
  assert.ok("refused" in (await decideAccessRequest(world, agent, id, "refuse", "x".repeat(301))));
  const why = "La date de naissance ne va pas.";
  assert.deepEqual(await decideAccessRequest(world, agent, id, "refuse", why), { done: true });
  const last = (await world.sent()).at(-1);
  assert.equal(last?.payload.to, mail);
  assert.ok(last?.payload.text.includes(why));
  const { rows } = await sql<{ sealed: unknown }>`select sealed from contributions.access_request`.execute(
    world.db,
  );
  assert.deepEqual(rows, [{ sealed: null }]);
  assert.equal(await readAccessRequest(world, agent, id), undefined);
  assert.deepEqual((await openAccessRequests(world, 1)).requests, []);
});

test("CN-13 what the register does not confirm is issued only with a ground", async () => {
  const id = await requestOf("insured", { ...kadra, "birth-year": "1993" });
  assert.ok("refused" in (await decideAccessRequest(world, agent, id, "issue", "")));
  assert.deepEqual(await decideAccessRequest(world, agent, id, "issue", "Carte vue au guichet"), {
    done: true,
  });
});

test("CN-04 decided by several agents at the same moment, a request is decided once", async () => {
  const id = await requestOf();
  const results = await Promise.all(
    (["issue", "refuse", "issue", "refuse"] as const).map((decision) =>
      decideAccessRequest(world, agent, id, decision, "Vu"),
    ),
  );
  assert.equal(results.filter((one) => "done" in one).length, 1);
  assert.ok("refused" in (await decideAccessRequest(world, agent, id, "issue", "Vu")));
});

test("CN-04 two requests for one number issued at the same moment: one account", async () => {
  const ids = [await requestOf(), await requestOf("insured", kadra, "autre@exemple.fr")];
  const results = await Promise.all(ids.map((id) => decideAccessRequest(world, agent, id, "issue", "")));
  assert.equal(results.filter((one) => "done" in one).length, 1);
  const left = (await openAccessRequests(world, 1)).requests[0]?.requestId ?? assert.fail();
  assert.equal((await readAccessRequest(world, agent, left))?.hasAccount, true);
});

test("CN-04 a number that has an account already cannot be issued again: its person keeps their own", async () => {
  const [hodan] = contributors;
  const id = await requestOf("insured", { ...kadra, number: hodan.number });
  assert.ok("refused" in (await decideAccessRequest(world, agent, id, "issue", "Vu")));
  assert.equal((await enters(hodan.number, hodan.firstPassword))?.person.personId, hodan.id);
});

test("MC-16 a contact point that identifies another account gets the password, and identifies nobody else", async () => {
  await decideAccessRequest(world, agent, await requestOf(), "issue", "");
  await decideAccessRequest(world, agent, await requestOf("employer", arta), "issue", "");
  const visitor = await enters("318406", await passwordTo(mail));
  assert.deepEqual(await findContactPoints(world.db, visitor?.person.personId ?? ""), []);
});

test("SEC-12 who read and decided a request is journalled; drafts and other ids show nothing", async () => {
  const id = await requestOf();
  const read = await readAccessRequest(world, agent, id);
  assert.deepEqual([read?.told.number, read?.contact.value, read?.hasAccount], [number, mail, false]);
  await decideAccessRequest(world, agent, id, "issue", "");
  const visitor = await enters(number, await passwordTo(mail));
  assert.deepEqual((await actsOf(world, { id: visitor?.person.personId ?? "" })).slice(0, 5), [
    "accepted the terms",
    "asked for access",
    "read an access request",
    "was handed a first password",
    "issued an access",
  ]);
  for (const wrong of ["", "1", contributors[0].id, "' or true --"]) {
    assert.equal(await readAccessRequest(world, agent, wrong), undefined);
    assert.ok("refused" in (await decideAccessRequest(world, agent, wrong, "issue", "Vu")));
  }
});
