import type { Charter, CharterText } from "../../../../law/charters/charter.ts";
import { keyedHash, sameBytes } from "../../../platform/crypto.ts";
import { grouped, plainSigns } from "../../../platform/ids.ts";
import type { World } from "../../../world.ts";
import { type Acceptance, findAcceptances, findByReceipt } from "../store.ts";

/** The proof of one acceptance, for who made it. */
export type Receipt = {
  acceptance: Acceptance;
  /** As it is read out and typed: four groups of four. */
  code: string;
  /** The text's own title in the language it was read in. */
  title: string;
};

/** What a person accepted, the newest first. */
export const receiptsOf = async (world: World, personId: string): Promise<Receipt[]> =>
  (await findAcceptances(world.db, personId)).map((acceptance) => receiptFor(world, acceptance));

/** The receipt of that number, if it is this person's. */
export async function receiptOf(
  world: World,
  personId: string,
  number: string,
): Promise<Receipt | undefined> {
  const acceptance = await findByReceipt(world.db, readSigns(number));
  return acceptance?.personId === personId ? receiptFor(world, acceptance) : undefined;
}

/** What is told to whoever holds a receipt, and no more: never who accepted. */
export type Verified = Pick<Acceptance, "charter" | "version" | "acceptedAt"> & { title: string };

/**
 * Whether a receipt says what was written down: its code is a keyed hash of all of it. An unknown number and a wrong code
 * are answered alike, after the same work (SEC-02).
 */
export async function verifyReceipt(
  world: World,
  typed: { number: string; code: string },
): Promise<Verified | undefined> {
  const found = await findByReceipt(world.reach.institution, readSigns(typed.number));
  const expected = codeOf(world, found ?? nobodys);
  const isRight = sameBytes(Buffer.from(expected), Buffer.from(readSigns(typed.code)));
  if (!found || !isRight) return undefined;
  const { charter, version, acceptedAt } = found;
  return { charter, version, acceptedAt, title: titleOf(world, found) };
}

const receiptFor = (world: World, acceptance: Acceptance): Receipt => ({
  acceptance,
  code: codeOf(world, acceptance),
  title: titleOf(world, acceptance),
});

/** Eighty bits, in sixteen signs that people do not mistake. */
function codeOf({ keys }: World, one: Acceptance): string {
  const hash = keyedHash(
    keys.receipts,
    ...[one.receipt, one.personId, one.charter, one.version, one.language, one.sha256],
    ...[String(one.acceptedAt.getTime()), one.quality],
  );
  return grouped([...hash.subarray(0, 16)].map((byte) => plainSigns[byte & 31]).join(""));
}

const nobodys: Acceptance = {
  ...{ receipt: "", personId: "", charter: "", version: "", language: "fr", sha256: "", quality: "" },
  acceptedAt: new Date(0),
};

function titleOf({ charters }: World, { charter, version, language }: Acceptance): string {
  const text: CharterText | undefined = charters
    .find(({ name }: Charter) => name === charter)
    ?.versions.find((one) => one.version === version)?.texts[language];
  return text?.title ?? charter;
}

/** As it was given, however it is typed: in small letters, without its dashes, with an O for a zero or an I for a one. */
const readSigns = (typed: string): string =>
  grouped(
    typed
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, "")
      .replaceAll("O", "0")
      .replace(/[IL]/g, "1"),
  );
