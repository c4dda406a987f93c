import type { Amount, Comparison, Condition } from "../law/benefits/expression.ts";
import type { Rule } from "../law/benefits/rule.ts";
import { isWhole, same } from "./arithmetic.ts";
import { factTable } from "./fact-table.ts";
import { type MonthNumber, monthText, shifted, valueFor, yearOf } from "./months.ts";
import type { Operation } from "./operations.ts";
import type { Program, Register } from "./program.ts";

/** A rule is only used where this holds: the branch of an “if”, the members that a sum takes. */
export type Guard = { readonly register: Register; readonly is: 0 | 1; readonly orUnknown: boolean };

/** Where a formula stands: which month, in which sum, behind which conditions. */
export type Place = {
  readonly program: Program;
  readonly month: MonthNumber;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly over: "adult" | "child" | undefined;
  readonly guards: readonly Guard[];
  /** Says that a rule is used here, and gives its register. */
  readonly use: (id: string, month: MonthNumber, from: Place) => Register;
  readonly sumsChildren: (from: Place) => void;
};

const behind = (place: Place, register: Register, is: 0 | 1, orUnknown = false): Place => ({
  ...place,
  guards: [...place.guards, { register, is, orUnknown }],
});

const folds = { sum: "add", product: "multiply", least: "least", most: "most" } as const;

/** Adds an amount to the program, for one month. Throws a RangeError when a dated value is not known then. */
export function amountRegister(amount: Amount, place: Place): Register {
  const { program, month } = place;
  const of = (part: Amount): Register => amountRegister(part, place);
  switch (amount.op) {
    case "number":
      return program.constant(amount.value);
    case "parameter":
      return program.constant(valueFor(amount.parameter, amount.of, month));
    case "date": {
      const year = program.apply("subtract", program.constant(yearOf(month)), of(amount.yearsBefore));
      const day = program.constant(amount.month * 100 + amount.day);
      return program.apply("add", program.apply("multiply", year, program.constant(10000)), day);
    }
    case "fact":
      return factRegister(amount.fact, place);
    case "rule":
      return place.use(amount.rule, month, place);
    case "in month":
      return place.use(amount.rule, shifted(month, amount.when), place);
    case "sum":
    case "product":
    case "least":
    case "most":
      return amount.terms.map(of).reduce((a, b) => program.apply(folds[amount.op], a, b));
    case "minus":
      return program.apply("subtract", of(amount.left), of(amount.right));
    case "divided":
      return program.apply("divide", of(amount.left), of(amount.right));
    case "rounded":
      return program.apply(amount.to === "cent" ? "toCent" : "toEuro", of(amount.amount));
    case "if": {
      const when = conditionRegister(amount.when, place);
      const held = program.lines[when]?.known;
      if (held !== undefined) return of(held === 1 ? amount.yes : amount.no);
      const yes = amountRegister(amount.yes, behind(place, when, 1));
      return program.apply("choose", when, yes, amountRegister(amount.no, behind(place, when, 0)));
    }
    case "over": {
      const over = amount.members === "adults" ? "adult" : "child";
      const where = conditionRegister(amount.where, { ...place, over });
      if (over === "child") place.sumsChildren(place);
      return program.over(over, amountRegister(amount.each, behind({ ...place, over }, where, 1)), where);
    }
  }
}

/** The register of a fact: a column of the household, or its distance to the month; an answer where there is no column. */
export function factRegister(name: string, { program, month }: Pick<Place, "program" | "month">): Register {
  const known = factTable[name];
  if (!known) return program.input(name, "household");
  const column = program.input(known.column, known.of);
  if (known.counts === "as it is" || known.counts === "members") return column;
  const now = known.counts === "months until now" ? month : yearOf(month) * 12 + 11;
  return program.apply("subtract", program.constant(now), column);
}

/** Adds a condition to the program. One part that settles it decides, also when another is unknown. */
export function conditionRegister(condition: Condition, place: Place): Register {
  const { program, month, rules } = place;
  switch (condition.op) {
    case "in force":
      return program.constant(`${monthText(month)}-01` >= condition.from ? 1 : 0);
    case "not":
      return program.apply("subtract", program.constant(1), conditionRegister(condition.condition, place));
    case "all":
    case "any": {
      const goesOn = condition.op === "all" ? 1 : 0;
      return condition.conditions.reduce(
        (held, each) =>
          program.lines[held]?.known === 1 - goesOn
            ? held
            : program.apply(condition.op, held, conditionRegister(each, behind(place, held, goesOn, true))),
        program.constant(goesOn),
      );
    }
    case "compare": {
      const whole = isWhole(condition.left, rules) && isWhole(condition.right, rules);
      const { operation, swaps } = comparisons[condition.is];
      const [left, right] = [amountRegister(condition.left, place), amountRegister(condition.right, place)];
      const slack = program.constant(whole ? 0 : same);
      return program.apply(operation, swaps ? right : left, swaps ? left : right, slack);
    }
  }
}

const comparisons: Readonly<Record<Comparison, { operation: Operation; swaps: boolean }>> = {
  ">": { operation: "exceeds", swaps: false },
  ">=": { operation: "reaches", swaps: false },
  "<": { operation: "exceeds", swaps: true },
  "<=": { operation: "reaches", swaps: true },
  "=": { operation: "equals", swaps: false },
};
