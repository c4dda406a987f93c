import { sql } from "kysely";
import type { MeasureKind } from "../law/access/relations.ts";
import { newId } from "../src/platform/ids.ts";
import type { World } from "../src/world.ts";

/** Writes down a decision that two agents validated: who protects whom since the year began, how far, and until when. */
export const guard = (
  world: World,
  guardian: { id: string },
  protectedPerson: { id: string },
  kind: MeasureKind,
  until: string | null = null,
) =>
  sql`insert into households.guardianship (protected_person, guardianship_id, guardian_person, kind, from_date,
      until_date, state, proposed_at, decided_at, decided_by, reason)
    values (${protectedPerson.id}, ${newId()}, ${guardian.id}, ${kind}, '2026-01-01', ${until}, 'validated',
      ${world.clock()}, ${world.clock()}, 'agent Zoé', null)`.execute(world.db);
