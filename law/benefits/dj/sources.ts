import type { Rule } from "../rule.ts";

/**
 * Where the facts about the CNSS of Djibouti were read. None of it was confirmed by the institution. `payrollSoftware`
 * is second hand: a public payroll program that says it took them from cnss.dj. See known-gaps.md.
 */
export const sources = {
  allowances: "arrêté n° 83-0207/PR/CPS, art. 1 et 2",
  payCeiling: "arrêté n° 2015-605/PR/MTRA, art. 1",
  civilService: "loi n° 155/AN/02/4ᵉ L, art. 22",
  reversion: "loi n° 154/AN/02/4ᵉ L, art. 72, cité par la loi n° 121/AN/11/6ᵉ L",
  healthLaunch: "annonce de l’assurance maladie universelle, Le Quotidien du peuple, 22 décembre 2014",
  marriagePage: "cnss.dj, page « allocation de mariage »",
  maternityNotice: "cnss.dj, avis sur la loi n° 51/AN/19/8ᵉ L",
  survey: "Social Security Programs Throughout the World: Africa, 2015, « Djibouti »",
  payrollSoftware: "cnss.dj, cité par un logiciel de paie djiboutien ; seconde main",
} as const;

/** Values that were in force when they were read, and for which no text says since when. */
export const sinceAtLeast = "2010-01-01";

/** A rule read in one of the sources: never confirmed, and saying so to the person (CN-03). */
export const readIn = (
  source: string,
  rule: Omit<Rule, "of" | "from" | "article" | "unverified"> & Partial<Pick<Rule, "from">>,
): Rule => ({ of: "household", from: "2020-01-01", article: source, unverified: source, ...rule });
