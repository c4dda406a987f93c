import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { guardianshipRefusals } from "../../../../law/access/guardianship.ts";
import { nirKey } from "../../../../law/credentials/nir.ts";
import {
  actsOf,
  awa,
  camille,
  cookieOf,
  type DemoWorld,
  demoWorld,
  dump,
  journalOf,
  julien,
  lucien,
  nadia,
  ownPassword,
  type Someone,
  shows,
  signedIn,
  standing,
  visitorBy,
} from "../../../../test/demo.ts";
import { type Seen, settle, type TestSite, testSite } from "../../../../test/site.ts";
import { newId } from "../../../platform/ids.ts";
import { verifyJournal } from "../../../platform/journal.ts";
import type { Received } from "../../../platform/uploads/receive.ts";
import { answerOffer } from "../delegate/delegate.ts";
import {
  decideGuardianship,
  openDeskTasks,
  openGuardianships,
  readGuardianship,
  readGuardianshipFile,
} from "../index.ts";
import { enterSpace, leaveSpace, listSpaces, spaceOf } from "../spaces/spaces.ts";
import { answerDeposit, depositMeasure, sendDocuments } from "./deposit.ts";
import { dropOldDeposits, readPerson } from "./draft.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  for (const who of [camille, awa, julien, lucien, nadia]) await settle(site.browser(), who);
  await sql`update identity.contact_point set verified_at = ${world.clock()}`.execute(world.db);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const zoe = { agentId: newId(), name: "Zoé" };
const omar = { agentId: newId(), name: "Omar" };
const iban = "FR14 2004 1010 0505 0001 3M02 606";
const own = (who: Someone) => signedIn(world, who, ownPassword);

