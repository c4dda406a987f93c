import { structureLimits } from "../../../../law/partners/structure.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { callName, type Visitor } from "../../identity/index.ts";
import { endPeople } from "../closings/end-people.ts";
import type { Post, Staff } from "../post.ts";
import { managedService } from "../standing.ts";
import { findStaff } from "../store.ts";

/** A service with its people, for its manager alone; undefined for everybody else (SP-03). */
export async function readService(
  world: World,
  visitor: Visitor,
  serviceId: string,
): Promise<{ post: Post; staff: Staff[] } | undefined> {
  const post = await managedService(world, visitor, serviceId);
  if (!post) return undefined;
  const most = structureLimits.people.value;
  return { post, staff: await findStaff(world.db, post.structureId, serviceId, most) };
}

/**
 * A manager closes a colleague's access at once: sessions end, account and password are deleted, the colleague is told
 * (SP-04, SP-06). Doing it twice is as good as once. `notYours`: not a colleague in a service of theirs.
 */
export async function closeColleague(
  world: World,
  visitor: Visitor,
  serviceId: string,
  personId: string,
): Promise<{ done: true } | { notYours: true }> {
  const post = await managedService(world, visitor, serviceId);
  if (!post) return { notYours: true };
  const by = { agentId: visitor.person.personId, name: callName(visitor.person) };
  return inTransaction(world.db, async (tx) => {
    const { structureId } = post;
    const which = { structureId, serviceId, personId, role: "colleague" as const };
    const told = { reason: "closed by the manager", told: post.service };
    if ((await endPeople(tx, world, by, which, told)) === 0) return { notYours: true };
    const act = "closed a colleague's access";
    const detail = { service: serviceId, colleague: personId };
    const at = world.clock();
    await record(tx, world.keys.journal, { subject: structureId, actor: by.agentId, act, at, detail });
    return { done: true };
  });
}
