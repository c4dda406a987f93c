/**
 * What the signed-in home page costs beside its SQL.
 *
 * `ratio`: home pages a second through Foyer (session, standing, gate, law, page) over the same through a bare Fastify
 * route that sends PostgreSQL the very same statements (noted from Foyer itself, so that they stay the same when the page
 * changes), with as many connections, prepared, and answers a fixed page of the same size. Goal: at least 0.5. Neither
 * compresses: a proxy does in production. One process each; who asks shares the cores with both alike.
 *
 * The machine drifts, so the two alternate, and the medians of the rounds are taken. `failed` counts the pages not
 * answered by 200: 0, or the run says nothing.
 */
import type { BareAsked } from "./bare.ts";
import type { CrowdAsked, CrowdDone } from "./crowd.ts";
import { median, onGround, rounded } from "./ground.ts";
import type { Statement } from "./server.ts";

const rounds = 4;
const seconds = { measured: 6, warmUp: 6 };
const sessions = 40;
/** Of the page's visitors; then of the database's pool, as main.ts opens it. */
const connections = { visitors: 16, database: 10 };

await onGround(sessions, async ({ server, databaseUrl, port, people, start }) => {
  const visiting = start("visitors.ts");
  const crowd = start("crowd.ts");
  const bare = start("bare.ts");
  const cookies = await visiting.ask<string[]>("openSessions", { port, people });
  const waves: [string, Statement[][]][] = [];
  let page = "";
  for (const cookie of cookies) {
    await server.ask("watchStatements");
    page = await visiting.ask<string>("home", { port, cookie });
    waves.push([cookie, await server.ask<Statement[][]>("watched")]);
  }
  const barePort = await bare.ask<number>("start", {
    databaseUrl,
    connections: connections.database,
    waves,
    page,
  } satisfies BareAsked);
  const homes = async (of: number, lasting: number) =>
    crowd.ask<CrowdDone>("homes", {
      port: of,
      cookies,
      connections: connections.visitors,
      seconds: lasting,
    } satisfies CrowdAsked);

  for (const one of [port, barePort]) await homes(one, seconds.warmUp);
  const ours: number[] = [];
  const theirs: number[] = [];
  let failed = 0;
  for (let round = 1; round <= rounds; round++) {
    for (const [of, done] of [
      [port, ours],
      [barePort, theirs],
    ] as const) {
      const measured = await homes(of, seconds.measured);
      done.push(measured.perSecond);
      failed += measured.failed;
    }
    console.log(`round ${round}: ${ours.at(-1)} pages/s, bare ${theirs.at(-1)}/s`);
  }
  console.log(
    JSON.stringify({
      bench: "home",
      ratio: rounded(median(ours) / median(theirs)),
      pagesPerSecond: rounded(median(ours), 0),
      barePerSecond: rounded(median(theirs), 0),
      bytes: Buffer.byteLength(page),
      statements: waves[0]?.[1].map((wave) => wave.length),
      failed,
    }),
  );
});
