import type { KoaContextWithOIDC } from "oidc-provider";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { broughtBy } from "./exchange.ts";

/**
 * Writes down, with the person whose it was, that a site was refused: a code that came twice or with another verifier, a
 * token that another had taken the place of, an access that is closed (SEC-12, SEC-14). What is nobody's is not written down.
 */
export async function recordRefused(world: World, ctx: KoaContextWithOIDC): Promise<void> {
  const { oidc, status } = ctx;
  if (oidc?.route !== "token" || status < 400) return;
  const { RefreshToken: token, Client: client } = oidc.entities;
  const subject = token?.accountId ?? broughtBy(ctx);
  if (!subject || !client) return;
  const site = client.clientId;
  const detail = { site, with: token ? "refresh token" : "code" };
  const act = "refused a site";
  await inTransaction(world.db, (tx) =>
    record(tx, world.keys.journal, { subject, actor: `site ${site}`, act, at: world.clock(), detail }),
  );
}
