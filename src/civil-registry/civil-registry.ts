import type { Nia } from "../../law/credentials/nia.ts";
import type { Nir } from "../../law/credentials/nir.ts";

/** A person as they say they were registered at birth. `birthDate` is "YYYY-MM-DD", 00 where unknown. */
export type Registered = {
  firstNames: string;
  birthName: string;
  birthDate: string;
  sex: "F" | "M";
  /** INSEE code of the commune, or of the country where born abroad ("99352"). */
  birthCode: string;
};

/** `match`: the number is this person's. `mismatch`: it is somebody else's, or was never given. `unknown`: nobody could say now. */
export type RegistryAnswer = "match" | "mismatch" | "unknown";

/**
 * The national register of persons, as the institution reaches it: it knows waiting numbers too. Never throws: a
 * register that is away answers `unknown`.
 */
export type CivilRegistry = { check: (number: Nir | Nia, person: Registered) => Promise<RegistryAnswer> };

/** Where no register is connected: nobody can say. */
export const noRegistry: CivilRegistry = { check: async () => "unknown" };
