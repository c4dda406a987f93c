import assert from "node:assert/strict";
import type { Language } from "../../../../law/language.ts";
import { otherPassword, type Someone } from "../../../../test/demo.ts";
import { workThrough } from "../../../../test/queues.ts";
import type { TestWorld } from "../../../../test/world.ts";
import { answerRecovery, askRecovery, recoveryQueue } from "./ask-recovery.ts";
import {
  chooseRecoveredPassword,
  enterRecoveryCode,
  type RecoveryCookie,
  stageOf,
  tellBirthDate,
} from "./recovery.ts";

/** Asks for a way back and lets the background answer, as the server would; what the browser keeps. */
export async function askedRecovery(
  world: TestWorld,
  { identifier }: Pick<Someone, "identifier">,
  language: Language = "fr",
): Promise<RecoveryCookie> {
  const asked = await askRecovery(world, identifier, language);
  assert.ok("cookie" in asked, JSON.stringify(asked));
  await workThrough(world, recoveryQueue, answerRecovery);
  return asked.cookie;
}

/** Where the messages of a way back asked for now go, in order of their names. */
export async function recoveryGoesTo(world: TestWorld, who: Pick<Someone, "identifier">): Promise<string[]> {
  const before = (await world.sent()).length;
  await askedRecovery(world, who);
  return (await world.sent())
    .slice(before)
    .map(({ payload }) => payload.to)
    .toSorted();
}

/**
 * Gets back in after a forgotten password by the code that comes to `to`, with another password; "no code" where none
 * comes there.
 */
export async function comeBack(
  world: TestWorld,
  who: Pick<Someone, "identifier" | "mail">,
  { to = who.mail, birthDate = "" } = {},
): Promise<"in" | "no code"> {
  const before = (await world.sent()).length;
  const cookie = await askedRecovery(world, who);
  const message = (await world.sent()).slice(before).find(({ payload }) => payload.to === to);
  if (!message) return "no code";
  await enterRecoveryCode(world, cookie, /(?<!\d)\d{6}(?!\d)/.exec(message.payload.text)?.[0] ?? "");
  if ((await stageOf(world, cookie))?.at === "identity") await tellBirthDate(world, cookie, birthDate);
  assert.deepEqual(await chooseRecoveredPassword(world, cookie, otherPassword, "fr"), { done: true });
  return "in";
}
