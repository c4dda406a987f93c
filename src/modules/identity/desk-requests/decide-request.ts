import { deskRefusals } from "../../../../law/credentials/lost-contact.ts";
import { objectionEndsAt } from "../../../../law/credentials/objection.ts";
import type { Sentence } from "../../../../law/language.ts";
import { brokeConstraint, inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import { dropFiles } from "../../../platform/uploads/store.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { noteChange } from "../change-contacts/note-change.ts";
import type { Change } from "../change-contacts/store.ts";
import { type Reach, vouchingContacts } from "../contact/reach.ts";
import { type Message, sendTo } from "../contact/send.ts";
import {
  findContactPoints,
  findSpelling,
  identifiesOne,
  insertContactPoint,
  removeVerified,
  replaceUnverified,
  verifyContactPoint,
} from "../contact/store.ts";
import { unknownSubject } from "../identifiers.ts";
import { dropPasskeys } from "../passkeys/drop-passkeys.ts";
import { closeSessions } from "../session/session.ts";
import { languageOf, lockAccount } from "../store.ts";
import type { ToldContact } from "../who/read-contact.ts";
import { acceptedText, nothingChangesText, refusedText, replacedText } from "./messages.ts";
import { bodyOf } from "./request.ts";
import { closeRequest, findRequest, openAccountIfNone, type StoredRequest } from "./store.ts";
import { warnedOfRequest } from "./warn.ts";

export type Decision = "accept" | "refuse";
export type DecidedRequest = { done: true } | { refused: Sentence };

/** Characters of a reason: it must fit in a few short messages. */
const longestReason = 300;

/**
 * Decides a request, once. Accepted, its contact point takes the place of those the person had: these may object for 72
 * hours, during which it opens nothing (SEC-04); every session ends, every passkey goes, and the person comes back in by a
 * code, as after a forgotten password. Refused, the person is told why and which way is open. The documents go; the
 * journal keeps their hashes.
 */
export async function decideDeskRequest(
  world: World,
  agent: Agent,
  requestId: string,
  decision: Decision,
  typedReason: string,
): Promise<DecidedRequest> {
  const reason = typedReason.trim().replace(/\s+/g, " ");
  if (reason === "" || reason.length > longestReason) return { refused: deskRefusals.noReason };
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(requestId)) return { refused: deskRefusals.gone };
  try {
    return await inTransaction(world.db, (tx) => decide(tx, world, agent, requestId, decision, reason));
  } catch (error) {
    if (!brokeConstraint(error, identifiesOne)) throw error;
    return { refused: deskRefusals.contactTaken };
  }
}

async function decide(
  tx: Tx,
  world: World,
  agent: Agent,
  requestId: string,
  decision: Decision,
  reason: string,
): Promise<DecidedRequest> {
  const request = await findRequest(tx, requestId, true);
  if (!request) return { refused: deskRefusals.gone };
  if (request.state !== "open") return { refused: deskRefusals.decided };
  if (decision === "accept" && !request.personId) return { refused: deskRefusals.nobody };
  const opensAt =
    decision === "accept" && request.personId
      ? await accept(tx, world, agent, request, request.personId)
      : null;
  if (decision === "refuse") await refuse(tx, world, request, reason);
  const at = world.clock();
  await closeRequest(tx, request, {
    person_id: request.personId,
    state: decision === "accept" ? "accepted" : "refused",
    reason,
    decided_by: agent.agentId,
    decided_at: at,
    opens_at: opensAt,
  });
  const gone = await dropFiles(tx, requestId);
  const hashes = gone.map(({ sha256 }, n) => [`file ${n + 1}`, sha256.toString("hex")]);
  await record(tx, world.keys.journal, {
    subject: request.personId ?? unknownSubject(request.foundBy),
    actor: agent.agentId,
    act: decision === "accept" ? "accepted a desk request" : "refused a desk request",
    at,
    detail: { request: requestId, case: request.caseNumber, reason, ...Object.fromEntries(hashes) },
  });
  return { done: true };
}

/** Gives the person their new contact point; the instant from which it opens the account. */
async function accept(
  tx: Tx,
  world: World,
  { agentId }: Agent,
  request: StoredRequest,
  personId: string,
): Promise<Date> {
  const at = world.clock();
  const { contact, language } = bodyOf(world, request);
  await openAccountIfNone(tx, personId, at);
  await lockAccount(tx, personId);
  const warned = await warnedOfRequest(tx, personId, at);
  const value = (await findSpelling(tx, personId, contact.kind, contact.value)) ?? contact.value;
  const given = { kind: contact.kind, value };
  const theirs = await languageOf(tx, personId);
  const note = (change: Change) => noteChange(tx, world, personId, change, theirs, agentId);
  await putInUse(tx, world, personId, given, note);
  await takeOthersOut(tx, world, personId, given, note);
  await closeSessions(tx, world, personId);
  const passkeys = (await dropPasskeys(tx, world, { personId, by: agentId })) > 0;
  const vouches = (await vouchingContacts(tx, personId, at)).some((one) => one.value === value);
  const opensAt = vouches ? at : objectionEndsAt(at);
  // Where nobody may object, those the institution held are told all the same.
  if (vouches)
    await tellAll(
      tx,
      world,
      warned.filter((one) => one.value !== value),
      replacedText(world, theirs),
    );
  const from = vouches ? undefined : opensAt;
  const { caseNumber } = request;
  await sendTo(tx, world, given, acceptedText(world, { caseNumber, from, passkeys }, language));
  return opensAt;
}

/** Lets who may object to a change know, and do so (SEC-04). */
type Note = (change: Change) => Promise<void>;

/** The new contact point is verified: its code was typed when it was given. What it replaces may object. */
async function putInUse(
  tx: Tx,
  world: World,
  personId: string,
  { kind, value }: ToldContact,
  note: Note,
): Promise<void> {
  const at = world.clock();
  const verified = (await findContactPoints(tx, personId)).filter(({ verifiedAt }) => verifiedAt !== null);
  if (verified.some((one) => one.kind === kind && one.value === value)) return;
  await insertContactPoint(tx, personId, { kind, value }, at);
  const replaced = await verifyContactPoint(tx, personId, { kind, value }, at, objectionEndsAt(at));
  for (const from of replaced) await note({ kind, from, to: value });
  if (replaced.length === 0 && verified.length > 0) await note({ kind, from: null, to: value });
}

/** The person said that they have none of the others any more, verified or not. */
async function takeOthersOut(
  tx: Tx,
  world: World,
  personId: string,
  { kind, value }: ToldContact,
  note: Note,
): Promise<void> {
  const at = world.clock();
  const other = kind === "mail" ? "mobile" : "mail";
  await replaceUnverified(tx, personId, kind, value, at);
  await replaceUnverified(tx, personId, other, "", at);
  const from = await removeVerified(tx, personId, other, at, objectionEndsAt(at));
  if (from !== undefined) await note({ kind: other, from, to: null });
}

async function refuse(tx: Tx, world: World, request: StoredRequest, reason: string): Promise<void> {
  const { contact, language } = bodyOf(world, request);
  const { caseNumber, personId } = request;
  await sendTo(tx, world, contact, refusedText(world, caseNumber, reason, language));
  if (!personId) return;
  const warned = await warnedOfRequest(tx, personId, world.clock());
  await tellAll(tx, world, warned, nothingChangesText(world, caseNumber, await languageOf(tx, personId)));
}

async function tellAll(tx: Tx, world: World, to: readonly Reach[], message: Message): Promise<void> {
  for (const one of to) await sendTo(tx, world, one, message);
}
