import type { SecondStepPolicy } from "../../../../law/credentials/second-step.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import type { ContactPoint } from "../contact/contact.ts";
import { findContactPoints } from "../contact/store.ts";
import { countPasskeys } from "../passkeys/store.ts";
import { secondStepAsked } from "./policy.ts";
import { findPopulation } from "./store.ts";

/** What a person can do the second step with. */
export type Means = {
  contacts: ContactPoint[];
  hasPasskey: boolean;
  policy: SecondStepPolicy;
  /** A code by mail counts for this person. */
  mailCounts: boolean;
};

/** What this person has of what counts for them (SEC-08). */
export async function meansOf(world: World, db: Db | Tx, personId: string): Promise<Means> {
  const { policy, means } = secondStepAsked(world, await findPopulation(db, personId));
  const points = await findContactPoints(db, personId);
  const contacts = points.filter(({ verifiedAt, kind }) => verifiedAt !== null && means.includes(kind));
  const hasPasskey = means.includes("passkey") && (await countPasskeys(db, personId)) > 0;
  return { contacts, hasPasskey, policy, mailCounts: means.includes("mail") };
}

export const hasNone = ({ contacts, hasPasskey }: Pick<Means, "contacts" | "hasPasskey">): boolean =>
  contacts.length === 0 && !hasPasskey;

/** Whether this person has a second proof that counts for them: asked before they act on the accesses of others (SEC-08). */
export const hasSecondProof = async (world: World, personId: string): Promise<boolean> =>
  !hasNone(await meansOf(world, world.db, personId));
