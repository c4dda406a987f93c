import { secondStepLimits } from "../../../../law/credentials/second-step.ts";
import { keyedHash, newSecret, sameBytes, sha256 } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";

/**
 * What a browser keeps of the persons who signed in on it: for each, a mark that only our key can make and only their
 * own sign-in finds. Couples share computers, so there may be several; nothing in them names anyone. The server keeps
 * none of it: that a browser was seen before is proven by what it shows.
 */
export type DeviceCookie = string;

/** A browser as a sign-in meets it. */
export type Browser = {
  /** Coarse, as its owner would call it: "Firefox, Windows". */
  device: string;
  deviceCookie: DeviceCookie | undefined;
};

/** What a browser shows of one person's earlier sign-in there. */
export type Mark = { issuedAt: Date; secretHash: Buffer };

/** When (in milliseconds, base 36), a secret of 256 bits, and the proof that we made both for that person and device. */
const written = /^([0-9a-z]{1,9})\.([\w-]{43})\.([\w-]{22})$/;

/** The mark that this browser was given at the person's last sign-in on it, if any. */
export function markOf(world: World, personId: string, browser: Browser): Mark | undefined {
  for (const mark of marksIn(browser.deviceCookie)) {
    const [, issued = "", secret = "", proof = ""] = written.exec(mark) ?? [];
    const right = proofOf(world, personId, browser.device, issued, secret);
    if (sameBytes(right, Buffer.from(proof, "base64url")))
      return { issuedAt: new Date(Number.parseInt(issued, 36)), secretHash: sha256(secret) };
  }
  return undefined;
}

/** Whether a mark still shows that the browser is the person's: given lately, and since they last had all forgotten. */
export function isKnown(mark: Mark | undefined, forgottenAt: Date | null, now: Date): mark is Mark {
  if (!mark || (forgottenAt && mark.issuedAt <= forgottenAt)) return false;
  const age = now.getTime() - mark.issuedAt.getTime();
  return age >= 0 && age < secondStepLimits.knownDays.value * 86_400_000;
}

/** A new mark for the person in the place of their last one, the other persons' kept; with the hash of its secret. */
export function withMark(
  world: World,
  personId: string,
  browser: Browser,
): { deviceCookie: DeviceCookie; secretHash: Buffer } {
  const issued = world.clock().getTime().toString(36);
  const secret = newSecret();
  const proof = proofOf(world, personId, browser.device, issued, secret).toString("base64url");
  const others = marksIn(browser.deviceCookie).filter(
    (mark) => !markOf(world, personId, { ...browser, deviceCookie: mark }),
  );
  const marks = [`${issued}.${secret}.${proof}`, ...others].slice(
    0,
    secondStepLimits.personsPerBrowser.value,
  );
  return { deviceCookie: marks.join("~"), secretHash: sha256(secret) };
}

/** What has the form of a mark; the rest is dropped, and so is whatever is beyond what we ever give. */
const marksIn = (cookie: DeviceCookie | undefined): string[] =>
  (cookie ?? "")
    .slice(0, 1000)
    .split("~")
    .filter((mark) => written.test(mark))
    .slice(0, secondStepLimits.personsPerBrowser.value);

const proofOf = (world: World, personId: string, device: string, issued: string, secret: string): Buffer =>
  keyedHash(world.keys.code, "browser", personId, device, issued, secret).subarray(0, 16);
