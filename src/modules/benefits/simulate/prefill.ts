import { membersOn } from "../../../../law/access/household-life.ts";
import { civilDay } from "../../../../law/access/relations.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Acting, Standing } from "../../households/index.ts";
import { findPersons } from "../../identity/index.ts";
import { type Answers, civilMonth, mostChildren, noAnswers, type Question, toHousehold } from "./answers.ts";
import type { KeptSimulation } from "./kept.ts";

/**
 * Starts a simulation from what the file knows and the law lets this person see: the household, or their own birth
 * alone; in a space, of the person protected, and never the guardian's own. Pay is not in the file. A household read by
 * somebody else than its holder stands in the journal of the holder and of whom they protect (MC-01, MC-07, CP-16 to
 * CP-20, SEC-12).
 */
export async function simulationFromFile(world: World, acting: Acting): Promise<KeptSimulation> {
  const { actor, person, standing } = acting;
  const isOwn = actor.personId === person.personId;
  const own = standing.may(isOwn ? "see-own-identity" : "see-identities").allowed
    ? known(person.birthDate)
    : undefined;
  const shown = standing.may("see-household-members").allowed ? await householdOf(world, acting) : undefined;
  const alone: Answers = { ...noAnswers, adults: [{ birth: own }, {}] };
  const whole = { ...alone, ...shown?.(own) };
  // A file may hold what cannot be, and the pages of questions would not know what to do with it: it is asked anew.
  const month = civilMonth(world);
  const answers = "household" in toHousehold(whole, month) ? whole : alone;
  return {
    owner: actor.personId,
    ...(!isOwn && { whose: person.personId }),
    answers,
    fromFile: answered(answers),
    seesHousehold: shown !== undefined,
  };
}

/** The members of the household on this day, as answers: neither a spouse since the separation nor anybody who died (CP-19). */
async function householdOf(world: World, { person, standing }: Acting) {
  const { file } = standing;
  const { personId } = person;
  const day = civilDay(world.clock(), world.institution.timeZone);
  const members = file ? membersOn(file.facts, day) : [];
  const holder = members.find(({ role }) => role === "holder")?.personId;
  await noteLook(world, standing, [...(holder ? [holder] : []), personId]);
  const persons = await findPersons(
    world.db,
    members.map((member) => member.personId),
  );
  const births = new Map(persons.map((person) => [person.personId, known(person.birthDate)]));
  const partner = members.find(
    ({ role, personId: id }) => (role === "holder" || role === "spouse") && id !== personId,
  );
  // An other member may be a grown child: up to 25, it is for the rules to say, and the person checks each of them.
  const grown = `${Number(day.slice(0, 4)) - 25}${day.slice(4)}`;
  const children = members
    .filter(
      ({ role, personId: id }) => role === "child" || (role === "other" && (births.get(id) ?? "") > grown),
    )
    .map(({ personId: id }) => ({ birth: births.get(id) }))
    .sort((a, b) => (a.birth ?? "").localeCompare(b.birth ?? ""))
    .slice(0, mostChildren);
  return (own: string | undefined): Partial<Answers> => ({
    couple: partner !== undefined,
    adults: [{ birth: own }, { birth: partner && births.get(partner.personId) }],
    children,
  });
}

/** A date whose day or month the register does not know (00) is asked. */
const known = (date: string): string | undefined => (/-00/.test(date) ? undefined : date);

function answered({ couple, adults: [self, partner], children }: Answers): Question[] {
  return [
    ...(couple === undefined ? [] : ["household" as const]),
    ...(self.birth ? ["birth" as const] : []),
    ...(partner.birth ? ["partner-birth" as const] : []),
    ...(children ? ["children" as const] : []),
    ...(children ?? []).flatMap(({ birth }, index) => (birth ? [`child-${index + 1}` as const] : [])),
  ];
}

async function noteLook(world: World, { personId, relation, measure }: Standing, whose: readonly string[]) {
  const subjects = [...new Set(whose)].filter((one) => one !== personId).sort();
  if (subjects.length === 0) return;
  const look = {
    actor: personId,
    act: "began a simulation from the household",
    at: world.clock(),
    detail: { as: relation, ...(measure && { measure }) },
  };
  await inTransaction(world.reach.institution, async (tx) => {
    for (const subject of subjects) await record(tx, world.keys.journal, { ...look, subject });
  });
}
