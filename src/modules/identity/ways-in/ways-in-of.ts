import type { WaysIn } from "../../../../law/credentials/ways-in.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import { findLinkOf } from "../franceconnect/store.ts";
import { countPasskeys } from "../passkeys/store.ts";
import type { Visitor } from "../session/session.ts";

/** What opens a person's account now. */
export async function waysInOf(db: Db | Tx, { person, hasPassword }: Visitor): Promise<WaysIn> {
  const link = await findLinkOf(db, person.personId);
  return {
    password: hasPassword,
    passkeys: await countPasskeys(db, person.personId),
    franceConnect: link !== undefined && link.removedAt === null,
  };
}
