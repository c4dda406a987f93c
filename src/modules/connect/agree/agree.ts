import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Visitor } from "../../identity/index.ts";
import type { RegisteredSite } from "../protocol/sites.ts";
import { findConsent, insertConsent } from "../store.ts";

/** The person agrees that a site be told what it asks for; asked once for each site (CP-23). */
export const agree = (world: World, visitor: Visitor, site: RegisteredSite): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { personId } = visitor.person;
    const at = world.clock();
    const before = await findConsent(tx, personId, site.id);
    if (before && site.scopes.every((scope) => before.scopes.includes(scope))) return;
    await insertConsent(tx, personId, { site: site.id, scopes: site.scopes, at });
    const detail = { site: site.id, scopes: site.scopes.join(" ") };
    const act = "let a site know them";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail });
  });
