import type { World } from "../../../world.ts";
import { campaignsOf } from "../../identity/index.ts";
import { accessRequestList } from "../access-requests/route.ts";
import { approvalsFor } from "../approvals/list.ts";
import { approvalRoutes } from "../approvals/route.ts";
import { campaignRoutes } from "../campaigns/route.ts";
import { guardianshipList } from "../guardianships/route.ts";
import { recordsFor } from "../records/records.ts";
import { recordRoutes } from "../records/route.ts";
import { requestList } from "../requests/route.ts";
import { structureRequestList } from "../structure-requests/route.ts";
import { taskRoutes } from "../tasks/route.ts";
import { tasksFor } from "../tasks/tasks.ts";
import { counted, type WorkList } from "../work-list/work-list.ts";

/** The lists of this institution's desk: those of other homes than its accounts' have neither count nor page here. */
export function workListsOf({ institution }: Pick<World, "institution">): WorkList[] {
  const home = institution.accounts?.home;
  return workLists.filter((list) => !list.home || list.home === home);
}

/** All lists. A new one is a line here. */
const workLists: readonly WorkList[] = [
  requestList,
  accessRequestList,
  structureRequestList,
  guardianshipList,
  {
    path: "/desk/approvals",
    title: { fr: "À confirmer", en: "To confirm" },
    roles: ["desk-agent"],
    count: counted(approvalsFor),
    routes: approvalRoutes,
  },
  {
    path: "/desk/records",
    title: { fr: "Fiches en double", en: "Duplicate records" },
    roles: ["desk-agent"],
    home: "household",
    count: async (world, agent) => {
      const { open, pairs } = await recordsFor(world, agent);
      return { count: open.length + pairs.length };
    },
    routes: recordRoutes,
  },
  {
    path: "/desk/tasks",
    title: { fr: "Suites à donner", en: "Follow-up" },
    roles: ["desk-agent"],
    home: "household",
    count: counted(tasksFor),
    routes: taskRoutes,
  },
  {
    path: "/desk/campaigns",
    title: { fr: "Demandes de nouveaux mots de passe", en: "Requests for new passwords" },
    roles: ["desk-agent", "administrator"],
    count: async (world) => ({
      count: (await campaignsOf(world)).filter(({ finishedAt }) => finishedAt === null).length,
    }),
    routes: campaignRoutes,
  },
];
