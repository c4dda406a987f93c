import type { Language } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { OpenId } from "../../../platform/openid.ts";
import type { World } from "../../../world.ts";
import type { Visitor } from "../session/session.ts";
import { signOutAddress } from "./exchange.ts";
import { takeIdToken } from "./store.ts";
import { unsealIdToken } from "./subject.ts";

/** Where somebody who came in by FranceConnect signs out of it too; undefined for who did not, or while it is away. */
export async function leaveFranceConnect(
  world: World,
  openId: OpenId,
  visitor: Visitor,
  leaving: { state: string; back: string; language: Language },
): Promise<URL | undefined> {
  const { personId } = visitor.person;
  const sealed = await inTransaction(world.db, (tx) => takeIdToken(tx, personId, visitor.secretHash));
  if (!sealed) return undefined;
  const idToken = unsealIdToken(world, personId, sealed);
  return signOutAddress(openId, { ...leaving, idToken });
}
