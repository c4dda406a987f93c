import { decisionList } from "../work-list/route.ts";
import { guardianshipFile, guardianshipFor, guardianshipsFor, settleGuardianship } from "./guardianships.ts";
import { guardianshipPages } from "./page.ts";

/** Protection decisions that wait for two agents (MC-06, MC-09). */
export const guardianshipList = decisionList({
  path: "/desk/guardianships",
  home: "household",
  pages: guardianshipPages,
  accept: "validate",
  list: guardianshipsFor,
  read: guardianshipFor,
  decide: async (world, agent, id, decision, { reason }) => {
    const result = await settleGuardianship(world, agent, id, decision, reason);
    if (!result || "refused" in result) return result;
    return { done: "seconded" in result ? "seconded" : "done" };
  },
  file: guardianshipFile,
});
