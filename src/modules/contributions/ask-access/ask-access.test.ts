import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { contributors, demoInsuredRegistry } from "../../../../dev/demo/cnss.ts";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { type DemoWorld, demoWorld, dump, shows } from "../../../../test/demo.ts";
import { openAccessRequests } from "../decide-access/read-requests.ts";
import { tidyContributions } from "../jobs.ts";
import { arta, asked, codeTo, kadra, shownTo, toldAll } from "../testing.ts";
import {
  askCode,
  beginAsking,
  giveContact,
  sendRequest,
  signCharter,
  tellWho,
  typeCode,
} from "./ask-access.ts";
import { readAsking } from "./draft.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld({ institution: cnss, insuredRegistry: demoInsuredRegistry() });
});
beforeEach(() => world.afresh());
after(() => world.close());

const mail = "kadra.guedi@exemple.fr";
const waiting = async () => (await openAccessRequests(world, 1)).requests;

test("CN-13 an insured person asks with personal data, an employer with company data; the register says whether they fit", async () => {
  const mine = await asked(world, "insured", kadra, mail);
  world.pass({ seconds: 1 });
  const ours = await asked(world, "employer", arta, "direction@exemple.fr");
  assert.deepEqual(
    (await waiting()).map(({ caseNumber, kind, name, fits }) => [caseNumber, kind, name, fits]),
    [
      [mine, "insured", "Kadra Fatouma Guedi-Omar", "match"],
      [ours, "employer", "Transports Arta", "match"],
    ],
  );
});

test("SEC-02 CN-01 a number nobody has, and one that has an account already, are answered as any other", async () => {
  const nobody = { ...kadra, number: "999999999" };
  const taken = { ...kadra, number: contributors[0].number };
  await asked(world, "insured", nobody, "un@exemple.fr");
  await asked(world, "insured", taken, "deux@exemple.fr");
  const texts = (await world.sent())
    .map(({ payload }) => payload.text)
    .filter((text) => text.includes("demande d’accès"))
    .map((text) => text.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, "…"));
  assert.equal(texts.length, 2);
  assert.equal(texts[0], texts[1]);
  assert.deepEqual(
    (await waiting()).map(({ fits }) => fits),
    ["mismatch", "mismatch"],
  );
});

test("CN-04 the charter signed in the request is kept as proof, of its text, version, language and quality", async () => {
  await asked(world, "employer", arta, mail);
  const { rows } =
    await sql`select charter, version, language, accepted, quality, receipt is not null as receipt
    from charters.answer`.execute(world.db);
  assert.deepEqual(rows, [
    {
      charter: "employeurs",
      version: "2026-01-05",
      language: "fr",
      accepted: true,
      quality: "directrice, Transports Arta",
      receipt: true,
    },
  ]);
});

test("CN-04 nothing goes on before the charter in force is signed: unticked, another text, the other charter", async () => {
  const cookie = await beginAsking(world, "insured", "fr");
  assert.deepEqual(await signCharter(world, cookie, { shown: shownTo(world, "insured"), accepted: true }), {
    over: true,
  });
  await tellWho(world, cookie, kadra, "fr");
  for (const answer of [
    { shown: shownTo(world, "insured"), accepted: false },
    { shown: shownTo(world, "employer"), accepted: true },
    { shown: "", accepted: true },
  ])
    assert.ok("refused" in (await signCharter(world, cookie, answer)));
  assert.deepEqual(await giveContact(world, cookie, mail, "fr"), { over: true });
  assert.deepEqual(await sendRequest(world, cookie), { over: true });
});

test("CN-04 a charter that changed between the signature and the sending is signed anew", async () => {
  const cookie = await toldAll(world, "insured", kadra, mail);
  const changed = world.charters.map((one) => ({
    ...one,
    versions: one.versions.map((version) => ({
      ...version,
      version: "2026-01-06",
      texts: { ...version.texts, fr: { ...version.texts.fr, sha256: "0".repeat(64) } },
    })),
  }));
  const sent = await sendRequest({ ...world, charters: changed }, cookie);
  assert.ok("refused" in sent);
  assert.equal((await readAsking(world, cookie))?.draft.signed, undefined);
  assert.deepEqual(await waiting(), []);
});

