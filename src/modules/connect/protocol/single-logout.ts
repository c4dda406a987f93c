import type Provider from "oidc-provider";
import type { World } from "../../../world.ts";
import { isSessionOpen } from "../../identity/index.ts";
import { endSiteSession, findConsents, findSiteSessions, type SiteSession } from "../store.ts";
import { isKnownTo } from "./gate.ts";
import { dropHandedOut } from "./store.ts";

/**
 * Tells every site whose session no longer has a ground: the person's session here is over (signed out, ended from another
 * device, closed by an alarm or a suspension, MC-14), or they took back their agreement (CP-23). A site that does not
 * answer is told again by the job's own patience: throws then, once the others were told. With `tokens`, all that the person's
 * sites and app hold is void first: what a thief's phone holds must not outlive the alarm that closes the access (CN-05).
 */
export async function endSitesOf(
  world: World,
  providerOf: (origin: string) => Promise<Provider>,
  personId: string,
  { tokens = false } = {},
): Promise<void> {
  const consents = await findConsents(world.db, personId);
  // Agreed to again later, a site begins with nothing of before.
  const kept = tokens ? [] : consents.map(({ site }) => site);
  await dropHandedOut(world.db, personId, kept);
  const failures: unknown[] = [];
  const silent = new Set<string>();
  // Who refuses the charter in force stays signed in here, to accept it one day, and is nobody to any site (MC-04).
  const known = await isKnownTo(world, personId, undefined);
  for (const session of await findSiteSessions(world.db, personId)) {
    const agreed = known && consents.some(({ site }) => site === session.site);
    // One that does not answer is not waited for again and again: the others are told within the job's time.
    if (silent.has(session.site)) continue;
    if (agreed && (await isSessionOpen(world.db, personId, session.sessionId))) continue;
    try {
      await endOne(await providerOf(new URL(session.issuer).origin), personId, session);
      await endSiteSession(world.db, personId, session, world.clock());
    } catch (error) {
      // A site that refuses one of its sessions, which it may have forgotten, still hears of the others.
      if (!isAnswered(error)) silent.add(session.site);
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** The tokens of a site end with the browser's session that they came from. */
async function endOne(provider: Provider, personId: string, { site, sid, browserUid }: SiteSession) {
  const browser = await provider.Session.findByUid(browserUid);
  await browser?.destroy();
  const client = await provider.Client.find(site);
  if (client?.backchannelLogoutUri) await (client as unknown as Told).backchannelLogout(personId, sid);
}

/** Whether a site answered, though not as it should: the library says what. */
const isAnswered = (error: unknown): boolean => error instanceof Error && "response" in error;

/** What the library's client can do and its types leave out. */
type Told = { backchannelLogout: (personId: string, sid: string) => Promise<void> };
