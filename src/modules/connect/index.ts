import type { App } from "../../platform/http/server.ts";
import type { World } from "../../world.ts";
import { sessionsEnded } from "../identity/index.ts";
import { agreeRoutes } from "./agree/route.ts";
import { connectedSitesRoutes } from "./connected-sites/route.ts";
import { protocolRoutes } from "./protocol/route.ts";
import { rotateSigningKey } from "./protocol/signing-keys.ts";
import { endSitesOf } from "./protocol/single-logout.ts";
import type { RegisteredSite } from "./protocol/sites.ts";
import { dropOldArtifacts } from "./protocol/store.ts";
import { dropOldSiteSessions } from "./store.ts";

export { openProviders } from "./protocol/provider.ts";
export { originsOf, type RegisteredSite, registeredSites } from "./protocol/sites.ts";

/** Signing people in to the institution's other sites (CP-23); without any, what listens to ended sessions only. */
export async function openConnect(
  app: App,
  world: World,
  sites: readonly RegisteredSite[],
  reach: typeof fetch = fetch,
): Promise<void> {
  if (sites.length === 0) return world.jobs.work(sessionsEnded, async () => {});
  const providerOf = protocolRoutes(app, world, sites, reach);
  agreeRoutes(app, world, sites, providerOf);
  connectedSitesRoutes(app, world, sites);
  await world.jobs.work(sessionsEnded, (_id, { personId, closed }) =>
    endSitesOf(world, providerOf, personId, { tokens: closed === true }),
  );
  await world.jobs.nightly("connect-tidy", () => tidy(world));
}

/** Each night: what expired goes, and a signing key that is old enough gives way to a new one. */
async function tidy(world: World): Promise<void> {
  const daysAgo = (days: number) => new Date(world.clock().getTime() - days * 86_400_000);
  await dropOldArtifacts(world.db, daysAgo(1));
  await dropOldSiteSessions(world.db, daysAgo(40));
  await rotateSigningKey(world);
}
