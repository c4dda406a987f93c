import { z } from "zod";
import type { ClaimKindName } from "../../../../institutions/institution.ts";
import { seal, unseal } from "../../../platform/crypto.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import type { Answers } from "../kind.ts";
import { findDraft, keepDraft } from "../store.ts";

/** Days after the last answer from which a claim begun is begun anew: facts of life change. */
const keptDays = 7;

const answersSchema = z.record(z.string(), z.string());

const keys = (world: World) => new Map([[1, world.keys.input]]);
const about = (personId: string, kind: ClaimKindName) => `claim ${kind} of ${personId}`;

/** What the person answered so far to that claim, on whatever device. */
export async function answersOf(
  world: World,
  db: Db | Tx,
  personId: string,
  kind: ClaimKindName,
): Promise<Answers> {
  const draft = await findDraft(db, personId, kind);
  if (!draft || world.clock().getTime() - draft.changedAt.getTime() > keptDays * 86_400_000) return {};
  const read = answersSchema.safeParse(JSON.parse(unseal(keys(world), draft.sealed, about(personId, kind))));
  return read.data ?? {};
}

/** Keeps the answers, sealed, for this person alone. */
export const keepAnswers = (world: World, personId: string, kind: ClaimKindName, answers: Answers) =>
  keepDraft(world.db, {
    person_id: personId,
    kind,
    sealed: seal(keys(world), JSON.stringify(answers), about(personId, kind)),
    changed_at: world.clock(),
  });
