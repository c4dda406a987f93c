import type { Sentence } from "../../language.ts";
import { sinceAtLeast, sources } from "./sources.ts";

/** Who contributes together, by the same shares. The number is what the fact `scheme` holds. */
export const schemes = {
  general: { number: 1, label: { fr: "régime général", en: "general scheme" } },
  "free-zone": { number: 2, label: { fr: "zone franche", en: "free zone" } },
  "self-employed": { number: 3, label: { fr: "indépendants", en: "self-employed" } },
  "civil-service": { number: 4, label: { fr: "fonctionnaires", en: "civil servants" } },
  police: { number: 5, label: { fr: "police nationale", en: "national police" } },
  government: {
    number: 6,
    label: { fr: "députés et gouvernement", en: "members of parliament and government" },
  },
} as const satisfies Record<string, { number: number; label: Sentence }>;
export type Scheme = keyof typeof schemes;

/** What a contribution pays for, and the pay it is a share of. */
export const branches = {
  pension: { label: { fr: "retraite", en: "pension" } },
  health: { label: { fr: "assurance maladie", en: "health insurance" } },
  family: { label: { fr: "prestations familiales", en: "family benefits" } },
  accidents: { label: { fr: "accidents du travail", en: "work accidents" } },
} as const satisfies Record<string, { label: Sentence }>;
export type Branch = keyof typeof branches;

/** What worker and employer pay, as a share of pay, from a day on; and where each was read. */
export type Shares = {
  readonly worker: number;
  readonly employer: number;
  readonly from: string;
  readonly sources: { readonly worker: string; readonly employer: string };
};

const readAs = (source: string) => ({ worker: source, employer: source });
const none: Shares = {
  worker: 0,
  employer: 0,
  from: sinceAtLeast,
  sources: readAs(sources.payrollSoftware),
};
const pension: Shares = { worker: 0.04, employer: 0.04, from: sinceAtLeast, sources: readAs(sources.survey) };
const health: Shares = {
  worker: 0.02,
  employer: 0.05,
  from: "2014-12-21",
  sources: readAs(sources.healthLaunch),
};
const accidents: Shares = { ...none, employer: 0.012 };
/** The law sets the agent’s part; the State’s is second hand. */
const publicPension = (worker: number, employer: number): Shares => ({
  worker,
  employer,
  from: sinceAtLeast,
  sources: { worker: sources.civilService, employer: sources.payrollSoftware },
});

/** The contributions by scheme and branch: one line is the whole of a branch, and a hole does not compile (CN-14). */
export const shares = {
  general: { pension, health, family: { ...none, employer: 0.055 }, accidents },
  "free-zone": { pension, health, family: none, accidents },
  "self-employed": { pension: none, health: { ...none, worker: 0.07 }, family: none, accidents: none },
  "civil-service": {
    pension: publicPension(0.06, 0.14),
    health,
    family: none,
    accidents: none,
  },
  police: {
    pension: publicPension(0.07, 0.15),
    health,
    family: none,
    accidents: none,
  },
  government: {
    pension: { ...none, worker: 0.17, employer: 0.19 },
    health,
    family: none,
    accidents: none,
  },
} as const satisfies Record<Scheme, Record<Branch, Shares>>;
