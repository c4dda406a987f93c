import { decisionList } from "../work-list/route.ts";
import { accessRequestFor, accessRequestsFor, settleAccessRequest } from "./access-requests.ts";
import { accessRequestPages } from "./page.ts";

/** Requests of insured persons and employers for their access (CN-04, SEC-11). */
export const accessRequestList = decisionList({
  path: "/desk/access-requests",
  home: "insured",
  pages: accessRequestPages,
  accept: "accept",
  list: accessRequestsFor,
  read: accessRequestFor,
  decide: async (world, agent, id, decision, { reason, by }) => {
    const handing = by === "letter" ? "letter" : "contact";
    const result = await settleAccessRequest(world, agent, id, decision, reason, handing);
    if (!result || "refused" in result) return result;
    if ("proposed" in result) return { done: "proposed" };
    if (decision === "refuse") return { done: "refused" };
    const paper = result.letter && { name: "premier-mot-de-passe.pdf", paper: result.letter };
    return { done: "issued", paper };
  },
});
