import type { SiteScope } from "../../../../institutions/institution.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { tellSessionsEnded, type Visitor } from "../../identity/index.ts";
import type { RegisteredSite } from "../protocol/sites.ts";
import { endConsent, findConsents } from "../store.ts";

export type ConnectedSite = { site: RegisteredSite; since: Date; scopes: readonly SiteScope[] };

/** The sites that the person agreed to be known by, the last one first, with what each is told: agreed to, and still asked. */
export async function connectedSites(
  world: World,
  visitor: Visitor,
  sites: readonly RegisteredSite[],
): Promise<ConnectedSite[]> {
  const consents = await findConsents(world.db, visitor.person.personId);
  return consents.flatMap(({ site: id, givenAt, scopes: agreed }) => {
    const site = sites.find((one) => one.id === id);
    if (!site) return [];
    return [{ site, since: givenAt, scopes: site.scopes.filter((scope) => agreed.includes(scope)) }];
  });
}

/** Takes the agreement back: what the site was handed opens nothing from now on, and it is told that the session ended. */
export const disconnect = (world: World, visitor: Visitor, site: string): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { personId } = visitor.person;
    const at = world.clock();
    if (!(await endConsent(tx, personId, site, at))) return;
    const act = "stopped a site from knowing them";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail: { site } });
    await tellSessionsEnded(tx, world, personId);
  });
