import { generate } from "./generate.ts";
import type { LoadedRules } from "./load.ts";

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

/** The whole generated file, as it must be for these rules. */
export function generatedText(
  loaded: LoadedRules,
  batches: Readonly<Record<string, readonly string[]>>,
): string {
  const bodies = Object.entries(batches).map(
    ([name, results]) => `const ${name} = (() => {\n${generate(loaded, name, results).replace("export function", "function")}\nreturn ${name};\n})();`,
  );
  return `// @ts-nocheck
// Written by \`node engine/write-batch.ts\` from law/benefits/fr: change the rules there, never this file.
import { toEuroHalfEven } from "./arithmetic.ts";

${bodies.join("\n\n")}

/** One function for each batch; each says for which rules it was written. */
export const generated = { ${Object.keys(batches).join(", ")} };
`;
}
