import type { Identifier } from "../../../../law/credentials/identifier.ts";
import {
  type LostContactStage,
  lostContactStage,
  type ToldPerson,
} from "../../../../law/credentials/lost-contact.ts";
import type { Sentence } from "../../../../law/language.ts";
import { newSecret, seal, sha256, unseal } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import type { World } from "../../../world.ts";
import { dayStart, wayOf } from "../give-contacts/send-code.ts";
import { foundBy, typedIdentifier } from "../identifiers.ts";
import type { ToldContact } from "../who/read-contact.ts";
import { readWho, type TypedWho, type WhoErrors } from "../who/read-who.ts";
import {
  countWayCodes,
  findLastWayCode,
  findWay,
  insertWay,
  type StoredWay,
  type StoredWayCode,
} from "./store.ts";

/** What the cookie of a way holds: whose it may be, which one, and the browser's secret. */
export type WayCookie = string;

/** What somebody told of themselves. */
export type Told = { identifier: Identifier; who: ToldPerson };

export type StartErrors = WhoErrors & { identifier?: Sentence };

/**
 * Starts the way of a person who has no contact point left: who they say they are is kept sealed, for an hour. An
 * identifier that nobody has is answered alike (SEC-02).
 */
export async function startLostContact(
  world: World,
  typed: TypedWho & { identifier: string },
): Promise<{ cookie: WayCookie } | { refused: StartErrors }> {
  const identifier = typedIdentifier(world, typed.identifier);
  const read = readWho(typed, world.clock());
  if ("refused" in identifier || "refused" in read) {
    const wrong = "refused" in identifier ? { identifier: identifier.refused.says } : {};
    return { refused: { ...wrong, ...("refused" in read && read.refused) } };
  }
  const [key, wayId, secret] = [foundBy(world.keys, identifier), newId(), newSecret()];
  const told: Told = { identifier, who: read.who };
  await insertWay(world.db, {
    found_by: key,
    lost_contact_id: wayId,
    secret_hash: sha256(secret),
    sealed: seal(world.keys.nir, JSON.stringify(told), wayId),
    asked_at: world.clock(),
  });
  return { cookie: `${key.toString("base64url")}.${wayId}.${secret}` };
}

/** A way found by its browser, as far as it has gone. */
export type OpenedWay = {
  way: StoredWay;
  stage: LostContactStage;
  /** The last code sent, and where. */
  code: (StoredWayCode & { contact: ToldContact }) | undefined;
  /** Of all the codes sent for this identifier today. */
  today: { sends: number; tries: number };
};

/** The way this browser is on, locked; undefined where it is on none. */
export async function openWay(
  tx: Tx,
  world: World,
  cookie: WayCookie | undefined,
): Promise<OpenedWay | undefined> {
  const [key = "", wayId = "", secret = ""] = cookie?.split(".") ?? [];
  if (!/^[0-9a-f-]{36}$/.test(wayId)) return undefined;
  const way = await findWay(tx, Buffer.from(key, "base64url"), wayId, sha256(secret));
  if (!way) return undefined;
  const stored = await findLastWayCode(tx, way);
  const today = await countWayCodes(tx, way.foundBy, dayStart(world.clock()));
  const code = stored && { ...stored, contact: contactOf(world, way, stored) };
  return { way, code, today, stage: stageAt(world, way, stored, today.tries) };
}

const contactOf = (world: World, way: StoredWay, { kind, number, sealed }: StoredWayCode): ToldContact => ({
  kind,
  value: unseal(world.keys.nir, sealed, `${way.wayId} ${number}`),
});

const stageAt = (world: World, way: StoredWay, code: StoredWayCode | undefined, triesToday: number) =>
  lostContactStage(
    {
      startedAt: way.startedAt,
      sent: way.requestId !== null,
      code: code && codeFacts(world, code, triesToday),
    },
    world.clock(),
  );

/** A code as the law judges it. */
export const codeFacts = (world: World, code: StoredWayCode, triesToday: number) => ({
  sentAt: code.sentAt,
  way: wayOf[code.kind],
  policy: world.institution.codes,
  tries: code.tries,
  usedAt: code.usedAt,
  triesToday,
});

/** What was told at the start of the way. */
export const toldOn = (world: World, { sealed, wayId }: StoredWay): Told =>
  JSON.parse(unseal(world.keys.nir, sealed, wayId)) as Told;

/** Where this browser stands, and what its page shows. */
export const wayOfBrowser = (world: World, cookie: WayCookie | undefined): Promise<OpenedWay | undefined> =>
  inTransaction(world.db, (tx) => openWay(tx, world, cookie));
