import type { App } from "../../platform/http/server.ts";
import type { World } from "../../world.ts";
import type { AudienceOf } from "../charters/index.ts";
import { forgetOldDrafts } from "./ask/drafts.ts";
import { askRoutes } from "./ask/route.ts";
import { forgetOldNamings } from "./colleagues/name-colleague.ts";
import { colleagueRoutes } from "./colleagues/route.ts";
import { partnerHomeRoutes } from "./home/route.ts";
import { openSiteSuspensions } from "./site-suspensions/suspend-site.ts";
import { openPartnerStandings } from "./standing.ts";

export { admitStructure } from "./admit-structure.ts";
export {
  changePartnerIdentifier,
  endPartner,
  endPartnerAccess,
  resumePartner,
  suspendPartner,
} from "./closings/closings.ts";
export {
  decideStructureRequest,
  openStructureRequests,
  readStructureRequest,
  structureRequestSubject,
  waitingStructureRequests,
} from "./requests/requests.ts";
export type { ListedStructureRequest, StructureRequest } from "./requests/store.ts";
export { resumeSite, suspendSite } from "./site-suspensions/suspend-site.ts";

/** Where accounts are of partners' staff: what is closed is told first, then who is signed in, for which service. */
export function openPartners(app: App, world: World): void {
  openSiteSuspensions(app, world);
  openPartnerStandings(app, world);
}

/** Everybody here is bound by the partners' charter (SP-02, SP-07). */
export const partnerAudience: AudienceOf = () => "partner";

/** The pages of managers and colleagues, and those by which a structure asks for its accesses (SP-02, SP-03). */
export async function partnerRoutes(app: App, world: World): Promise<void> {
  partnerHomeRoutes(app, world);
  colleagueRoutes(app, world);
  askRoutes(app, world);
  await forgetOldDrafts(world);
  await forgetOldNamings(world);
}
