import { type Act, groups } from "../../../../law/access/acts.ts";
import type { AccessDecision } from "../../../../law/access/decide.ts";
import { counts } from "../../../../law/access/household-life.ts";
import { civilDay, type Guardianship } from "../../../../law/access/relations.ts";
import type { MayClaim } from "../../../../law/claims/who-may-claim.ts";
import type { World } from "../../../world.ts";
import type { Person } from "../../identity/index.ts";
import { mayClaimNow } from "../claim-file.ts";
import { findBankOf } from "../guardianship/store.ts";
import { shownBank } from "../guardianship/told.ts";
import { membersOf, type ShownMember } from "../home/home.ts";
import { noteLook } from "../note-look.ts";
import { findFilelessFacts } from "../store.ts";
import type { OpenSpace } from "./spaces.ts";

type Refused = Extract<AccessDecision, { allowed: false }>;

/** What a protected person's space shows their guardian, each part by its rule (MC-06). */
export type ShownSpace = {
  person: Person;
  measures: readonly Guardianship[];
  because: AccessDecision;
  fileNumber?: string;
  /** The person is part of no file yet: their first claim opens one. */
  isFileless: boolean;
  household: { members: ShownMember[]; because: AccessDecision } | { refused: Refused };
  /** The account that the guardian gave, masked, where the decision lets them see payments. */
  bank?: string;
  /** Whether the guardian may claim for the person now, by which rule, and whether a file opens with it (MC-15). */
  claim: MayClaim;
  /** What the decision opens, and what it leaves to the person. */
  may: readonly Act[];
  mayNot: readonly { act: Act; because: Refused }[];
};

/** The acts whose yes or no a guardian looks for; the rest is their own, or the institution's. */
const asked: readonly Act[] = [
  ...groups.household,
  "appeal",
  "claim-individually",
  "see-delegation",
  "revoke-delegation",
  "grant-delegation",
  "declare-separation",
  "see-holder-contacts",
];

/** Gathers a protected person's space; the guardian's look stands in that person's journal (SEC-12). */
export async function gatherSpace(
  world: World,
  { protectedPerson, standing }: OpenSpace,
): Promise<ShownSpace> {
  const { file, may, personId } = standing;
  const on = world.clock();
  const day = civilDay(on, world.institution.timeZone);
  const person = protectedPerson.personId;
  const because = may("see-measure");
  await noteLook(world, standing, because);
  const seesHousehold = may("see-household-members");
  const bank = may("see-rights-and-payments").allowed
    ? await findBankOf(world.db, personId, person)
    : undefined;
  const { guardianships } = file?.facts ?? (await findFilelessFacts(world.reach.institution, person));
  const decisions = asked.map((act) => ({ act, because: may(act) }));
  return {
    person: protectedPerson,
    because,
    measures: guardianships.filter(
      (one) => one.guardian === personId && one.protectedPerson === person && counts(one, on, day),
    ),
    isFileless: file === undefined,
    claim: mayClaimNow(standing),
    ...(file && may("see-file-number").allowed && { fileNumber: file.fileNumber }),
    household: seesHousehold.allowed
      ? { members: await membersOf(world, standing), because: seesHousehold }
      : { refused: seesHousehold },
    ...(bank?.sealed && { bank: shownBank(world, bank.sealed, bank.depositId) }),
    may: decisions.filter((one) => one.because.allowed).map(({ act }) => act),
    mayNot: decisions.flatMap((one) => (one.because.allowed ? [] : [{ act: one.act, because: one.because }])),
  };
}
