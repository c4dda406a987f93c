import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { codeStates, sendRefusals, wrongCode } from "../../../../law/credentials/codes.ts";
import {
  actsOf,
  awa,
  type DemoWorld,
  demoWorld,
  dump,
  julien,
  shows,
  visitorBy,
} from "../../../../test/demo.ts";
import { comeIn, firefox, lastCode, sentTo, withTwoSteps } from "../../../../test/two-steps.ts";
import { readSession, type Visitor } from "../session/session.ts";
import { askStepCode, atSecondStep, enterStepCode } from "./second-step.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
  await withTwoSteps(world, awa);
  await withTwoSteps(world, julien);
  world.pass({ days: 1 });
  await world.keep();
});
const start = () => world.clock();
let noon: Date;
beforeEach(async () => {
  await world.afresh();
  world.pass({ days: 1 });
  noon = start();
});
after(() => world.close());

const enterAs = async (who = awa) => visitorBy(world, (await comeIn(world, who, firefox)).cookie);
const ask = async (entering: Visitor, kind: "mail" | "mobile" = "mobile") =>
  askStepCode(world, entering, { kind, seen: (await atSecondStep(world, entering)).seen }, "fr");
const type = (entering: Visitor, code: string, trust = false) =>
  enterStepCode(world, entering, { code, trust }, firefox);
const said = (result: Awaited<ReturnType<typeof type>>) => ("refused" in result ? result.refused : result);
const wrong = (code: string) => (code === "000000" ? "111111" : "000000");

test("SEC-08 the password alone opens nothing: the session is at its second step", async () => {
  const { cookie, deviceCookie } = await comeIn(world, awa, firefox);
  assert.equal(deviceCookie, undefined, "this browser proved nothing yet");
  assert.equal((await visitorBy(world, cookie)).secondStepDue, true);
});

test("CP-06 SEC-03 the code of the mobile opens the account, under a new secret; it is nowhere in the database", async () => {
  const entering = await enterAs();
  assert.deepEqual(await ask(entering), { sent: true });
  const sent = (await sentTo(world, awa)).at(-1);
  assert.equal(sent?.queue, "sms");
  const code = await lastCode(world);
  assert.ok(!shows(await dump(world), code));
  const passed = await type(entering, ` ${code.slice(0, 3)} ${code.slice(3)} `);
  assert.ok("cookie" in passed);
  assert.equal((await visitorBy(world, passed.cookie)).secondStepDue, false);
  assert.equal(await readSession(world, `${awa.id}.${"x".repeat(43)}`), undefined);
  const acts = await actsOf(world, awa);
  assert.deepEqual(acts.slice(-2), ["was sent a code for the second step", "passed the second step"]);
});

test("SEC-05 the secret of before the second step is void after it", async () => {
  const { cookie } = await comeIn(world, awa, firefox);
  const entering = await visitorBy(world, cookie);
  await ask(entering);
  await type(entering, await lastCode(world));
  assert.equal(await readSession(world, cookie), undefined);
});

test("CP-06 the person chooses where the code goes, among what they verified", async () => {
  const entering = await enterAs();
  const { contacts, hasPasskey } = await atSecondStep(world, entering);
  assert.deepEqual([contacts.map(({ kind }) => kind), hasPasskey], [["mail", "mobile"], false]);
  await ask(entering, "mail");
  assert.equal((await sentTo(world, awa)).at(-1)?.queue, "mail");
  await sql`update identity.contact_point set verified_at = null where person_id = ${awa.id} and kind = 'mobile'`.execute(
    world.db,
  );
  const before = (await world.sent()).length;
  const refused = await ask(entering, "mobile");
  assert.ok("refused" in refused && /autre/.test(refused.refused.fr));
  assert.equal((await world.sent()).length, before);
});

test("CP-09 a code lives 10 minutes by SMS and 15 by mail, to the second", async () => {
  for (const [kind, minutes] of [
    ["mobile", 10],
    ["mail", 15],
  ] as const) {
    const entering = await enterAs();
    await ask(entering, kind);
    const code = await lastCode(world);
    world.pass({ minutes, seconds: -1 });
    assert.equal((await atSecondStep(world, entering)).waiting?.state, "open");
    world.pass({ seconds: 1 });
    assert.equal((await atSecondStep(world, entering)).waiting?.state, "late");
    assert.deepEqual(said(await type(entering, code)), codeStates.late);
  }
});

test("SEC-03 a new code voids the one before, wherever each went", async () => {
  const entering = await enterAs();
  await ask(entering, "mobile");
  const first = await lastCode(world);
  await ask(entering, "mail");
  const second = await lastCode(world);
  if (first !== second) assert.deepEqual(said(await type(entering, first)), wrongCode(4));
  assert.ok("cookie" in (await type(entering, second)));
});

test("SEC-03 five wrong tries end a code, even for the right one; the sixth is not counted", async () => {
  const entering = await enterAs();
  await ask(entering);
  const code = await lastCode(world);
  for (const left of [4, 3, 2, 1]) assert.deepEqual(said(await type(entering, wrong(code))), wrongCode(left));
  assert.deepEqual(said(await type(entering, wrong(code))), codeStates.exhausted);
  assert.deepEqual(said(await type(entering, code)), codeStates.exhausted);
  const acts = (await actsOf(world, awa)).filter((act) => act === "typed a wrong code for the second step");
  assert.equal(acts.length, 5);
});

