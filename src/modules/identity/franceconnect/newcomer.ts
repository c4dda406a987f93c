import { readPivot } from "../../../../law/credentials/pivot.ts";
import type { World } from "../../../world.ts";
import { beginOpening, renewVouched } from "../open-account/begin.ts";
import type { OpeningCookie } from "../open-account/opening.ts";
import type { Told } from "./exchange.ts";
import { foundByTold } from "./subject.ts";

/**
 * Somebody nobody knows opens an account, without typing what FranceConnect vouches for; it will be linked in the end
 * (CP-10, CP-22). Who comes back in the middle of it goes on where they were: without a cookie, the browser keeps its own.
 */
export async function beginByFranceConnect(
  world: World,
  kept: OpeningCookie | undefined,
  told: Told,
  next: string,
): Promise<{ cookie?: OpeningCookie; path: string }> {
  const pivot = readPivot(told.claims);
  if (!pivot) return beginOpening(world, undefined, next);
  const foundBy = foundByTold(world, told).toString("base64");
  const vouched = { foundBy, pivot, idToken: told.idToken, saidAt: world.clock() };
  const renewed = await renewVouched(world, kept, vouched);
  if (renewed) return renewed;
  const { email } = told.claims;
  const mail = typeof email === "string" ? email : "";
  return beginOpening(world, { ...pivot, usedName: pivot.usedName ?? "", mail, vouched }, next);
}
