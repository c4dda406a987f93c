import type { World } from "../../world.ts";
import { dropOldRecoveries } from "./recover-access/store.ts";
import { dropAllOldInput, dropOldSessions } from "./session/store.ts";
import { dropOldTries } from "./store.ts";

/** Days after which what only served signing in goes; the journal keeps what was done. */
const kept = { input: 1, tries: 2, recoveries: 2, sessions: 30 };

/** Each night, removes the counters of tries and the sessions that can no longer serve. */
export const tidyNightly = (world: World): Promise<void> =>
  world.jobs.nightly("identity-tidy", () => tidy(world));

export async function tidy(world: World): Promise<void> {
  const daysAgo = (days: number) => new Date(world.clock().getTime() - days * 86_400_000);
  await dropAllOldInput(world.db, daysAgo(kept.input));
  await dropOldTries(world.db, daysAgo(kept.tries));
  await dropOldRecoveries(world.db, daysAgo(kept.recoveries));
  await dropOldSessions(world.db, daysAgo(kept.sessions));
}
