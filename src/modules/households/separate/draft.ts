import type { World } from "../../../world.ts";
import {
  type Address,
  keepTyped,
  readAddress,
  readTyped,
  type TypedAddress,
  takeTyped,
} from "../../identity/index.ts";

/** What a person typed so far of their declaration, as typed. */
export type Draft = TypedAddress & {
  day: string;
  month: string;
  year: string;
  /** Whether they stay where they live, or moved. */
  home: "stays" | "moved" | "";
};

const empty: Draft = { day: "", month: "", year: "", home: "" };
const path = "/separations";

/** The draft of this person, sealed as what they type elsewhere is; it lasts until it is sent, or an hour. */
export async function readDraft(world: World, personId: string): Promise<Draft> {
  const kept = await readTyped(world, personId, path);
  return kept?.draft ? { ...empty, ...(JSON.parse(kept.draft) as Draft) } : empty;
}

export const keepDraft = (world: World, personId: string, draft: Draft): Promise<void> =>
  keepTyped(world, personId, path, { draft: JSON.stringify(draft) });

/** It was sent: nothing of it stays. */
export const dropDraft = (world: World, personId: string) => takeTyped(world, personId, path);

/** The new address of a draft: none for who stays, undefined where it is still to be given. */
export function addressOf(world: World, draft: Draft): { address: Address | undefined } | undefined {
  if (draft.home === "stays") return { address: undefined };
  if (draft.home !== "moved") return undefined;
  const read = readAddress(draft, world.institution.country);
  return "address" in read ? read : undefined;
}
