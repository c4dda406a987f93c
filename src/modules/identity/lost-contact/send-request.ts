import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { judgeUploads, type SafeFile } from "../../../platform/uploads/judge.ts";
import type { Received } from "../../../platform/uploads/receive.ts";
import { uploadRefusals } from "../../../platform/uploads/rules.ts";
import type { World } from "../../../world.ts";
import { askDesk } from "../desk-requests/ask-desk.ts";
import { findCaseNumber } from "../desk-requests/store.ts";
import { findHolder, noteRequest } from "./store.ts";
import { openWay, toldOn, type WayCookie } from "./way.ts";

/** The sides of an identity document, each a field of the form. */
export const documentFields = ["front", "back"] as const;
export type DocumentErrors = Partial<Record<(typeof documentFields)[number], Sentence>>;

export type SentRequest =
  | { done: true }
  | { refused: DocumentErrors }
  /** The way leads to the desk no more: why, and what to do instead. */
  | { over: Sentence }
  | { elsewhere: true };

/**
 * Sends the request of a person who lost their contact points, with a photo of an identity document: the front, and the
 * back where it has one. Sent twice, it is one request.
 */
export async function sendLostContact(
  world: World,
  cookie: WayCookie | undefined,
  received: readonly Received[],
  language: Language,
): Promise<SentRequest> {
  const stands = await inTransaction(world.db, async (tx) => (await openWay(tx, world, cookie))?.stage.at);
  if (stands !== "documents") return { elsewhere: true };
  if (!received.some(({ field }) => field === "front")) return { refused: { front: sentences.noFront } };
  const judged = await judgeUploads(world.antivirus, received);
  if ("refused" in judged) {
    const says = Object.entries(judged.refused).map(([field, because]) => [field, uploadRefusals[because]]);
    return { refused: Object.fromEntries(says) };
  }
  return inTransaction(world.db, (tx) => send(tx, world, cookie, judged.safe, language));
}

async function send(
  tx: Tx,
  world: World,
  cookie: WayCookie | undefined,
  files: readonly SafeFile[],
  language: Language,
): Promise<SentRequest> {
  const opened = await openWay(tx, world, cookie);
  if (opened?.stage.at !== "documents" || !opened.code) return { elsewhere: true };
  const { way, code } = opened;
  const personId = await findHolder(tx, way.foundBy);
  const body = { ...toldOn(world, way), contact: code.contact, language };
  const asked = await askDesk(tx, world, { foundBy: way.foundBy, personId, body, files });
  if ("refused" in asked) return { over: asked.refused };
  await noteRequest(tx, way, asked.requestId);
  return { done: true };
}

/** The case number of the request that this browser sent; undefined where it sent none. */
export const sentCaseNumber = (world: World, cookie: WayCookie | undefined): Promise<string | undefined> =>
  inTransaction(world.db, async (tx) => {
    const opened = await openWay(tx, world, cookie);
    if (!opened?.way.requestId) return undefined;
    return (await findCaseNumber(tx, opened.way.foundBy, opened.way.requestId))?.caseNumber;
  });

const sentences = {
  noFront: {
    fr: "Choisissez une photo ou un PDF de votre pièce d’identité.",
    en: "Choose a photo or a PDF of your identity document.",
  },
} satisfies Record<string, Sentence>;
