import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  actsOf,
  awa,
  type DemoWorld,
  nadia,
  otherPassword,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { verifyContacts } from "../../../../test/two-steps.ts";
import { askedRecovery, comeBack } from "../recover-access/testing.ts";
import { lastAlarmOf, raisedBy } from "./read-alarm.ts";
import { alarmWorld, births, enters, lift, report, toldSupport, toldTo } from "./testing.ts";

let world: DemoWorld;
before(async () => {
  world = await alarmWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

test("CN-09 not signed in, number and birth date close what its person opens again alone", async () => {
  const secret = await report(world, { identifier: awa.identifier, birth: births.awa });
  assert.equal(await enters(world, awa), "blocked");
  assert.equal((await raisedBy(world, secret))?.closed, "if known");
  assert.equal(await comeBack(world, awa), "in");
  assert.equal(await enters(world, awa, otherPassword), "in");
  assert.ok((await actsOf(world, awa)).includes("opened access again"));
});

test("SEC-02 an unknown number, a wrong birth date and a right one get the same page, and a case number each", async () => {
  const seen = [];
  for (const typed of [
    { identifier: "1850554395089", birth: births.awa },
    { identifier: awa.identifier, birth: "1988-11-04" },
    { identifier: awa.identifier, birth: births.awa },
    { identifier: nadia.identifier, birth: births.nadia },
  ]) {
    const alarm = await raisedBy(world, await report(world, typed));
    assert.match(alarm?.caseNumber ?? "", /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    seen.push({ ...alarm, caseNumber: "" });
  }
  for (const one of seen) assert.deepEqual(one, seen[0]);
  assert.equal(await enters(world, awa), "blocked");
  assert.equal(
    await enters(world, nadia),
    "in",
    "no verified contact point: she could not open it again alone",
  );
  assert.equal((await toldSupport(world)).length, 4);
  assert.equal((await toldTo(world, awa)).length, 2, "told once, when it was closed");
});

test("CN-09 nobody locks an account at will: two unproven reports a month close it, the third does not", async () => {
  for (const day of [0, 1, 2]) {
    world.pass({ days: 1 });
    await report(world, { identifier: awa.identifier, birth: births.awa });
    assert.equal(await enters(world, awa), day < 2 ? "blocked" : "in", `day ${day}`);
    await lift(world, awa);
  }
  world.pass({ days: 30 });
  await report(world, { identifier: awa.identifier, birth: births.awa });
  assert.equal(await enters(world, awa), "blocked");
});

test("CN-09 five reports a day about one number are looked at: the sixth guess of a birth date closes nothing", async () => {
  const guesses = ["01", "02", "04", "05", "06", "03"].map((day) => `1988-11-${day}`);
  for (const birth of guesses) await report(world, { identifier: awa.identifier, birth });
  assert.equal(await enters(world, awa), "in");
  assert.equal((await toldSupport(world)).length, 5);
  world.pass({ days: 1 });
  await Promise.all(
    ["07", "08", "09", "10", "11", "12", "13", "14", "15", "03"].map((day) =>
      report(world, { identifier: awa.identifier, birth: `1988-11-${day}` }),
    ),
  );
  assert.equal((await toldSupport(world)).length, 10, "those of one moment are counted one by one");
});

test("SP-10 told by who is not signed in, a stolen phone is spared too, unless it is the only way back", async () => {
  const codes = async (who: Someone) => {
    const before = (await toldTo(world, who)).length;
    await askedRecovery(world, who);
    return (await toldTo(world, who)).slice(before).map(({ queue }) => queue);
  };
  await report(world, { kind: "phone-stolen", identifier: awa.identifier, birth: births.awa });
  assert.deepEqual(await codes(awa), ["mail"]);
  await verifyContacts(world, nadia, "mobile");
  await report(world, { kind: "phone-stolen", identifier: nadia.identifier, birth: births.nadia });
  assert.equal(await enters(world, nadia), "blocked");
  assert.deepEqual(await codes(nadia), ["sms"]);
});

test("CN-09 what nothing proves is not shown to the person as their own", async () => {
  await report(world, { identifier: awa.identifier, birth: "1988-11-04" });
  assert.equal(await lastAlarmOf(world, await signedIn(world, awa, ownPassword)), undefined);
});

test("CN-09 an account closed by an alarm is not closed a second time", async () => {
  const typed = { identifier: awa.identifier, birth: births.awa };
  await report(world, typed);
  await report(world, typed);
  assert.equal((await actsOf(world, awa)).filter((act) => act === "closed access").length, 1);
  assert.equal((await toldTo(world, awa)).length, 2);
});
