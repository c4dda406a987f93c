/**
 * What signing in costs beside the password's hash, which is slow on purpose.
 *
 * `ratio`: full sign-ins a second (POST /sessions with its token and the right password, answered 303 with a session
 * cookie; distinct persons; journal and session written durably) over the raw argon2id hashes a second of this machine,
 * same costs, every core. Goal: at least 0.9. Whoever sends the sign-ins shares the cores, so the true figure is a
 * little higher.
 *
 * `p99Ratio`: the slowest hundredth of the home pages asked for at a steady 20 a second while sign-ins saturate the
 * queue, over the same with nothing else running. Goal: at most 3: whoever is signed in must not feel the rush.
 *
 * The machine drifts, so what is compared alternates, and the medians of the rounds are taken. `refused` counts the
 * sign-ins answered otherwise than by 303: 0, or the run says nothing.
 */
import { median, onGround, quantile, rounded } from "./ground.ts";
import type { HomesAsked, HomesDone, SignInsAsked, SignInsDone } from "./visitors.ts";

const rounds = 3;
const seconds = { hashes: 5, signIns: 8, homes: 8, warmUp: 6 };
/** Under the longest queue, so that nobody is answered 503; far over the number of cores. */
const connections = 64;
const homesPerSecond = 20;
const files = 3000;

await onGround(files, async ({ port, people, start }) => {
  const hashing = start("hashes.ts");
  const signing = start("visitors.ts");
  const visiting = start("visitors.ts");
  const cookies = await visiting.ask<string[]>("openSessions", { port, people: people.splice(0, 40) });
  const hashes = () => hashing.ask<number>("hashesPerSecond", { seconds: seconds.hashes });
  const signIns = async (lasting: number) => {
    const asked = { port, people: people.slice(0, lasting * 250), connections, seconds: lasting };
    const done = await signing.ask<SignInsDone>("signIns", asked satisfies SignInsAsked);
    // Those who just signed in go to the back of the line.
    people.push(...people.splice(0, Math.ceil(done.perSecond * lasting) + connections));
    return done;
  };
  const homes = (lasting: number) => {
    const asked = { port, cookies, perSecond: homesPerSecond, seconds: lasting };
    return visiting.ask<HomesDone>("homes", asked satisfies HomesAsked);
  };

  await Promise.all([signIns(seconds.warmUp), homes(seconds.warmUp)]);
  const raw: number[] = [];
  const full: number[] = [];
  const calm: HomesDone[] = [];
  const rushed: HomesDone[] = [];
  const refused: Record<string, number> = {};
  const count = ({ statuses }: { statuses: Record<number, number> }, fine: number) => {
    for (const [status, times] of Object.entries(statuses))
      if (Number(status) !== fine) refused[status] = (refused[status] ?? 0) + times;
  };
  for (let round = 1; round <= rounds; round++) {
    raw.push(await hashes());
    const alone = await signIns(seconds.signIns);
    full.push(alone.perSecond);
    calm.push(await homes(seconds.homes));
    const [rush, during] = await Promise.all([
      signIns(seconds.homes + 1),
      new Promise((go) => setTimeout(go, 500)).then(() => homes(seconds.homes)),
    ]);
    rushed.push(during);
    count(alone, 303);
    count(rush, 303);
    count(during, 200);
    console.log(
      `round ${round}: ${rounded(raw.at(-1) ?? 0, 1)} hashes/s, ${rounded(alone.perSecond, 1)} sign-ins/s, home p99 ${p99([calm.at(-1) as HomesDone])} ms calm, ${p99([during])} ms in the rush`,
    );
  }
  console.log(
    JSON.stringify({
      bench: "sign-in",
      ratio: rounded(median(full) / median(raw)),
      p99Ratio: rounded(p99(rushed) / p99(calm)),
      hashesPerSecond: rounded(median(raw), 1),
      signInsPerSecond: rounded(median(full), 1),
      homeP99: { calm: p99(calm), rush: p99(rushed), unit: "ms" },
      homeMedian: { calm: p50(calm), rush: p50(rushed), unit: "ms" },
      refused,
    }),
  );
});

function p99(done: readonly HomesDone[]) {
  return rounded(
    quantile(
      done.flatMap((one) => one.milliseconds),
      0.99,
    ),
  );
}

function p50(done: readonly HomesDone[]) {
  return rounded(median(done.flatMap((one) => one.milliseconds)));
}
