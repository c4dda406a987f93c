import type { Charter, Version } from "./charter.ts";
import { announcedOn, inForce, publishedOn } from "./life.ts";

/** The newest version that a person accepted, refused, and was told of; null where there is none. */
export type Answers = {
  readonly accepted: string | null;
  readonly refused: string | null;
  readonly seen: string | null;
};

/** Whether a charter lets a person through on a day. */
export type CharterStanding =
  | {
      readonly passes: true;
      /** A version that asks for nothing, and of which the person has yet to be told. */
      readonly tell?: Version;
    }
  | {
      readonly passes: false;
      /** What is to be accepted: the version in force. */
      readonly version: Version;
      /** The person said no to it, and may come back any time (MC-04). */
      readonly refused: boolean;
      /** The version they had accepted before; undefined at a first acceptance. */
      readonly since?: Version;
    };

/**
 * Nothing opens before the person accepted a version at least as new as the last one in force that has to be accepted
 * (MC-02, MC-03). Later ones that only inform, or only correct words, let them through and are told once (CN-08, SP-06).
 */
export function standingWith(charter: Charter, answers: Answers, day: string): CharterStanding {
  const version = inForce(charter, day);
  const asked = lastAsked(charter, day);
  if (version && asked && !(answers.accepted !== null && answers.accepted >= asked.version)) {
    const since = charter.versions.find((one) => one.version === answers.accepted);
    return {
      passes: false,
      version,
      refused: answers.refused === version.version,
      ...(since && { since }),
    };
  }
  const tell = [version, ...announcedOn(charter, day)].find((one) => one && isNews(one, answers));
  return { passes: true, ...(tell && { tell }) };
}

const lastAsked = (charter: Charter, day: string): Version | undefined =>
  publishedOn(charter, day).findLast(
    ({ version, acceptance, minor }) => version <= day && acceptance === "required" && !minor,
  );

const isNews = ({ version }: Version, { accepted, seen }: Answers): boolean =>
  [accepted, seen].every((known) => known === null || known < version);
