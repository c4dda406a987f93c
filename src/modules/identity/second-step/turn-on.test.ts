import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { caf } from "../../../../institutions/caf/index.ts";
import { secondStepRefusals } from "../../../../law/credentials/second-step.ts";
import {
  actsOf,
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  julien,
  ownPassword,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { comeIn, firefox, sentTo, settled, verifyContacts } from "../../../../test/two-steps.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { trustDevice, trustedDevicesOf } from "../trusted-devices/trusted-devices.ts";
import { secondStepSettings, turnOffSecondStep, turnOnSecondStep } from "./turn-on.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
  await settled(world, awa);
  await settled(world, julien);
  await verifyContacts(world, awa);
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const asked = (policy: "off" | "required"): World => ({
  ...world,
  institution: { ...caf, accounts: { ...caf.accounts, secondStep: policy } },
});
const isOn = async (who = awa) =>
  (await secondStepSettings(world, await signedIn(world, who, ownPassword))).on;

test("SEC-08 a person turns the second step on, and every contact point is told, without a link (SEC-04)", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  assert.deepEqual(await turnOnSecondStep(world, visitor, "fr"), { done: true });
  assert.equal(await isOn(), true);
  const sent = await sentTo(world, awa);
  assert.deepEqual(sent.map(({ queue }) => queue).sort(), ["mail", "sms"]);
  for (const { payload } of sent) assert.match(payload.text, /vient d’être activée.*tapez caf\.fr/);
  assert.ok((await actsOf(world, awa)).includes("turned the second step on"));
  const { cookie } = await comeIn(world, awa, firefox);
  assert.equal((await visitorBy(world, cookie)).secondStepDue, true);
  assert.equal(await isOn(julien), false, "it is hers alone");
});

test("SEC-08 turned off, the password is enough again, and no device is trusted any more", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  await turnOnSecondStep(world, visitor, "fr");
  const trusted = { personId: awa.id, device: "Firefox, Windows", secretHash: Buffer.alloc(32, 1) };
  await inTransaction(world.db, (tx) => trustDevice(tx, world, trusted));
  assert.deepEqual(await turnOffSecondStep(world, visitor, "en"), { done: true });
  const { cookie } = await comeIn(world, awa, firefox);
  assert.equal((await visitorBy(world, cookie)).secondStepDue, false);
  assert.deepEqual(await trustedDevicesOf(world, visitor, firefox), []);
  assert.match((await sentTo(world, awa)).map(({ payload }) => payload.text).join(), /turned off/);
});

test("SEC-08 a double click turns it on once and tells once", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  const turn = () => turnOnSecondStep(world, visitor, "fr");
  assert.deepEqual(await Promise.all([turn(), turn()]), [{ done: true }, { done: true }]);
  assert.equal((await sentTo(world, awa)).length, 2);
  await turnOffSecondStep(world, visitor, "fr");
  await turnOffSecondStep(world, visitor, "fr");
  assert.equal((await sentTo(world, awa)).length, 4);
});

test("SEC-04 both ask for the password of the last 15 minutes", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  world.pass({ minutes: 15 });
  assert.deepEqual(await turnOnSecondStep(world, visitor, "fr"), { confirm: true });
  assert.deepEqual(await turnOffSecondStep(world, visitor, "fr"), { confirm: true });
  assert.equal(await isOn(), false);
  assert.deepEqual(await sentTo(world, awa), []);
});

test("SEC-08 nobody locks themselves out: without a verified contact point or a passkey it stays off", async () => {
  const visitor = await signedIn(world, julien, ownPassword);
  assert.deepEqual(await turnOnSecondStep(world, visitor, "fr"), { refused: secondStepRefusals.noMeans });
  assert.equal(await isOn(julien), false);
});

test("SEC-08 where the institution asks everyone, nobody turns it off; where it asks nobody, nobody turns it on", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  const refused = await turnOffSecondStep(asked("required"), visitor, "fr");
  assert.deepEqual(refused, { refused: secondStepRefusals.required });
  assert.ok("refused" in (await turnOnSecondStep(asked("off"), visitor, "fr")));
  assert.equal(await isOn(), false);
});

test("SEC-08 by the institution's rule alone: required asks who chose nothing, off asks nobody", async () => {
  const due = async (elsewhere: World) => {
    const result = await signIn(elsewhere, { identifier: awa.identifier, password: ownPassword }, firefox);
    assert.ok("cookie" in result);
    return (await visitorBy(world, result.cookie)).secondStepDue;
  };
  assert.equal(await due(asked("required")), true);
  assert.equal(await due(world), false);
  await turnOnSecondStep(world, await signedIn(world, awa, ownPassword), "fr");
  assert.equal(await due(asked("off")), false);
});

test("CP-03 where everyone is asked, a first sign-in gives contact points first", async () => {
  const first = { identifier: camille.identifier, password: camille.oldPassword };
  const result = await signIn(asked("required"), first, firefox);
  assert.ok("cookie" in result);
  assert.equal((await visitorBy(world, result.cookie)).secondStepDue, false);
});
