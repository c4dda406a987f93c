import { constants, platform, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { hashSync, verifySync } from "@node-rs/argon2";
import type { Answered, Asked } from "./password-threads.ts";

// A page takes a few milliseconds, a password many: who is signed in does not wait behind who signs in. Only on Linux
// is a priority the thread's own; elsewhere it would be the whole process's.
if (platform() === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

parentPort?.on("message", (asked: Asked) => parentPort?.postMessage(answerTo(asked)));

function answerTo(asked: Asked): Answered {
  const { password, options } = asked;
  try {
    if (asked.does === "hash") return { answer: hashSync(password, options) };
    return { answer: verifySync(asked.hashed, password, options) };
  } catch (fault) {
    return { fault: fault as Error };
  }
}