const pdf = (field: string, words = "decision"): Received => ({
  field,
  name: `${field}.pdf`,
  declared: "application/pdf",
  bytes: Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF`),
  tooLarge: false,
});

const lucienTold = {
  identifier: lucien.identifier,
  "birth-name": "FAURE",
  "birth-day": "5",
  "birth-month": "9",
  "birth-year": "1951",
};
const since = { "from-day": "1", "from-month": "2", "from-year": "2026" };
const measure = { kind: "representation", ...since };

/** Every page of a deposit but the last, answered. */
async function prepare(who: Someone, told: Record<string, string> = lucienTold, days = measure) {
  const visitor = await own(who);
  assert.deepEqual(await answerDeposit(world, visitor, "person", told), { done: true });
  assert.deepEqual(await answerDeposit(world, visitor, "measure", days), { done: true });
  const decision = { typed: {}, received: [pdf("decision")] };
  assert.deepEqual(await sendDocuments(world, visitor, "decision", decision), { done: true });
  const bank = { typed: { iban }, received: [pdf("proof")] };
  assert.deepEqual(await sendDocuments(world, visitor, "bank", bank), { done: true });
  return visitor;
}

const sign = async (who: Someone) => depositMeasure(world, await own(who), { signed: true, language: "fr" });

async function deposit(who: Someone, told = lucienTold, days: typeof measure = measure): Promise<string> {
  await prepare(who, told, days);
  const sent = await sign(who);
  assert.ok("caseNumber" in sent, JSON.stringify(sent));
  return sent.caseNumber;
}

const waitingIds = async () =>
  (await openGuardianships(world, 1)).guardianships.map(({ depositId }) => depositId);

async function validated(who: Someone, told = lucienTold, days: typeof measure = measure) {
  await deposit(who, told, days);
  const [id = ""] = await waitingIds();
  assert.deepEqual(await decideGuardianship(world, zoe, id, "validate", "vu"), { seconded: true });
  assert.deepEqual(await decideGuardianship(world, omar, id, "validate", "vu aussi"), { done: true });
  return id;
}

const sentSince = async (before: number) => (await world.sent()).slice(before).map(({ payload }) => payload);
const pending = async () => (await world.sent()).length;

test("MC-09 a guardian deposits a decision: nothing opens, both are told at their own contact points, without a link", async () => {
  const before = await pending();
  const caseNumber = await deposit(camille);
  const told = await sentSince(before);
  assert.deepEqual(told.map(({ to }) => to).toSorted(), [camille.mail, lucien.mobile].toSorted());
  for (const { text } of told) {
    assert.ok(text.includes(caseNumber));
    assert.doesNotMatch(text, /https?:|www\./);
  }
  assert.equal(await spaceNow(camille, lucien), "refused");
  assert.equal((await standing(world, lucien)).may("grant-delegation").relation, "protected-person");
  for (const who of [camille, lucien])
    assert.ok((await actsOf(world, who)).includes("deposited a protection decision"));
  const [task] = await openDeskTasks(world.db, "guardianship", { most: 10 });
  assert.deepEqual([task?.kind, task?.personId], ["guardianship", camille.id]);
});

/** Tries to enter, in a new session of theirs. */
async function spaceNow(who: Someone, of: Someone): Promise<string> {
  const visitor = await own(who);
  const entered = await enterSpace(world, visitor, of.id);
  if ("refused" in entered) return "refused";
  const space = await spaceOf(world, visitor);
  return typeof space === "object" ? "open" : String(space);
}

test("MC-09 SEC-10 a stolen copy shows neither number, nor name told, nor account; the agent sees the account masked", async () => {
  await deposit(camille, { ...lucienTold, "birth-name": "Quidam" });
  const dumped = await dump(world);
  for (const secret of ["FR1420041010050500013M02606", lucien.identifier, "Quidam"])
    assert.ok(!shows(dumped, secret), secret);
  const [id = ""] = await waitingIds();
  assert.equal((await readGuardianship(world, zoe, id))?.bank, "FR14 •••• 2606");
});

const strangers = {
  "a number nobody has": { ...lucienTold, identifier: `1870399123456${nirKey("1870399123456")}` },
  "another name": { ...lucienTold, "birth-name": "Faurel" },
  "another birth date": { ...lucienTold, "birth-day": "6" },
  "another person's number": { ...lucienTold, identifier: nadia.identifier },
};
for (const [what, told] of Object.entries(strangers)) {
  test(`SEC-02 with ${what} the guardian is answered alike; only refusing is left to the agents`, async () => {
    const before = await pending();
    const caseNumber = await deposit(camille, told);
    assert.match(caseNumber, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.deepEqual(
      (await sentSince(before)).map(({ to }) => to),
      [camille.mail],
    );
    const again = await prepare(camille, told).then(() => sign(camille));
    assert.deepEqual(again, { refused: guardianshipRefusals.waiting }, "as for somebody known");
    const [id = ""] = await waitingIds();
    assert.equal((await readGuardianship(world, zoe, id))?.registered, undefined);
    for (const agent of [zoe, omar])
      assert.deepEqual(await decideGuardianship(world, agent, id, "validate", "vu"), {
        refused: guardianshipRefusals.nobody,
      });
    assert.deepEqual(await decideGuardianship(world, zoe, id, "refuse", "Numéro inconnu"), { done: true });
    for (const who of [lucien, nadia])
      assert.ok(!(await actsOf(world, who)).some((act) => act.includes("protection decision")), who.mail);
  });
}

test("MC-09 the same decision waits once, even sent twice at the same moment", async () => {
  await prepare(camille);
  const visitor = await own(camille);
  const both = await Promise.all(
    [1, 2].map(() => depositMeasure(world, visitor, { signed: true, language: "fr" })),
  );
  assert.deepEqual(both[0], both[1]);
  assert.equal((await waitingIds()).length, 1);
  await prepare(camille);
  assert.deepEqual(await sign(camille), { refused: guardianshipRefusals.waiting });
});

test("MC-11 SEC-04 nothing is sent unsigned, unfinished, or long after the password was typed", async () => {
  const visitor = await prepare(camille);
  const unsigned = await depositMeasure(world, visitor, { signed: false, language: "fr" });
  assert.ok("refused" in unsigned);
  world.pass({ minutes: 16 });
  assert.deepEqual(await depositMeasure(world, visitor, { signed: true, language: "fr" }), { confirm: true });
  const julienVisits = await own(julien);
  assert.deepEqual(await depositMeasure(world, julienVisits, { signed: true, language: "fr" }), {
    elsewhere: true,
  });
  assert.deepEqual(await waitingIds(), []);
});

test("MC-09 a number left out or mistyped is spoken of as the protected person's, never as one's own", () => {
  const wordsOn = (identifier: string) => {
    const read = readPerson({ ...lucienTold, identifier }, "2026-03-10");
    return "refused" in read ? read.refused.identifier : undefined;
  };
  for (const identifier of ["", "12345678", "185", `${lucien.identifier.slice(0, -1)}X`, "P12"]) {
    const said = wordsOn(identifier);
    assert.match(said?.fr ?? "", /de la personne/, identifier);
    assert.doesNotMatch(`${said?.fr} ${said?.en}`, /votre|your/i, identifier);
  }
  assert.equal(wordsOn(lucien.identifier), undefined);
});

test("MC-09 one's own number, a bad account, a missing file: each refused under its field, and a right file stays", async () => {
  const visitor = await own(camille);
  const mine = await answerDeposit(world, visitor, "person", {
    ...lucienTold,
    identifier: camille.identifier,
  });
  assert.deepEqual(mine, { refused: { identifier: guardianshipRefusals.ownNumber } });
  const none = await sendDocuments(world, visitor, "decision", { typed: {}, received: [] });
  assert.ok("refused" in none && none.refused.decision);
  const wrong = { typed: { iban: "FR1420041010050500013M02607" }, received: [pdf("proof")] };
  const bad = await sendDocuments(world, visitor, "bank", wrong);
  assert.deepEqual("refused" in bad && Object.keys(bad.refused), ["iban"]);
  const right = await sendDocuments(world, visitor, "bank", { typed: { iban }, received: [] });
  assert.deepEqual(right, { done: true });
});

test("SEC-13 a decision that is no document is not taken, and none of it is kept", async () => {
  const visitor = await own(camille);
  const text = { ...pdf("decision"), bytes: Buffer.from("bonjour") };
  const taken = await sendDocuments(world, visitor, "decision", { typed: {}, received: [text] });
  assert.ok("refused" in taken && taken.refused.decision);
  const { rows } = await sql`select from uploads.file`.execute(world.db);
  assert.equal(rows.length, 0);
});

test("MC-10 a guardian whose confirmed address is on the protected person's file gives their own first", async () => {
  await sql`insert into identity.contact_point (person_id, kind, value, given_at)
    values (${lucien.id}, 'mail', ${camille.mail.toUpperCase()}, ${world.clock()})`.execute(world.db);
  await prepare(camille);
  assert.deepEqual(await sign(camille), { refused: guardianshipRefusals.sharedContact });
});

test("MC-10 SEC-02 an address the guardian never confirmed tells them nothing, and stops the validation", async () => {
  await sql`update identity.contact_point set verified_at = null where person_id = ${camille.id}`.execute(
    world.db,
  );
  await sql`insert into identity.contact_point (person_id, kind, value, given_at)
    values (${lucien.id}, 'mail', ${camille.mail}, ${world.clock()})`.execute(world.db);
  await deposit(camille);
  const [id = ""] = await waitingIds();
  const result = await decideGuardianship(world, zoe, id, "validate", "vu");
  assert.deepEqual(result, { refused: guardianshipRefusals.contactsMeet });
});

test("SEC-11 one agent's agreement opens nothing, and the same agent does not confirm; another does", async () => {
  await deposit(camille);
  const [id = ""] = await waitingIds();
  assert.deepEqual(await decideGuardianship(world, zoe, id, "validate", "vu"), { seconded: true });
  assert.equal(await spaceNow(camille, lucien), "refused");
  const again = await decideGuardianship(world, zoe, id, "validate", "vu encore");
  assert.deepEqual(again, { refused: guardianshipRefusals.otherEyes });
  const before = await pending();
  assert.deepEqual(await decideGuardianship(world, omar, id, "validate", "vu"), { done: true });
  assert.deepEqual(
    (await sentSince(before)).map(({ to }) => to).toSorted(),
    [camille.mail, lucien.mobile].toSorted(),
  );
  assert.equal(await spaceNow(camille, lucien), "open");
  assert.deepEqual(await openDeskTasks(world.db, "guardianship", { most: 10 }), [], "the task is settled");
  const late = await decideGuardianship(world, zoe, id, "refuse", "trop tard");
  assert.deepEqual(late, { refused: guardianshipRefusals.decided });
});

test("SEC-11 two agents at the same moment: one seconds, the other confirms, never one alone twice", async () => {
  await deposit(camille);
  const [id = ""] = await waitingIds();
  const alone = await Promise.all([1, 2].map(() => decideGuardianship(world, zoe, id, "validate", "vu")));
  assert.deepEqual(
    alone.filter((one) => "done" in one),
    [],
  );
  const both = await Promise.all(
    [omar, zoe].map((agent) => decideGuardianship(world, agent, id, "validate", "vu")),
  );
  assert.equal(both.filter((one) => "done" in one).length, 1);
});

test("SEC-11 nobody decides about themselves or about a file they are part of", async () => {
  await deposit(camille);
  const [id = ""] = await waitingIds();
  for (const personId of [camille.id, lucien.id])
    assert.deepEqual(await decideGuardianship(world, { ...zoe, personId }, id, "validate", "vu"), {
      refused: guardianshipRefusals.ownAffair,
    });
});

test("MC-09 refused by an agent, the guardian is told why; documents and account are gone, their hashes remain", async () => {
  await deposit(camille);
  const [id = ""] = await waitingIds();
  const before = await pending();
  assert.deepEqual(await decideGuardianship(world, zoe, id, "refuse", "La page 2 manque."), { done: true });
  const told = await sentSince(before);
  assert.ok(told.some(({ to, text }) => to === camille.mail && text.includes("La page 2 manque.")));
  assert.ok(told.some(({ to, text }) => to === lucien.mobile && !text.includes("La page 2 manque.")));
  const { rows } = await sql`select from uploads.file`.execute(world.db);
  assert.equal(rows.length, 0);
  assert.match(String((await journalOf(world, camille)).at(-1)?.detail["file 1"]), /^[0-9a-f]{64}$/);
  assert.equal(await spaceNow(camille, lucien), "refused");
  await deposit(camille);
});

test("SEC-12 who reads a deposit or its files is journalled; another's file, or a made-up id, opens nothing", async () => {
  await deposit(camille);
  const [id = ""] = await waitingIds();
  const read = await readGuardianship(world, zoe, id);
  assert.equal(read?.registered?.personId, lucien.id);
  const [file] = read?.decision ?? [];
  assert.equal((await readGuardianshipFile(world, zoe, id, file?.fileId ?? ""))?.kind, "pdf");
  assert.equal(await readGuardianshipFile(world, zoe, id, newId()), undefined);
  for (const made of [newId(), "", "x'--"]) assert.equal(await readGuardianship(world, zoe, made), undefined);
  assert.ok((await actsOf(world, lucien)).includes("read a protection decision"));
  assert.ok((await actsOf(world, camille)).includes("read a file of a protection decision"));
});

test("MC-06 the space closes at midnight of the institution after the last day, in the running session too", async () => {
  await validated(camille, lucienTold, {
    ...measure,
    ...{ "until-day": "12", "until-month": "3", "until-year": "2026" },
  } as typeof measure);
  world.clock.now = new Date("2026-03-12T22:50:00Z");
  const visitor = await own(camille);
  assert.deepEqual(await enterSpace(world, visitor, lucien.id), { done: true });
  world.clock.now = new Date("2026-03-12T22:59:59.999Z");
  assert.equal(typeof (await spaceOf(world, visitor)), "object");
  world.clock.now = new Date("2026-03-12T23:00:00Z");
  assert.equal(await spaceOf(world, visitor), "closed");
  assert.ok("refused" in (await enterSpace(world, visitor, lucien.id)));
  assert.deepEqual((await listSpaces(world, camille.id)).spaces, []);
});

test("MC-06 SEC-11 a space opens to its guardian alone, for the chosen person alone, in that session alone", async () => {
  await validated(camille);
  for (const who of [awa, julien, lucien]) {
    const entered = await enterSpace(world, await own(who), lucien.id);
    assert.ok("refused" in entered, who.mail);
  }
  const visitor = await own(camille);
  for (const id of [awa.id, camille.id, newId(), "", "' or true"])
    assert.ok("refused" in (await enterSpace(world, visitor, id)), id);
  assert.deepEqual(await enterSpace(world, visitor, lucien.id), { done: true });
  assert.equal(await spaceOf(world, await own(camille)), undefined, "another session of hers");
});

test("MC-07 each act stands under the guardian's name in the protected person's journal", async () => {
  await validated(camille);
  const visitor = await own(camille);
  await enterSpace(world, visitor, lucien.id);
  await enterSpace(world, visitor, lucien.id);
  await leaveSpace(world, visitor);
  await leaveSpace(world, visitor);
  const last = (await journalOf(world, lucien)).slice(-2);
  assert.deepEqual(
    last.map(({ act, actor, detail }) => [act, actor, detail.as]),
    [
      ["entered the space", camille.id, "guardian"],
      ["left the space", camille.id, "guardian"],
    ],
  );
  assert.equal((await verifyJournal(world.db, world.keys.journal)).broken, undefined);
});

test("MC-07 neither signs in with the other's password; both keep their own access", async () => {
  await validated(camille);
  await assert.rejects(cookieOf(world, { ...lucien, identifier: camille.identifier }, lucien.oldPassword));
  await assert.rejects(cookieOf(world, { ...camille, identifier: lucien.identifier }, camille.oldPassword));
  const hers = await visitorBy(world, await cookieOf(world, lucien, ownPassword));
  assert.equal(hers.person.personId, lucien.id);
  const mine = await standing(world, lucien);
  assert.equal(mine.may("see-household-members").allowed, true);
  assert.equal(mine.may("declare-resources").allowed, false, "entrusted to the guardian");
});

test("CP-18 MC-06 a delegation of the protected person ends by law with the validation", async () => {
  assert.deepEqual(await answerOffer(world, await own(awa), true), { done: true });
  assert.equal((await standing(world, julien)).relation, "delegated-spouse");
  world.pass({ minutes: 1 });
  const awaTold = {
    identifier: awa.identifier,
    "birth-name": "Diallo",
    "birth-day": "3",
    "birth-month": "11",
    "birth-year": "1988",
  };
  await validated(camille, awaTold);
  assert.equal((await standing(world, julien)).relation, "spouse");
});

const inSpace = async () => {
  await validated(camille);
  const browser = site.browser();
  await browser.signIn(camille, ownPassword);
  const seen = await browser.send("/spaces", { person: lucien.id });
  return { browser, seen };
};
const says = ({ body }: Seen, text: string) => body.includes(text);

test("MC-07 every page says whose file it is; pages of one's own stay shut there, and nothing is done", async () => {
  const { browser, seen } = await inSpace();
  assert.equal(seen.path, "/spaces/current");
  assert.match(seen.body, /<title>Espace de Lucien Faure – /);
  assert.ok(says(seen, lucien.fileNumber) && says(seen, "FR14 •••• 2606") && !says(seen, lucien.mobile));
  for (const path of [
    "/contacts",
    "/journal",
    "/password/change",
    "/claims/new/moved-in",
    "/guardianships/current",
  ]) {
    const page = await browser.open(path);
    assert.ok(says(page, "Quitter cet espace"), path);
  }
  const posted = await browser.post("/contacts", { mail: "autre@exemple.fr", mobile: "" });
  assert.equal(posted.status, 409);
  assert.equal((await browser.open("/home")).path, "/spaces/current");
  const left = await browser.send("/spaces/current/end", { next: "/journal" });
  assert.equal(left.path, "/journal");
  assert.ok(!says(left, "Quitter cet espace"));
});

test("MC-06 when the decision stops counting, the next request leads out of the space, whatever it asks", async () => {
  const { browser } = await inSpace();
  await sql`update households.guardianship set until_date = '2026-03-10'`.execute(world.db);
  for (const path of ["/spaces/current", "/home", "/journal"]) {
    const page = await browser.open(path);
    assert.equal(page.path, "/spaces", path);
    assert.ok(says(page, "fermé") && !says(page, lucien.fileNumber));
  }
  assert.equal((await browser.send("/spaces/current/end")).path, "/home");
});

test("MC-07 the protected person reads in their journal who entered, by name", async () => {
  await inSpace();
  const browser = site.browser();
  await browser.signIn(lucien, ownPassword);
  const journal = await browser.open("/journal");
  assert.ok(says(journal, "Camille Susini") && says(journal, "est entrée dans l’espace"));
});

test("SEC-02 another's case number says as little as one that no deposit bears", async () => {
  const caseNumber = await deposit(camille);
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  for (const number of [caseNumber, "ZZZZ-ZZZZ"])
    assert.equal((await browser.open(`/guardianships/sent/${number}`)).status, 404);
});

test("SEC-13 a deposit nobody came back to is forgotten with its files after 7 days", async () => {
  await prepare(camille);
  world.pass({ days: 7 });
  await dropOldDeposits(world);
  const left = () => sql`select from uploads.file`.execute(world.db).then(({ rows }) => rows.length);
  assert.equal(await left(), 2);
  world.pass({ milliseconds: 1 });
  await dropOldDeposits(world);
  assert.equal(await left(), 0);
});
