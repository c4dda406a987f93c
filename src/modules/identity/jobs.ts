import type { World } from "../../world.ts";
import { dropOldAsks } from "./asks/store.ts";
import { dropOldChanges } from "./change-contacts/store.ts";
import { dropOldCodes } from "./contact/store.ts";
import { dropDecidedRequests } from "./desk-requests/store.ts";
import { dropOldAskings } from "./forgotten-identifier/store.ts";
import { dropOldIdTokens, dropOldRequests } from "./franceconnect/store.ts";
import { dropOldWays } from "./lost-contact/store.ts";
import { dropOldOpenings } from "./open-account/store.ts";
import { dropOldChallenges } from "./passkeys/store.ts";
import { dropOldRecoveries } from "./recover-access/store.ts";
import { dropOldStepCodes } from "./second-step/store.ts";
import { dropAllOldInput, dropOldSessions } from "./session/store.ts";
import { dropOldTries } from "./store.ts";
import { dropEndedTrust } from "./trusted-devices/store.ts";

/** Days after which what only served signing in goes; the journal keeps what was done. */
const kept = {
  input: 1,
  requests: 1,
  tries: 2,
  codes: 2,
  recoveries: 2,
  changes: 30,
  sessions: 30,
  decided: 365,
};

/** Each night, removes the counters of tries and the sessions that can no longer serve. */
export const tidyNightly = (world: World): Promise<void> =>
  world.jobs.nightly("identity-tidy", () => tidy(world));

export async function tidy(world: World): Promise<void> {
  const daysAgo = (days: number) => new Date(world.clock().getTime() - days * 86_400_000);
  await dropAllOldInput(world.db, daysAgo(kept.input));
  await dropOldRequests(world.db, daysAgo(kept.requests));
  await dropOldIdTokens(world.db, daysAgo(kept.requests));
  await dropOldTries(world.db, daysAgo(kept.tries));
  await dropOldCodes(world.db, daysAgo(kept.codes));
  await dropOldRecoveries(world.db, daysAgo(kept.recoveries));
  await dropOldChanges(world.db, daysAgo(kept.changes));
  await dropOldStepCodes(world.db, daysAgo(kept.tries));
  await dropOldChallenges(world.db, daysAgo(kept.tries));
  await dropEndedTrust(world.db, world.clock());
  await dropOldOpenings(world.db, daysAgo(kept.tries));
  await dropOldAsks(world.db, daysAgo(kept.tries));
  await dropOldWays(world.db, daysAgo(kept.recoveries));
  await dropOldAskings(world.db, daysAgo(kept.tries));
  await dropDecidedRequests(world.db, daysAgo(kept.decided));
  await dropOldSessions(world.db, daysAgo(kept.sessions));
}
