import type { Sentence } from "../../../language.ts";
import * as x from "../../expression.ts";
import type { Parameter } from "../../parameter.ts";
import type { Rule } from "../../rule.ts";
import { contributionPayCeiling, voluntaryContribution, voluntaryPayCeiling } from "../parameters.ts";
import { type Branch, branches, type Scheme, type Shares, schemes, shares } from "../schemes.ts";
import { readIn, sources } from "../sources.ts";

type Payer = "worker" | "employer";
const payers: Record<Payer, Sentence> = {
  worker: { fr: "part de l’assuré", en: "insured person’s share" },
  employer: { fr: "part de l’employeur", en: "employer’s share" },
};
const schemeIds = Object.keys(schemes) as Scheme[];
const branchIds = Object.keys(branches) as Branch[];

/** The rule that computes one share of one branch, such as `general_pension_worker`. */
const ruleId = (scheme: Scheme, branch: Branch, payer: Payer): string => `${scheme}_${branch}_${payer}`;

/** Uncapped for pensions, capped for the other branches of employees; of the base salary for a public servant’s pension. */
function baseOf(scheme: Scheme, branch: Branch): { amount: x.Amount; words: Sentence } {
  if (scheme === "self-employed")
    return { amount: x.fact("self_employed_income"), words: { fr: "du revenu", en: "of income" } };
  if (branch !== "pension")
    return {
      amount: x.rule("capped_pay"),
      words: { fr: "du salaire brut sous plafond", en: "of gross pay under the ceiling" },
    };
  return scheme === "general" || scheme === "free-zone"
    ? { amount: x.fact("gross_pay"), words: { fr: "du salaire brut, sans plafond", en: "of all gross pay" } }
    : { amount: x.fact("base_salary"), words: { fr: "du traitement indiciaire", en: "of the base salary" } };
}

function shareParameter(scheme: Scheme, branch: Branch, payer: Payer): Parameter {
  const table: Shares = shares[scheme][branch];
  const source = table.sources[payer];
  const named = (language: keyof Sentence) =>
    [branches[branch].label, payers[payer], schemes[scheme].label].map((label) => label[language]).join(", ");
  return {
    id: `dj-${ruleId(scheme, branch, payer)}`,
    label: { fr: named("fr"), en: named("en") },
    unit: "ratio",
    source,
    values: [{ from: table.from, value: table[payer], ref: source }],
  };
}

function shareRule(scheme: Scheme, branch: Branch, payer: Payer): Rule | undefined {
  const table: Shares = shares[scheme][branch];
  if (table[payer] === 0) return undefined;
  const { amount, words } = baseOf(scheme, branch);
  const percent = (language: string) =>
    new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(table[payer]);
  const label = (language: keyof Sentence) =>
    `${{ fr: "Cotisation", en: "Contribution" }[language]} ${branches[branch].label[language]}, ${payers[payer][language]}`;
  return readIn(table.sources[payer], {
    id: ruleId(scheme, branch, payer),
    unit: "DJF/month",
    label: { fr: label("fr"), en: label("en") },
    says: { fr: `${percent("fr")} ${words.fr}.`, en: `${percent("en")} ${words.en}.` },
    formula: x.times(amount, x.parameter(shareParameter(scheme, branch, payer))),
  });
}

const sharesOf = (scheme: Scheme, payer: Payer): readonly Rule[] =>
  branchIds.flatMap((branch) => shareRule(scheme, branch, payer) ?? []);

/** All that one payer owes: the shares of the branches of the scheme told. */
const totalOf = (payer: Payer): x.Amount =>
  schemeIds.reduceRight<x.Amount>(
    (otherwise, scheme) => {
      const terms = sharesOf(scheme, payer).map(({ id }) => x.rule(id));
      return x.given(x.equals(x.fact("scheme"), schemes[scheme].number), x.sum(0, ...terms), otherwise);
    },
    x.sum(0, 0),
  );

/** The contributions of each scheme, by branch and payer, with their totals (CN-02, CN-14). */
export const contributionRules: readonly Rule[] = [
  readIn(sources.payCeiling, {
    id: "capped_pay",
    unit: "DJF/month",
    label: { fr: "Salaire brut sous plafond", en: "Gross pay under the ceiling" },
    says: {
      fr: "Le salaire brut, compté jusqu’à 400 000 FDJ par mois ; la retraite n’a pas de plafond.",
      en: "Gross pay, counted up to 400,000 FDJ a month; pensions have no ceiling.",
    },
    formula: x.least(x.fact("gross_pay"), x.parameter(contributionPayCeiling)),
  }),
  ...schemeIds.flatMap((scheme) => [...sharesOf(scheme, "worker"), ...sharesOf(scheme, "employer")]),
  readIn(sources.payrollSoftware, {
    id: "worker_contributions",
    unit: "DJF/month",
    label: { fr: "Cotisations de l’assuré", en: "Insured person’s contributions" },
    says: {
      fr: "La somme de sa part dans chaque branche de son régime.",
      en: "The sum of their share in each branch of their scheme.",
    },
    formula: totalOf("worker"),
  }),
  readIn(sources.payrollSoftware, {
    id: "employer_contributions",
    unit: "DJF/month",
    label: { fr: "Cotisations de l’employeur", en: "Employer’s contributions" },
    says: {
      fr: "La somme de sa part dans chaque branche du régime.",
      en: "The sum of its share in each branch of the scheme.",
    },
    formula: totalOf("employer"),
  }),
  readIn(sources.survey, {
    id: "voluntary_contribution",
    unit: "DJF/month",
    label: { fr: "Cotisation volontaire", en: "Voluntary contribution" },
    says: {
      fr: "Qui a perdu son emploi peut continuer à cotiser pour la retraite : 8 % de son dernier salaire, compté jusqu’à 300 000 FDJ par mois.",
      en: "Who lost their job may go on contributing for the pension: 8% of their last pay, counted up to 300,000 FDJ a month.",
    },
    formula: x.times(
      x.parameter(voluntaryContribution),
      x.least(x.fact("gross_pay"), x.parameter(voluntaryPayCeiling)),
    ),
  }),
];