test("CN-13 what is missing or wrong is said by its field, and nothing is kept", async () => {
  const cookie = await beginAsking(world, "employer", "fr");
  const empty = Object.fromEntries(Object.keys(arta).map((name) => [name, ""])) as typeof arta;
  const refused = await tellWho(world, cookie, empty, "fr");
  assert.deepEqual("refused" in refused && Object.keys(refused.refused).sort(), [
    "birth-day",
    "birth-name",
    "company",
    "number",
    "quality",
  ]);
  const hostile = { ...arta, number: "318406' or 1=1", company: "x".repeat(300), quality: "<b>" };
  const again = await tellWho(world, cookie, hostile, "fr");
  assert.deepEqual("refused" in again && Object.keys(again.refused), ["number", "company", "quality"]);
  assert.equal((await readAsking(world, cookie))?.draft.told, undefined);
  assert.ok("refused" in (await tellWho(world, cookie, { ...arta, number: "100593846" }, "fr")));
});

test("SEC-03 the contact point proves itself: a wrong code counts, a new one voids the first", async () => {
  const cookie = await beginAsking(world, "insured", "fr");
  await tellWho(world, cookie, kadra, "fr");
  await signCharter(world, cookie, { shown: shownTo(world, "insured"), accepted: true });
  assert.ok("refused" in (await giveContact(world, cookie, "not a mail@", "fr")));
  await giveContact(world, cookie, mail, "fr");
  const first = await codeTo(world, mail);
  const wrong = first === "000000" ? "000001" : "000000";
  assert.ok("refused" in (await typeCode(world, cookie, wrong)));
  await askCode(world, cookie, 1, "fr");
  await askCode(world, cookie, 1, "fr");
  const second = await codeTo(world, mail);
  if (first !== second) assert.ok("refused" in (await typeCode(world, cookie, first)));
  assert.deepEqual(await sendRequest(world, cookie), { over: true });
  assert.deepEqual(await typeCode(world, cookie, second), { done: true });
  assert.ok("caseNumber" in (await sendRequest(world, cookie)));
});

test("CN-04 sent by two clicks at once, a request is one request, with one number and one message", async () => {
  const cookie = await toldAll(world, "insured", kadra, mail);
  const sent = await Promise.all([1, 2, 3].map(() => sendRequest(world, cookie)));
  assert.equal(new Set(sent.map((one) => ("caseNumber" in one ? one.caseNumber : ""))).size, 1);
  assert.equal((await waiting()).length, 1);
  const { rows } = await sql`select receipt from charters.answer`.execute(world.db);
  assert.equal(rows.length, 1);
});

test("SEC-11 a request opens in the browser that began it, and in no other", async () => {
  const cookie = await toldAll(world, "insured", kadra, mail);
  const other = await beginAsking(world, "insured", "fr");
  const [id] = cookie.split(".");
  const [, secret] = other.split(".");
  for (const wrong of [`${id}.${secret}`, `${id}.`, id, "", "x".repeat(5000), undefined]) {
    assert.equal(await readAsking(world, wrong), undefined);
    assert.deepEqual(await sendRequest(world, wrong), { over: true });
    assert.deepEqual(await tellWho(world, wrong, kadra, "fr"), { over: true });
  }
});

test("CN-07 SEC-10 what was told lies sealed, and goes after two hours unsent", async () => {
  const cookie = await toldAll(world, "insured", kadra, mail);
  const dumped = await dump(world);
  for (const told of ["100593846", "Guedi-Omar", mail]) assert.ok(!shows(dumped, told), told);
  world.pass({ minutes: 121 });
  assert.equal(await readAsking(world, cookie), undefined);
  await tidyContributions(world);
  const { rows } = await sql`select 1 from contributions.access_request`.execute(world.db);
  assert.equal(rows.length, 0);
});
