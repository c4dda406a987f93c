import * as x from "../../expression.ts";
import type { Parameter } from "../../parameter.ts";
import type { Rule } from "../../rule.ts";
import * as ars from "../parameters/back-to-school.ts";
import { familyBase } from "../parameters/general.ts";

const from = "2023-09-01";
const base = x.parameter(familyBase);
const resources = x.rule("resources");

const schoolYears = (age: Parameter) => x.times(12, x.parameter(age));
const inSchool = (fromAge: Parameter, toAge: x.Amount) =>
  x.count(
    "children",
    x.all(x.reaches(x.fact("school_age"), schoolYears(fromAge)), x.isUnder(x.fact("school_age"), toAge)),
  );
const schoolCeiling = x.rule("ars_ceiling");

/** Allocation de rentrée scolaire: once a year, by the law and the children of October. */
export const backToSchoolRules: readonly Rule[] = [
  {
    id: "ars_whole",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. L. 543-1, R. 543-2, R. 543-3 et D. 543-1",
    label: { fr: "Montant sous le plafond", en: "Amount under the ceiling" },
    says: {
      fr: "Par enfant scolarisé de 6 à 18 ans, plus à partir de 11 ans, puis de 15 ans. Un enfant de 18 ans avant le 16 septembre ne compte plus.",
      en: "For each child at school from 6 to 18, more from 11, then from 15. A child who is 18 before 16 September no longer counts.",
    },
    formula: x.times(
      base,
      x.sum(
        x.times(x.parameter(ars.primaryRate), inSchool(ars.primaryAge, schoolYears(ars.middleAge))),
        x.times(x.parameter(ars.middleRate), inSchool(ars.middleAge, schoolYears(ars.highAge))),
        x.times(
          x.parameter(ars.highRate),
          x.count(
            "children",
            x.all(
              x.reaches(x.fact("school_age"), schoolYears(ars.highAge)),
              x.exceeds(x.fact("birth"), x.dateInYear(x.parameter(ars.schoolAgeLimit), 9, 15)),
            ),
          ),
        ),
      ),
    ),
  },
  {
    id: "ars_ceiling",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. R. 543-5",
    label: { fr: "Plafond de l’allocation de rentrée", en: "Ceiling of the back-to-school allowance" },
    says: {
      fr: "Le plafond de base, augmenté de 30 % par enfant à charge.",
      en: "The basic ceiling, raised by 30% for each dependent child.",
    },
    formula: x.times(
      x.parameter(ars.schoolCeiling),
      x.sum(1, x.times(x.parameter(ars.schoolCeilingPerChild), x.rule("af_children"))),
    ),
  },
  {
    id: "ars_this_year",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. L. 543-1, L. 543-2 et D. 543-2",
    label: { fr: "Allocation de rentrée de l’année", en: "Back-to-school allowance of the year" },
    says: {
      fr: "Le montant, moins ce qui dépasse le plafond ; rien en dessous de 15 €.",
      en: "The amount, less what exceeds the ceiling; nothing under €15.",
    },
    formula: x.given(
      x.reaches(
        x.minus(x.rule("ars_whole"), x.most(0, x.minus(resources, schoolCeiling))),
        x.parameter(ars.schoolMinimum),
      ),
      x.rounded(x.minus(x.rule("ars_whole"), x.most(0, x.minus(resources, schoolCeiling))), "cent"),
    ),
    zero: [
      {
        when: x.equals(x.rule("ars_whole"), 0),
        says: {
          fr: "Aucun enfant de 6 à 18 ans à la rentrée.",
          en: "No child from 6 to 18 when school begins.",
        },
      },
      {
        when: x.exceeds(resources, schoolCeiling),
        says: {
          fr: "Les ressources du foyer dépassent le plafond de {excess}.",
          en: "The household’s resources exceed the ceiling by {excess}.",
        },
        values: { excess: x.minus(resources, schoolCeiling) },
      },
    ],
  },
  {
    id: "ars_year",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. L. 543-1",
    label: { fr: "Allocation de rentrée scolaire", en: "Back-to-school allowance" },
    says: {
      fr: "Celle de l’année, versée en août, selon la loi et les enfants d’octobre.",
      en: "That of the year, paid in August, by the law and the children of October.",
    },
    formula: x.inMonth({ monthOfYear: 10 }, "ars_this_year"),
  },
];
