/**
 * Whether signing in costs more as accounts grow.
 *
 * `ratio`: the slowest hundredth of full sign-ins (POST /sessions with the right password, answered 303, one after the
 * other) where the database holds 1,000,000 persons with identifier, account, session and journal, over the same where
 * it holds one account. Goal: at most 1.2. Each has a server and a database of its own on the same PostgreSQL; the million
 * is written by SQL, as the pages would have.
 *
 * Who signs in again and again on the one account finds earlier sessions of theirs, which the million do not: they are
 * removed between rounds. The machine drifts, so the two take turns, a sign-in here and a sign-in there, and all rounds
 * are taken together. `refused` counts the sign-ins answered otherwise than by 303: 0, or the run says nothing.
 */
import { join } from "node:path";
import pg from "pg";
import { median, onGround, quantile, rounded } from "./ground.ts";
import type { Inhabitant } from "./population.ts";
import type { TimesAsked, TimesDone } from "./visitors.ts";

const rounds = 5;
const signInsARound = 120;
const accounts = 1_000_000;

type Side = { port: number; databaseUrl: string; people: Inhabitant[]; times: number[] };

await onGround(1, async ({ folder, databaseUrl, port, people, start }) => {
  const crowdedUrl = databaseUrl.replace(/foyer_caf$/, "foyer_crowded");
  const crowded = await start("server.ts").ask<{ port: number; people: Inhabitant[] }>("start", {
    databaseUrl: crowdedUrl,
    data: join(folder, "crowded"),
    files: rounds * signInsARound + signInsARound,
  });
  console.log(`writing ${accounts} accounts…`);
  await onDatabase(crowdedUrl, fill);
  const visiting = start("visitors.ts");
  // The first households of the one account's database are its holder and theirs; only the holder has an account.
  const one: Side = { port, databaseUrl, people, times: [] };
  const million: Side = { ...crowded, databaseUrl: crowdedUrl, times: [] };
  const refused: Record<string, number> = {};

  for (let round = 0; round <= rounds; round++) {
    const asked: TimesAsked = {
      sides: [one, million].map((side) => ({
        port: side.port,
        people: Array.from({ length: signInsARound }, (_, n) => behind(side, round * signInsARound + n)),
      })),
    };
    const done = await visiting.ask<TimesDone>("signInTimes", asked);
    await onDatabase(databaseUrl, (client) => client.query("truncate identity.session"));
    // The first round warms both up.
    if (round === 0) continue;
    for (const [index, side] of [one, million].entries()) {
      side.times.push(...(done.milliseconds[index] ?? []));
    }
    for (const [status, times] of Object.entries(done.statuses))
      if (status !== "303") refused[status] = (refused[status] ?? 0) + times;
    console.log(
      `round ${round}: p99 ${p99(done.milliseconds[0] ?? [])} ms with 1 account, ${p99(done.milliseconds[1] ?? [])} ms with ${accounts}`,
    );
  }
  console.log(
    JSON.stringify({
      bench: "sign-in-scale",
      ratio: rounded(p99(million.times) / p99(one.times)),
      medianRatio: rounded(median(million.times) / median(one.times)),
      accounts: [1, accounts],
      p99: { one: p99(one.times), million: p99(million.times), unit: "ms" },
      median: { one: rounded(median(one.times)), million: rounded(median(million.times)), unit: "ms" },
      signIns: one.times.length,
      refused,
    }),
  );
});

/** The n-th sign-in of one side: the next person, from an address of its own. */
function behind({ people }: Side, n: number): Inhabitant {
  const person = people[n % people.length] as Inhabitant;
  return { ...person, address: `10.${100 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}` };
}

function p99(times: readonly number[]) {
  return rounded(quantile(times, 0.99));
}

async function onDatabase(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client);
  await client.end();
}

/** What a million persons who signed in once leave behind, with what signing in looks at. */
async function fill(client: pg.Client) {
  for (const statement of [
    "set synchronous_commit = off",
    `create temporary table crowd as
       select gen_random_uuid() as id, n from generate_series(1, ${accounts}) n order by id`,
    `insert into identity.person (person_id, first_names, birth_name, birth_date)
       select id, 'Claude', 'Foule ' || n, '1980-01-01' from crowd`,
    `insert into identity.identifier (person_id, kind, found_by, sealed)
       select id, 'nir', sha256(id::text::bytea), sha256(id::text::bytea) || sha256(n::text::bytea) from crowd`,
    `insert into identity.account (person_id, opened_at, hashed, password_chosen_at, contacts_answered_at, last_sign_in_at)
       select id, now(), (select hashed from identity.account limit 1), now(), now(), now() from crowd`,
    `insert into identity.contact_point (person_id, kind, value, given_at, verified_at)
       select id, 'mail', 'foule' || n || '@exemple.fr', now(), now() from crowd`,
    `insert into identity.session
         (person_id, secret_hash, session_id, device, started_at, last_seen_at, authenticated_at)
       select id, sha256(n::text::bytea), gen_random_uuid(), '', now(), now(), now() from crowd`,
    `insert into identity.attempts (found_by, failures, day, failures_today, version)
       select sha256(id::text::bytea), 0, current_date, 0, 1 from crowd`,
    `insert into journal.chain_end (subject, number, chained, sealed)
       select id, 1, sha256(n::text::bytea), sha256(n::text::bytea) from crowd`,
    "vacuum analyze",
    "checkpoint",
  ])
    await client.query(statement);
}
