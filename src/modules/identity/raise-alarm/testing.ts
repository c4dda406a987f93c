import assert from "node:assert/strict";
import {
  awa,
  type DemoWorld,
  demoWorld,
  julien,
  nadia,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { verifyContacts } from "../../../../test/two-steps.ts";
import type { TestWorld } from "../../../../test/world.ts";
import { newSecret } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { liftBlock } from "../block/block.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { raiseAlarm, type Typed } from "./raise-alarm.ts";

/** Awa has a password, a verified mail and mobile; Julien a password and his mail; Nadia a password alone. */
export async function alarmWorld(): Promise<DemoWorld> {
  const world = await demoWorld();
  for (const who of [awa, julien, nadia])
    await chooseFirstPassword(world, await signedIn(world, who), ownPassword);
  await verifyContacts(world, awa);
  await verifyContacts(world, julien, "mail");
  await world.keep();
  return world;
}

/** A form in which nothing was filled in. */
export const nothing: Typed = {
  kind: "not-me",
  gave: false,
  identifier: "",
  birth: "--",
  channel: undefined,
  when: { day: "", month: "", year: "", time: "" },
  told: "",
};

export const births = { awa: "1988-11-03", julien: "1986-07-24", nadia: "1990-05-30" };

/** Somebody who is not signed in reports; the secret of their form. */
export async function report(world: TestWorld, typed: Partial<Typed>, secret = newSecret()): Promise<string> {
  const raised = await raiseAlarm(world, undefined, secret, { ...nothing, ...typed }, "fr");
  assert.deepEqual(raised, { raised: true });
  return secret;
}

/** How a try at signing in ends: "in", or why not. */
export async function enters(world: TestWorld, who: Someone, password = ownPassword): Promise<string> {
  const result = await signIn(world, { identifier: who.identifier, password });
  return "cookie" in result ? "in" : result.because;
}

/** What support was told. */
export const toldSupport = async (world: TestWorld) =>
  (await world.sent()).filter(({ payload }) => payload.to === world.institution.help.supportMail);

/** What the person was told, at the contact points that the institution holds. */
export const toldTo = async (world: TestWorld, who: Someone) =>
  (await world.sent()).filter(({ payload }) => [who.mail, who.mobile].includes(payload.to));

/** The desk opens what an alarm closed. */
export const lift = (world: TestWorld, who: Someone) =>
  inTransaction(world.db, (tx) => liftBlock(tx, world, { personId: who.id, kind: "alarm", by: "the desk" }));
