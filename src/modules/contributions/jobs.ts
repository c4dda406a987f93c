import type { World } from "../../world.ts";
import { keptMinutes } from "./ask-access/draft.ts";
import { dropOldRequests } from "./store.ts";

/** Days for which it is remembered that a request was decided, and how; what was told went with the decision. */
const decidedDays = 365;

/** Each night, drops requests that nobody sent, and those decided long ago. */
export const tidyContributionsNightly = (world: World): Promise<void> =>
  world.jobs.nightly("contributions-tidy", () => tidyContributions(world));

export function tidyContributions(world: World): Promise<void> {
  const ago = (minutes: number) => new Date(world.clock().getTime() - minutes * 60_000);
  return dropOldRequests(world.db, ago(keptMinutes), ago(decidedDays * 24 * 60));
}
