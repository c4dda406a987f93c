import type { Population } from "../../../../institutions/institution.ts";
import type { NumberKind } from "../../../../law/credentials/institution-number.ts";
import type { Language } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import { newDigits } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { type Admitted, admit } from "../admit.ts";
import type { Agent } from "../agent.ts";
import { type Telling, tellPerson } from "../contact/tell.ts";
import { sealedIdentifier } from "../identifiers.ts";
import { insertNewIdentifier } from "../open-account/store.ts";
import { closeSessions } from "../session/session.ts";
import { lockAccount } from "../store.ts";
import { dropNumber, dropWaysIn, openIssued } from "./store.ts";

/** Draws in a row that all hit a taken number: with ten digits, not within the life of an institution. */
const draws = 20;

export type Issuing = Pick<Admitted, "person" | "verified"> & {
  kind: NumberKind;
  /** Of people who manage the accesses of others, where more is asked of them (SEC-08). */
  population: Population | null;
  /** Where it was given before, and is taken over. Left out, one is drawn. */
  number?: string;
};

/**
 * Writes down a person who works with the institution, with a number drawn for them to sign in with and an account that
 * nobody signed in to yet (SP-02). Gives the number: it is theirs alone, and told to them alone.
 */
export async function issueAccess(
  tx: Tx,
  world: World,
  { agentId }: Agent,
  { kind, population, number: given, ...admitted }: Issuing,
): Promise<string> {
  const { personId } = admitted.person;
  await admit(tx, world, admitted);
  const at = world.clock();
  await openIssued(tx, personId, population, at);
  const number = await drawNumber(tx, world, personId, kind, given);
  const act = "was issued an identifier";
  await record(tx, world.keys.journal, { subject: personId, actor: agentId, act, at, detail: { kind } });
  return number;
}

/**
 * Gives the person another number in place of the one they had: from now on that one opens nothing, and every session
 * ends (SP-06). Undefined where they had none of that kind.
 */
export async function changeNumber(
  tx: Tx,
  world: World,
  { agentId }: Agent,
  { personId, kind, reason }: { personId: string; kind: NumberKind; reason: string },
): Promise<string | undefined> {
  await lockAccount(tx, personId);
  if (!(await dropNumber(tx, personId, kind))) return undefined;
  const number = await drawNumber(tx, world, personId, kind);
  const at = world.clock();
  await closeSessions(tx, world, personId);
  const act = "had their identifier changed";
  const detail = { kind, reason };
  await record(tx, world.keys.journal, { subject: personId, actor: agentId, act, at, detail });
  return number;
}

/**
 * Ends an access for good: sessions end, the account, its password and all that opened it are deleted, and the person is
 * told (SP-06). What was done stays in the journal, under their name.
 */
export async function endAccess(
  tx: Tx,
  world: World,
  { agentId }: Agent,
  ending: { personId: string; reason: string; telling: Telling; language: Language },
): Promise<void> {
  const { personId, reason, telling, language } = ending;
  const at = world.clock();
  await lockAccount(tx, personId);
  await tellPerson(tx, world, { personId, language }, telling);
  await closeSessions(tx, world, personId);
  await dropWaysIn(tx, personId, at);
  const act = "had their access ended";
  await record(tx, world.keys.journal, { subject: personId, actor: agentId, act, at, detail: { reason } });
}

async function drawNumber(
  tx: Tx,
  world: World,
  personId: string,
  kind: NumberKind,
  given?: string,
): Promise<string> {
  const digits = world.institution.accounts?.numbers?.shapes.find((shape) => shape.kind === kind)?.digits;
  if (!digits) throw new Error(`This institution gives no number of the kind "${kind}"`);
  for (let n = 0; n < draws; n++) {
    const value = given ?? newDigits(digits);
    const identifier = sealedIdentifier(world.keys, personId, { kind, value });
    if (await insertNewIdentifier(tx, identifier)) return value;
  }
  throw new Error("No number was free");
}
