import { Worker } from "node:worker_threads";
import type { Options } from "@node-rs/argon2";

/** What a thread is asked, and what it answers. */
export type Asked = { password: string; options: Options } & (
  | { does: "hash" }
  | { does: "verify"; hashed: string }
);
export type Answered = { answer: string | boolean } | { fault: Error };

/** Hashes a password in a thread of its own. */
export const hash = (password: string, options: Options) =>
  inThread({ does: "hash", password, options }) as Promise<string>;

/** Checks a password in a thread of its own; rejects when `hashed` is not a hash. */
export const verify = (hashed: string, password: string, options: Options) =>
  inThread({ does: "verify", hashed, password, options }) as Promise<boolean>;

/** Threads that wait for work. They are the process's, as its cores are, and do not keep it from ending. */
const idle: Worker[] = [];

/** Libuv's own threads would do, but they cannot be told to let pages go first. */
function inThread(asked: Asked): Promise<string | boolean> {
  const thread = idle.pop() ?? new Worker(new URL("./password-thread.ts", import.meta.url));
  thread.ref();
  return new Promise((resolve, reject) => {
    thread.once("error", reject);
    thread.once("message", (answered: Answered) => {
      thread.off("error", reject);
      thread.unref();
      idle.push(thread);
      if ("fault" in answered) reject(answered.fault);
      else resolve(answered.answer);
    });
    thread.postMessage(asked);
  });
}
