import { type Nir, readNir } from "../../../../law/credentials/nir.ts";
import { afterFailure, mayTry, noFailure } from "../../../../law/credentials/throttle.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { Registered } from "../../../civil-registry/civil-registry.ts";
import { keyedHash } from "../../../platform/crypto.ts";
import { brokeConstraint, inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { warnPerson } from "../contact/warn.ts";
import { foundBy, sealedIdentifier } from "../identifiers.ts";
import type { Person } from "../person.ts";
import type { Visitor } from "../session/session.ts";
import {
  findCandidate,
  findIdentifier,
  findPersons,
  insertIdentifier,
  languageOf,
  lockAccount,
  reserveTry,
} from "../store.ts";
import { proposeMerge } from "./merge.ts";
import { numberKnownText } from "./messages.ts";
import { dropIdentifiers, findCivilStatus, findOwner, findWithoutNir } from "./store.ts";

export type GivenNir =
  | { done: true }
  /** Another record stands for the number: an agent looks at both. */
  | { proposed: true }
  | { refused: Sentence };

/** Whether the person still signs in with a number that was to last until their social-security number came. */
export async function awaitsNir(world: World, personId: string): Promise<boolean> {
  const identifier = await findIdentifier(world.db, personId);
  return identifier !== undefined && identifier.kind !== "nir";
}

/** Which of these persons do. One query. */
export const thoseAwaitingNir = async (world: World, personIds: readonly string[]): Promise<Set<string>> =>
  new Set(await findWithoutNir(world.db, personIds));

/**
 * The person types the social-security number they were given since (CP-12). The civil register confirms that it is
 * theirs; then it takes the place of the provisional identifier or waiting number, and nothing else changes. Tries are
 * counted as those at a password: nobody finds numbers here by guessing.
 */
export async function giveNir(world: World, visitor: Visitor, typed: string): Promise<GivenNir> {
  const read = readNir(typed);
  if ("refused" in read) return { refused: read.refused.says };
  const { person } = visitor;
  if (!(await awaitsNir(world, person.personId))) return { refused: sentences.known };
  const waits = await countTry(world, person.personId);
  if (waits) return { refused: waits };
  const registered = await registeredAs(world, person);
  if (!registered) return { refused: sentences.desk };
  // Asked before anything is locked: the register may take its time.
  const answer = await world.civilRegistry.check(read.nir, registered);
  if (answer === "unknown") return { refused: sentences.later };
  if (answer === "mismatch") return { refused: sentences.mismatch };
  return takeNir(world, person, read.nir, person.personId);
}

/** An agent writes down the number that a document shows, in the person's presence. */
export async function giveNirFor(
  world: World,
  agent: Agent,
  personId: string,
  typed: string,
): Promise<GivenNir> {
  const read = readNir(typed);
  if ("refused" in read) return { refused: read.refused.says };
  const [person] = await findPersons(world.db, [personId]);
  if (!person || !(await awaitsNir(world, personId))) return { refused: sentences.known };
  return takeNir(world, person, read.nir, agent.agentId);
}

async function takeNir(world: World, person: Person, nir: Nir, actor: string): Promise<GivenNir> {
  const identifier = { kind: "nir" as const, value: nir };
  const { personId } = person;
  const work = () =>
    inTransaction(world.db, async (tx): Promise<GivenNir> => {
      await lockAccount(tx, personId);
      const owner = await findOwner(tx, foundBy(world.keys, identifier));
      if (owner === personId) return { done: true };
      if (owner) {
        await proposeMerge(tx, world, { keptPerson: owner, mergedPerson: personId, proposedBy: actor });
        return { proposed: true };
      }
      await dropIdentifiers(tx, personId);
      await insertIdentifier(tx, sealedIdentifier(world.keys, personId, identifier));
      await noteChange(tx, world, personId, actor);
      return { done: true };
    });
  try {
    return await work();
  } catch (error) {
    // Somebody took the number between the look and the write: it is looked at again.
    if (!brokeConstraint(error, "identifier_stands_once")) throw error;
    return work();
  }
}

async function noteChange(tx: Tx, world: World, personId: string, actor: string) {
  const act = "signs in with the social-security number from now on";
  await record(tx, world.keys.journal, { subject: personId, actor, act, at: world.clock() });
  const language = await languageOf(tx, personId);
  await warnPerson(tx, world, { personId, language }, numberKnownText(world, language));
}

/** Counts a try before its outcome is known; the sentence to wait by where there were too many. */
async function countTry(world: World, personId: string): Promise<Sentence | undefined> {
  const key = keyedHash(world.keys.index, "tries at a number", personId);
  for (;;) {
    const { throttle = noFailure, version } = await findCandidate(world.db, key);
    const now = world.clock();
    const may = mayTry(throttle, now);
    if (!may.allowed) return may.says;
    if (await reserveTry(world.db, key, afterFailure(throttle, now), version)) return undefined;
  }
}

async function registeredAs(world: World, person: Person): Promise<Registered | undefined> {
  const status = await findCivilStatus(world.db, person.personId);
  const { firstNames, birthName, birthDate } = person;
  return status && { firstNames, birthName, birthDate, sex: status.sex, birthCode: status.birthCode };
}

const sentences = {
  known: {
    fr: "Vous vous connectez déjà avec votre numéro de sécurité sociale : il n’y a rien à changer.",
    en: "You already sign in with your social-security number: there is nothing to change.",
  },
  mismatch: {
    fr: "Ce numéro ne correspond pas à votre état civil. Relisez-le sur votre carte Vitale ou sur le courrier qui vous l’a donné. S’il est juste, venez à l’accueil avec ce document.",
    en: "This number does not match your civil status. Read it again on your carte Vitale or on the letter that gave it to you. If it is right, come to the reception desk with that document.",
  },
  later: {
    fr: "Nous n’avons pas pu vérifier ce numéro maintenant. Rien n’a changé : réessayez demain, ou venez à l’accueil.",
    en: "We could not check this number now. Nothing has changed: try again tomorrow, or come to the reception desk.",
  },
  desk: {
    fr: "Il nous manque votre lieu de naissance pour vérifier ce numéro. Venez à l’accueil avec une pièce d’identité : nous le ferons avec vous.",
    en: "We lack your place of birth to check this number. Come to the reception desk with an identity document: we will do it with you.",
  },
} satisfies Record<string, Sentence>;
