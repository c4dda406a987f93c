import {
  type CodeState,
  codeState,
  codeStates,
  mayResend,
  maySendToday,
  readCode,
  sendRefusals,
  triesLeft,
  wrongCode,
} from "../../../../law/credentials/codes.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { keyedHash, sameBytes } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newCode } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import { mailQueue, smsQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import type { ContactKind, ContactPoint } from "../contact/contact.ts";
import { countCodes } from "../contact/store.ts";
import { dayStart, type Sent, wayOf } from "../give-contacts/send-code.ts";
import type { Visitor } from "../session/session.ts";
import { lockAccount } from "../store.ts";
import type { Browser } from "../trusted-devices/marks.ts";
import { meansOf } from "./means.ts";
import { stepCodeMail, stepCodeSms } from "./messages.ts";
import { type Passed, pass } from "./pass.ts";
import {
  type Asking,
  changeStepCode,
  countStepCodes,
  findLastStepCode,
  insertStepCode,
  type StepCode,
} from "./store.ts";

const askingOf = ({ person, secretHash }: Visitor): Asking => ({ personId: person.personId, secretHash });

/**
 * Sends a code to the person's verified contact point of that kind, for this session alone; the one before is void
 * (CP-08, SEC-03). `seen` is the number of the last code the page knew of: a double click asks for the same one.
 */
export const askStepCode = (
  world: World,
  entering: Visitor,
  asked: { kind: ContactKind; seen: number },
  language: Language,
): Promise<Sent> =>
  inTransaction(world.db, async (tx) => {
    const { personId } = entering.person;
    const asking = askingOf(entering);
    await lockAccount(tx, personId);
    const last = await findLastStepCode(tx, asking, true);
    if ((last?.number ?? 0) !== asked.seen) return { sent: true };
    const point = await verifiedPoint(world, tx, personId, asked.kind);
    if (!point) return { refused: sentences.notYours };
    const sends = await countStepCodes(tx, asking);
    if (!mayResend(sends[asked.kind], world.institution.codes)) return { refused: sentences.resends };
    const { sendsToday } = await countCodes(tx, personId, "", dayStart(world.clock()));
    if (!maySendToday(sendsToday)) return { refused: sendRefusals.day.says };
    await send(tx, world, asking, point, asked.seen + 1, language);
    return { sent: true };
  });

const verifiedPoint = async (world: World, tx: Tx, personId: string, kind: ContactKind) =>
  (await meansOf(world, tx, personId)).contacts.find((point) => point.kind === kind);

async function send(
  tx: Tx,
  world: World,
  asking: Asking,
  point: ContactPoint,
  number: number,
  language: Language,
): Promise<void> {
  const at = world.clock();
  const code = newCode();
  const { kind, value } = point;
  await insertStepCode(tx, asking, {
    number,
    kind,
    hashed: hashCode(world, asking, point, number, code),
    sentAt: at,
  });
  const { personId } = asking;
  const act = "was sent a code for the second step";
  await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at, detail: { kind } });
  if (kind === "mail") await world.jobs.send(tx, mailQueue, stepCodeMail(world, value, code, language));
  else await world.jobs.send(tx, smsQueue, stepCodeSms(world, value, code, language));
}

/** A code is bound to the session, the contact point and its sending: changed contact points void it too (SEC-03). */
const hashCode = (
  world: World,
  { personId, secretHash }: Asking,
  { kind, value }: Pick<ContactPoint, "kind" | "value">,
  number: number,
  code: string,
): Buffer =>
  keyedHash(world.keys.code, "second step", personId, secretHash, kind, value, String(number), code);

export type EnteredStep =
  | Passed
  | { refused: Sentence }
  /** There is no code to type here, or nothing to do any more. */
  | { elsewhere: true };

/** Takes the code of this session. Typed right, the account opens; with `trust`, this browser is not asked again. */
export async function enterStepCode(
  world: World,
  entering: Visitor,
  typed: { code: string; trust: boolean },
  browser: Browser,
): Promise<EnteredStep> {
  const read = readCode(typed.code);
  if ("refused" in read) return { refused: read.refused.says };
  return inTransaction(world.db, async (tx) => {
    const { personId } = entering.person;
    const asking = askingOf(entering);
    await lockAccount(tx, personId);
    const code = await findLastStepCode(tx, asking, true);
    const point = code && (await verifiedPoint(world, tx, personId, code.kind));
    if (!code || !point) return { elsewhere: true };
    const at = world.clock();
    const { triesToday } = await countCodes(tx, personId, "", dayStart(at));
    const state = stateOf(world, code, triesToday);
    if (state !== "open") return { refused: codeStates[state] };
    if (!sameBytes(code.hashed, hashCode(world, asking, point, code.number, read.code)))
      return { refused: await refuse(tx, world, asking, code, triesToday) };
    await changeStepCode(tx, asking, code.number, { used_at: at });
    return (await pass(tx, world, entering, "code", browser, typed.trust)) ?? { elsewhere: true };
  });
}

const stateOf = (world: World, code: StepCode, triesToday: number): CodeState =>
  codeState({ ...code, way: wayOf[code.kind], policy: world.institution.codes, triesToday }, world.clock());

async function refuse(
  tx: Tx,
  world: World,
  asking: Asking,
  code: StepCode,
  triesToday: number,
): Promise<Sentence> {
  const { personId } = asking;
  const tries = code.tries + 1;
  await changeStepCode(tx, asking, code.number, { tries });
  const at = world.clock();
  const act = "typed a wrong code for the second step";
  await record(tx, world.keys.journal, { subject: personId, actor: "unknown", act, at });
  const left = triesLeft({ tries, triesToday: triesToday + 1 });
  return left > 0 ? wrongCode(left) : codeStates[stateOf(world, { ...code, tries }, triesToday + 1)];
}

/** What the pages of the second step show. */
export type AtSecondStep = {
  contacts: ContactPoint[];
  hasPasskey: boolean;
  /** The number of the last code sent for this session; 0: none. */
  seen: number;
  /** The code that waits to be typed. */
  waiting?: { point: ContactPoint; state: CodeState; sentAgain: boolean; mayAsk: boolean };
};

export async function atSecondStep(world: World, entering: Visitor): Promise<AtSecondStep> {
  const { personId } = entering.person;
  const asking = askingOf(entering);
  const { contacts, hasPasskey } = await meansOf(world, world.db, personId);
  const means = { contacts, hasPasskey };
  const code = await findLastStepCode(world.db, asking);
  const point = contacts.find(({ kind }) => kind === code?.kind);
  if (!code || !point) return { ...means, seen: code?.number ?? 0 };
  const sends = await countStepCodes(world.db, asking);
  const { triesToday, sendsToday } = await countCodes(world.db, personId, "", dayStart(world.clock()));
  return {
    ...means,
    seen: code.number,
    waiting: {
      point,
      state: stateOf(world, code, triesToday),
      sentAgain: code.number > 1,
      mayAsk: mayResend(sends[code.kind], world.institution.codes) && maySendToday(sendsToday),
    },
  };
}

const sentences = {
  notYours: {
    fr: "Nous ne pouvons plus envoyer de code par ce moyen. Choisissez-en un autre.",
    en: "We can no longer send a code this way. Choose another one.",
  },
  resends: {
    fr: "Nous avons envoyé tous les codes possibles par ce moyen. Regardez dans vos messages indésirables, ou choisissez un autre moyen.",
    en: "We have sent all the codes we may this way. Look in your junk folder, or choose another way.",
  },
} satisfies Record<string, Sentence>;
