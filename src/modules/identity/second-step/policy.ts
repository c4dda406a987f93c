import type { Population } from "../../../../institutions/institution.ts";
import type { SecondStepPolicy } from "../../../../law/credentials/second-step.ts";
import type { World } from "../../../world.ts";

/** Whether accounts of this group are asked for a second step: as the institution's data says (SEC-08). */
export function secondStepPolicy({ institution }: World, population: Population | null): SecondStepPolicy {
  const { accounts } = institution;
  return (population && accounts?.secondStepOf?.[population]) || (accounts?.secondStep ?? "off");
}
