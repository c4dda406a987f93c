import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { swornStatement, swornStatementRefusals } from "../../../law/access/sworn-statement.ts";
import { languages } from "../../../law/language.ts";
import {
  actsOf,
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  dump,
  elodie,
  journalOf,
  julien,
  mael,
  ownPassword,
  type Someone,
} from "../../../test/demo.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../test/site.ts";
import { inTransaction } from "../../platform/database.ts";
import { verifyJournal } from "../../platform/journal.ts";
import { swornDigest } from "../../site/sworn.ts";
import { standingOf } from "../households/index.ts";
import { admit, findAddress } from "../identity/index.ts";
import { answersOf, keepAnswers } from "./answer/draft.ts";
import { sendClaim } from "./sign/send-claim.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const moved = { where: "other", street: "1 rue Neuve", postcode: "69007", town: "Lyon", date: "2026-03-01" };

/** Everything answered, nothing signed. */
const answered = async (id: string, answers: Record<string, string> = moved) =>
  keepAnswers(world, self(id), "moved-in", answers);

/** Everybody for themselves. */
const self = (id: string) => ({ personId: id, actor: id });

const send = (id: string, signed = true) =>
  sendClaim(world, self(id), "moved-in", { signed, language: "fr" });

const claimsOf = async (id: string) =>
  (
    await sql<{ number: string; fileId: string; answers: unknown; statement: Buffer; language: string }>`
      select claim_number as number, file_id as "fileId", answers, statement, language
      from claims.claim where person_id = ${id}`.execute(world.db)
  ).rows;

/** Somebody new, who opened an account and is part of no file. */
async function newcomer(): Promise<string> {
  const personId = "00000000-0000-4000-8000-00000000cafe";
  await inTransaction(world.db, (tx) =>
    admit(tx, world, {
      person: {
        personId,
        firstNames: "Manon",
        birthName: "Carpentier",
        usedName: null,
        birthDate: "2003-05-12",
      },
      contacts: [{ kind: "mail", value: "manon@exemple.fr" }],
      address: {
        street: "4 rue de la Source",
        extra: null,
        postcode: "54000",
        town: "Nancy",
        country: "FR",
        from: "2026-03-10",
      },
    }),
  );
  await sql`update identity.contact_point set verified_at = given_at where person_id = ${personId}`.execute(
    world.db,
  );
  return personId;
}

async function settled(who: Someone): Promise<Browser> {
  const browser = site.browser();
  await settle(browser, who);
  return browser;
}

