import type { World } from "../../../world.ts";
import { passesBy } from "../../charters/index.ts";
import { exchangeAtHand } from "./exchange.ts";
import { findGate, type Gate } from "./store.ts";

/**
 * Whether a person is anybody to that site now. Whose access is closed, or who has not accepted the charter in force, is
 * nobody to any site (MC-04, MC-14); who took their agreement back is nobody to this one from that moment, whatever it
 * holds. Without a site, whether they may be known at all.
 */
export async function isKnownTo(world: World, personId: string, site: string | undefined): Promise<boolean> {
  const read = exchangeAtHand()?.read;
  const gate: Gate = read?.personId === personId ? read : await findGate(world, personId, site ?? "");
  return !gate.blocked && passesBy(world, gate.answers) && (site === undefined || gate.agreed);
}
