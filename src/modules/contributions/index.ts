import type { App } from "../../platform/http/server.ts";
import type { World } from "../../world.ts";
import { addressRoutes } from "./address/route.ts";
import { askAccessRoutes } from "./ask-access/route.ts";
import { companyRoutes } from "./company/route.ts";
import { contributorHomeRoutes } from "./home/route.ts";
import { tidyContributionsNightly } from "./jobs.ts";

export { contributorAudience, openContributors } from "./contributor.ts";
export {
  type AccessDecision,
  type DecidedAccess,
  decideAccessRequest,
  type HandingOver,
} from "./decide-access/decide-access.ts";
export {
  type AccessRequest,
  accessRequestSubject,
  type ListedAccessRequest,
  openAccessRequests,
  readAccessRequest,
  waitingAccessRequests,
} from "./decide-access/read-requests.ts";
export { reissueAccess } from "./reissue-access/reissue-access.ts";
export { insertEmployer } from "./store.ts";

/** The pages of insured persons and employers, and those by which they ask for their access (CN-01). */
export async function contributorRoutes(app: App, world: World): Promise<void> {
  contributorHomeRoutes(app, world);
  addressRoutes(app, world);
  companyRoutes(app, world);
  if (!world.institution.accounts?.accessRequests) return;
  askAccessRoutes(app, world);
  await tidyContributionsNightly(world);
}
