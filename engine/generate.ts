import type { Amount, Condition } from "../law/benefits/expression.ts";
import type { Rule } from "../law/benefits/rule.ts";
import { isWhole, same } from "./arithmetic.ts";
import { type ConstantSlots, constantSlots } from "./constant-slots.ts";
import { factTable } from "./fact-table.ts";
import { brokenRules, type LoadedRules, parts } from "./load.ts";
import { neededRules, type Over, planOf } from "./plan.ts";

/** The columns that some results read, in the order generated code takes them. */
function columnsFor(loaded: LoadedRules, results: readonly string[], otherMonths = false): readonly string[] {
  const inside = neededRules(loaded, results, otherMonths).flatMap((rule) => parts(rule.formula));
  const children = inside.some((part) => part.op === "over" && part.members === "children");
  const read = inside.flatMap((part) => (part.op === "fact" ? [factTable[part.fact]?.column ?? ""] : []));
  return [
    "firstAdult",
    ...(children ? ["firstChild"] : []),
    ...new Set(read.filter((column) => column !== "firstAdult")),
  ];
}

/**
 * Writes the batch of some results as TypeScript: one loop over households, no calls but one for each other month.
 * Compiled ahead of time, so that nothing is evaluated from text when it runs.
 */
export function generate(loaded: LoadedRules, name: string, results: readonly string[]): string {
  refusePassing(loaded, results);
  const slots = constantSlots(loaded, results);
  const calls = [...slots.inMonth.keys()];
  const functions = [...new Set(calls.map((call) => call.split(" ")[0] as string))].map((rule) =>
    writeFunction(loaded, slots, `month_${rule}`, [rule]),
  );
  return [
    ...functions,
    `/** ${results.join(", ")}: for households \`from\` to \`to\`. */`,
    `export function ${name}(columns, p, months, out, from, to) {`,
    ...columnsFor(loaded, results, true).map((column) => `  const ${column} = columns.${column};`),
    ...results.map((result) => `  const out_${result} = out.${result};`),
    "  const o = 0;",
    "  const m = months[0];",
    "  for (let i = from; i < to; i++) {",
    ...writeBody(loaded, slots, results).map((line) => `    ${line}`),
    ...results.map((result) => `    out_${result}[i] = ${local(result)};`),
    "  }",
    "}",
    `${name}.constants = ${JSON.stringify(slots.fingerprint)};`,
  ].join("\n");
}

/** One batch serves every month since the rules begin: a rule of some months only would be computed in the others too. */
function refusePassing(loaded: LoadedRules, results: readonly string[]): void {
  for (const { id, from, until } of neededRules(loaded, results, true))
    if (until !== undefined || from > `${loaded.book.since}-01`)
      throw brokenRules(
        `The rule ${id} is written for some months only: put the day of the reform in its formula`,
      );
}

function writeFunction(
  loaded: LoadedRules,
  slots: ConstantSlots,
  name: string,
  targets: readonly string[],
): string {
  return [
    `function ${name}(i, m, o, p, ${columnsFor(loaded, targets).join(", ")}) {`,
    ...writeBody(loaded, slots, targets).map((line) => `  ${line}`),
    `  return ${local(targets[0] as string)};`,
    "}",
  ].join("\n");
}

const local = (rule: string): string => `r_${rule}`;

function writeBody(loaded: LoadedRules, slots: ConstantSlots, targets: readonly string[]): string[] {
  const plan = planOf(loaded, targets);
  const write = writerFor(loaded, slots, plan.overs);
  const lines = ["const a0 = firstAdult[i];", "const a1 = firstAdult[i + 1];"];
  if (plan.usesChildren) lines.push("const c0 = firstChild[i];", "const c1 = firstChild[i + 1];");
  if (plan.usesSchoolYear) lines.push("const d = Math.floor(m / 12) * 12 + 11;");
  for (const { overs, rules } of plan.levels) {
    for (const members of ["children", "adults"] as const)
      lines.push(
        ...writeLoop(
          members,
          overs.filter((over) => over.amount.members === members),
          write,
        ),
      );
    for (const rule of rules) lines.push(`const ${local(rule.id)} = ${write.amount(rule.formula)};`);
  }
  return lines;
}

