import type { Rulebook } from "../rule.ts";
import { facts } from "./facts.ts";
import { contributionRules } from "./rules/contributions.ts";
import { familyRules } from "./rules/family.ts";
import { leaveRules } from "./rules/leave.ts";
import { pensionRules } from "./rules/pensions.ts";
import { survivorRules } from "./rules/survivors.ts";

/**
 * What published facts say of the CNSS of Djibouti. Nobody has confirmed any of it: each rule says where it was read,
 * and known-gaps.md what is left out, for want of which text (CN-03). Results are those that hold today: maternity is
 * written until the law of 2025 that changed it.
 */
export const djiboutianBenefits: Rulebook = {
  country: "DJ",
  currency: "DJF",
  since: "2020-01",
  facts,
  rules: [...contributionRules, ...familyRules, ...leaveRules, ...pensionRules, ...survivorRules],
  results: [
    "worker_contributions",
    "employer_contributions",
    "voluntary_contribution",
    "family_allowances",
    "marriage_allowance",
    "accident_indemnity",
    "incapacity_annuity",
    "old_age_pension",
    "unfit_pension",
    "survivor_pension",
    "orphans_pension",
  ],
};
