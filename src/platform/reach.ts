import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/**
 * For whom the request under way reads and writes, as the row-level security of the database knows them: a person, on
 * that civil day. Nobody, until somebody is signed in.
 */
export type Reach = { person?: string; on?: string };

const reaches = new AsyncLocalStorage<Reach>();

/** Runs `work`, and all that follows from it, within that reach. */
export const within = (reach: Reach, work: () => void): void => reaches.run(reach, work);

/** For whom statements sent now are: read once, when their connection is taken. */
export function reachNow(): Required<Reach> {
  const { person = "", on = "" } = reaches.getStore() ?? {};
  if (!/^[0-9a-f-]*$/.test(person) || !/^[\d-]*$/.test(on))
    throw new Error("A reach names no person or no day");
  return { person, on };
}

/** How a transaction begins that stands for them, and forgets them at its end. */
export const beginAs = ({ person, on }: Required<Reach>): string =>
  `begin; set local foyer.person = '${person}'; set local foyer.day = '${on}'`;

/** Gives no row: the filter says who it is for, and lets nothing through. */
const naming = {
  name: "foyer-reach",
  text: "select where set_config('foyer.person', $1, true) is null or set_config('foyer.day', $2, true) is null",
};

type Statement = { name: string; text: string; values: unknown[] };

/** What a query of the driver does with its connection, as far as the naming needs it. */
type Wire = {
  bind: (of: { statement: string; values: string[] }) => void;
  execute: (of: { portal: string; rows: number }) => void;
};
type Sent = pg.Submittable & { prepare: (wire: Wire) => void };
type Done = (error: Error | null, result: pg.QueryResult | pg.QueryResult[]) => void;
const Query = pg.Query as unknown as new (statement: Statement, done: Done) => Sent;

/**
 * Sends a statement of its own with who it is for: both leave in one message, which PostgreSQL takes as one transaction. In
 * three (begin, statement, commit) a page would spend a third more.
 */
export async function sendAs(client: pg.PoolClient, statement: Statement, reach: Required<Reach>) {
  await knowNaming(client);
  const results = await new Promise<pg.QueryResult | pg.QueryResult[]>((resolve, reject) => {
    const query = new Query(statement, (error, result) => (error ? reject(error) : resolve(result)));
    const { prepare } = query;
    query.prepare = (wire) => {
      wire.bind({ statement: naming.name, values: [reach.person, reach.on] });
      wire.execute({ portal: "", rows: 0 });
      prepare.call(query, wire);
    };
    client.query(query);
  });
  return [results].flat().at(-1);
}

const knowing = new WeakMap<pg.PoolClient, Promise<unknown>>();

/** Each connection learns the naming once. */
function knowNaming(client: pg.PoolClient): Promise<unknown> {
  let known = knowing.get(client);
  if (!known) {
    known = client.query({ ...naming, values: ["", ""] });
    knowing.set(client, known);
  }
  return known;
}
