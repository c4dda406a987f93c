import { secondStepRefusals } from "../../../../law/credentials/second-step.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { warnPerson } from "../contact/warn.ts";
import { isRecent, type Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import { deleteAllTrusted } from "../trusted-devices/store.ts";
import { hasNone, type Means, meansOf } from "./means.ts";
import { secondStepText } from "./messages.ts";
import { findSecondStepSince, setSecondStep } from "./store.ts";

export type SecondStepSettings = Means & { on: boolean };

/** How the person's second step stands. */
export async function secondStepSettings(world: World, visitor: Visitor): Promise<SecondStepSettings> {
  const { personId } = visitor.person;
  const means = await meansOf(world, world.db, personId);
  const since = await findSecondStepSince(world.db, personId);
  const { policy } = means;
  return { ...means, on: policy === "required" || (policy === "optional" && since !== null) };
}

export type Turned =
  | { done: true }
  | { refused: Sentence }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true };

/** The person wants a second step at each sign-in. Refused to who could not do it: nobody locks themselves out. */
export async function turnOnSecondStep(world: World, visitor: Visitor, language: Language): Promise<Turned> {
  const { personId } = visitor.person;
  const means = await meansOf(world, world.db, personId);
  if (means.policy === "off") return { refused: sentences.off };
  if (hasNone(means)) return { refused: noneSays(means) };
  if (!isRecent(world, visitor)) return { confirm: true };
  return inTransaction(world.db, async (tx) => {
    if (!(await stillIn(tx, visitor))) return { confirm: true };
    // A means may have gone since the page was drawn.
    const left = await meansOf(world, tx, personId);
    if (hasNone(left)) return { refused: noneSays(left) };
    const at = world.clock();
    if (!(await setSecondStep(tx, personId, at))) return { done: true };
    const act = "turned the second step on";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at });
    await warnPerson(tx, world, { personId, language }, secondStepText(world, true, language));
    return { done: true };
  });
}

/** The person no longer wants it; the trust in their devices, which spared them the second step, ends with it. */
export async function turnOffSecondStep(world: World, visitor: Visitor, language: Language): Promise<Turned> {
  const { personId } = visitor.person;
  if ((await meansOf(world, world.db, personId)).policy === "required")
    return { refused: secondStepRefusals.required };
  if (!isRecent(world, visitor)) return { confirm: true };
  return inTransaction(world.db, async (tx) => {
    if (!(await stillIn(tx, visitor))) return { confirm: true };
    if (!(await setSecondStep(tx, personId, null))) return { done: true };
    await deleteAllTrusted(tx, personId);
    const act = "turned the second step off";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at: world.clock() });
    await warnPerson(tx, world, { personId, language }, secondStepText(world, false, language));
    return { done: true };
  });
}

const noneSays = ({ mailCounts }: Means): Sentence =>
  mailCounts ? secondStepRefusals.noMeans : secondStepRefusals.onlyMailbox;

const sentences = {
  off: {
    fr: "Ici, la vérification en deux étapes n’est pas proposée.",
    en: "Two-step verification is not offered here.",
  },
} satisfies Record<string, Sentence>;
