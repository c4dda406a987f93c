import { familyGrounds } from "./reasons/family.ts";
import { familyRefusals } from "./reasons/family-refusals.ts";
import { protectionGrounds, protectionRefusals } from "./reasons/protection.ts";
import { staffGrounds, staffRefusals } from "./reasons/staff.ts";

/** Every reason for a yes. */
export const grounds = { ...familyGrounds, ...protectionGrounds, ...staffGrounds };

/** Every reason for a no, with the way that stays open. */
export const refusals = { ...familyRefusals, ...protectionRefusals, ...staffRefusals };
