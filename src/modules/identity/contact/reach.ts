import { vouching } from "../../../../law/credentials/objection.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import { findOpenChanges } from "../change-contacts/store.ts";
import { findNoticeAddresses } from "../notice-address/store.ts";
import type { ContactKind } from "./contact.ts";
import { findContactPoints } from "./store.ts";

/** Where a person is written to. */
export type Reach = { kind: ContactKind; value: string };

/**
 * Where notices about the file go (MC-17): the address given for them if any, else the verified mail, else the verified
 * mobile. None: nothing is verified, and a letter must do. Codes and warnings about the account never go by this.
 */
export async function noticeContacts(db: Db | Tx, personId: string): Promise<Reach[]> {
  const [notice] = (await findNoticeAddresses(db, personId)).filter(({ verifiedAt }) => verifiedAt !== null);
  if (notice) return [{ kind: "mail", value: notice.value }];
  const verified = await findVerified(db, personId);
  const first = verified.find(({ kind }) => kind === "mail") ?? verified[0];
  return first ? [first] : [];
}

/**
 * Who is warned of what touches the account's safety (SEC-04): every verified contact point, and those that were replaced
 * but may still object, for the new ones may be somebody else's.
 */
export async function warnedContacts(db: Db | Tx, personId: string, at: Date): Promise<Reach[]> {
  const verified = await findVerified(db, personId);
  const old = await vouchingContacts(db, personId, at);
  return [...verified, ...old.filter((point) => !verified.some(({ value }) => value === point.value))];
}

/** The contact points that a way back into the account may rest on now (SEC-04). */
export async function vouchingContacts(db: Db | Tx, personId: string, at: Date): Promise<Reach[]> {
  const verified = await findVerified(db, personId);
  return vouching(verified, await findOpenChanges(db, personId, at), at);
}

const findVerified = async (db: Db | Tx, personId: string): Promise<Reach[]> =>
  (await findContactPoints(db, personId))
    .filter(({ verifiedAt }) => verifiedAt !== null)
    .map(({ kind, value }) => ({ kind, value }));
