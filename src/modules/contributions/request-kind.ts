/** Who an access is asked for (CN-01). */
export type RequestKind = "insured" | "employer";
