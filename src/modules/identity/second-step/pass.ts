import { newSecret, sha256 } from "../../../platform/crypto.ts";
import type { Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { SessionCookie, Visitor } from "../session/session.ts";
import { passSecondStep } from "../session/store.ts";
import { type Browser, type DeviceCookie, withMark } from "../trusted-devices/marks.ts";
import { trustDevice } from "../trusted-devices/trusted-devices.ts";

/** What the browser keeps once both steps are done. */
export type Passed = { cookie: SessionCookie; deviceCookie: DeviceCookie };

/**
 * Opens the account to who just did the second step, by a new secret of the session (SEC-05); with `trust`, this browser
 * is not asked again for a while. Undefined where the step was no longer due: two tabs, a double click.
 */
export async function pass(
  tx: Tx,
  world: World,
  entering: Visitor,
  by: "code" | "passkey",
  browser: Browser,
  trust = false,
): Promise<Passed | undefined> {
  const { personId } = entering.person;
  const secret = newSecret();
  const at = world.clock();
  if (!(await passSecondStep(tx, personId, entering.secretHash, { to: sha256(secret), by, at })))
    return undefined;
  const detail = { by };
  const act = "passed the second step";
  await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail });
  const { deviceCookie, secretHash } = withMark(world, personId, browser);
  if (trust) await trustDevice(tx, world, { personId, device: browser.device, secretHash });
  return { cookie: `${personId}.${secret}`, deviceCookie };
}
