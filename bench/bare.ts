import Fastify from "fastify";
import pg from "pg";
import { answerParent } from "./child.ts";
import type { Statement } from "./server.ts";

/** The least a signed-in page could be: a Fastify route that sends the same SQL and answers a page of the same size. */

/** What one session's home page sends to PostgreSQL, by its cookie: one wave after the other. */
export type BareAsked = {
  databaseUrl: string;
  connections: number;
  waves: [string, Statement[][]][];
  page: string;
};

let stop = async () => {};

async function start({ databaseUrl, connections, waves, page }: BareAsked): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  const wavesOf = new Map(waves);
  const app = Fastify();
  app.get("/home", async (request, reply) => {
    for (const wave of wavesOf.get(request.headers.cookie ?? "") ?? [])
      await Promise.all(wave.map((statement) => pool.query(statement)));
    return reply.type("text/html; charset=utf-8").send(page);
  });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  stop = async () => {
    await app.close();
    await pool.end();
  };
  return Number(new URL(address).port);
}

answerParent({ start }, () => stop());
