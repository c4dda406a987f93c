import type { World } from "../../../world.ts";
import type { ContactKind, ContactPoint } from "../contact/contact.ts";
import { findContactPoints } from "../contact/store.ts";
import { pendingPoint } from "../give-contacts/give-contacts.ts";
import { waitingAt } from "../give-contacts/waiting.ts";
import { findNoticeAddresses, type NoticeAddress } from "../notice-address/store.ts";
import type { Visitor } from "../session/session.ts";
import { isOnlyOne } from "./remove-contact.ts";
import { findOpenChanges, type StoredChange } from "./store.ts";

/** What waits for its code. */
export type Pending = {
  value: string;
  /** Its code may still be typed: nothing has to be sent. */
  isSent: boolean;
};

/** Where a person's contact points stand (MC-17). */
export type Overview = {
  points: Record<ContactKind, ShownPoint>;
  notices: { inUse?: string | undefined; pending?: Pending | undefined };
  timeZone: string;
};

export type ShownPoint = {
  inUse: string | undefined;
  isOnlyOne: boolean;
  pending: Pending | undefined;
  /** The last change that may still be objected to. */
  change: StoredChange | undefined;
};

export async function gatherOverview(world: World, visitor: Visitor): Promise<Overview> {
  const { personId } = visitor.person;
  const [points, changes, notices] = await Promise.all([
    findContactPoints(world.db, personId),
    findOpenChanges(world.db, personId, world.clock()),
    findNoticeAddresses(world.db, personId),
  ]);
  const shown = async (kind: ContactKind): Promise<ShownPoint> => ({
    inUse: inUse(points, kind),
    isOnlyOne: isOnlyOne(points, kind),
    pending: await pendingOf(world, visitor, pendingPoint(points, kind)),
    change: changes.findLast((one) => one.kind === kind),
  });
  const waits = notices.find(({ verifiedAt }) => verifiedAt === null);
  return {
    points: { mail: await shown("mail"), mobile: await shown("mobile") },
    notices: {
      inUse: notices.find(({ verifiedAt }) => verifiedAt !== null)?.value,
      pending: await pendingOf(world, visitor, waits && { ...waits, kind: "notice" }),
    },
    timeZone: world.institution.timeZone,
  };
}

/** The verified contact point of that kind. */
export const inUse = (points: readonly ContactPoint[], kind: ContactKind): string | undefined =>
  points.find((one) => one.kind === kind && one.verifiedAt !== null)?.value;

async function pendingOf(
  world: World,
  visitor: Visitor,
  point: ContactPoint | (NoticeAddress & { kind: "notice" }) | undefined,
): Promise<Pending | undefined> {
  if (!point) return undefined;
  const waiting = await waitingAt(world.db, world, visitor.person.personId, point);
  return { value: point.value, isSent: waiting?.state === "open" };
}
