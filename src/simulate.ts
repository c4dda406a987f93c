import { computeBatch } from "../engine/batch.ts";
import { compileExplained, type Explained } from "../engine/explain.ts";
import { type Household, type Refusal, readHousehold } from "../engine/household.ts";
import { type LoadedRules, load } from "../engine/load.ts";
import { type MonthNumber, monthNumber, monthText } from "../engine/months.ts";
import { toPopulation } from "../engine/population.ts";
import { becauseText, stepText, unpublishedText } from "../engine/sentences.ts";
import type { Step } from "../engine/trace.ts";
import { frenchBenefits } from "../law/benefits/fr/index.ts";

/** The keys of an answer, in order, and the rule that gives each. Nobody rents in a case, so housing benefit is 0. */
const answerKeys = {
  prestations_familiales_base_ressources: "resources",
  af: "af",
  af_base: "af_base",
  af_majoration: "af_majoration",
  af_allocation_forfaitaire: "af_allocation_forfaitaire",
  af_complement_degressif: "af_complement_degressif",
  cf: "cf",
  asf: "asf",
  paje_base: "paje_base",
  aide_logement: undefined,
  rsa_base_ressources: "rsa_base_ressources",
  rsa: "rsa",
  ppa: "ppa",
  ars_year: "ars_year",
} as const;

type Case = { readonly id: string; readonly household: Household };
type Refused = { readonly id: string; readonly refused: readonly Refusal[] };
type Asked = { readonly month: MonthNumber; readonly explain: boolean; readonly impact?: MonthNumber };

/**
 * `foyer simulate --month 2026-06 [--explain] < cases.json`, or `--impact 2026-03 2026-04` for the gains and losses
 * between two months of law. Reads cases as JSON, writes one JSON answer, amounts in euros. A case that cannot be is
 * answered by what to mend in it; `note` says when a month is later than the law that is published. Returns the exit code: 0, 1 when a case was refused, 2 when the command was not
 * understood (MC-01, IL-15).
 */
export async function simulate(
  args: readonly string[],
  input: AsyncIterable<string | Uint8Array> | string,
  write: (text: string) => void,
): Promise<number> {
  const file = parseJson(await readAll(input));
  const asked = readArguments(args, fieldOf(file, "month"));
  if (typeof asked === "string") return misunderstood(write, asked);
  const cases = Array.isArray(file) ? file : fieldOf(file, "cases");
  if (!Array.isArray(cases))
    return misunderstood(
      write,
      'Expected JSON like {"cases":[{"id":"1","adults":[…],"children":[…],"housing":"owner"}]}',
    );

  // A child born between two months of law is in the household of both: unborn, the rules do not count it.
  const latest = Math.max(asked.month, asked.impact ?? 0);
  const read = cases.map((each, at) => readCase(each, at, latest));
  const known = read.filter((each): each is Case => "household" in each);
  const results =
    asked.impact === undefined ? answers(known, asked) : impacts(known, asked.month, asked.impact);
  const answered = new Map(known.map((each, at) => [each as Case | Refused, results[at] as object]));
  const note = unpublishedText(frenchBenefits, latest);
  const head = {
    ...(asked.impact === undefined
      ? { month: monthText(asked.month) }
      : { from: monthText(asked.month), to: monthText(asked.impact) }),
    ...(note ? { note } : {}),
  };
  write(`${JSON.stringify({ ...head, results: read.map((each) => answered.get(each) ?? each) })}\n`);
  return known.length === read.length ? 0 : 1;
}

function misunderstood(write: (text: string) => void, error: string): number {
  write(`${JSON.stringify({ error })}\n`);
  return 2;
}

async function readAll(input: AsyncIterable<string | Uint8Array> | string): Promise<string> {
  if (typeof input === "string") return input;
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  for await (const piece of input)
    pieces.push(typeof piece === "string" ? piece : decoder.decode(piece, { stream: true }));
  return pieces.join("") + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** What was asked, or the sentence that says what is wrong with it. The month of the file serves when none is given. */
function readArguments(args: readonly string[], fileMonth: unknown): Asked | string {
  const months: MonthNumber[] = [];
  const wanted = new Set<string>();
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at] as string;
    if (name !== "--explain" && name !== "--month" && name !== "--impact") return `Unknown option ${name}`;
    if (wanted.has(name)) return `${name} is given twice`;
    wanted.add(name);
    for (let more = name === "--impact" ? 2 : name === "--month" ? 1 : 0; more > 0; more -= 1) {
      at += 1;
      const month = readMonth(args[at]);
      if (typeof month === "string") return `${name}: ${month}`;
      months.push(month);
    }
  }
  if (wanted.has("--impact") && wanted.size > 1) return "Give --impact alone, or --month with --explain";
  const month = months[0] ?? readMonth(fileMonth);
  if (typeof month === "string") return `month: ${month}`;
  const [, impact] = months;
  return { month, explain: wanted.has("--explain"), ...(impact === undefined ? {} : { impact }) };
}

function readMonth(text: unknown): MonthNumber | string {
  const month = typeof text === "string" ? monthNumber(text) : undefined;
  if (month === undefined) return "expected a month such as 2026-06";
  return monthText(month) < frenchBenefits.since ? `the law is known from ${frenchBenefits.since} on` : month;
}

function readCase(each: unknown, at: number, month: MonthNumber): Case | Refused {
  const given = fieldOf(each, "id");
  const id = typeof given === "string" || typeof given === "number" ? String(given) : String(at);
  const found = readHousehold(each, month);
  return "household" in found ? { id, household: found.household } : { id, refused: found.refusals };
}

function answers(cases: readonly Case[], { month, explain }: Asked): object[] {
  const amounts = amountsOf(cases, month);
  const explained = explain ? compileExplained(rules(), month) : undefined;
  return cases.map(({ id, household }, at) => ({
    id,
    ...amounts[at],
    ...(explained ? { explained: explanation(explained, household) } : {}),
  }));
}

/** The rules are checked once, when first asked to explain. */
let loaded: LoadedRules | undefined;
function rules(): LoadedRules {
  loaded ??= load(frenchBenefits);
  return loaded;
}

function amountsOf(cases: readonly Case[], month: MonthNumber): Record<string, number>[] {
  const columns = computeBatch("everyResult", month, toPopulation(cases.map(({ household }) => household)));
  return cases.map((_, at) =>
    Object.fromEntries(
      Object.entries(answerKeys).map(([key, rule]) => [key, rule ? cents(columns[rule]?.[at] ?? 0) : 0]),
    ),
  );
}

const cents = (amount: number): number => Math.floor(amount * 100 + 0.5 + 1e-5) / 100;

function explanation(explained: Explained, household: Household): object {
  const written = new Set<Step>();
  return Object.fromEntries(
    explained(household).map(({ id, amount, step, because }) => [
      id,
      {
        amount: amount === undefined ? null : cents(amount),
        ...(because ? { because: { fr: becauseText(because, "fr"), en: becauseText(because, "en") } } : {}),
        step: stepText(step, written),
      },
    ]),
  );
}

function impacts(cases: readonly Case[], from: MonthNumber, to: MonthNumber): object[] {
  const before = amountsOf(cases, from);
  const after = amountsOf(cases, to);
  return cases.map(({ id }, at) => ({
    id,
    gains: Object.fromEntries(
      Object.keys(answerKeys)
        .map((key) => [key, cents((after[at]?.[key] ?? 0) - (before[at]?.[key] ?? 0))] as const)
        .filter(([, gain]) => gain !== 0),
    ),
  }));
}
