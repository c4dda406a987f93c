import { decisionList } from "../work-list/route.ts";
import { structureRequestPages } from "./page.ts";
import { settleStructureRequest, structureRequestFor, structureRequestsFor } from "./structure-requests.ts";

/** What partner structures ask for (SP-02, SEC-11). */
export const structureRequestList = decisionList({
  path: "/desk/structure-requests",
  home: "partners",
  pages: structureRequestPages,
  accept: "accept",
  list: structureRequestsFor,
  read: structureRequestFor,
  decide: async (world, agent, id, decision, { reason }) => {
    const result = await settleStructureRequest(world, agent, id, decision, reason);
    if (!result || "refused" in result) return result;
    return { done: "proposed" in result ? "proposed" : decision === "accept" ? "accepted" : "refused" };
  },
});
