import { availableParallelism } from "node:os";
import { promise as boundedQueue } from "fastq";
import { hash, verify } from "./password-threads.ts";

/** argon2id with 19 MiB, two passes, one lane (SEC-06). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** More waiting than this and a new sign-in would wait over a second: better to say so at once. */
const longestQueue = 96;

export type Passwords = {
  hash: (password: string) => Promise<string>;
  /** Undefined stands for "no such account": takes the time of a real check and answers false (SEC-02). */
  verify: (hashed: string | undefined, password: string) => Promise<boolean>;
};

/** Thrown when too many passwords wait to be checked: the page answers 503 with Retry-After (SEC-06). */
export const overloaded = Object.assign(new Error("Too many passwords wait to be checked"), {
  statusCode: 503,
});

/**
 * Hashes passwords off the event loop, at most one per core at a time, behind a bounded queue.
 * `pepper` stays outside the database.
 */
export async function startPasswords(pepper: Buffer): Promise<Passwords> {
  const queue = boundedQueue((work: () => Promise<unknown>) => work(), availableParallelism());
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (queue.length() >= longestQueue) return Promise.reject(overloaded);
    return queue.push(work) as Promise<T>;
  };
  const noAccount = await hash("no such account", { ...cost, secret: pepper });
  return {
    hash: (password) => inTurn(() => hash(password, { ...cost, secret: pepper })),
    verify: (hashed, password) =>
      inTurn(
        async () => (await verify(hashed ?? noAccount, password, { secret: pepper })) && hashed !== undefined,
      ),
  };
}
