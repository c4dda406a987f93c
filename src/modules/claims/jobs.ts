import type { World } from "../../world.ts";
import { dropOldDrafts } from "./store.ts";

/** Days after which a claim begun and never sent is forgotten. */
const draftDays = 7;

/** Each night, forgets the claims nobody came back to. */
export const tidyClaimsNightly = (world: World): Promise<void> =>
  world.jobs.nightly("claims-tidy", async () => {
    await dropOldDrafts(world.db, new Date(world.clock().getTime() - draftDays * 86_400_000));
  });
