import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { codeStates, sendRefusals, wrongCode } from "../../../../law/credentials/codes.ts";
import {
  actsOf,
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  dump,
  elodie,
  julien,
  nadia,
  type Someone,
  shows,
  signedIn,
} from "../../../../test/demo.ts";
import type { ContactKind } from "../contact/contact.ts";
import { findContactPoints } from "../contact/store.ts";
import { askNewCode, type EnteredCode, enterCode, waitingFor } from "./enter-code.ts";
import { giveContacts } from "./give-contacts.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

const give = async (who: Someone, kind: ContactKind, value: string) =>
  giveContacts(world, await signedIn(world, who), { mail: "", mobile: "", [kind]: value }, "fr");

const enter = async (who: Someone, kind: ContactKind, code: string) =>
  enterCode(world, await signedIn(world, who), kind, code, "fr");

const askAgain = async (who: Someone, kind: ContactKind, seen: number) =>
  askNewCode(world, await signedIn(world, who), kind, seen, "fr");

/** Every code sent so far, in order. */
const codes = async () =>
  (await world.sent()).flatMap(({ payload }) => /\b\d{6}\b/.exec(payload.text)?.[0] ?? []);

const lastCode = async () => (await codes()).at(-1) ?? "";

/** Another code than that one. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

const said = (result: EnteredCode) => ("refused" in result ? result.refused : undefined);

const isVerified = async (who: Someone, value: string) =>
  (await findContactPoints(world.db, who.id)).some((point) => point.value === value && point.verifiedAt);

test("CP-06 a code is 6 digits, and spaces typed in it do not matter", async () => {
  await give(awa, "mail", awa.mail);
  const code = await lastCode();
  assert.match(code, /^\d{6}$/);
  assert.deepEqual(await enter(awa, "mail", ` ${code.slice(0, 3)} ${code.slice(3)}`), { next: "done" });
  assert.ok(await isVerified(awa, awa.mail));
});

test("CP-09 a code sent by SMS dies after 10 minutes, to the millisecond", async () => {
  await give(awa, "mobile", awa.mobile);
  const code = await lastCode();
  world.pass({ minutes: 10 });
  assert.equal(said(await enter(awa, "mobile", code)), codeStates.late);
  assert.ok(!(await isVerified(awa, awa.mobile)));
  world.pass({ milliseconds: -1 });
  assert.deepEqual(await enter(awa, "mobile", code), { next: "done" });
});

test("CP-09 a code sent by mail dies after 15 minutes, to the millisecond", async () => {
  await give(awa, "mail", awa.mail);
  const code = await lastCode();
  world.pass({ minutes: 15 });
  assert.equal(said(await enter(awa, "mail", code)), codeStates.late);
  world.pass({ milliseconds: -1 });
  assert.deepEqual(await enter(awa, "mail", code), { next: "done" });
});

test("SEC-03 after 5 wrong tries the code is spent, even typed right", async () => {
  await give(awa, "mail", awa.mail);
  const code = await lastCode();
  for (const left of [4, 3, 2, 1])
    assert.deepEqual(said(await enter(awa, "mail", wrong(code))), wrongCode(left));
  assert.equal(said(await enter(awa, "mail", wrong(code))), codeStates.exhausted);
  assert.equal(said(await enter(awa, "mail", code)), codeStates.exhausted);
  assert.ok(!(await isVerified(awa, awa.mail)));
});

test("SEC-03 what is not 6 digits is no try", async () => {
  await give(awa, "mail", awa.mail);
  for (let n = 0; n < 6; n++) assert.ok(said(await enter(awa, "mail", n % 2 ? "" : "12345")));
  assert.deepEqual(await enter(awa, "mail", await lastCode()), { next: "done" });
});

test("SEC-03 30 guesses at the same moment count as 5 tries, no more", async () => {
  await give(awa, "mail", awa.mail);
  const code = await lastCode();
  const visitor = await signedIn(world, awa);
  const guesses = Array.from({ length: 30 }, () => enterCode(world, visitor, "mail", wrong(code), "fr"));
  const results = await Promise.all(guesses);
  assert.equal(results.filter((one) => said(one) === codeStates.exhausted).length, 26);
  const { rows } = await sql<{ tries: number }>`select tries from identity.code`.execute(world.db);
  assert.deepEqual(rows, [{ tries: 5 }]);
});

test("SEC-03 20 wrong codes in a day, over all contact points, and even the right one waits for tomorrow", async () => {
  await give(awa, "mail", awa.mail);
  for (let sent = 1; sent <= 4; sent++) {
    const kind = sent < 3 ? "mail" : "mobile";
    if (sent === 3) await give(awa, "mobile", awa.mobile);
    else if (sent > 1) await askAgain(awa, kind, (sent - 1) % 2 || 1);
    for (let n = 0; n < 5; n++) await enter(awa, kind, wrong(await lastCode()));
  }
  assert.equal((await codes()).length, 4);
  await give(awa, "mail", "awa@ailleurs.exemple");
  assert.equal(said(await enter(awa, "mail", await lastCode())), codeStates["day-exhausted"]);
  world.clock.now = new Date("2026-03-11T00:15:00.001Z");
  await give(awa, "mail", "awa@ailleurs.exemple");
  assert.deepEqual(await enter(awa, "mail", await lastCode()), { next: "done" });
});

test("SEC-03 a new code voids the one before it", async () => {
  await give(awa, "mail", awa.mail);
  world.pass({ minutes: 1 });
  await askAgain(awa, "mail", 1);
  const [first, second] = (await codes()) as [string, string];
  if (first !== second) assert.deepEqual(said(await enter(awa, "mail", first)), wrongCode(4));
  assert.deepEqual(await enter(awa, "mail", second), { next: "done" });
});

test("SEC-03 a code is bound to its person, its contact point and its sending", async () => {
  await give(awa, "mail", awa.mail);
  const hers = await lastCode();
  await give(julien, "mail", julien.mail);
  if ((await lastCode()) !== hers) assert.deepEqual(said(await enter(julien, "mail", hers)), wrongCode(4));
  await sql`update identity.code set hashed = (select hashed from identity.code where person_id = ${awa.id})
    where person_id = ${julien.id}`.execute(world.db);
  assert.ok(said(await enter(julien, "mail", hers)), "moved to another person");
  await sql`update identity.code set number = 2 where person_id = ${awa.id}`.execute(world.db);
  assert.ok(said(await enter(awa, "mail", hers)), "passed for another sending");
});

test("SEC-03 a code serves once: typed again, nothing happens", async () => {
  await give(awa, "mail", awa.mail);
  const code = await lastCode();
  await enter(awa, "mail", code);
  assert.deepEqual(await enter(awa, "mail", code), { next: "done" });
  assert.equal((await actsOf(world, awa)).filter((act) => act === "verified a contact point").length, 1);
  await sql`update identity.contact_point set verified_at = null where person_id = ${awa.id}`.execute(
    world.db,
  );
  assert.equal(said(await enter(awa, "mail", code)), codeStates.used);
});

test("CP-08 a new code may be asked for 3 times for each contact point, and then no more", async () => {
  await give(awa, "mail", awa.mail);
  for (const seen of [1, 2, 3]) assert.deepEqual(await askAgain(awa, "mail", seen), { sent: true });
  assert.deepEqual(await askAgain(awa, "mail", 4), { refused: sendRefusals.resends.says });
  assert.equal((await world.sent()).length, 4);
  const waiting = await waitingFor(world, await signedIn(world, awa), "mail");
  assert.equal(waiting?.mayAsk, false);
  await give(awa, "mobile", awa.mobile);
  assert.deepEqual(await askAgain(awa, "mobile", 1), { sent: true });
});

test("CP-08 the account is sent 12 codes a day at most, over all contact points", async () => {
  for (const name of ["un", "deux", "trois"]) {
    await give(nadia, "mail", `nadia.${name}@exemple.fr`);
    for (const seen of [1, 2, 3]) assert.deepEqual(await askAgain(nadia, "mail", seen), { sent: true });
  }
  const more = await give(nadia, "mail", "nadia.quatre@exemple.fr");
  assert.deepEqual(more, { refused: { mail: sendRefusals.day.says } });
  assert.equal((await world.sent()).length, 12);
  world.pass({ days: 1 });
  assert.deepEqual(await give(nadia, "mail", "nadia.quatre@exemple.fr"), { next: "mail" });
  assert.equal((await world.sent()).length, 13);
});

test("CP-08 asked for twice from the same page, at the same moment or not, one code is sent", async () => {
  await give(awa, "mail", awa.mail);
  const visitor = await signedIn(world, awa);
  await Promise.all([1, 2, 3].map(() => askNewCode(world, visitor, "mail", 1, "fr")));
  assert.deepEqual(await askAgain(awa, "mail", 1), { sent: true });
  assert.equal((await world.sent()).length, 2);
});

test("CP-05 a contact point of another account is refused once its code was typed, without telling whose", async () => {
  await give(awa, "mail", "Awa.Diallo@exemple.fr");
  await enter(awa, "mail", await lastCode());
  assert.deepEqual(await give(julien, "mail", "awa.diallo@EXEMPLE.fr"), { next: "mail" });
  assert.deepEqual(said(await enter(julien, "mail", wrong(await lastCode()))), wrongCode(4));
  const taken = await enter(julien, "mail", await lastCode());
  assert.ok("refused" in taken && taken.taken === "awa.diallo@exemple.fr");
  assert.doesNotMatch(taken.refused.fr, /Awa|Diallo|conjoint|exemple/);
  assert.ok(!(await isVerified(julien, "awa.diallo@exemple.fr")));
  assert.equal((await actsOf(world, julien)).at(-1), "gave another account's contact point");
  assert.equal(await waitingFor(world, await signedIn(world, julien), "mail"), undefined);
});

test("CP-05 two persons verify the same number at the same moment: exactly one has it", async () => {
  const pairs = [
    [awa, julien],
    [camille, elodie],
    [nadia, awa],
  ] as const;
  for (const [n, pair] of pairs.entries()) {
    const mobile = `+3363998150${n}`;
    const entries: (() => Promise<EnteredCode>)[] = [];
    for (const who of pair) {
      await give(who, "mobile", mobile);
      const [visitor, code] = [await signedIn(world, who), await lastCode()];
      entries.push(() => enterCode(world, visitor, "mobile", code, "fr"));
    }
    const results = await Promise.all(entries.map((one) => one()));
    const got = results.map((one) => ("refused" in one ? `taken ${one.taken}` : "has it"));
    assert.deepEqual(got.toSorted(), ["has it", `taken ${mobile}`]);
    const owners = await Promise.all(pair.map((who) => isVerified(who, mobile)));
    assert.equal(owners.filter(Boolean).length, 1);
  }
});

test("SEC-03 no code stands in clear in any table, neither waiting in the queue nor sent", async () => {
  await give(awa, "mail", awa.mail);
  await askAgain(awa, "mail", 1);
  await give(julien, "mail", julien.mail);
  await give(elodie, "mobile", elodie.mobile);
  await enter(awa, "mail", (await codes())[1] ?? "");
  const dumped = await dump(world);
  assert.ok(shows(dumped, "33639981206"), "the dump shows what is in clear");
  const sent = await codes();
  assert.equal(sent.length, 4);
  for (const code of sent) assert.ok(!shows(dumped, code), code);
});
