import type { Amount } from "../law/benefits/expression.ts";
import type { Rule } from "../law/benefits/rule.ts";
import { type LoadedRules, parts } from "./load.ts";

/** A sum or count over members, with the local that holds it and the rules of a member that it needs. */
export type Over = {
  readonly amount: Amount & { op: "over" };
  readonly name: string;
  readonly memberRules: readonly Rule[];
};

/** In which order to compute: at each level the loops over members, then the rules that rest on them. */
export type Plan = {
  readonly levels: readonly { readonly overs: readonly Over[]; readonly rules: readonly Rule[] }[];
  readonly overs: ReadonlyMap<Amount, Over>;
  readonly usesChildren: boolean;
  readonly usesSchoolYear: boolean;
};

/** The rules that some results need, each after those it needs. Rules used in another month only when asked. */
export function neededRules(loaded: LoadedRules, results: readonly string[], otherMonths = false): Rule[] {
  const found = new Map<string, Rule>();
  const walk = (id: string): void => {
    const rule = loaded.rules.get(id) as Rule;
    if (found.has(id)) return;
    for (const part of parts(rule.formula))
      if (part.op === "rule" || (otherMonths && part.op === "in month")) walk(part.rule);
    found.set(id, rule);
  };
  results.forEach(walk);
  return [...found.values()];
}

/** Plans the computation of some results in one month: equal loops once, loops of a level together. */
export function planOf(loaded: LoadedRules, results: readonly string[]): Plan {
  const needed = neededRules(loaded, results);
  const household = needed.filter((rule) => rule.of === "household");
  const overs = new Map<Amount, Over>();
  const byKey = new Map<string, Over>();
  const overLevels = new Map<Over, number>();
  const ruleLevels = new Map<string, number>();

  const memberRulesOf = (amount: Amount): Rule[] => {
    const own = parts(amount).flatMap((part) => (part.op === "rule" ? [part.rule] : []));
    return neededRules(loaded, own).filter((rule) => rule.of !== "household");
  };
  const levelBelow = (amounts: readonly Amount[]): number =>
    Math.max(
      -1,
      ...amounts
        .flatMap((amount) => parts(amount))
        .flatMap((part) => (part.op === "rule" ? [ruleLevels.get(part.rule) ?? -1] : [])),
    );

  for (const rule of household) {
    let level = 0;
    for (const part of parts(rule.formula)) {
      if (part.op === "rule") level = Math.max(level, ruleLevels.get(part.rule) ?? 0);
      if (part.op !== "over") continue;
      const key = JSON.stringify(part, (name, value) => (name === "parameter" ? value.id : value));
      let over = byKey.get(key);
      if (!over) {
        over = { amount: part, name: `s${byKey.size}`, memberRules: memberRulesOf(part) };
        byKey.set(key, over);
        overLevels.set(over, levelBelow([part, ...over.memberRules.map(({ formula }) => formula)]) + 1);
      }
      overs.set(part, over);
      level = Math.max(level, overLevels.get(over) as number);
    }
    ruleLevels.set(rule.id, level);
  }
  const last = Math.max(0, ...ruleLevels.values());
  const everything = needed.flatMap((rule) => parts(rule.formula));
  return {
    levels: Array.from({ length: last + 1 }, (_, level) => ({
      overs: [...byKey.values()].filter((over) => overLevels.get(over) === level),
      rules: household.filter((rule) => ruleLevels.get(rule.id) === level),
    })),
    overs,
    usesChildren: everything.some((part) => part.op === "over" && part.members === "children"),
    usesSchoolYear: everything.some((part) => part.op === "fact" && part.fact === "school_age"),
  };
}
