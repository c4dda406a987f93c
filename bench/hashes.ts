import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { verify } from "@node-rs/argon2";
import { startPasswords } from "../src/platform/passwords.ts";
import { answerParent } from "./child.ts";

/** The password library alone, with the costs of a real password of ours, on every core. */
const pepper = randomBytes(32);
const password = "Peuplier-2026-vert";
const hashed = startPasswords(pepper).then((passwords) => passwords.hash(password));

async function hashesPerSecond({ seconds }: { seconds: number }): Promise<number> {
  const one = await hashed;
  const from = performance.now();
  const until = from + seconds * 1000;
  let done = 0;
  const work = async () => {
    while (performance.now() < until) {
      if (!(await verify(one, password, { secret: pepper })))
        throw new Error("The right password was refused");
      if (performance.now() <= until) done += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return done / seconds;
}

answerParent({ hashesPerSecond });
