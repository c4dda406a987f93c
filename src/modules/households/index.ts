export { type FileAtDesk, filesAtDesk, membersByFileNumber, receivedBy } from "./at-desk/store.ts";
export { type ActedFor, type ClaimFile, fileForClaim, mayClaimNow } from "./claim-file.ts";
export { delegationRoutes, delegationStep } from "./delegate/route.ts";
export { type DeskTask, findOpenTask, openDeskTasks, settleDeskTask } from "./desk-tasks/store.ts";
export { type DecidedGuardianship, decideGuardianship } from "./guardianship/decide.ts";
export {
  guardianshipSubject,
  type ListedGuardianship,
  openGuardianships,
  type ReadGuardianship,
  readGuardianship,
  readGuardianshipFile,
} from "./guardianship/read-deposits.ts";
export { guardianshipRoutes } from "./guardianship/route.ts";
export { homeRoutes } from "./home/route.ts";
export { roles as memberRoles } from "./home/words.ts";
export { tidyHouseholdsNightly } from "./jobs.ts";
export { journalRoutes } from "./journal/route.ts";
export { lawRoutes } from "./law/route.ts";
export { openFile } from "./open-file.ts";
export { type SeenHousehold, seeHousehold } from "./see-household.ts";
export { separationRoutes } from "./separate/route.ts";
export { type Acting, actingIn } from "./spaces/acting.ts";
export { guardSpaces, openSpaces } from "./spaces/open-spaces.ts";
export { spacesRoutes } from "./spaces/route.ts";
export { openStandings, type Standing, standingFor, standingOf } from "./standing.ts";
export { hasFiles, takesPart } from "./store.ts";
export { type Notice, tell } from "./tell.ts";
