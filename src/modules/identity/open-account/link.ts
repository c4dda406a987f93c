import { openingLink } from "../../../../law/credentials/opening-link.ts";
import type { Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { insertLink, keepIdToken } from "../franceconnect/store.ts";
import { sealIdToken } from "../franceconnect/subject.ts";
import { registeredOf } from "./check.ts";
import type { Draft } from "./draft.ts";

/** Whether FranceConnect opens the account that these answers make, or why not; undefined for who did not come by it (CP-22). */
export function linkOf(world: World, draft: Draft): ReturnType<typeof openingLink> | undefined {
  const { vouched, registry = "not asked" } = draft;
  const told = registeredOf(draft);
  if (!vouched || !told) return undefined;
  return openingLink({
    pivot: { sex: undefined, birthCode: undefined, ...vouched.pivot },
    told: { ...told, usedName: null },
    registry,
    minutes: (world.clock().getTime() - vouched.saidAt.getTime()) / 60_000,
  });
}

/**
 * Links the account just made to the identity that its person came by, where all of it holds; writes down why where it
 * does not. False where that identity opens another account already: this one must not stand beside it (CP-01).
 */
export async function linkOpened(tx: Tx, world: World, personId: string, draft: Draft): Promise<boolean> {
  const link = linkOf(world, draft);
  if (!link || !draft.vouched) return true;
  const at = world.clock();
  const journal = (act: string, detail: Record<string, string>) =>
    record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail });
  if ("because" in link) {
    await journal("opened an account without FranceConnect", { because: link.because });
    return true;
  }
  if (!(await insertLink(tx, personId, Buffer.from(draft.vouched.foundBy, "base64"), at))) return false;
  await journal("linked FranceConnect", { when: "opened the account" });
  return true;
}

/** Keeps what their person came by with the session that the new account begins with: they sign out there too (SEC-14). */
export async function keepWhatTheyCameBy(
  tx: Tx,
  world: World,
  personId: string,
  secretHash: Buffer,
  { vouched }: Draft,
): Promise<void> {
  if (!vouched) return;
  await keepIdToken(tx, personId, secretHash, sealIdToken(world, personId, vouched.idToken), world.clock());
}
