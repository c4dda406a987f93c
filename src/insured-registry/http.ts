import { registerByHttp } from "../platform/register-by-http.ts";
import type { InsuredRegistry } from "./insured-registry.ts";

/**
 * The institution's register behind an HTTP address, asked with what was told. While it is away the answer is `unknown`,
 * and `report` is told why. Throws on plain `http://` beyond the machine itself.
 */
export function insuredRegistryByHttp(
  at: { url: string; token: string },
  report: (error: Error) => void,
): InsuredRegistry {
  return { check: registerByHttp({ ...at, called: "insured registry" }, report) };
}
