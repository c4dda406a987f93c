import { readCode } from "../../../../law/credentials/codes.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { openingWaiting, sendOpeningCode, tryOpeningCode } from "../../identity/index.ts";
import type { Draft } from "./draft.ts";
import { type DraftCookie, type KeptDraft, onDraft, readDraft } from "./drafts.ts";
import { address } from "./questions/address.ts";
import { asker } from "./questions/asker.ts";
import type { Errors, Question, Typed } from "./questions/question.ts";
import { service } from "./questions/service.ts";
import { structure } from "./questions/structure.ts";
import { isOpen, type Step } from "./steps.ts";

/** The questions, each with the step it is asked at. */
export const questions = {
  structure: { step: "structure", ask: structure },
  address: { step: "address", ask: address },
  asker: { step: "asker", ask: asker },
  "services-new": { step: "services", ask: service },
} as const satisfies Record<string, { step: Step; ask: Question }>;

export type QuestionName = keyof typeof questions;

export type Taken = { done: true } | { refused: Errors } | { over: true };

/** Takes the answer to a question; after it all is to be read again. An address given for the first time gets a code. */
export const takeAnswer = (
  world: World,
  cookie: DraftCookie | undefined,
  name: QuestionName,
  typed: Typed,
  language: Language,
): Promise<Taken> =>
  onDraft<Taken>(world, cookie, async (tx, kept, keep) => {
    const { step, ask } = questions[name];
    if (!isOpen(step, kept.draft)) return { over: true };
    const read = ask.read(typed, kept.draft);
    if ("refused" in read) return read;
    const draft = { ...read.draft, checked: false };
    await keep(draft);
    if (name !== "asker" || draft.asker?.mail === draft.confirmedMail) return { done: true };
    const sent = await sendCode(tx, world, { ...kept, draft }, language, true);
    return "refused" in sent ? { refused: { mail: sent.refused } } : { done: true };
  });

const pointOf = ({ draftId, draft }: KeptDraft) =>
  draft.asker && { openingId: draftId, kind: "mail" as const, value: draft.asker.mail };

const sendCode = async (tx: Tx, world: World, kept: KeptDraft, language: Language, onlyFirst: boolean) => {
  const point = pointOf(kept);
  return point ? sendOpeningCode(tx, world, point, language, { onlyFirst }) : { sent: true as const };
};

export type CodeTyped = { done: true } | { refused: Sentence } | { over: true };

/** Takes the code sent to the address of the person who asks (SP-02, CP-06). */
export const typeAskerCode = (
  world: World,
  cookie: DraftCookie | undefined,
  typed: string,
): Promise<CodeTyped> =>
  onDraft<CodeTyped>(world, cookie, async (tx, kept, keep) => {
    const point = pointOf(kept);
    if (!point) return { over: true };
    if (point.value === kept.draft.confirmedMail) return { done: true };
    const read = readCode(typed);
    if ("refused" in read) return { refused: read.refused.says };
    const wrong = await tryOpeningCode(tx, world, point, read.code);
    if (wrong) return { refused: wrong };
    await keep({ ...kept.draft, confirmedMail: point.value });
    return { done: true };
  });

/** Sends another code; `seen` is the number of the last one the page knew of, so that a double click sends one. */
export const askAskerCode = (
  world: World,
  cookie: DraftCookie | undefined,
  seen: number,
  language: Language,
): Promise<{ sent: true } | { refused: Sentence } | { over: true }> =>
  onDraft<{ sent: true } | { refused: Sentence } | { over: true }>(world, cookie, async (tx, kept) => {
    const point = pointOf(kept);
    if (!point || point.value === kept.draft.confirmedMail) return { over: true };
    const waiting = await openingWaiting(tx, world, point);
    if ((waiting?.sends ?? 0) !== seen) return { sent: true };
    return sendCode(tx, world, kept, language, false);
  });

/** What the code page shows; undefined where no code is awaited. */
export async function waitingForAsker(world: World, cookie: DraftCookie | undefined) {
  const kept = await readDraft(world, cookie);
  const point = kept && !kept.sent && pointOf(kept);
  if (!point || point.value === kept.draft.confirmedMail) return undefined;
  return openingWaiting(world.db, world, point);
}

const change = (
  world: World,
  cookie: DraftCookie | undefined,
  step: Step,
  make: (draft: Draft) => Draft,
): Promise<{ done: true } | { over: true }> =>
  onDraft<{ done: true } | { over: true }>(world, cookie, async (_tx, { draft }, keep) => {
    if (!isOpen(step, draft)) return { over: true };
    await keep(make(draft));
    return { done: true };
  });

/** Takes a service out of the request again: the n-th of the list. */
export const removeService = (world: World, cookie: DraftCookie | undefined, n: number, name: string) =>
  change(world, cookie, "services", (draft) => {
    const services = draft.services.filter((one, index) => index !== n || one.name !== name);
    return { ...draft, services, servicesDone: false, checked: false };
  });

/** Every service is in the list. */
export const endServices = (world: World, cookie: DraftCookie | undefined) =>
  change(world, cookie, "services", (draft) => ({ ...draft, servicesDone: true }));

/** All was read again and found right. */
export const confirmAnswers = (world: World, cookie: DraftCookie | undefined) =>
  change(world, cookie, "check", (draft) => ({ ...draft, checked: true }));
