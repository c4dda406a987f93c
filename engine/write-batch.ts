import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { frenchBenefits } from "../law/benefits/fr/index.ts";
import { batchResults } from "./batch-results.ts";
import { generatedText } from "./batch-text.ts";
import { load } from "./load.ts";

// Run with `node engine/write-batch.ts` after a change of law; a test says when it was forgotten.
const file = fileURLToPath(new URL("./generated-fr.ts", import.meta.url));
const biome = fileURLToPath(new URL("../node_modules/.bin/biome", import.meta.url));
writeFileSync(file, generatedText(load(frenchBenefits), batchResults));
execFileSync(biome, ["format", "--write", file]);
