import type { Population } from "../../../../institutions/institution.ts";
import { anyMeans, type SecondStepAsked } from "../../../../law/credentials/second-step.ts";
import type { World } from "../../../world.ts";

/** What is asked of accounts of this group, and what counts for them: as the institution's data says (SEC-08). */
export function secondStepAsked(
  { institution }: Pick<World, "institution">,
  population: Population | null,
): SecondStepAsked {
  const { accounts } = institution;
  const own = population && accounts?.secondStepOf?.[population];
  return own || { policy: accounts?.secondStep ?? "off", means: anyMeans };
}
