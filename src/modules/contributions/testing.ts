import assert from "node:assert/strict";
import type { TestWorld } from "../../../test/world.ts";
import {
  beginAsking,
  charterToSign,
  giveContact,
  sendRequest,
  signCharter,
  type TypedTold,
  tellWho,
  typeCode,
} from "./ask-access/ask-access.ts";
import type { RequestCookie } from "./ask-access/draft.ts";
import type { RequestKind } from "./request-kind.ts";

/** What two people type whom the demonstration register knows and who have no access yet. */
export const kadra: TypedTold = {
  number: "100 593 846",
  company: "",
  quality: "",
  "first-names": "Kadra Fatouma",
  "birth-name": "Guedi-Omar",
  "birth-day": "3",
  "birth-month": "11",
  "birth-year": "1992",
};
export const arta: TypedTold = {
  number: "318406",
  company: "Transports Arta",
  quality: "directrice",
  "first-names": "Zeinab",
  "birth-name": "Arta",
  "birth-day": "20",
  "birth-month": "6",
  "birth-year": "1981",
};

/** The last code that went to a contact point. */
export async function codeTo(world: TestWorld, contact: string): Promise<string> {
  const sent = (await world.sent()).findLast(({ payload }) => payload.to === contact);
  return /(?<!\d)\d{6}(?!\d)/.exec(sent?.payload.text ?? "")?.[0] ?? assert.fail(`no code to ${contact}`);
}

export const shownTo = (world: TestWorld, kind: RequestKind): string =>
  charterToSign(world, kind)?.texts.fr.sha256 ?? assert.fail("no charter");

/** A request up to the page where it is checked. */
export async function toldAll(
  world: TestWorld,
  kind: RequestKind,
  typed: TypedTold,
  contact: string,
): Promise<RequestCookie> {
  const cookie = await beginAsking(world, kind, "fr");
  assert.deepEqual(await tellWho(world, cookie, typed, "fr"), { done: true });
  const signature = { shown: shownTo(world, kind), accepted: true };
  assert.deepEqual(await signCharter(world, cookie, signature), { done: true });
  assert.deepEqual(await giveContact(world, cookie, contact, "fr"), { done: true });
  assert.deepEqual(await typeCode(world, cookie, await codeTo(world, contact)), { done: true });
  return cookie;
}

/** A request that waits for an agent; gives its case number. */
export async function asked(
  world: TestWorld,
  kind: RequestKind,
  typed: TypedTold,
  contact: string,
): Promise<string> {
  const sent = await sendRequest(world, await toldAll(world, kind, typed, contact));
  return "caseNumber" in sent ? sent.caseNumber : assert.fail("not sent");
}
