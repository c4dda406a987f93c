import { writeFileSync } from "node:fs";
import { frenchBenefits } from "../law/benefits/fr/index.ts";
import { batchResults, generatedText } from "./batch-text.ts";
import { load } from "./load.ts";

// Run with `node engine/write-batch.ts` after a change of law; a test says when it was forgotten.
writeFileSync(new URL("./generated-fr.ts", import.meta.url), generatedText(load(frenchBenefits), batchResults));
