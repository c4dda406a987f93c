import { afterFailure, mayTry, noFailure } from "../../../../law/credentials/throttle.ts";
import type { Sentence } from "../../../../law/language.ts";
import { keyedHash } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";
import { findTries, reserveDeskTry } from "../store.ts";

/** What wrong tries are counted on: a staff number, known or not, or an agent's second factor (SEC-01, SEC-02). */
export const triedOn = (world: World, what: "password" | "code", whose: string): Buffer =>
  keyedHash(world.keys.index, `desk ${what}`, whose);

/** Counts a try before its outcome is known; the sentence to wait by where there were too many (SEC-01). */
export async function countTry(world: World, key: Buffer): Promise<Sentence | undefined> {
  for (;;) {
    const { throttle = noFailure, version } = await findTries(world.db, key);
    const now = world.clock();
    const may = mayTry(throttle, now);
    if (!may.allowed) return tooMany;
    if (await reserveDeskTry(world.db, key, afterFailure(throttle, now), version)) return undefined;
  }
}

const tooMany: Sentence = {
  fr: "Trop d’essais de suite : attendez quelques minutes avant de réessayer. D’ici là, même la bonne réponse serait refusée.",
  en: "Too many tries in a row: wait a few minutes before trying again. Until then even the right answer would be refused.",
};
