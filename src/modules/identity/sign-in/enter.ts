import {
  anyMeans,
  type SecondStepPolicy,
  secondStepIsDue,
  secondStepLimits,
} from "../../../../law/credentials/second-step.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { blockOf } from "../block/block.ts";
import { tellPasswordDue } from "../campaign/campaign.ts";
import { warnPerson } from "../contact/warn.ts";
import { secondStepAsked } from "../second-step/policy.ts";
import { openSession, type SessionCookie } from "../session/session.ts";
import { languageOf, noteSignIn, type SignInNoted, type Way } from "../store.ts";
import { type DeviceCookie, isKnown, markOf, withMark } from "../trusted-devices/marks.ts";
import { newDeviceText } from "../trusted-devices/messages.ts";
import { rotateTrusted } from "../trusted-devices/store.ts";

export type Entering = {
  personId: string;
  /** The sign-in before this one, shown to the person (MC-12). */
  lastSignInAt: Date | null;
  way: Way;
  /** The password that was found right; absent where the person came in without one. */
  checked?: { hashed: string | null };
  /** How the person's list of sessions will call this one. */
  device: string;
  /** What the browser keeps of earlier sign-ins, undefined where it keeps nothing. Left out where no browser asks. */
  deviceCookie?: DeviceCookie | undefined;
  /** In which they read the page; kept, for what they are written later. Left out where there is no page. */
  language?: Language | undefined;
  /** Of another population than the institution's persons: agents are always asked (SEC-08). */
  secondStep?: SecondStepPolicy;
};

export type Entered =
  /** `deviceCookie` is what a browser keeps from now on; absent while a second step is due. */
  { cookie: SessionCookie; deviceCookie?: DeviceCookie } | { blocked: Sentence };

/**
 * Lets a person in who just proved who they are, whatever the way: a block refuses here (MC-14), the second step is asked
 * for here, and a sign-in from a browser never seen is told from here. Undefined where the password checked is no longer
 * the one in force.
 */
export async function enter(tx: Tx, world: World, entering: Entering): Promise<Entered | undefined> {
  const at = world.clock();
  const { personId, way, device } = entering;
  const browser = "deviceCookie" in entering ? { device, deviceCookie: entering.deviceCookie } : undefined;
  const mark = browser && markOf(world, personId, browser);
  const noted = await noteSignIn(tx, {
    personId,
    checked: entering.checked,
    at,
    language: entering.language,
    device: mark?.secretHash,
  });
  if (!noted) {
    const blocked = await blockOf(tx, world, personId);
    return blocked && { blocked: blocked.says };
  }
  const known = isKnown(mark, noted.devicesForgottenAt, at);
  const trusted = known && noted.trusted;
  const secondStepDue = isDue(world, entering, { ...noted, trusted });
  const spared = !secondStepDue && isDue(world, entering, { ...noted, trusted: false });
  const newDevice = browser !== undefined && !known && entering.lastSignInAt !== null;
  const cookie = await openSession(tx, world, {
    personId,
    previousSignInAt: entering.lastSignInAt,
    device,
    way,
    secondStepDue,
    secondStepBy: spared ? "trusted device" : undefined,
    newDevice,
  });
  if (noted.renewalUntold) await tellPasswordDue(tx, world, personId, await languageOf(tx, personId));
  if (newDevice) await tellNewDevice(tx, world, entering, noted, secondStepDue);
  const detail = { by: way, ...(newDevice && { newDevice }), ...(secondStepDue && { secondStepDue }) };
  await record(tx, world.keys.journal, { subject: personId, actor: personId, act: "signed in", at, detail });
  if (secondStepDue || !browser) return { cookie };
  const { deviceCookie, secretHash } = withMark(world, personId, browser);
  if (trusted) await rotateTrusted(tx, personId, mark.secretHash, secretHash, at);
  return { cookie, deviceCookie };
}

function isDue(world: World, { way, secondStep }: Entering, noted: SignInNoted): boolean {
  const { policy, means } = secondStep
    ? { policy: secondStep, means: anyMeans }
    : secondStepAsked(world, noted.population);
  const { contacts, hasPasskey } = noted;
  const counts = contacts.some((kind) => means.includes(kind));
  return secondStepIsDue({
    ...noted,
    way,
    policy,
    hasMeans: counts || (hasPasskey && means.includes("passkey")),
    mailboxOnly: contacts.length > 0 && !counts,
  });
}

/** FranceConnect tells of each sign-in itself (CP-22); beyond a few a day, whoever signs in again and again is told enough. */
async function tellNewDevice(
  tx: Tx,
  world: World,
  { personId, way, device }: Entering,
  noted: SignInNoted,
  unfinished: boolean,
): Promise<void> {
  if (way === "franceconnect" || noted.contacts.length === 0) return;
  if (noted.newDevices >= secondStepLimits.newDeviceNotices.value) return;
  const seen = { device, at: world.clock(), unfinished };
  const language = await languageOf(tx, personId);
  await warnPerson(tx, world, { personId, language }, newDeviceText(world, seen, language));
}
