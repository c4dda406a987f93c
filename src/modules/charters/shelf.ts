import { civilDay } from "../../../law/access/relations.ts";
import type { Audience, Charter } from "../../../law/charters/charter.ts";
import { publishedOn } from "../../../law/charters/life.ts";
import { type Answers, type CharterStanding, standingWith } from "../../../law/charters/standing.ts";
import type { Db, Tx } from "../../platform/database.ts";
import type { World } from "../../world.ts";
import { fileOf } from "./read-charters.ts";
import { answersIn, findAnswers, findEdited, insertVersion } from "./store.ts";

/** The civil day it is now at the institution. A version takes effect at the midnight that starts its day. */
export const today = (world: World, at = world.clock()): string => civilDay(at, world.institution.timeZone);

/** The charter that opens or closes accounts of this audience; undefined where there is none. */
export const charterFor = ({ charters }: World, audience: Audience): Charter | undefined =>
  charters.find((charter) => charter.audience === audience);

/**
 * Writes down every version that people may read by now. Throws, naming the files, where the text of one is no longer
 * what was announced: what people read and accepted stays what it was (MC-03).
 */
export async function registerVersions(world: World): Promise<void> {
  const { db, charters, institution } = world;
  const day = today(world);
  const edited = await findEdited(db, charters, day);
  if (edited.length > 0) {
    const files = edited.map(({ charter, version, language }) =>
      fileOf(institution.id, charter)(version, language),
    );
    throw new Error(
      `Edited after it was announced: ${files.join(", ")}. Put the text back as it was, and write a new version.`,
    );
  }
  for (const charter of charters)
    for (const version of publishedOn(charter, day)) await insertVersion(db, version);
}

/** Each night, writes down what was announced since: nobody has to start the server anew. */
export const registerNightly = (world: World): Promise<void> =>
  world.jobs.nightly("charters-register", () => registerVersions(world));

/** Whether the charter of this audience lets a person through at this moment. */
export async function standingOf(
  world: World,
  db: Db | Tx,
  personId: string,
  audience: Audience,
  at: Date,
): Promise<CharterStanding> {
  const charter = charterFor(world, audience);
  if (!charter) return { passes: true };
  return standingWith(charter, await findAnswers(db, personId, charter.name), today(world, at));
}

/** What a query of a later module reads along with its own, of the person of that column, for `passesBy` to judge. */
export const answersSought = (world: World, person: Parameters<typeof answersIn>[0]) =>
  answersIn(person, charterFor(world, "person")?.name ?? "");

/** The same judgment as `mayPass`, on answers just read by `answersSought`. */
export function passesBy(world: World, answers: Answers): boolean {
  const charter = charterFor(world, "person");
  return !charter || standingWith(charter, answers, today(world)).passes;
}

/**
 * Whether a person has accepted all that their charter asks for: asked before anything of theirs is opened or handed to
 * another site (MC-02, MC-04).
 */
export const mayPass = async (
  world: World,
  personId: string,
  audience: Audience = "person",
): Promise<boolean> => (await standingOf(world, world.db, personId, audience, world.clock())).passes;
