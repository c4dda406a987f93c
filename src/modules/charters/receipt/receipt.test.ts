import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { awa, type DemoWorld, demoWorld, julien, type Someone } from "../../../../test/demo.ts";
import { type Browser, steps, type TestSite, testSite } from "../../../../test/site.ts";
import { newId } from "../../../platform/ids.ts";
import { answerTerms } from "../accept-terms/answer-terms.ts";
import { charterFor } from "../shelf.ts";
import { receiptOf, receiptsOf, verifyReceipt } from "./receipt.ts";

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

const version = () => charterFor(world, "person")?.versions[0] ?? assert.fail();

/** Accepts the terms; gives the receipt. */
async function accepted(who: Pick<Someone, "id">, language: "fr" | "en" = "fr") {
  const shown = version().texts[language].sha256;
  await answerTerms(world, {
    personId: who.id,
    audience: "person",
    shown,
    accepted: true,
    quality: "allocataire",
  });
  const [receipt] = await receiptsOf(world, who.id);
  return receipt ?? assert.fail();
}

test("CN-04 a receipt proves who accepted what, when, in which language and quality", async () => {
  const { acceptance, title, code } = await accepted(awa, "en");
  const { receipt, ...rest } = acceptance;
  assert.deepEqual(rest, {
    personId: awa.id,
    charter: "mon-compte",
    version: version().version,
    language: "en",
    sha256: version().texts.en.sha256,
    acceptedAt: world.clock(),
    quality: "allocataire",
  });
  assert.equal(title, version().texts.en.title);
  assert.match(receipt, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
});

test("CN-04 whoever holds the number and the code learns that it is genuine, of which version and when, and not whose", async () => {
  const { acceptance, code } = await accepted(awa);
  const verified = await verifyReceipt(world, { number: acceptance.receipt, code });
  assert.deepEqual(verified, {
    charter: "mon-compte",
    version: version().version,
    acceptedAt: world.clock(),
    title: version().texts.fr.title,
  });
});

test("CN-04 a number and a code may be typed in small letters, without dashes, with O for 0 and I or L for 1", async () => {
  for (let found = 0, tries = 0; found < 1; tries++) {
    assert.ok(tries < 200);
    const { acceptance, code } = await accepted({ id: newId() });
    const number = acceptance.receipt;
    if (!/0/.test(number + code) || !/1/.test(number + code)) continue;
    found++;
    const sloppy = (text: string) =>
      ` ${text.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replace("1", "i").replace("1", "l")}`;
    assert.ok(await verifyReceipt(world, { number: sloppy(number), code: sloppy(code) }));
  }
});

test("CN-04 SEC-02 any other code or number is not genuine, whatever is typed", async () => {
  const one = await accepted(awa);
  const other = await accepted(julien);
  const number = one.acceptance.receipt;
  const changed = one.code.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  for (const code of [changed, other.code, "", one.code.slice(0, -1), "x".repeat(5000), "' or true --"])
    assert.equal(await verifyReceipt(world, { number, code }), undefined, code.slice(0, 20));
  for (const wrong of [other.acceptance.receipt, "", "%", "0000-0000-0000", "x".repeat(5000)])
    assert.equal(await verifyReceipt(world, { number: wrong, code: one.code }), undefined);
});

test("SEC-12 a proof that was altered in the database is no longer genuine", async () => {
  const { acceptance, code } = await accepted(awa);
  const { receipt: number } = acceptance;
  const alterations = [
    sql`update charters.answer set answered_at = answered_at + interval '1 second' where receipt = ${number}`,
    sql`update charters.answer set quality = 'conjoint' where receipt = ${number}`,
    sql`update charters.answer set person_id = ${julien.id} where receipt = ${number}`,
    sql`update charters.answer set language = 'en' where receipt = ${number}`,
    sql`update charters.answer set sha256 = decode(${version().texts.en.sha256}, 'hex') where receipt = ${number}`,
  ];
  for (const alteration of alterations) {
    const { rows } = await sql`select * from charters.answer where receipt = ${number}`.execute(world.db);
    assert.ok(await verifyReceipt(world, { number, code }));
    await alteration.execute(world.db);
    assert.equal(await verifyReceipt(world, { number, code }), undefined);
    const kept = rows[0] as Record<string, unknown>;
    await sql`update charters.answer set person_id = ${kept.person_id}, answered_at = ${kept.answered_at},
      quality = ${kept.quality}, language = ${kept.language}, sha256 = ${kept.sha256}
      where receipt = ${number}`.execute(world.db);
  }
});

test("SEC-11 a receipt opens for who accepted, and for nobody else", async () => {
  const { acceptance } = await accepted(awa);
  assert.ok(await receiptOf(world, awa.id, acceptance.receipt));
  assert.equal(await receiptOf(world, julien.id, acceptance.receipt), undefined);
  assert.deepEqual(await receiptsOf(world, julien.id), []);
});

const numberIn = (body: string) => /\/charters\/receipts\/([0-9A-Z-]{14})/.exec(body)?.[1] ?? "";

async function withReceipt(who: Someone): Promise<[Browser, string]> {
  const browser = site.browser();
  await browser.signIn(who);
  await steps.acceptTerms(browser);
  return [browser, numberIn((await browser.open("/charters/receipts")).body)];
}

test("SEC-11 on the site, another person’s receipt is not there, as page or as PDF", async () => {
  const [, number] = await withReceipt(awa);
  const [other] = await withReceipt(julien);
  for (const path of [`/charters/receipts/${number}`, `/charters/receipts/${number}/receipt.pdf`]) {
    const seen = await other.open(path);
    assert.equal(seen.status, 404);
    assert.doesNotMatch(seen.body, /Awa/);
    assert.match((await site.browser().open(path)).path, /^\/sessions\/new/);
  }
});

test("CN-04 SP-07 the receipt is a page and a PDF to download, both with what verifies them", async () => {
  const [browser, number] = await withReceipt(awa);
  const { body } = await browser.open(`/charters/receipts/${number}`);
  for (const said of ["Awa Diallo", "allocataire", number, version().texts.fr.sha256, "français"])
    assert.ok(body.includes(said), said);
  assert.match(body, /La version en ligne prévaut/);
  const response = await site.app.inject({
    url: `/charters/receipts/${number}/receipt.pdf`,
    headers: { host: "caf.localhost", cookie: [...browser.jar].map((pair) => pair.join("=")).join("; ") },
  });
  assert.equal(response.statusCode, 200);
  assert.equal(response.headers["content-type"], "application/pdf");
  assert.equal(response.headers["cache-control"], "no-store");
  assert.equal(response.headers["content-disposition"], `attachment; filename="${number}.pdf"`);
  assert.equal(response.rawPayload.subarray(0, 5).toString(), "%PDF-");
});

test("MC-04 CN-04 who refuses a newer text still has the receipts of what they accepted", async () => {
  const browser = site.browser();
  await browser.signIn(awa);
  assert.match((await browser.open("/charters/receipts")).body, /encore rien accepté/);
  await steps.acceptTerms(browser);
  assert.match((await browser.open("/charters/receipts")).body, /Voir le reçu/);
});

test("CN-04 anyone checks a receipt without signing in: genuine, or words and nothing lost", async () => {
  const [browser, number] = await withReceipt(awa);
  const { body } = await browser.open(`/charters/receipts/${number}`);
  const code = /([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/.exec(body)?.[1] ?? "";
  const stranger = site.browser();
  assert.equal((await stranger.open("/charters/receipts/verify")).title, "Vérifier un reçu");
  const genuine = await stranger.post("/charters/receipts/verify", { number, code });
  assert.equal(genuine.status, 200);
  assert.match(genuine.body, /authentique[\s\S]*version du 5.janvier.2026[\s\S]*10 mars 2026/);
  assert.doesNotMatch(genuine.body, /Awa|Diallo/);
  const wrong = await stranger.post("/charters/receipts/verify", { number, code: "0000-0000-0000-0000" });
  const unknown = await stranger.post("/charters/receipts/verify", { number: "<b>0000", code });
  assert.deepEqual([wrong.status, unknown.status], [422, 422]);
  assert.match(wrong.body, /ne vont pas ensemble/);
  assert.ok(wrong.body.includes(`value="${number}"`));
  assert.ok(unknown.body.includes('value="&lt;b&gt;0000"'));
});
