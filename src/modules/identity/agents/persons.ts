import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { foundBy, typedIdentifier } from "../identifiers.ts";
import { findPersonIds } from "./store.ts";

/** Whose identifier an agent typed (CP-02); refused with words where it cannot be one, or nobody has it. */
export async function personBy(
  world: World,
  typed: string,
): Promise<{ personId: string } | { refused: Sentence }> {
  const found = await personsBy(world, [typed]);
  if ("refused" in found) return { refused: found.refused };
  return { personId: found.personIds[0] as string };
}

/** The same for several at once: one that cannot be, or that nobody has, refuses all; `at` is which. */
export async function personsBy(
  world: World,
  typed: readonly string[],
): Promise<{ personIds: string[] } | { refused: Sentence; at?: number }> {
  const keys: Buffer[] = [];
  for (const [at, one] of typed.entries()) {
    const identifier = typedIdentifier(world, one);
    if ("refused" in identifier) return { refused: identifier.refused.says, at };
    keys.push(foundBy(world.keys, identifier));
  }
  const distinct = [...new Map(keys.map((key) => [key.toString("hex"), key])).values()];
  const personIds = await findPersonIds(world.db, distinct);
  if (personIds.length < distinct.length) return { refused: unknown };
  return { personIds };
}

const unknown: Sentence = {
  fr: "Nous ne connaissons personne qui ait ce numéro.",
  en: "We know nobody who has this number.",
};
