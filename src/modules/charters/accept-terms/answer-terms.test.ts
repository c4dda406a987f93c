import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { cpam54 } from "../../../../institutions/cpam54/index.ts";
import { firstTerms, midnight, nextTerms, shownIn, termsWithNext } from "../../../../test/charters.ts";
import {
  actsOf,
  awa,
  type DemoWorld,
  demoWorld,
  journalOf,
  julien,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { openDatabase } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { verifyJournal } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Step } from "../../identity/index.ts";
import { mayPass, readCharters } from "../index.ts";
import { receiptsOf } from "../receipt/receipt.ts";
import { charterFor } from "../shelf.ts";
import { answerTerms } from "./answer-terms.ts";
import { termsStep } from "./route.ts";

const name = "mon-compte";
const justBefore = new Date(midnight.getTime() - 1000);

let shipped: DemoWorld;
/** The same world with the next version in it. */
let world: DemoWorld;
before(async () => {
  shipped = await demoWorld();
  world = { ...shipped, charters: termsWithNext };
});
beforeEach(() => shipped.afresh());
after(() => shipped.close());

type Said = { accepted?: boolean; shown?: string; at?: World };
const answer = (
  who: Pick<Someone, "id">,
  { accepted = true, shown = shownIn(firstTerms), at = shipped }: Said = {},
) => answerTerms(at, { personId: who.id, audience: "person", shown, accepted, quality: "allocataire" });

type Row = {
  person_id: string;
  version: string;
  answered_at: Date;
  language: string;
  accepted: boolean;
  sha256: Buffer;
  quality: string;
  receipt: string | null;
};
const answers = async () =>
  (
    await sql<Row>`
      select person_id, version, answered_at, language, accepted, sha256, quality, receipt from charters.answer
      order by answered_at, person_id`.execute(shipped.db)
  ).rows;

/** What the gate asks the step of a visitor. */
async function gate(who: Someone, at: World = shipped) {
  const step = termsStep(at);
  const request = { visitor: await signedIn(at, who) } as Parameters<Step["isDone"]>[0];
  return (await step.isDone(request)) ? "open" : step.path(request);
}

test("MC-02 without an answer the account is closed; accepting opens it, to that person only", async () => {
  assert.equal(await gate(awa), "/terms");
  assert.equal(await mayPass(shipped, awa.id), false);
  await answer(awa);
  assert.equal(await gate(awa), "open");
  assert.equal(await mayPass(shipped, awa.id), true);
  assert.equal(await gate(julien), "/terms");
  assert.equal(await mayPass(shipped, julien.id), false);
});

test("MC-02 an audience without a charter here is asked for nothing", async () => {
  assert.equal(await mayPass(shipped, awa.id, "employer"), true);
  assert.equal(await mayPass(shipped, awa.id, "partner"), true);
});