test("MC-11 MC-15 a newcomer’s claim opens a file with them as its holder, from that day", async () => {
  const id = await newcomer();
  assert.equal((await standingOf(world, id)).relation, "none");
  await answered(id, { where: "same", date: "2026-03-01" });
  const result = await send(id);
  assert.ok("number" in result);
  assert.match(result.number, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const standing = await standingOf(world, id);
  assert.equal(standing.relation, "holder");
  assert.match(standing.file?.fileNumber ?? "", /^[1-9]\d{6}$/);
  assert.deepEqual(standing.file?.facts.members, [{ personId: id, role: "holder", from: "2026-03-10" }]);
  const [claim, ...others] = await claimsOf(id);
  assert.equal(others.length, 0);
  assert.deepEqual([claim?.number, claim?.fileId], [result.number, standing.file?.fileId]);
  assert.deepEqual((await actsOf(world, { id })).slice(-2), [
    "became a holder by claiming",
    "signed and sent a claim",
  ]);
  assert.equal((await verifyJournal(world.db, world.keys.journal)).broken, undefined);
});

test("MC-15 two first claims at the same moment open one file, and pressed twice one claim is sent", async () => {
  const id = await newcomer();
  await answered(id, { where: "same", date: "2026-03-01" });
  const results = await Promise.all([send(id), send(id), send(id)]);
  const numbers = new Set(results.map((one) => ("number" in one ? one.number : JSON.stringify(one))));
  assert.equal(numbers.size, 1, "each press leads to the claim that was sent");
  assert.equal((await claimsOf(id)).length, 1);
  const files = await sql`select 1 from households.member where person_id = ${id}`.execute(world.db);
  assert.equal(files.rows.length, 1);
});

test("MC-11 nothing is sent before it is signed, and the text that was signed stands with the claim", async () => {
  await answered(camille.id);
  assert.deepEqual(await send(camille.id, false), { refused: swornStatementRefusals.notTicked });
  assert.deepEqual(await claimsOf(camille.id), []);
  assert.ok("number" in (await send(camille.id)));
  const [claim] = await claimsOf(camille.id);
  assert.equal(claim?.language, "fr");
  assert.deepEqual(claim?.statement, swornDigest("fr"));
  assert.notDeepEqual(swornDigest("fr"), swornDigest("en"));
  assert.deepEqual((await journalOf(world, camille)).at(-1), {
    act: "signed and sent a claim",
    actor: camille.id,
    detail: { kind: "moved-in", number: claim?.number, statement: swornDigest("fr").toString("hex") },
  });
});

test("MC-11 no claim goes out with a question open, nor without answers", async () => {
  assert.deepEqual(await send(camille.id), { elsewhere: true });
  await answered(camille.id, { where: "other", street: "1 rue Neuve", postcode: "69007", town: "Lyon" });
  assert.deepEqual(await send(camille.id), { elsewhere: true });
  assert.deepEqual(await claimsOf(camille.id), []);
});

test("CP-11 the new address counts at once, the one before is history; the known one may be confirmed", async () => {
  assert.equal((await findAddress(world.db, camille.id))?.town, "Ajaccio");
  await answered(camille.id);
  await send(camille.id);
  const { street, town, from } = (await findAddress(world.db, camille.id)) ?? {};
  assert.deepEqual([street, town, from], ["1 rue Neuve", "Lyon", "2026-03-01"]);
  const { rows } = await sql`select town from identity.address where person_id = ${camille.id}`.execute(
    world.db,
  );
  assert.equal(rows.length, 2);
  await answered(camille.id, { where: "same", date: "2026-03-05" });
  await send(camille.id);
  assert.equal((await findAddress(world.db, camille.id))?.from, "2026-03-05");
});

test("CP-11 CP-16 a spouse without standing and a child of the household are stopped by the law, at sending too", async () => {
  for (const who of [julien, mael]) {
    await answered(who.id);
    const stopped = await send(who.id);
    assert.ok("stopped" in stopped, who.identifier);
    assert.ok(stopped.stopped.says.fr && stopped.stopped.way.fr);
    assert.deepEqual(await claimsOf(who.id), []);
    assert.equal(
      Object.keys(await answersOf(world, world.db, self(who.id), "moved-in")).length,
      5,
      "nothing is lost",
    );
  }
  await answered(elodie.id);
  assert.ok("number" in (await send(elodie.id)), "CP-17 a spouse with a right of her own claims");
});

test("CP-11 on the site a spouse reads why not and which way is open, on every page of the claim", async () => {
  const browser = await settled(julien);
  for (const path of ["", "/address", "/date", "/check", "/statement"]) {
    const seen = await browser.open(`/claims/moved-in${path}`);
    assert.equal(seen.status, 403, path);
    assert.match(seen.body, /foyer-refusal__way/);
  }
  assert.equal((await browser.send("/claims/moved-in/address", { where: "other" })).status, 403);
  assert.equal((await browser.send("/claims/moved-in/statement", { signed: "yes" })).status, 403);
});

test("CP-10 CP-11 nobody files a claim unidentified: who is not signed in is led to sign in, and back", async () => {
  for (const path of [
    "/claims/moved-in",
    "/claims/moved-in/address",
    "/claims/moved-in/statement",
    "/claims/sent/X",
  ]) {
    const seen = await site.browser().open(path);
    assert.equal(seen.path, `/sessions/new?next=${encodeURIComponent(path)}`);
  }
  const browser = site.browser();
  await browser.open("/claims/new/moved-in");
  const known = await browser.send("/claims/new/moved-in", { account: "yes" });
  assert.equal(known.path, "/sessions/new?next=%2Fclaims%2Fmoved-in");
  const silent = await browser.send("/claims/new/moved-in", {});
  assert.equal(silent.status, 422);
  assert.equal((await browser.open("/claims/new/unknown")).status, 400);
});

test("CP-11 who is known is asked nothing again: name, address, household and file stand there, and where from", async () => {
  const browser = await settled(awa);
  assert.equal((await browser.open("/claims/new/moved-in")).path, "/claims/moved-in/address");
  const address = await browser.open("/claims/moved-in/address");
  assert.match(address.body, /27 rue du Moulin-à-Vent/);
  await browser.send("/claims/moved-in/address", { where: "same" });
  await browser.send("/claims/moved-in/date", { "moved-day": "1", "moved-month": "3", "moved-year": "2026" });
  const { body } = await browser.open("/claims/moved-in/check");
  for (const shown of [
    "Awa Diallo",
    "Julien Mercier",
    awa.fileNumber,
    "27 rue du Moulin-à-Vent",
    "d’après votre dossier",
  ])
    assert.ok(body.includes(shown), shown);
  assert.doesNotMatch(body, /name="birthName"/);
});

test("CP-11 a delegated spouse’s look at the household stands in the holder’s journal", async () => {
  await sql`insert into households.delegation (file_id, from_person, to_person, granted_at)
    select file_id, ${awa.id}, ${julien.id}, ${world.clock()} from households.file where file_number = ${awa.fileNumber}`.execute(
    world.db,
  );
  const browser = await settled(julien);
  await answered(julien.id);
  const seen = await browser.open("/claims/moved-in/check");
  assert.match(seen.body, /Awa Diallo/);
  const looks = (await journalOf(world, awa)).filter(({ act }) => act === "looked at the household");
  assert.ok(looks.some(({ actor }) => actor === julien.id));
});

test("CP-10 the number of somebody else’s claim says as little as one that no claim bears", async () => {
  await answered(camille.id);
  const result = await send(camille.id);
  assert.ok("number" in result);
  const own = await settled(camille);
  const mine = await own.open(`/claims/sent/${result.number}`);
  assert.match(mine.body, new RegExp(result.number));
  const other = await settled(awa);
  const theirs = await other.open(`/claims/sent/${result.number}`);
  const nobodys = await other.open("/claims/sent/0000-0000-0000");
  assert.deepEqual([theirs.status, nobodys.status], [404, 404]);
  const bare = (body: string) =>
    body.slice(body.indexOf('id="content"'), body.indexOf("</main>")).replace(/<strong>[^<]*<\/strong>/g, "");
  assert.equal(bare(theirs.body), bare(nobodys.body));
});

test("SEC-10 a draft is its person’s alone, sealed, and begun anew after a week", async () => {
  await answered(camille.id);
  assert.ok(!(await dump(world)).includes("1 rue Neuve"));
  assert.deepEqual(await answersOf(world, world.db, self(awa.id), "moved-in"), {});
  await sql`insert into claims.draft (person_id, by_person, kind, sealed, changed_at)
    select ${awa.id}, ${awa.id}, kind, sealed, changed_at from claims.draft`.execute(world.db);
  await assert.rejects(answersOf(world, world.db, self(awa.id), "moved-in"), "sealed for another");
  world.pass({ days: 7, seconds: 1 });
  assert.deepEqual(await answersOf(world, world.db, self(camille.id), "moved-in"), {});
});

test("SEC-05 what was typed when the session ended is there again after signing in", async () => {
  const browser = await settled(camille);
  await browser.open("/claims/moved-in/address");
  world.pass({ minutes: 16 });
  const typed = { where: "other", street: "33 rue Longue", postcode: "13001", town: "Marseille" };
  const led = await browser.send("/claims/moved-in/address", typed);
  assert.match(led.path, /^\/sessions\/new\?next=%2Fclaims%2Fmoved-in%2Faddress&ended=1/);
  const back = await browser.send("/sessions", {
    identifier: camille.identifier,
    password: ownPassword,
    next: "/claims/moved-in/address",
  });
  assert.match(back.body, /33 rue Longue/);
});

test("CP-11 wrong dates and addresses have words next to their fields, and nothing typed is lost", async () => {
  const browser = await settled(camille);
  await browser.open("/claims/moved-in/address");
  const wrong = await browser.send("/claims/moved-in/address", {
    where: "other",
    street: "5 rue <b>",
    postcode: "1",
    town: "",
  });
  assert.equal(wrong.status, 422);
  for (const field of ["postcode", "town"]) assert.match(wrong.body, new RegExp(`href="#${field}"`));
  assert.match(wrong.body, /value="5 rue &lt;b&gt;"/);
  await browser.send("/claims/moved-in/address", { where: "same" });
  const dates: [string, string, string, RegExp][] = [
    ["", "", "", /date de votre emménagement/],
    ["31", "2", "2026", /n’existe pas/],
    ["x", "2", "2026", /n’existe pas/],
    ["11", "3", "2026", /pas encore arrivée/],
    ["1", "3", "2010", /plus de 10 ans/],
  ];
  for (const [day, month, year, says] of dates) {
    const seen = await browser.send("/claims/moved-in/date", {
      "moved-day": day,
      "moved-month": month,
      "moved-year": year,
    });
    assert.equal(seen.status, 422, `${day} ${month} ${year}`);
    assert.match(seen.body, says);
  }
  assert.equal(
    (await browser.open("/claims/moved-in/statement")).path,
    "/claims/moved-in/date",
    "a question is open",
  );
});

test("MC-11 the page to sign says it all in both languages, before the box", async () => {
  const browser = await settled(camille);
  await answered(camille.id);
  for (const language of languages) {
    const { body } = await browser.open(`/claims/moved-in/statement?lang=${language}`);
    const text = body.replace(/<[^>]*>/g, " ").replace(/&#39;/g, "’");
    for (const says of [
      swornStatement.value,
      swornStatement.checks,
      ...swornStatement.penalties.map((one) => one.articles),
    ])
      assert.ok(text.includes(says[language]), says[language]);
    assert.ok(body.indexOf("L.114-17") < body.indexOf('name="signed"'));
  }
});

test("CP-14 the claimant is written to with the number, without any link", async () => {
  const id = await newcomer();
  await answered(id, { where: "same", date: "2026-03-01" });
  const before = (await world.sent()).length;
  const result = await send(id);
  assert.ok("number" in result);
  const [message, ...others] = (await world.sent()).slice(before);
  assert.equal(others.length, 0);
  assert.match(message?.payload.text ?? "", new RegExp(result.number));
  assert.doesNotMatch(message?.payload.text ?? "", /https?:|www\.|cliqu/);
  assert.match(message?.payload.text ?? "", /tapez caf\.fr/);
});
