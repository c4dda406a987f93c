/** What the batch of a population computes: the six benefits of a month, or every result with its parts. */
export const batchResults = {
  sixBenefits: ["af", "cf", "asf", "paje_base", "rsa", "ppa"],
  everyResult: [
    "resources",
    "af",
    "af_base",
    "af_majoration",
    "af_allocation_forfaitaire",
    "af_complement_degressif",
    "cf",
    "asf",
    "paje_base",
    "paje_naissance",
    "ars_year",
    "aeeh",
    "aah",
    "rsa_base_ressources",
    "rsa",
    "ppa",
    "quotient_familial",
  ],
} as const;

/** The name of a batch. */
export type BatchName = keyof typeof batchResults;
