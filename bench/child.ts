import { type ChildProcess, fork } from "node:child_process";

export type Child = {
  pid: number;
  /** Asks for a piece of work by name and waits for its answer. */
  ask: <Answer>(work: string, given?: unknown) => Promise<Answer>;
  stop: () => Promise<void>;
};

type Question = { number: number; work: string; given: unknown };
type Reply = { number: number; answer?: unknown; fault?: string };

/** Starts a file of this folder in a process of its own: what measures and what is measured share no event loop. */
export function startChild(file: string): Child {
  const child = fork(new URL(file, import.meta.url), { serialization: "advanced" });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  child.on("message", ({ number, answer, fault }: Reply) => {
    const asked = waiting.get(number);
    waiting.delete(number);
    if (fault === undefined) asked?.resolve(answer as never);
    else asked?.reject(new Error(`${file}: ${fault}`));
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      for (const asked of waiting.values()) asked.reject(new Error(`${file} ended before it answered`));
      resolve();
    });
  });
  let number = 0;
  return {
    pid: child.pid ?? 0,
    ask: (work, given) =>
      new Promise((resolve, reject) => {
        number += 1;
        waiting.set(number, { resolve, reject });
        child.send({ number, work, given } satisfies Question);
      }),
    stop: () => {
      disconnect(child);
      return ended;
    },
  };
}

const disconnect = (child: ChildProcess) => {
  if (child.connected) child.disconnect();
};

/** The other side: does what the parent asks, and ends with it. */
export function answerParent(
  works: Record<string, (given: never) => unknown>,
  end: () => Promise<void> = async () => {},
) {
  process.on("message", async ({ number, work, given }: Question) => {
    try {
      const does = works[work];
      if (!does) throw new Error(`nothing here does "${work}"`);
      send({ number, answer: await does(given as never) });
    } catch (error) {
      send({ number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.once("disconnect", async () => {
    await end();
    process.exit(0);
  });
  // Ctrl-C reaches the whole group: the parent ends, and its children with it.
  process.on("SIGINT", () => {});
}

const send = (reply: Reply) => process.send?.(reply);
