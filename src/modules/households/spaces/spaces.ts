import { civilDay, type MeasureKind, runs } from "../../../../law/access/relations.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { findPersons, type Person, type Visitor } from "../../identity/index.ts";
import { findWaitingOf } from "../guardianship/store.ts";
import { type Standing, standingAsGuardian } from "../standing.ts";
import { chooseSpace, dropChosenSpace, findChosenSpace, findMeasuresOf } from "./store.ts";

/** A protected person's space that a session stands in, and what the law lets the guardian do there now. */
export type OpenSpace = { protectedPerson: Person; standing: Standing };

/** `closed`: the session stands in a space that the law no longer opens. */
export type SpaceNow = OpenSpace | "closed" | undefined;

/** The space this session stands in at this moment; the law is asked each time (MC-06, SEC-11). */
export async function spaceOf(world: World, { person, sessionId }: Visitor): Promise<SpaceNow> {
  const chosen = await findChosenSpace(world.db, person.personId, sessionId);
  if (!chosen) return undefined;
  const [[protectedPerson], standing] = await Promise.all([
    findPersons(world.db, [chosen]),
    standingAsGuardian(world, person.personId, chosen),
  ]);
  return protectedPerson && standing ? { protectedPerson, standing } : "closed";
}

/** A space that a guardian may choose, or why it is not open to them now. */
export type ListedSpace = { person: Person; kind: MeasureKind; until?: string; open: boolean };

/** The spaces of the persons this guardian protects now, and their deposits that wait (MC-06). */
export async function listSpaces(
  world: World,
  guardian: string,
): Promise<{ spaces: ListedSpace[]; waiting: { caseNumber: string; depositedAt: Date }[] }> {
  const day = civilDay(world.clock(), world.institution.timeZone);
  const measures = (await findMeasuresOf(world.db, guardian))
    .map(({ until, ...one }) => ({ ...one, ...(until !== null && { until }) }))
    .filter((one) => runs(one, day));
  const ids = [...new Set(measures.map(({ protectedPerson }) => protectedPerson))];
  const persons = await findPersons(world.db, ids);
  const spaces = await Promise.all(
    persons.map(async (person) => {
      const own = measures.find(({ protectedPerson }) => protectedPerson === person.personId);
      const open = (await standingAsGuardian(world, guardian, person.personId)) !== undefined;
      const { kind = "assistance", until } = own ?? {};
      return { person, kind, open, ...(until !== undefined && { until }) };
    }),
  );
  return { spaces, waiting: await findWaitingOf(world.db, guardian, 20) };
}

export type EnteredSpace = { done: true } | { refused: typeof notOpen };

/**
 * Chooses, for this session alone, the space of a person whom the visitor protects now. It stands in that person's journal
 * as the guardian's act (MC-07, SEC-12). Anybody else's space is refused alike, whether there is one or not (SEC-02).
 */
export async function enterSpace(
  world: World,
  { person, sessionId }: Visitor,
  protectedPerson: string,
): Promise<EnteredSpace> {
  const guardian = person.personId;
  const opens = isId(protectedPerson)
    ? await standingAsGuardian(world, guardian, protectedPerson)
    : undefined;
  if (!opens) return { refused: notOpen };
  const at = world.clock();
  await inTransaction(world.reach.institution, async (tx) => {
    const before = await dropChosenSpace(tx, guardian, sessionId);
    await chooseSpace(tx, {
      person_id: guardian,
      session_id: sessionId,
      protected_person: protectedPerson,
      entered_at: at,
    });
    if (before === protectedPerson) return;
    const act = { actor: guardian, at, detail: { as: "guardian" } };
    const { measure = "" } = opens;
    if (before) await record(tx, world.keys.journal, { ...act, subject: before, act: "left the space" });
    await record(tx, world.keys.journal, {
      ...act,
      subject: protectedPerson,
      act: "entered the space",
      detail: { ...act.detail, measure },
    });
  });
  return { done: true };
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Back to the visitor's own space; doing it twice is as good as once. */
export const leaveSpace = (world: World, { person, sessionId }: Visitor): Promise<void> =>
  inTransaction(world.reach.institution, async (tx) => {
    const left = await dropChosenSpace(tx, person.personId, sessionId);
    if (!left) return;
    const act = { actor: person.personId, at: world.clock(), detail: { as: "guardian" } };
    await record(tx, world.keys.journal, { ...act, subject: left, act: "left the space" });
  });

/** Why a space does not open, and what to do. */
const notOpen = {
  says: {
    fr: "Cet espace ne vous est pas ouvert : aucune décision de protection vérifiée ne vous y désigne aujourd’hui.",
    en: "This space is not open to you: no checked protection decision names you there today.",
  },
  source: "MC-06",
  way: {
    fr: "Si une décision vous désigne, déposez-la depuis votre compte. Si elle a été prolongée, déposez celle qui la prolonge.",
    en: "If a decision names you, deposit it from your account. If it was extended, deposit the one that extends it.",
  },
} satisfies { says: Sentence; source: string; way: Sentence };
