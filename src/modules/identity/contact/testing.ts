import assert from "node:assert/strict";
import { lastCodeTo } from "../../../../test/contacts.ts";
import {
  awa,
  type DemoWorld,
  demoWorld,
  julien,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import type { TestWorld } from "../../../../test/world.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { enterCode } from "../give-contacts/enter-code.ts";
import { giveContacts } from "../give-contacts/give-contacts.ts";
import type { Objected } from "../object-to-change/object-to-change.ts";
import type { Visitor } from "../session/session.ts";
import type { ContactKind } from "./contact.ts";
import { findContactPoints } from "./store.ts";

/** What Awa verified. */
export const [mail, mobile] = ["awa.diallo@exemple.fr", "+33639981202"];
/** What an intruder gives in her place. */
export const [theirs, more] = ["intrus@ailleurs.exemple", "encore@ailleurs.exemple"];
export const theirMobile = "+33639981266";

/** Awa has a password, a verified mail and mobile; Julien a password and his mail. */
export async function contactsWorld(): Promise<DemoWorld> {
  const world = await demoWorld();
  for (const who of [awa, julien]) await chooseFirstPassword(world, await signedIn(world, who), ownPassword);
  const visitor = await own(world, awa);
  await giveContacts(world, visitor, { mail, mobile }, "fr");
  await enterCode(world, visitor, "mail", await lastCodeTo(world, mail), "fr");
  await enterCode(world, visitor, "mobile", await lastCodeTo(world, mobile), "fr");
  await changeTo(world, await own(world, julien), "mail", julien.mail);
  await world.keep();
  return world;
}

/** The person signed in with the password they chose. */
export const own = (world: TestWorld, who: Someone): Promise<Visitor> => signedIn(world, who, ownPassword);

/** The person, or who sits in their session, gives a contact point and types its code. */
export async function changeTo(world: TestWorld, visitor: Visitor, kind: ContactKind, value: string) {
  assert.deepEqual(await giveContacts(world, visitor, { [kind]: value }, "fr"), { next: kind });
  return enterCode(world, visitor, kind, await lastCodeTo(world, value), "fr");
}

/** The contact points that the person verified and still has. */
export const verifiedOf = async (world: TestWorld, who: Someone): Promise<string[]> =>
  (await findContactPoints(world.db, who.id)).filter((one) => one.verifiedAt).map(({ value }) => value);

/** Why an objection was refused, if it was. */
export const said = (result: Objected) => ("refused" in result ? result.refused : undefined);
