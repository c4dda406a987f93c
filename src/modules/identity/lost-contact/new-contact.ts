import {
  codeState,
  codeStates,
  mayResend,
  maySendToday,
  readCode,
  sendRefusals,
  triesLeft,
  wrongCode,
} from "../../../../law/credentials/codes.ts";
import { lostContactRefusals } from "../../../../law/credentials/lost-contact.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { keyedHash, sameBytes, seal } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newCode } from "../../../platform/ids.ts";
import type { World } from "../../../world.ts";
import { sendTo } from "../contact/send.ts";
import { codeMail, codeSms } from "../give-contacts/messages.ts";
import { dayStart } from "../give-contacts/send-code.ts";
import { readContact, type ToldContact } from "../who/read-contact.ts";
import { changeWayCode, countSendsTo, identifiesAnother, insertWayCode } from "./store.ts";
import { codeFacts, type OpenedWay, openWay, type WayCookie } from "./way.ts";

/** `elsewhere`: the browser does not stand there, and is led to where it does. */
export type WentOn = { done: true } | { refused: Sentence } | { elsewhere: true };

/**
 * Takes the new contact point of a person who lost theirs, and sends it a code (CP-05). Given again while its code is on
 * its way, nothing more is sent: coming back to the page is not asking.
 */
export function giveNewContact(
  world: World,
  cookie: WayCookie | undefined,
  typed: string,
  language: Language,
): Promise<WentOn> {
  const read = readContact(typed, world.institution.country);
  if ("refused" in read) return Promise.resolve(read);
  const { contact } = read;
  return inTransaction(world.db, async (tx) => {
    const opened = await openWay(tx, world, cookie);
    if (!opened || !isUnderWay(opened)) return { elsewhere: true };
    const { code, today } = opened;
    const isOnItsWay =
      code?.contact.value === contact.value &&
      codeState(codeFacts(world, code, today.tries), world.clock()) === "open";
    return isOnItsWay ? { done: true } : send(tx, world, opened, contact, language);
  });
}

const isUnderWay = ({ stage }: OpenedWay) => stage.at !== "over" && stage.at !== "sent";

/**
 * Sends one more code to the new contact point (CP-08). `seen` is the number of the last one the page knew of: a double
 * click asks for the same one, and nothing more is sent.
 */
export const askAnotherCode = (
  world: World,
  cookie: WayCookie | undefined,
  seen: number,
  language: Language,
): Promise<WentOn> =>
  inTransaction(world.db, async (tx) => {
    const opened = await openWay(tx, world, cookie);
    if (opened?.stage.at !== "code" || !opened.code) return { elsewhere: true };
    if (opened.code.number !== seen) return { done: true };
    return send(tx, world, opened, opened.code.contact, language);
  });

async function send(
  tx: Tx,
  world: World,
  { way, code, today }: OpenedWay,
  contact: ToldContact,
  language: Language,
): Promise<WentOn> {
  const at = world.clock();
  const contactKey = keyedHash(world.keys.index, "contact", contact.kind, contact.value.toLowerCase());
  // Counted by contact point first: nobody's phone is made to ring by others, whatever identifiers they name.
  if (!mayResend(await countSendsTo(tx, contactKey, dayStart(at)), world.institution.codes))
    return { refused: sendRefusals.resends.says };
  if (!maySendToday(today.sends)) return { refused: sendRefusals.day.says };
  const number = (code?.number ?? 0) + 1;
  const drawn = newCode();
  await insertWayCode(tx, way, {
    number,
    kind: contact.kind,
    contact_key: contactKey,
    sealed: seal(world.keys.nir, contact.value, `${way.wayId} ${number}`),
    hashed: hashWayCode(world, way.wayId, number, drawn),
    sent_at: at,
  });
  await sendTo(tx, world, contact, {
    mail: () => codeMail(world, contact.value, drawn, language),
    sms: () => codeSms(world, contact.value, drawn, language).text,
    language,
  });
  return { done: true };
}

/** A code is bound to the way and to its sending (SEC-03). */
const hashWayCode = (world: World, wayId: string, number: number, code: string) =>
  keyedHash(world.keys.code, "lost contact", wayId, String(number), code);

export type EnteredWayCode = WentOn | { taken: Sentence };

/**
 * Takes the code sent to the new contact point. Only to who can read it there is it told that the contact point is
 * another account's (MC-16).
 */
export const enterWayCode = (
  world: World,
  cookie: WayCookie | undefined,
  typed: string,
): Promise<EnteredWayCode> =>
  inTransaction(world.db, async (tx) => {
    const read = readCode(typed);
    if ("refused" in read) return { refused: read.refused.says };
    const opened = await openWay(tx, world, cookie);
    if (opened?.stage.at !== "code" || !opened.code) return { elsewhere: true };
    const { way, code, today } = opened;
    const state = codeState(codeFacts(world, code, today.tries), world.clock());
    if (state !== "open") return { refused: codeStates[state] };
    if (!sameBytes(code.hashed, hashWayCode(world, way.wayId, code.number, read.code))) {
      await changeWayCode(tx, way, code.number, { tries: code.tries + 1 });
      const left = triesLeft({ tries: code.tries + 1, triesToday: today.tries + 1 });
      return { refused: left > 0 ? wrongCode(left) : codeStates.exhausted };
    }
    if (await identifiesAnother(tx, way.foundBy, code.contact, world.clock()))
      return { taken: lostContactRefusals.contactTaken };
    await changeWayCode(tx, way, code.number, { used_at: world.clock() });
    return { done: true };
  });