type Writer = { amount: (amount: Amount) => string; condition: (condition: Condition) => string };

function writeLoop(members: "adults" | "children", overs: readonly Over[], write: Writer): string[] {
  if (overs.length === 0) return [];
  const [at, from, to] = members === "adults" ? ["a", "a0", "a1"] : ["c", "c0", "c1"];
  const memberRules = new Map<string, Rule>();
  for (const over of overs) for (const rule of over.memberRules) memberRules.set(rule.id, rule);
  return [
    ...overs.map(({ name }) => `let ${name} = 0;`),
    `for (let ${at} = ${from}; ${at} < ${to}; ${at}++) {`,
    ...[...memberRules.values()].map((rule) => `  const ${local(rule.id)} = ${write.amount(rule.formula)};`),
    ...overs.map(({ name, amount }) => {
      const add = `${name} += ${write.amount(amount.each)};`;
      const where = write.condition(amount.where);
      return where === "true" ? `  ${add}` : `  if (${where}) ${add}`;
    }),
    "}",
  ];
}

function writerFor(loaded: LoadedRules, slots: ConstantSlots, overs: ReadonlyMap<Amount, Over>): Writer {
  const amount = (part: Amount): string => {
    if (part.op === "number") return String(part.value);
    const slot = slots.slotOf(part);
    if (slot !== undefined) return `p[o + ${slot}]`;
    switch (part.op) {
      case "fact":
        return factText(part.fact);
      case "rule":
        return local(part.rule);
      case "in month": {
        const frame = slots.frameOf(part);
        return `month_${part.rule}(i, months[${frame}], ${frame * slots.constants.length}, p, ${columnsFor(loaded, [part.rule]).join(", ")})`;
      }
      case "sum":
        return `(${part.terms.map(amount).join(" + ")})`;
      case "product":
        return `(${part.terms.map(amount).join(" * ")})`;
      case "least":
        return part.terms.map(amount).reduce((a, b) => `Math.min(${a}, ${b})`);
      case "most":
        return part.terms.map(amount).reduce((a, b) => `Math.max(${a}, ${b})`);
      case "minus":
        return `(${amount(part.left)} - ${amount(part.right)})`;
      case "divided":
        return `(${amount(part.left)} / ${amount(part.right)})`;
      case "rounded":
        return part.to === "cent"
          ? `(Math.floor(${amount(part.amount)} * 100 + 0.5 + 1e-5) / 100)`
          : `toEuroHalfEven(${amount(part.amount)})`;
      case "if":
        return `(${condition(part.when)} ? ${amount(part.yes)} : ${amount(part.no)})`;
      case "over":
        return (overs.get(part) as Over).name;
      default:
        throw new Error(`An amount “${part.op}” cannot be written`);
    }
  };
  const condition = (part: Condition): string => {
    switch (part.op) {
      case "all":
        return part.conditions.length === 0 ? "true" : `(${part.conditions.map(condition).join(" && ")})`;
      case "any":
        return part.conditions.length === 0 ? "false" : `(${part.conditions.map(condition).join(" || ")})`;
      case "not":
        return `!${condition(part.condition)}`;
      case "in force":
        return `p[o + ${slots.slotOfDate(part.from)}] > 0`;
      case "compare": {
        const [left, right] = [amount(part.left), amount(part.right)];
        const whole = isWhole(part.left, loaded.rules) && isWhole(part.right, loaded.rules);
        if (whole) return part.is === "=" ? `(${left} === ${right})` : `(${left} ${part.is} ${right})`;
        if (part.is === "=") return `(Math.abs(${left} - ${right}) <= ${same})`;
        return `(${left} ${part.is} ${right} ${part.is === ">" || part.is === "<=" ? "+" : "-"} ${same})`;
      }
    }
  };
  return { amount, condition };
}

function factText(name: string): string {
  const known = factTable[name];
  if (!known) throw new Error(`The fact ${name} has no column`);
  if (known.counts === "members") return "(a1 - a0)";
  const at = known.of === "household" ? "i" : known.of === "adult" ? "a" : "c";
  if (known.counts === "as it is") return `${known.column}[${at}]`;
  return `(${known.counts === "months until December" ? "d" : "m"} - ${known.column}[${at}])`;
}
