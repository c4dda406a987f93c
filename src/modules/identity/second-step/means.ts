import type { Db, Tx } from "../../../platform/database.ts";
import type { ContactPoint } from "../contact/contact.ts";
import { findContactPoints } from "../contact/store.ts";
import { countPasskeys } from "../passkeys/store.ts";

/** What a person can do the second step with. */
export type Means = { contacts: ContactPoint[]; hasPasskey: boolean };

export async function meansOf(db: Db | Tx, personId: string): Promise<Means> {
  const points = await findContactPoints(db, personId);
  const contacts = points.filter((point) => point.verifiedAt !== null);
  return { contacts, hasPasskey: (await countPasskeys(db, personId)) > 0 };
}

export const hasNone = ({ contacts, hasPasskey }: Means): boolean => contacts.length === 0 && !hasPasskey;
