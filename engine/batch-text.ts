import { createHash } from "node:crypto";
import { generate } from "./generate.ts";
import type { LoadedRules } from "./load.ts";

/** The whole generated file, as it must be for these rules. */
export function generatedText(
  loaded: LoadedRules,
  batches: Readonly<Record<string, readonly string[]>>,
): string {
  const bodies = Object.entries(batches).map(
    ([name, results]) =>
      `const ${name} = (() => {\n${generate(loaded, name, results).replace("export function", "function")}\nreturn ${name};\n})();`,
  );
  const code = bodies.join("\n\n");
  return `// @ts-nocheck
// Written by \`node engine/write-batch.ts\` from law/benefits/fr: change the rules there, never this file.
// ${generatedMark(code)}
import { toEuroHalfEven } from "./arithmetic.ts";

${code}

/** One function for each batch; each says for which rules it was written. */
export const generated = { ${Object.keys(batches).join(", ")} };
`;
}

/** What the generated file says of the text it was formatted from: a test compares it with what the rules give now. */
const generatedMark = (code: string): string =>
  `From text ${createHash("sha256").update(code).digest("hex").slice(0, 16)}`;
