import type { RegisterAnswer } from "../platform/register-by-http.ts";

/** What somebody tells who asks for an access: personal data, or company data (CN-13). `birthDate` is "YYYY-MM-DD". */
export type Told =
  | { kind: "insured"; number: string; firstNames: string; birthName: string; birthDate: string }
  | { kind: "employer"; number: string; companyName: string };

/**
 * The institution's own register of insured persons and employers, as it is reached: it says whether a number goes with
 * what was told (CN-01, CN-13). Never throws: a register that is away answers `unknown`.
 */
export type InsuredRegistry = { check: (told: Told) => Promise<RegisterAnswer> };

/** Where no register is connected: nobody can say, and an agent looks. */
export const noInsuredRegistry: InsuredRegistry = { check: async () => "unknown" };
