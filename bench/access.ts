/**
 * What deciding costs.
 *
 * `decisionsPerSecond`: the pure function asked every act by every person of files in every state that the second reading
 * of the statements tells (couples, delegations, measures, separations, deaths, staff), on one core.
 *
 * `share`: of the time a Foyer is busy while it gives signed-in home pages as fast as it can, what `law/access/` takes,
 * with all that it calls, as the profiler of the very process samples it. Goal: under 0.03.
 */
import { type Act, acts } from "../law/access/acts.ts";
import { decide } from "../law/access/decide.ts";
import { familyScenes } from "../law/access/second-reading/family.ts";
import { on } from "../law/access/second-reading/lives.ts";
import { protectionScenes } from "../law/access/second-reading/protection.ts";
import { staffScenes } from "../law/access/second-reading/staff.ts";
import type { CrowdAsked, CrowdDone } from "./crowd.ts";
import { onGround, rounded } from "./ground.ts";

const rounds = 5;
const sessions = 40;
const seconds = { measured: 8, warmUp: 6 };
const visitors = 16;

const questions = Object.values({ ...familyScenes, ...protectionScenes, ...staffScenes }).flatMap(
  ({ file, who, reason, secondFactor }) =>
    (Object.keys(acts) as Act[]).map((act) => ({ file, actor: who, act, on, reason, secondFactor })),
);

/** Decisions a second over a second's worth of rounds through every question. */
function decisionsPerSecond(): number {
  const started = performance.now();
  let decided = 0;
  let allowed = 0;
  while (performance.now() - started < 1000) {
    for (const question of questions) if (decide(question).allowed) allowed += 1;
    decided += questions.length;
  }
  if (allowed === 0 || allowed === decided) throw new Error("The questions are all answered alike");
  return decided / ((performance.now() - started) / 1000);
}

const measured = Array.from({ length: rounds }, decisionsPerSecond);
// Others may use the machine at the same time.
const best = Math.max(...measured);
console.log(
  `${questions.length} questions: ${measured.map((one) => Math.round(one)).join(", ")} decisions/s`,
);

await onGround(sessions, async ({ server, port, people, start }) => {
  const visiting = start("visitors.ts");
  const crowd = start("crowd.ts");
  const cookies = await visiting.ask<string[]>("openSessions", { port, people });
  const homes = (lasting: number) =>
    crowd.ask<CrowdDone>("homes", {
      port,
      cookies,
      connections: visitors,
      seconds: lasting,
    } satisfies CrowdAsked);
  await homes(seconds.warmUp);
  await server.ask("startProfile");
  const { perSecond, failed } = await homes(seconds.measured);
  const share = await server.ask<number>("shareOf", "/law/access/");
  console.log(
    JSON.stringify({
      bench: "access",
      decisionsPerSecond: rounded(best, 0),
      microsecondsPerDecision: rounded(1e6 / best),
      share: rounded(share, 4),
      profiledPagesPerSecond: rounded(perSecond, 0),
      failed,
    }),
  );
});
