import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { sql } from "kysely";
import { testWorld } from "../../test/world.ts";
import { inTransaction } from "./database.ts";
import { type Queue, startJobs } from "./jobs.ts";

const world = await testWorld();
after(() => world.close());
const { db, jobs } = world;

type Letter = { to: string; text: string };
const letter = { to: "amina@exemple.fr", text: "Votre code est le 482913, à bientôt" };

const failOn = (error: Error) => {
  throw error;
};

/** A queue of its own for each test, that somebody has opened before. */
async function openQueue(name: string): Promise<Queue<Letter>> {
  const queue = { name };
  await sql`select jobs.create_queue(${name}, ${JSON.stringify({ policy: "standard" })}::jsonb)`.execute(db);
  return queue;
}
