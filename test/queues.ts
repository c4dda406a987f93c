import { sql } from "kysely";
import { unseal } from "../src/platform/crypto.ts";
import type { Queue } from "../src/platform/jobs.ts";
import type { World } from "../src/world.ts";
import type { TestWorld } from "./world.ts";

/** Does what waits in a queue, in order, as the server would in the background; says how many jobs there were. */
export async function workThrough<P>(
  world: TestWorld,
  queue: Queue<P>,
  does: (world: World, payload: P) => Promise<void>,
): Promise<number> {
  const { rows } = await sql<{ id: string; sealed: string }>`
    select id, data->>'sealed' as sealed from jobs.job where name = ${queue.name}
    order by created_on, tableoid, ctid`.execute(world.owner);
  const keys = new Map([[1, world.keys.queue]]);
  for (const { id, sealed } of rows) {
    await does(world, JSON.parse(unseal(keys, Buffer.from(sealed, "base64"), id)) as P);
    await sql`delete from jobs.job where name = ${queue.name} and id = ${id}`.execute(world.owner);
  }
  return rows.length;
}
