import type { AccessDecision } from "../../../law/access/decide.ts";
import type { World } from "../../world.ts";
import { membersOf, type ShownMember } from "./home/home.ts";
import { noteLook } from "./note-look.ts";
import type { Standing } from "./standing.ts";

/** Who is in the household today, and by which rule this person sees it; undefined where they may not. */
export type SeenHousehold = { members: ShownMember[]; because: AccessDecision };

/** Shows the household to whom the law lets see it; somebody else's look stands in its holder's journal (CP-11, SEC-12). */
export async function seeHousehold(world: World, standing: Standing): Promise<SeenHousehold | undefined> {
  const because = standing.may("see-household-members");
  if (!because.allowed || !standing.file) return undefined;
  await noteLook(world, standing, because);
  return { members: await membersOf(world, standing), because };
}
