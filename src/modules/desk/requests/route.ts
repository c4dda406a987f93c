import { decisionList } from "../work-list/route.ts";
import { requestPages } from "./page.ts";
import { requestFile, requestFor, requestsFor, settleRequest } from "./requests.ts";

/** Requests of people who lost their contact points (CP-05, SEC-11). */
export const requestList = decisionList({
  path: "/desk/requests",
  pages: requestPages,
  accept: "accept",
  list: requestsFor,
  read: requestFor,
  decide: async (world, agent, id, decision, { reason }) => {
    const result = await settleRequest(world, agent, id, decision, reason);
    if (!result || "refused" in result) return result;
    return { done: "proposed" in result ? "proposed" : decision === "accept" ? "accepted" : "refused" };
  },
  file: requestFile,
});
