import { registerByHttp } from "../platform/register-by-http.ts";
import type { CivilRegistry } from "./civil-registry.ts";

/**
 * The national register behind an HTTP address, asked with the number and the person. While it is away the answer is
 * `unknown`, and `report` is told why. Throws on plain `http://` beyond the machine itself.
 */
export function registryByHttp(
  at: { url: string; token: string },
  report: (error: Error) => void,
): CivilRegistry {
  const ask = registerByHttp({ ...at, called: "civil registry" }, report);
  return { check: (number, person) => ask({ number, ...person }) };
}