test("MC-02 CN-04 the proof has the text's digest, the language, the time, the quality and a receipt of its own", async () => {
  await answer(awa, { shown: shownIn(firstTerms, "en") });
  const [row, ...others] = await answers();
  assert.deepEqual(others, []);
  const { receipt, ...proof } = row as Row;
  assert.deepEqual(proof, {
    person_id: awa.id,
    version: firstTerms.version,
    answered_at: shipped.clock(),
    language: "en",
    accepted: true,
    sha256: Buffer.from(shownIn(firstTerms, "en"), "hex"),
    quality: "allocataire",
  });
  assert.match(receipt ?? "", /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.deepEqual((await journalOf(shipped, awa)).at(-1), {
    act: "accepted the terms",
    actor: awa.id,
    detail: {
      charter: name,
      version: firstTerms.version,
      language: "en",
      sha256: shownIn(firstTerms, "en"),
      quality: "allocataire",
      receipt,
    },
  });
});

test("MC-02 the text accepted stays in the database, word for word", async () => {
  await answer(awa);
  const { rows } = await sql<{ body: string }>`
    select t.body from charters.answer a join charters.text t using (sha256) where person_id = ${awa.id}`.execute(
    shipped.db,
  );
  assert.deepEqual(rows, [{ body: firstTerms.texts.fr.body }]);
});

test("MC-02 accepted twice, at the same moment or later, it stands once", async () => {
  await Promise.all([1, 2, 3, 4].map(() => answer(awa)));
  shipped.pass({ minutes: 1 });
  await answer(awa);
  assert.equal((await answers()).length, 1);
  assert.deepEqual(await actsOf(shipped, awa), ["accepted the terms"]);
});

test("MC-04 refusing keeps the account closed, and the person may come back any time and accept", async () => {
  await Promise.all([1, 2].map(() => answer(awa, { accepted: false })));
  assert.equal(await gate(awa), "/terms/refused");
  shipped.pass({ days: 100 });
  assert.equal(await gate(awa), "/terms/refused");
  await answer(awa);
  assert.equal(await gate(awa), "open");
  assert.deepEqual(
    (await answers()).map(({ accepted, receipt }) => [accepted, receipt !== null]),
    [
      [false, false],
      [true, true],
    ],
  );
});

test("MC-02 a refusal sent after the acceptance, from another tab, changes nothing", async () => {
  await answer(awa);
  shipped.pass({ seconds: 5 });
  await answer(awa, { accepted: false });
  assert.equal(await gate(awa), "open");
  assert.equal((await answers()).length, 1);
});

test("MC-03 a new version closes the account from its day on, at midnight there, until it is accepted too", async () => {
  world.clock.now = justBefore;
  await answer(awa, { at: world });
  assert.equal(await gate(awa, world), "open");
  world.clock.now = midnight;
  assert.equal(await gate(awa, world), "/terms");
  assert.equal(await mayPass(world, awa.id), false);
  await answer(awa, { shown: shownIn(nextTerms), at: world });
  assert.equal(await gate(awa, world), "open");
  assert.deepEqual(
    (await answers()).map(({ version }) => version),
    [firstTerms.version, nextTerms.version],
  );
});

test("MC-03 a text that is not in force is accepted by nobody: not an old one, not one to come, not another one", async () => {
  world.clock.now = justBefore;
  for (const shown of [shownIn(nextTerms), "", "0".repeat(64)])
    assert.deepEqual(await answer(awa, { shown, at: world }), { changed: true });
  world.clock.now = midnight;
  assert.deepEqual(await answer(awa, { shown: shownIn(firstTerms), at: world }), { changed: true });
  assert.deepEqual(await answers(), []);
  assert.deepEqual(await actsOf(world, awa), []);
});

test("MC-03 two hundred people answer while the version changes: each proof is of the text they were shown, in force then", async () => {
  const people = Array.from({ length: 200 }, () => ({ id: newId() }));
  // The clock strikes midnight somewhere in the crowd: each look at it takes a second more.
  let looks = 0;
  const start = midnight.getTime() - 100_000;
  const atOnce = 20;
  const db = openDatabase(world.url, atOnce, (error) => assert.fail(error));
  const busy: World = { ...world, db, clock: () => new Date(start + 1000 * looks++) };
  const accept = async (who: { id: string }, index: number) => {
    const language = index % 3 === 0 ? "en" : "fr";
    const one = await answer(who, { shown: shownIn(firstTerms, language), at: busy });
    if (!("changed" in one)) return "first";
    // What they are shown instead, and read.
    await answer(who, { shown: shownIn(nextTerms, language), at: busy });
    return "next";
  };
  const met: string[] = [];
  const crowd = people.entries();
  const door = async () => {
    for (const [index, who] of crowd) met[index] = await accept(who, index);
  };
  await Promise.all(Array.from({ length: atOnce }, door)).finally(() => db.destroy());
  assert.deepEqual(new Set(met), new Set(["first", "next"]));
  const proofs = await answers();
  assert.equal(proofs.length, 200);
  assert.equal(new Set(proofs.map(({ person_id }) => person_id)).size, 200);
  assert.equal(new Set(proofs.map(({ receipt }) => receipt)).size, 200);
  for (const proof of proofs) {
    const index = people.findIndex(({ id }) => id === proof.person_id);
    const language = index % 3 === 0 ? "en" : "fr";
    const version = proof.answered_at < midnight ? firstTerms : nextTerms;
    assert.equal(version === firstTerms ? "first" : "next", met[index]);
    assert.deepEqual([proof.version, proof.language], [version.version, language]);
    assert.equal(proof.sha256.toString("hex"), shownIn(version, language));
  }
  const { entries, broken } = await verifyJournal(world.db, world.keys.journal);
  assert.equal(broken, undefined);
  assert.equal(entries, 200);
});

test("CN-01 SP-02 employers and partners have their own charter at the same gate", async () => {
  for (const [institution, audience, charter] of [
    [cnss, "employer", "employeurs"],
    [cpam54, "partner", "partenaires"],
  ] as const) {
    const there: World = { ...shipped, institution, charters: readCharters(institution) };
    const step = termsStep(there, () => audience);
    const request = async () => ({ visitor: await signedIn(shipped, awa) }) as Parameters<Step["isDone"]>[0];
    assert.equal(await step.isDone(await request()), false);
    const shown = charterFor(there, audience)?.versions[0]?.texts.fr.sha256 ?? "";
    await answerTerms(there, { personId: awa.id, audience, shown, accepted: true, quality: "" });
    assert.equal(await step.isDone(await request()), true);
    assert.equal(await mayPass(there, awa.id, audience), true);
    const [receipt] = await receiptsOf(there, awa.id);
    assert.equal(receipt?.acceptance.charter, charter);
    shipped.pass({ seconds: 1 });
  }
  assert.equal(await mayPass(shipped, awa.id), false, "one charter's acceptance is not another's");
});
