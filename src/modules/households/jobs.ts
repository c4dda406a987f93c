import type { World } from "../../world.ts";
import { dropOldDeposits } from "./guardianship/draft.ts";
import { dropOldSpaces } from "./spaces/store.ts";

/** Days after which no session can stand in a space any more: the longest lasts hours. */
const spaceDays = 2;

/** Each night, forgets the deposits nobody came back to and the spaces of sessions long ended. */
export const tidyHouseholdsNightly = (world: World): Promise<void> =>
  world.jobs.nightly("households-tidy", async () => {
    await dropOldDeposits(world);
    await dropOldSpaces(world.db, new Date(world.clock().getTime() - spaceDays * 86_400_000));
  });
