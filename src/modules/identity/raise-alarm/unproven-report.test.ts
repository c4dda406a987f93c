import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  actsOf,
  awa,
  type DemoWorld,
  demoWorld,
  julien,
  nadia,
  otherPassword,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { newSecret } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { liftBlock } from "../block/block.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { askRecovery, chooseRecoveredPassword, enterRecoveryCode } from "../recover-access/recovery.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { raiseAlarm, type Typed } from "./raise-alarm.ts";
import { lastAlarmOf, raisedBy } from "./read-alarm.ts";

let world: DemoWorld;

const verify = (who: Someone, kind: "mail" | "mobile") =>
  sql`update identity.contact_point set verified_at = ${world.clock()}
      where person_id = ${who.id} and kind = ${kind}`.execute(world.db);

/** Awa has a password, a verified mail and mobile; Julien a password and his mail; Nadia a password alone. */
before(async () => {
  world = await demoWorld();
  for (const who of [awa, julien, nadia])
    await chooseFirstPassword(world, await signedIn(world, who), ownPassword);
  await verify(awa, "mail");
  await verify(awa, "mobile");
  await verify(julien, "mail");
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const nothing: Typed = {
  kind: "not-me",
  gave: false,
  identifier: "",
  birth: "--",
  channel: undefined,
  when: { day: "", month: "", year: "", time: "" },
  told: "",
};
const births = { awa: "1988-11-03", julien: "1986-07-24", nadia: "1990-05-30" };

/** Somebody who is not signed in reports. */
const report = async (typed: Partial<Typed>, secret = newSecret()) => {
  assert.deepEqual(await raiseAlarm(world, undefined, secret, { ...nothing, ...typed }, "fr"), {
    raised: true,
  });
  return secret;
};
const enters = async (who: Someone, password = ownPassword) => {
  const result = await signIn(world, { identifier: who.identifier, password });
  return "cookie" in result ? "in" : result.because;
};
const support = async () =>
  (await world.sent()).filter(({ payload }) => payload.to === world.institution.help.supportMail);
const toldTo = async (who: Someone) =>
  (await world.sent()).filter(({ payload }) => [who.mail, who.mobile].includes(payload.to));

test("CN-09 not signed in, number and birth date close what its person opens again alone", async () => {
  const secret = await report({ identifier: awa.identifier, birth: births.awa });
  assert.equal(await enters(awa), "blocked");
  assert.equal((await raisedBy(world, secret))?.closed, "if known");
  await recover(awa);
  assert.equal(await enters(awa, otherPassword), "in");
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
    const alarm = await raisedBy(world, await report(typed));
    assert.match(alarm?.caseNumber ?? "", /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    seen.push({ ...alarm, caseNumber: "" });
  }
  for (const one of seen) assert.deepEqual(one, seen[0]);
  assert.equal(await enters(awa), "blocked");
  assert.equal(await enters(nadia), "in", "no verified contact point: she could not open it again alone");
  assert.equal((await support()).length, 4);
  assert.equal((await toldTo(awa)).length, 2, "told once, when it was closed");
});

test("CN-09 nobody locks an account at will: two unproven reports a month close it, the third does not", async () => {
  for (const day of [0, 1, 2]) {
    world.pass({ days: 1 });
    await report({ identifier: awa.identifier, birth: births.awa });
    assert.equal(await enters(awa), day < 2 ? "blocked" : "in", `day ${day}`);
    await lift(awa);
  }
  world.pass({ days: 30 });
  await report({ identifier: awa.identifier, birth: births.awa });
  assert.equal(await enters(awa), "blocked");
});

test("CN-09 five reports a day about one number are looked at: the sixth guess of a birth date closes nothing", async () => {
  const guesses = ["01", "02", "04", "05", "06", "03"].map((day) => `1988-11-${day}`);
  for (const birth of guesses) await report({ identifier: awa.identifier, birth });
  assert.equal(await enters(awa), "in");
  assert.equal((await support()).length, 5);
  world.pass({ days: 1 });
  await Promise.all(
    ["07", "08", "09", "10", "11", "12", "13", "14", "15", "03"].map((day) =>
      report({ identifier: awa.identifier, birth: `1988-11-${day}` }),
    ),
  );
  assert.equal((await support()).length, 10, "those of one moment are counted one by one");
});

test("SP-10 told by who is not signed in, a stolen phone is spared too, unless it is the only way back", async () => {
  const codes = async (who: Someone) => {
    const before = (await toldTo(who)).length;
    await askRecovery(world, who.identifier, "fr");
    return (await toldTo(who)).slice(before).map(({ queue }) => queue);
  };
  await report({ kind: "phone-stolen", identifier: awa.identifier, birth: births.awa });
  assert.deepEqual(await codes(awa), ["mail"]);
  await verify(nadia, "mobile");
  await report({ kind: "phone-stolen", identifier: nadia.identifier, birth: births.nadia });
  assert.equal(await enters(nadia), "blocked");
  assert.deepEqual(await codes(nadia), ["sms"]);
});

test("CN-09 what nothing proves is not shown to the person as their own", async () => {
  await report({ identifier: awa.identifier, birth: "1988-11-04" });
  assert.equal(await lastAlarmOf(world, await signedIn(world, awa, ownPassword)), undefined);
});

test("CN-09 an account closed by an alarm is not closed a second time", async () => {
  const typed = { identifier: awa.identifier, birth: births.awa };
  await report(typed);
  await report(typed);
  assert.equal((await actsOf(world, awa)).filter((act) => act === "closed access").length, 1);
  assert.equal((await toldTo(awa)).length, 2);
});

const lift = (who: Someone) =>
  inTransaction(world.db, (tx) => liftBlock(tx, world, { personId: who.id, kind: "alarm", by: "the desk" }));

/** The way back: code, new password. */
async function recover(who: Someone) {
  const asked = await askRecovery(world, who.identifier, "fr");
  assert.ok("cookie" in asked);
  const code = /\b\d{6}\b/.exec((await toldTo(who)).at(-1)?.payload.text ?? "")?.[0] ?? "";
  assert.deepEqual(await enterRecoveryCode(world, asked.cookie, code), { done: true });
  assert.deepEqual(await chooseRecoveredPassword(world, asked.cookie, otherPassword, "fr"), { done: true });
}
