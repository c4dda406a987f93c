import type { AccessDecision } from "../../../../law/access/decide.ts";
import { isMeasureKind, measureKinds } from "../../../../law/access/guardianship.ts";
import { isRelation, type Relation, relations } from "../../../../law/access/relations.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { type Entry, readEntries } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { callName, findPersons, wordsOfAct } from "../../identity/index.ts";
import { findNamedGuardians } from "../guardianship/store.ts";
import type { OpenSpace } from "../spaces/spaces.ts";
import type { Standing } from "../standing.ts";

/** An act on the person's data, in plain words. */
export type ShownEntry = {
  number: number;
  at: Date;
  says: Sentence;
  by: Sentence;
  /** In which quality it was done, and the reason that was given. */
  as?: Sentence;
  why?: string;
};

/** Which entries, and from where: a page starts before the last entry of the one above it. */
export type Asked = { before?: number | undefined; by?: "others" | undefined };

export type JournalPage = { entries: ShownEntry[]; next?: number };

type Refused = { refused: Extract<AccessDecision, { allowed: false }> };

/** Entries on one page. */
const onePage = 30;

/** A page of the person's own journal: who opened their data and what was done there, the last first (SEC-12). */
export async function readJournal(
  world: World,
  standing: Standing,
  asked: Asked,
  most = onePage,
): Promise<JournalPage | Refused> {
  const decision = standing.may("see-own-journal");
  if (!decision.allowed) return { refused: decision };
  const found = await readEntries(world.db, standing.personId, { ...asked, most: most + 1 });
  const shown = found.slice(0, most);
  const last = shown.at(-1);
  const entries = await inWords(world, standing, shown);
  return { entries, ...(found.length > most && last && { next: last.number }) };
}

/** The whole journal, page after page, for the person to take away. */
export async function* wholeJournal(world: World, standing: Standing): AsyncGenerator<ShownEntry> {
  let before: number | undefined;
  do {
    const page = await readJournal(world, standing, { before }, 500);
    if ("refused" in page) return;
    yield* page.entries;
    before = page.next;
  } while (before !== undefined);
}

/**
 * A page of what a guardian did in the space of a person they protect, as that person reads it in their own journal
 * (MC-07, SEC-12): their own acts alone, so that whatever the measure it is theirs to read.
 */
export async function readOwnActs(
  world: World,
  { protectedPerson, standing }: OpenSpace,
  before: number | undefined,
): Promise<JournalPage> {
  const actor = standing.personId;
  const asked = { before, actor, most: onePage + 1 };
  const found = await readEntries(world.db, protectedPerson.personId, asked);
  const shown = found.slice(0, onePage);
  const last = shown.at(-1);
  const entries = await inWords(world, standing, shown);
  return { entries, ...(found.length > onePage && last && { next: last.number }) };
}

async function inWords(world: World, standing: Standing, entries: readonly Entry[]): Promise<ShownEntry[]> {
  const { personId } = standing;
  const names = await namesOf(world, standing, entries);
  const { shortName, accounts } = world.institution;
  const doer = (actor: string): Sentence => {
    if (actor === personId) return doers.self;
    if (actor === "unknown") return doers.unknown;
    if (actor.startsWith(site))
      return accounts?.connect?.sites.find(({ id }) => site + id === actor)?.name ?? doers.site;
    const name = names.get(actor);
    return name ? { fr: name, en: name } : { fr: `un agent (${shortName})`, en: `an agent (${shortName})` };
  };
  return entries.map(({ number, at, act, actor, detail }) => ({
    number,
    at,
    says: wordsOfAct(act),
    by: doer(actor),
    ...(isRelation(detail.as) && { as: qualityOf(detail.as, detail.measure) }),
    ...(typeof detail.why === "string" && detail.why !== "" && { why: detail.why }),
  }));
}

/** In which quality somebody acted; of a guardian, by which kind of measure. */
function qualityOf(as: Relation, measure: unknown): Sentence {
  const { says } = relations[as];
  const kinds = typeof measure === "string" ? measure.split(" ").filter(isMeasureKind) : [];
  if (kinds.length === 0) return says;
  const list = (language: Language) =>
    kinds.map((kind) => measureKinds[kind].says[language].toLowerCase()).join(", ");
  return { fr: `${says.fr}, pour ${list("fr")}`, en: `${says.en}, to ${list("en")}` };
}

/** How the journal names a site that acts by itself, before its id (CP-23). */
const site = "site ";

const doers = {
  self: { fr: "vous", en: "you" },
  unknown: { fr: "quelqu’un qui n’était pas connecté", en: "someone who was not signed in" },
  site: { fr: "un autre site", en: "another site" },
} satisfies Record<string, Sentence>;

/** The names of those who are or were people of this file, or protect its reader; others are not named to each other. */
async function namesOf(
  world: World,
  { file, personId }: Standing,
  entries: readonly Entry[],
): Promise<Map<string, string>> {
  const people = [
    ...(file?.facts.members ?? []).map((member) => member.personId),
    ...(file?.facts.guardianships ?? []).map((one) => one.guardian),
    ...(await findNamedGuardians(world.db, personId)),
  ];
  const actors = new Set(entries.map(({ actor }) => actor));
  const known = [...new Set(people)].filter((personId) => actors.has(personId));
  const persons = known.length > 0 ? await findPersons(world.reach.institution, known) : [];
  return new Map(persons.map((person) => [person.personId, callName(person)]));
}
