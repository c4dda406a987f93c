import type { Charter, Version } from "./charter.ts";

/** Where a version stands on a day: derived from its own dates, and stored nowhere. */
export type State = "draft" | "announced" | "in force" | "superseded";

/** The state of a version on a civil day of the institution, "YYYY-MM-DD". */
export function stateOf(charter: Charter, version: Version, day: string): State {
  if (!isPublished(version, day)) return "draft";
  if (version.version > day) return "announced";
  return inForce(charter, day) === version ? "in force" : "superseded";
}

/** Whether people may read the version on that day. */
export const isPublished = ({ announced }: Version, day: string): boolean =>
  announced !== undefined && announced <= day;

/** What people may read on that day: every version but drafts. */
export const publishedOn = (charter: Charter, day: string): Version[] =>
  charter.versions.filter((version) => isPublished(version, day));

/** The version that counts on that day; undefined before the first one takes effect. */
export const inForce = (charter: Charter, day: string): Version | undefined =>
  publishedOn(charter, day).findLast(({ version }) => version <= day);

/** What is announced on that day and takes effect later, the next one first. */
export const announcedOn = (charter: Charter, day: string): Version[] =>
  publishedOn(charter, day).filter(({ version }) => version > day);
