import { deskKept } from "../../../law/credentials/desk.ts";
import { inTransaction } from "../../platform/database.ts";
import type { World } from "../../world.ts";
import {
  dropDecidedApprovals,
  dropGoneAgents,
  dropOldAgentSessions,
  dropOldDeskTries,
  dropOldVisits,
  dropSecretsOfGoneAgents,
} from "./tidy-store.ts";

/** Each night, forgets what the desk no longer needs of its visits, sign-ins and agents who left. */
export const tidyDeskNightly = (world: World): Promise<void> =>
  world.jobs.nightly("desk-tidy", () => tidyDesk(world));

/** Drops what has been kept as long as it may be (SEC-08, SEC-12). */
export async function tidyDesk(world: World): Promise<void> {
  const before = (what: keyof typeof deskKept) =>
    new Date(world.clock().getTime() - deskKept[what].days * 86_400_000);
  await dropOldVisits(world.db, before("visits"));
  await dropOldAgentSessions(world.db, before("sessions"));
  await dropOldDeskTries(world.db, before("tries"), world.clock());
  await dropDecidedApprovals(world.db, before("approvals"));
  await dropSecretsOfGoneAgents(world.db, before("secrets"));
  await inTransaction(world.db, (tx) => dropGoneAgents(tx, before("agents")));
}
