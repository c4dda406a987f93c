import assert from "node:assert/strict";
import { sql } from "kysely";
import { signIn } from "../src/modules/identity/index.ts";
import type { World } from "../src/world.ts";
import { ownPassword, type Someone, signedIn } from "./demo.ts";
import type { Sent, TestWorld } from "./world.ts";

type Browser = Extract<NonNullable<Parameters<typeof signIn>[2]>, { deviceCookie: unknown }>;

/** Two browsers that nobody takes for each other. */
export const firefox: Browser = { device: "Firefox, Windows", deviceCookie: undefined };
export const phone: Browser = { device: "Chrome, Android", deviceCookie: undefined };

/** As if the codes of all the person's contact points had been typed, or that of one kind. */
export const verifyContacts = (world: World, who: Someone, kind?: "mail" | "mobile") =>
  sql`update identity.contact_point set verified_at = ${world.clock()}
      where person_id = ${who.id} and kind = coalesce(${kind ?? null}, kind)`.execute(world.db);

/** Somebody whose first sign-in is behind them, with a password of their own. */
export async function settled(world: World, who: Someone): Promise<void> {
  await signedIn(world, who);
  const hashed = await world.passwords.hash(ownPassword);
  const at = world.clock();
  await sql`update identity.account set hashed = ${hashed}, password_chosen_at = ${at}, contacts_answered_at = ${at}
    where person_id = ${who.id}`.execute(world.db);
}

/** Somebody who verified their contact points and asked for two steps. */
export async function withTwoSteps(world: World, who: Someone): Promise<void> {
  await settled(world, who);
  await verifyContacts(world, who);
  await sql`update identity.account set second_step_since = ${world.clock()} where person_id = ${who.id}`.execute(
    world.db,
  );
}

/** Signs in with the password chosen, from that browser; gives what the browser keeps. */
export async function comeIn(world: World, who: Someone, browser: Browser) {
  const result = await signIn(world, { identifier: who.identifier, password: ownPassword }, browser);
  assert.ok("cookie" in result, JSON.stringify(result));
  return result;
}

/** What was sent to the person since there were `before` messages. */
export async function sentTo(world: TestWorld, who: Someone, before = 0): Promise<Sent[]> {
  const all = (await world.sent()).slice(before);
  return all.filter(({ payload }) => payload.to === who.mail || payload.to === who.mobile);
}

/** The six digits in the last message. */
export async function lastCode(world: TestWorld): Promise<string> {
  const last = (await world.sent()).at(-1);
  return /(?<!\d)\d{6}(?!\d)/.exec(last?.payload.text ?? "")?.[0] ?? "";
}
