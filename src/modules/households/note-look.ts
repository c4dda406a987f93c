import type { AccessDecision } from "../../../law/access/decide.ts";
import { counts, whoIs } from "../../../law/access/household-life.ts";
import { civilDay } from "../../../law/access/relations.ts";
import { inTransaction } from "../../platform/database.ts";
import { record } from "../../platform/journal.ts";
import type { World } from "../../world.ts";
import type { Standing } from "./standing.ts";
import type { HouseholdFile } from "./store.ts";

/**
 * Somebody other than its holder reads the household's part of a file: it stands in the journal of whose data it is, with
 * what let them and, where staff said one, the reason (SEC-12). A guardian's look stands in the protected person's too.
 */
export async function noteLook(
  world: World,
  { file, personId, measure }: Pick<Standing, "file" | "personId" | "measure">,
  { relation }: AccessDecision,
  reason?: string,
): Promise<void> {
  const subjects = file ? whoseIs(file, personId, world.clock()) : [];
  if (subjects.length === 0) return;
  const look = {
    actor: personId,
    act: "looked at the household",
    at: world.clock(),
    detail: { as: relation, ...(measure && { measure }), ...(reason && { why: reason }) },
  };
  await inTransaction(world.reach.institution, async (tx) => {
    for (const subject of subjects) await record(tx, world.keys.journal, { ...look, subject });
  });
}

/** The holder, the last one where there is none any more, and whom the reader protects; never the reader. */
function whoseIs({ facts }: HouseholdFile, reader: string, on: Date): string[] {
  const day = civilDay(on, facts.timeZone);
  const last = facts.members.findLast((member) => member.role === "holder")?.personId;
  const holder = whoIs(facts, "holder", day) ?? last;
  const guarded = facts.guardianships
    .filter((one) => one.guardian === reader && counts(one, on, day))
    .map((one) => one.protectedPerson);
  if (holder === reader) return [];
  return [...new Set([...(holder ? [holder] : []), ...guarded])].sort();
}
