import type { Home } from "../../../../institutions/institution.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { campaignsOf } from "../../identity/index.ts";
import { accessRequestsFor } from "../access-requests/access-requests.ts";
import type { AgentRole, SignedInAgent } from "../agent.ts";
import { approvalsFor } from "../approvals/list.ts";
import { guardianshipsFor } from "../guardianships/guardianships.ts";
import { recordsFor } from "../records/records.ts";
import { requestsFor } from "../requests/requests.ts";
import { structureRequestsFor } from "../structure-requests/structure-requests.ts";
import { tasksFor } from "../tasks/tasks.ts";

/** A list of work: where it is, to whom it is open, and how much waits of it for this agent. */
type WorkList = {
  path: string;
  title: Sentence;
  roles: readonly AgentRole[];
  /** Where accounts are of whom; without it, everywhere. */
  home?: Home;
  /** Counted up to a page; `more`: at least that many. */
  count: (world: World, agent: SignedInAgent) => Promise<{ count: number; more?: boolean }>;
};

/** The lists of the desk. A new one is a line here and a route. */
export const workLists: readonly WorkList[] = [
  {
    path: "/desk/requests",
    title: { fr: "Coordonnées perdues", en: "Lost contact details" },
    roles: ["desk-agent"],
    count: async (world, agent) => {
      const { requests, more } = await requestsFor(world, agent, 1);
      return { count: requests.length, more };
    },
  },
  {
    path: "/desk/access-requests",
    title: { fr: "Demandes d’accès", en: "Requests for access" },
    roles: ["desk-agent"],
    home: "insured",
    count: async (world) => {
      const { requests, more } = await accessRequestsFor(world, 1);
      return { count: requests.length, more };
    },
  },
  {
    path: "/desk/structure-requests",
    title: { fr: "Demandes des structures", en: "Structures’ requests" },
    roles: ["desk-agent"],
    home: "partners",
    count: async (world) => {
      const { requests, more } = await structureRequestsFor(world, 1);
      return { count: requests.length, more };
    },
  },
  {
    path: "/desk/guardianships",
    title: { fr: "Mesures de protection", en: "Protection measures" },
    roles: ["desk-agent"],
    count: async (world) => {
      const { guardianships, more } = await guardianshipsFor(world, 1);
      return { count: guardianships.length, more };
    },
  },
  {
    path: "/desk/approvals",
    title: { fr: "À confirmer", en: "To confirm" },
    roles: ["desk-agent"],
    count: async (world, agent) => ({ count: (await approvalsFor(world, agent)).length }),
  },
  {
    path: "/desk/records",
    title: { fr: "Fiches en double", en: "Duplicate records" },
    roles: ["desk-agent"],
    count: async (world, agent) => {
      const { open, pairs } = await recordsFor(world, agent);
      return { count: open.length + pairs.length };
    },
  },
  {
    path: "/desk/tasks",
    title: { fr: "Suites à donner", en: "Follow-up" },
    roles: ["desk-agent"],
    count: async (world, agent) => ({ count: (await tasksFor(world, agent)).length }),
  },
  {
    path: "/desk/campaigns",
    title: { fr: "Demandes de nouveaux mots de passe", en: "Requests for new passwords" },
    roles: ["desk-agent", "administrator"],
    count: async (world) => ({
      count: (await campaignsOf(world)).filter(({ finishedAt }) => finishedAt === null).length,
    }),
  },
];