test("SEC-03 tries at the same moment are counted one by one", async () => {
  const entering = await enterAs();
  await ask(entering);
  const code = await lastCode(world);
  const results = await Promise.all(Array.from({ length: 8 }, () => type(entering, wrong(code))));
  assert.deepEqual(results.map(said).filter((one) => one === codeStates.exhausted).length, 4);
  assert.deepEqual(said(await type(entering, code)), codeStates.exhausted);
});

test("SEC-03 twenty wrong tries in a day, over all sessions, and the day is over; the next one is not", async () => {
  for (let session = 0; session < 4; session++) {
    const entering = await enterAs();
    await ask(entering);
    const code = await lastCode(world);
    for (let n = 0; n < 5; n++) await type(entering, wrong(code));
  }
  const entering = await enterAs();
  await ask(entering);
  const code = await lastCode(world);
  assert.deepEqual(said(await type(entering, code)), codeStates["day-exhausted"]);
  world.pass({ days: 1 });
  const tomorrow = await enterAs();
  await ask(tomorrow);
  assert.ok("cookie" in (await type(tomorrow, await lastCode(world))));
});

test("SEC-03 the twenty tries of a day are counted one by one over sessions that try at the same moment", async () => {
  const sessions: [Visitor, string][] = [];
  for (let n = 0; n < 6; n++) {
    const entering = await enterAs();
    await ask(entering);
    sessions.push([entering, await lastCode(world)]);
  }
  const [first, ...others] = sessions;
  for (const [entering, code] of [first, ...others.slice(0, 3)].filter((one) => one !== undefined))
    for (let n = 0; n < 4; n++) await type(entering, wrong(code));
  await Promise.all(sessions.map(([entering, code]) => type(entering, wrong(code))));
  const tried = (await actsOf(world, awa)).filter((act) => act === "typed a wrong code for the second step");
  assert.equal(tried.length, 20);
});

test("CP-08 three new codes for each contact point, and twelve a day over all", async () => {
  const entering = await enterAs();
  for (let n = 0; n < 4; n++) assert.deepEqual(await ask(entering, "mobile"), { sent: true });
  const refused = await ask(entering, "mobile");
  assert.ok("refused" in refused && /tous les codes possibles/.test(refused.refused.fr));
  assert.equal((await atSecondStep(world, entering)).waiting?.mayAsk, false);
  assert.deepEqual(await ask(entering, "mail"), { sent: true }, "the mail is another contact point");
  const second = await enterAs();
  for (let n = 0; n < 4; n++) assert.deepEqual(await ask(second, "mobile"), { sent: true });
  for (let n = 0; n < 3; n++) assert.deepEqual(await ask(second, "mail"), { sent: true });
  assert.deepEqual(await ask(second, "mail"), { refused: sendRefusals.day.says });
});

test("CP-08 a double click sends one code", async () => {
  const entering = await enterAs();
  const before = (await world.sent()).length;
  const asked = { kind: "mobile", seen: 0 } as const;
  await Promise.all([askStepCode(world, entering, asked, "fr"), askStepCode(world, entering, asked, "fr")]);
  assert.equal((await world.sent()).length, before + 1);
});

test("SEC-03 the code of one session opens no other one of the same person", async () => {
  const [one, other] = [await enterAs(), await enterAs()];
  await ask(one);
  const code = await lastCode(world);
  assert.deepEqual(await type(other, code), { elsewhere: true });
  await ask(other);
  if (code !== (await lastCode(world))) assert.deepEqual(said(await type(other, code)), wrongCode(4));
  assert.ok("cookie" in (await type(one, code)), "the one it was sent for still takes it");
});

test("SEC-03 nobody's code opens somebody else's session", async () => {
  const [hers, his] = [await enterAs(awa), await enterAs(julien)];
  await ask(hers);
  const code = await lastCode(world);
  assert.deepEqual(await type(his, code), { elsewhere: true });
  await ask(his, "mail");
  if (code !== (await lastCode(world))) assert.deepEqual(said(await type(his, code)), wrongCode(4));
});

test("SEC-03 a code is void once its contact point is no longer the person's", async () => {
  const entering = await enterAs();
  await ask(entering);
  const code = await lastCode(world);
  await sql`update identity.contact_point set replaced_at = ${noon} where person_id = ${awa.id} and kind = 'mobile'`.execute(
    world.db,
  );
  assert.deepEqual(await type(entering, code), { elsewhere: true });
});

test("SEC-03 twice at the same moment, the right code opens once", async () => {
  const entering = await enterAs();
  await ask(entering);
  const code = await lastCode(world);
  const results = await Promise.all([type(entering, code), type(entering, code)]);
  assert.equal(results.filter((result) => "cookie" in result).length, 1);
  const passed = (await actsOf(world, awa)).filter((act) => act === "passed the second step");
  assert.equal(passed.length, 1);
});

test("CP-06 what is no code is refused with words, and counts as no try", async () => {
  const entering = await enterAs();
  await ask(entering);
  for (const typed of ["", "12345", "abcdef", "1234567", "'; drop table", "9".repeat(300)])
    assert.ok("refused" in (await type(entering, typed)), typed);
  assert.ok("cookie" in (await type(entering, await lastCode(world))));
});

test("SEC-05 a session whose time is over takes no code", async () => {
  const { cookie } = await comeIn(world, awa, firefox);
  await ask(await visitorBy(world, cookie));
  world.pass({ minutes: 15 });
  assert.deepEqual(await readSession(world, cookie), { endedFor: awa.id });
});
