import { readPivot, whoIsMeant } from "../../../../law/credentials/pivot.ts";
import type { Language } from "../../../../law/language.ts";
import { sameBytes } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { holdAccount } from "../block/store.ts";
import { tellPerson } from "../contact/tell.ts";
import { unknownSubject } from "../identifiers.ts";
import { secretHashOf, tellSessionsEnded } from "../session/session.ts";
import { type Entered, enter } from "../sign-in/enter.ts";
import { endOldPassword, holdOldPassword } from "../store.ts";
import type { Browser } from "../trusted-devices/marks.ts";
import { candidatesFor, type Known } from "./candidates.ts";
import type { Ended } from "./endings.ts";
import type { Told } from "./exchange.ts";
import { linkedText } from "./messages.ts";
import { endSessionsBy, findLinkedPerson, findLinkOf, keepIdToken, noteLinkUsed, putLink } from "./store.ts";
import { foundByTold, sealedMail, sealIdToken } from "./subject.ts";

/** Whether the institution keeps a file that a person takes part in and may have an account for. Asked of a later module. */
export type HasFile = (tx: Tx, personId: string) => Promise<boolean>;

export type Landing = { told: Told; browser: Browser; language: Language; hasFile: HasFile };

export type Landed = Extract<Entered, { cookie: unknown }> | Ended;

/**
 * Signs in the person whom FranceConnect vouches for (CP-22): whoever the subject is linked to, else the one person whose
 * civil status is wholly theirs, who is linked from then on. A likely person is never taken for a sure one, and a mail
 * address names nobody.
 */
export const land = (world: World, landing: Landing): Promise<Landed> =>
  inTransaction(world.db, async (tx) => {
    const foundBy = foundByTold(world, landing.told);
    const linked = await findLinkedPerson(tx, foundBy);
    if (linked?.removedAt) return refuse(tx, world, linked.personId, { because: "removed" });
    if (linked) return letIn(tx, world, linked, landing);
    const person = await whoIsVouchedFor(tx, world, landing);
    if ("because" in person) return refuse(tx, world, unknownSubject(foundBy), person);
    return landFirst(tx, world, person, foundBy, landing);
  });

async function whoIsVouchedFor(tx: Tx, world: World, { told }: Landing): Promise<Known | Ended> {
  const pivot = readPivot(told.claims);
  if (!pivot) return { because: "unread" };
  const found = whoIsMeant(pivot, await candidatesFor(tx, world, pivot));
  return "one" in found ? found.one : { because: found.none };
}

/**
 * The first time. An account without a file may have been opened by somebody who only knew the person's civil status: what
 * FranceConnect proves must not be poured into it, so only a file that the institution keeps is linked by itself. What
 * was linked or removed before is not linked over: its person says so, signed in.
 */
async function landFirst(
  tx: Tx,
  world: World,
  person: Known,
  foundBy: Buffer,
  landing: Landing,
): Promise<Landed> {
  const { personId } = person;
  if (!(await landing.hasFile(tx, personId))) return refuse(tx, world, personId, { because: "no-file" });
  // In this order everywhere, so that a sign-in by the old password at the same moment waits, and finds it dead.
  const oldPassword = await holdOldPassword(tx, personId);
  await holdAccount(tx, personId, world.clock());
  const link = await findLinkOf(tx, personId);
  if (link?.removedAt) return refuse(tx, world, personId, { because: "removed" });
  if (link && !sameBytes(link.foundBy, foundBy))
    return refuse(tx, world, personId, { because: "other-link" });
  if (link) return letIn(tx, world, person, landing);
  const entered = await linkAndLetIn(tx, world, person, foundBy, landing);
  if (oldPassword && !("because" in entered)) await endWhatItOpened(tx, world, personId);
  return entered;
}

async function linkAndLetIn(
  tx: Tx,
  world: World,
  person: Known,
  foundBy: Buffer,
  landing: Landing,
): Promise<Landed> {
  const { personId } = person;
  const { language } = landing;
  const at = world.clock();
  const entered = await enterBy(tx, world, person, landing);
  if ("because" in entered) return entered;
  await putLink(tx, personId, foundBy, at);
  const act = "linked FranceConnect";
  await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at });
  await tellPerson(tx, world, { personId, language }, linkedText(world, language));
  await noteCame(tx, world, personId, entered.cookie, landing.told);
  return entered;
}

/**
 * The end of the file's old password: the whole household knew it, and its person has now come in by what is theirs alone
 * (CP-03). What it had opened is closed with it.
 */
async function endWhatItOpened(tx: Tx, world: World, personId: string): Promise<void> {
  const at = world.clock();
  await endOldPassword(tx, personId, at);
  await endSessionsBy(tx, personId, "old password", undefined, at);
  await tellSessionsEnded(tx, world, personId);
}

async function letIn(
  tx: Tx,
  world: World,
  person: Pick<Known, "personId" | "lastSignInAt">,
  landing: Landing,
): Promise<Landed> {
  const entered = await enterBy(tx, world, person, landing);
  if (!("because" in entered)) await noteCame(tx, world, person.personId, entered.cookie, landing.told);
  return entered;
}

/** A block holds here as it does for a password; a wait for wrong passwords does not (SEC-01, MC-14). */
async function enterBy(
  tx: Tx,
  world: World,
  { personId, lastSignInAt }: Pick<Known, "personId" | "lastSignInAt">,
  { browser, language }: Landing,
): Promise<Landed> {
  const entered = await enter(tx, world, {
    personId,
    lastSignInAt,
    way: "franceconnect",
    ...browser,
    language,
  });
  if (entered && "cookie" in entered) return entered;
  return refuse(tx, world, personId, { because: "blocked", ...(entered && { says: entered.blocked }) });
}

/** What the session came in by, for its sign-out; and the mail told, while contact points are still to be given. */
async function noteCame(tx: Tx, world: World, personId: string, cookie: string, told: Told): Promise<void> {
  const at = world.clock();
  await noteLinkUsed(tx, personId, sealedMail(world, personId, told), at);
  await keepIdToken(tx, personId, secretHashOf(cookie), sealIdToken(world, personId, told.idToken), at);
}

async function refuse(tx: Tx, world: World, subject: string, ended: Ended): Promise<Ended> {
  await recordRefusal(tx, world, subject, ended);
  return ended;
}

/** Writes down that FranceConnect opened nothing, and why; never what it said of the person (SEC-12). */
export const recordRefusal = (
  tx: Tx,
  world: World,
  subject: string,
  { because, why }: Ended,
): Promise<void> =>
  record(tx, world.keys.journal, {
    subject,
    actor: "unknown",
    act: "FranceConnect refused",
    at: world.clock(),
    detail: { because, ...(why && { why }) },
  });
