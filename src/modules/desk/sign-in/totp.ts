import { Secret, TOTP } from "otpauth";
import { toString as drawQr } from "qrcode";
import { totpRule } from "../../../../law/credentials/desk.ts";
import { deriveKey, newSecret, seal, unseal } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";
import type { StoredAgent } from "../store.ts";
import { keepTotp } from "../store.ts";

/** Seals the secrets of second factors: a key for that alone. */
const keysOf = (world: World): ReadonlyMap<number, Buffer> =>
  new Map([[1, deriveKey(world.keys.code, "desk second factor")]]);

/** What an authenticator app is shown, as text and as a picture. */
export type Enrolment = { secret: string; picture: string };

/** The secret an agent enrols their app with: the same until its first code; undefined where one counts already. */
export async function enrolmentOf(world: World, agent: StoredAgent): Promise<Enrolment | undefined> {
  if (agent.totpConfirmedAt) return undefined;
  const drawn = new Secret({ buffer: newBuffer() }).base32;
  const sealed = await keepTotp(world.db, agent.agentId, seal(keysOf(world), drawn, agent.agentId));
  if (!sealed) return undefined;
  const secret = unseal(keysOf(world), sealed, agent.agentId);
  const address = totpOf(world, agent, secret).toString();
  const drawing = await drawQr(address, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { secret, picture: `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}` };
}

/** 160 random bits, as RFC 4226 advises. */
const newBuffer = (): ArrayBuffer => {
  const bytes = Buffer.from(newSecret(), "base64url");
  return new Uint8Array(bytes.subarray(0, 20)).buffer;
};

const totpOf = ({ institution }: World, { staffNumber }: StoredAgent, secret: string): TOTP =>
  new TOTP({
    issuer: `${institution.shortName} – accueil`,
    label: staffNumber,
    secret: Secret.fromBase32(secret),
    digits: totpRule.digits,
    period: totpRule.period,
  });

/** Of which interval this code is, if of one that counts now; whether it was taken before is for the store to say. */
export function stepOfCode(world: World, agent: StoredAgent, typed: string): number | undefined {
  const token = typed.replace(/\s/g, "");
  if (!agent.totpSealed || !/^\d{6}$/.test(token)) return undefined;
  const totp = totpOf(world, agent, unseal(keysOf(world), agent.totpSealed, agent.agentId));
  const timestamp = world.clock().getTime();
  const delta = totp.validate({ token, timestamp, window: totpRule.window });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / totpRule.period) + delta;
}
