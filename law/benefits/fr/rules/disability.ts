import * as x from "../../expression.ts";
import type { Parameter } from "../../parameter.ts";
import type { Rule } from "../../rule.ts";
import * as p from "../parameters/disability.ts";
import { familyBase, monthlyMinimumWage } from "../parameters/general.ts";
import { isBorn, isYoungerThan } from "./general.ts";

const from = "2023-09-01";
const base = x.parameter(familyBase);
const category = x.fact("aeeh_category");
const ofCategory = (n: number, amount: x.Amount, otherwise: x.Amount | number) =>
  x.given(x.equals(category, n), amount, otherwise);
const ofBase = (rate: Parameter) => x.times(base, x.parameter(rate));
const lone = (rate: Parameter) => x.times(x.rule("lone_adult"), base, x.parameter(rate));
const low = x.times(x.parameter(p.lowEarningsLimit), x.parameter(monthlyMinimumWage));

const isOfAge = x.reaches(x.fact("adult_age"), x.times(12, x.parameter(p.adultAllowanceAge)));
const mayReceive = x.all(isBorn, isYoungerThan(p.childAllowanceAge), x.reaches(category, 0));

const childSource = "CSS, art. D. 541-1 à D. 541-4 ; complément de 6ᵉ catégorie lu jusqu’en mars 2026";

/** AEEH and AAH: written from the articles, not compared with an engine; so they are shown as unverified. */
export const disabilityRules: readonly Rule[] = [
  {
    id: "aeeh_child",
    of: "child",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 541-1, D. 541-1, D. 541-2 et D. 541-4",
    unverified: childSource,
    label: { fr: "AEEH de l’enfant", en: "Disability allowance of the child" },
    says: {
      fr: "32 % de la base mensuelle, le complément de la catégorie reconnue, et une majoration pour un parent isolé.",
      en: "32% of the monthly base, the complement of the recognised category, and a raise for a lone parent.",
    },
    formula: x.given(
      mayReceive,
      x.sum(
        ofBase(p.childAllowanceRate),
        ofCategory(
          1,
          ofBase(p.complement1),
          ofCategory(
            2,
            x.sum(ofBase(p.complement2), lone(p.loneRaise2)),
            ofCategory(
              3,
              x.sum(ofBase(p.complement3), lone(p.loneRaise3)),
              ofCategory(
                4,
                x.sum(ofBase(p.complement4), lone(p.loneRaise4)),
                ofCategory(
                  5,
                  x.sum(ofBase(p.complement5), lone(p.loneRaise5)),
                  ofCategory(6, x.sum(x.parameter(p.complement6), lone(p.loneRaise6)), 0),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  },
  {
    id: "aeeh",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 541-1",
    unverified: childSource,
    label: {
      fr: "Allocation d’éducation de l’enfant handicapé",
      en: "Allowance for a disabled child",
    },
    says: { fr: "La somme des droits de chaque enfant.", en: "The sum for each child." },
    formula: x.rounded(x.sumOver("children", x.rule("aeeh_child")), "cent"),
    zero: [
      {
        when: x.equals(x.count("children", x.reaches(category, 0)), 0),
        says: {
          fr: "La maison départementale des personnes handicapées n’a reconnu ce droit pour aucun enfant.",
          en: "The departmental office for disabled people has recognised this right for no child.",
        },
      },
      {
        when: x.equals(x.count("children", mayReceive), 0),
        says: {
          fr: "L’AEEH est pour un enfant de moins de 20 ans. Ensuite, c’est l’AAH qui se demande.",
          en: "AEEH is for a child under 20. From then on, AAH is what to ask for.",
        },
      },
    ],
  },
  {
    id: "aah_adult",
    of: "adult",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 821-1, L. 821-3, D. 821-2 et D. 821-9",
    unverified: "CSS, art. D. 821-2 et D. 821-9",
    label: { fr: "AAH de l’adulte", en: "Disability allowance of the adult" },
    says: {
      fr: "Le plafond augmenté par enfant, moins le salaire après abattement de 80 %, puis 40 % au-delà de 30 % du Smic, dans la limite du montant maximal. Les revenus du conjoint ne comptent plus.",
      en: "The ceiling raised for each child, less pay after leaving out 80%, then 40% beyond 30% of the minimum wage, up to the full amount. A partner’s income no longer counts.",
    },
    formula: x.given(
      x.all(x.holds(x.fact("disabled")), isOfAge),
      x.rounded(
        x.least(
          x.parameter(p.adultAllowance),
          x.most(
            0,
            x.minus(
              x.times(
                x.parameter(p.adultAllowance),
                x.sum(1, x.times(x.parameter(p.adultCeilingChild), x.rule("af_children"))),
              ),
              x.sum(
                x.times(x.minus(1, x.parameter(p.lowEarningsShare)), x.least(x.fact("pay"), low)),
                x.times(x.minus(1, x.parameter(p.highEarningsShare)), x.most(0, x.minus(x.fact("pay"), low))),
              ),
            ),
          ),
        ),
        "cent",
      ),
    ),
  },
  {
    id: "aah",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 821-1",
    unverified: "CSS, art. D. 821-2 et D. 821-9",
    label: { fr: "Allocation aux adultes handicapés", en: "Disability allowance" },
    says: { fr: "La somme des droits de chaque adulte.", en: "The sum for each adult." },
    formula: x.sumOver("adults", x.rule("aah_adult")),
    zero: [
      {
        when: x.equals(x.count("adults", x.holds(x.fact("disabled"))), 0),
        says: {
          fr: "La maison départementale des personnes handicapées n’a reconnu ce droit pour aucun adulte.",
          en: "The departmental office for disabled people has recognised this right for no adult.",
        },
      },
      {
        when: x.equals(x.count("adults", x.all(x.holds(x.fact("disabled")), isOfAge)), 0),
        says: {
          fr: "L’AAH est ouverte à partir de 20 ans.",
          en: "AAH is open from the age of 20.",
        },
      },
      {
        when: x.equals(x.sumOver("adults", x.rule("aah_adult")), 0),
        says: {
          fr: "Le salaire dépasse celui que l’AAH complète.",
          en: "Pay is above what AAH tops up.",
        },
      },
    ],
  },
];
