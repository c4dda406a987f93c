import { caf } from "./caf/index.ts";
import { cnss } from "./cnss/index.ts";
import { cpam54 } from "./cpam54/index.ts";
import type { Institution } from "./institution.ts";

/** The institutions that ship with Foyer. */
export const institutions: readonly Institution[] = [caf, cnss, cpam54];
