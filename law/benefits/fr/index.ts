import type { Rulebook } from "../rule.ts";
import { facts } from "./facts.ts";
import { activityBonusRules } from "./rules/activity-bonus.ts";
import { backToSchoolRules } from "./rules/back-to-school.ts";
import { disabilityRules } from "./rules/disability.ts";
import { familyAllowanceRules } from "./rules/family-allowances.ts";
import { familyQuotientRules } from "./rules/family-quotient.ts";
import { familySupplementRules } from "./rules/family-supplement.ts";
import { familySupportRules } from "./rules/family-support.ts";
import { generalRules } from "./rules/general.ts";
import { rsaRules } from "./rules/rsa.ts";
import { youngChildRules } from "./rules/young-child.ts";

/** The French benefits of the family branch, from January 2024 (MC-01, MC-27). */
export const frenchBenefits: Rulebook = {
  country: "FR",
  currency: "EUR",
  since: "2024-01",
  // The ceilings of 2027 come out in the last days of 2026.
  publishedUntil: "2026-12",
  facts,
  rules: [
    ...generalRules,
    ...familyAllowanceRules,
    ...familySupplementRules,
    ...familySupportRules,
    ...youngChildRules,
    ...backToSchoolRules,
    ...disabilityRules,
    ...rsaRules,
    ...activityBonusRules,
    ...familyQuotientRules,
  ],
  results: [
    "af",
    "cf",
    "asf",
    "paje_base",
    "paje_naissance",
    "ars_year",
    "aeeh",
    "aah",
    "rsa",
    "ppa",
    "quotient_familial",
  ],
};
