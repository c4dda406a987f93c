import {
  type Delegation,
  type Entitlement,
  type FileFacts,
  type Guardianship,
  type Measure,
  type MeasureKind,
  type Member,
  noFacts,
  type OwnFile,
} from "./relations.ts";

/*
 * Histories of one file, for tests of what holds whatever happens. Awa holds it; Paul is or is not her spouse; Lina is
 * their child; Rémi may become Awa's guardian. Each step takes place at noon of its own day and writes the facts as an
 * office would. Beside the facts, `told` keeps what an onlooker knows to be true after the step, without any date.
 */
export const happenings = [
  "join",
  "leave",
  "separate",
  "grant",
  "revoke",
  "decline",
  "start-aah",
  "end-aah",
  "start-rsa",
  "measure",
  "entrust-accounts",
  "end-measure",
  "guard",
  "assist",
  "end-guard",
  "child-claims",
  "holder-dies",
  "spouse-dies",
] as const;
export type Happening = (typeof happenings)[number];

export type Told = {
  holderLives: boolean;
  spouseLives: boolean;
  together: boolean;
  delegated: boolean;
  ownRight: boolean;
  /** The measure over the holder that the institution knows of, and the one a guardian showed. */
  measured?: MeasureKind | undefined;
  guarded?: MeasureKind | undefined;
};

/** A fact that a step may still end. */
type Open<T> = { -readonly [K in keyof T]: T[K] };

type Facts = {
  members: Open<Member>[];
  entitlements: Open<Entitlement>[];
  delegations: Open<Delegation>[];
  measures: Open<Measure>[];
  guardianships: Open<Guardianship>[];
  ownFiles: OwnFile[];
  separations: { spouse: string; on: string; declaredAt: Date }[];
  deaths: { personId: string; on: string }[];
};

const firstDay = Date.UTC(2024, 0, 1, 12);
/** The instant of the n-th step. */
export const noonOf = (step: number) => new Date(firstDay + step * 86_400_000);
const civil = (step: number) => noonOf(step).toISOString().slice(0, 10);

/** The facts that a history leaves, and what was so after each of its steps. */
export function live(history: readonly Happening[]): { file: FileFacts; told: Told[] } {
  const facts: Facts = {
    members: [
      { personId: "awa", role: "holder", from: "2020-01-01" },
      { personId: "lina", role: "child", from: "2020-01-01" },
    ],
    entitlements: [],
    delegations: [],
    measures: [],
    guardianships: [],
    ownFiles: [],
    separations: [],
    deaths: [],
  };
  let now: Told = {
    holderLives: true,
    spouseLives: true,
    together: false,
    delegated: false,
    ownRight: false,
  };
  const told = history.map((step, at) => {
    now = { ...now, ...happens[step](facts, now, civil(at), noonOf(at)) };
    return now;
  });
  return { file: { ...noFacts, ...facts }, told };
}

type Happens = (facts: Facts, now: Told, day: string, at: Date) => Partial<Told>;

const open = <T extends { until?: unknown }>(facts: T[]): T | undefined =>
  facts.find((one) => one.until === undefined);

const couple = (now: Told) => now.together && now.holderLives && now.spouseLives;

/** A measure over the holder begins: what they had entrusted comes back to them. */
const begin =
  (kind: MeasureKind): Happens =>
  ({ measures }, now, day) => {
    if (!now.holderLives || now.measured) return {};
    measures.push({ personId: "awa", kind, from: day });
    return { measured: kind, delegated: false };
  };

const validate =
  (kind: MeasureKind): Happens =>
  ({ guardianships }, now, _day, at) => {
    if (!now.holderLives || now.guarded) return {};
    guardianships.push({
      guardian: "remi",
      protectedPerson: "awa",
      kind,
      from: "2021-01-01",
      validatedAt: at,
    });
    return { guarded: kind, delegated: false };
  };

/** Each step, as the office writes it and as the onlooker sees it. A step that cannot be leaves everything as it was. */
const happens: Record<Happening, Happens> = {
  join: ({ members }, now, day) => {
    if (now.together || !now.spouseLives) return {};
    members.push({ personId: "paul", role: "spouse", from: day });
    return { together: true };
  },
  leave: ({ members }, _now, day) => {
    for (const one of members) if (one.role === "spouse") one.until ??= day;
    // Nobody thinks of revoking: the facts keep the delegation open.
    return { together: false, delegated: false };
  },
  separate: ({ separations, members }, now, day, at) => {
    if (!couple(now)) return {};
    // Nobody closes the membership either.
    separations.push({ spouse: "paul", on: day, declaredAt: at });
    const joinedToday = members.find(({ role, from }) => role === "spouse" && from === day);
    if (joinedToday) joinedToday.until = day;
    return { together: false, delegated: false };
  },
  grant: ({ delegations }, now, _day, at) => {
    if (!couple(now)) return {};
    delegations.push({ by: "awa", to: "paul", from: at });
    return { delegated: true };
  },
  revoke: ({ delegations }, _now, _day, at) => {
    for (const one of delegations) one.until ??= at;
    return { delegated: false };
  },
  decline: ({ delegations }, now, _day, at) => {
    if (!now.delegated) return {};
    for (const one of delegations.filter(({ until }) => until === undefined)) {
      one.until = at;
      one.declined = true;
    }
    return { delegated: false };
  },
  "start-aah": ({ entitlements }, now, day) => {
    if (now.ownRight) return {};
    entitlements.push({ personId: "paul", benefit: "AAH", from: day });
    return { ownRight: true };
  },
  "end-aah": ({ entitlements }, _now, day) => {
    const aah = open(entitlements.filter(({ benefit }) => benefit === "AAH"));
    if (aah) aah.until = day;
    return { ownRight: false };
  },
  "start-rsa": ({ entitlements }, _now, day) => {
    entitlements.push({ personId: "paul", benefit: "RSA", from: day });
    return {};
  },
  measure: begin("representation"),
  "entrust-accounts": begin("accounts"),
  "end-measure": ({ measures }, _now, day) => {
    for (const one of measures) one.until ??= day;
    return { measured: undefined };
  },
  guard: validate("representation"),
  assist: validate("assistance"),
  "end-guard": ({ guardianships }, _now, day) => {
    for (const one of guardianships) one.until ??= day;
    return { guarded: undefined };
  },
  "child-claims": ({ ownFiles }, _now, day) => {
    ownFiles.push({ personId: "lina", from: day });
    return {};
  },
  "holder-dies": ({ deaths }, now, day) => {
    if (!now.holderLives) return {};
    deaths.push({ personId: "awa", on: day });
    return { holderLives: false, delegated: false };
  },
  "spouse-dies": ({ deaths }, now, day) => {
    if (!now.spouseLives) return {};
    deaths.push({ personId: "paul", on: day });
    return { spouseLives: false, delegated: false };
  },
};
