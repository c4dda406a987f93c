import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import type { Step } from "../first-sign-in/gate.ts";
import type { Way } from "../store.ts";

/** Whether this sign-in must be followed by a second step before anything opens. */
export async function secondStepIsDue(
  _tx: Tx,
  _world: World,
  _entering: { personId: string; way: Way },
): Promise<boolean> {
  return false;
}

/** Done once the session has gone through its second step, or owes none. */
export const secondStep: Step = {
  isDone: ({ visitor }) => !visitor.secondStepDue,
  path: () => "/sessions/current/second-step",
};
