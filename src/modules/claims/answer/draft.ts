import { z } from "zod";
import type { ClaimKindName } from "../../../../institutions/institution.ts";
import { seal, unseal } from "../../../platform/crypto.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import type { ActedFor } from "../../households/index.ts";
import type { Answers } from "../kind.ts";
import { findDraft, keepDraft } from "../store.ts";

/** Days after the last answer from which a claim begun is begun anew: facts of life change. */
const keptDays = 7;

const answersSchema = z.record(z.string(), z.string());

const keys = (world: World) => new Map([[1, world.keys.input]]);
const about = ({ personId, actor }: ActedFor, kind: ClaimKindName) =>
  `claim ${kind} of ${personId}${actor === personId ? "" : ` by ${actor}`}`;

/** What the person answered so far to that claim, or who protects them in their place, on whatever device. */
export async function answersOf(
  world: World,
  db: Db | Tx,
  claimant: ActedFor,
  kind: ClaimKindName,
): Promise<Answers> {
  const draft = await findDraft(db, claimant, kind);
  if (!draft || world.clock().getTime() - draft.changedAt.getTime() > keptDays * 86_400_000) return {};
  const read = answersSchema.safeParse(JSON.parse(unseal(keys(world), draft.sealed, about(claimant, kind))));
  return read.data ?? {};
}

/** Keeps the answers, sealed, for who gave them alone: a guardian and the person they protect do not read each other’s. */
export const keepAnswers = (world: World, claimant: ActedFor, kind: ClaimKindName, answers: Answers) =>
  keepDraft(world.db, {
    person_id: claimant.personId,
    kind,
    by_person: claimant.actor,
    sealed: seal(keys(world), JSON.stringify(answers), about(claimant, kind)),
    changed_at: world.clock(),
  });
