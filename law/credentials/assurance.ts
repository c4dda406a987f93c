/** How sure an identity provider is of whom it vouches for (eIDAS), from the least to the most. */
export const assuranceLevels = ["eidas1", "eidas2", "eidas3"] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

/** Whether what the provider says (`acr`) is at least what was asked (SEC-14). What is not one of the levels is none. */
export function isAssured(said: unknown, asked: AssuranceLevel): boolean {
  return assuranceLevels.slice(assuranceLevels.indexOf(asked)).some((level) => level === said);
}
