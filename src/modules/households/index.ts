export { delegationRoutes, delegationStep } from "./delegate/route.ts";
export { homeRoutes } from "./home/route.ts";
export { openFile } from "./open-file.ts";
export { openStandings, type Standing, standingOf } from "./standing.ts";
export { hasFiles } from "./store.ts";
