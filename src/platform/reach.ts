import { AsyncLocalStorage } from "node:async_hooks";
import type { PostgresPoolClient } from "kysely";

/**
 * For whom the request under way reads and writes, as the row-level security of the database knows them: a person, on
 * that civil day. Nobody, until somebody is signed in.
 */
export type Reach = { person?: string; on?: string };

const reaches = new AsyncLocalStorage<Reach>();

/** Runs `work`, and all that follows from it, within that reach. */
export const within = (reach: Reach, work: () => void): void => reaches.run(reach, work);

/** How a transaction begins that stands for whom the request under way does, and forgets them at its end. */
export function beginning(): string {
  const { person = "", on = "" } = reaches.getStore() ?? {};
  if (!/^[0-9a-f-]*$/.test(person) || !/^[\d-]*$/.test(on))
    throw new Error("A reach names no person or no day");
  return `begin; set local foyer.person = '${person}'; set local foyer.day = '${on}'`;
}

/**
 * A connection each of whose transactions begins so. A statement of its own is one too, and still costs one round trip:
 * the three leave together.
 */
export function bound(client: PostgresPoolClient, begin: string): PostgresPoolClient {
  let isInTransaction = false;
  const query = async (text: string, values?: readonly unknown[]) => {
    if (text === "begin") {
      isInTransaction = true;
      return client.query(begin, []);
    }
    if (isInTransaction) {
      isInTransaction = text !== "commit" && text !== "rollback";
      return client.query(text, values ?? []);
    }
    const [begun, answered, ended] = await Promise.allSettled([
      client.query(begin, []),
      client.query(text, values ?? []),
      client.query("commit", []),
    ]);
    for (const one of [begun, answered, ended]) if (one.status === "rejected") throw one.reason;
    return (answered as PromiseFulfilledResult<unknown>).value;
  };
  return { query, release: () => client.release() } as unknown as PostgresPoolClient;
}
