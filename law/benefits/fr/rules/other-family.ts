import * as x from "../../expression.ts";
import type { Parameter } from "../../parameter.ts";
import type { Rule } from "../../rule.ts";
import * as ars from "../parameters/back-to-school.ts";
import * as cf from "../parameters/family-supplement.ts";
import * as asf from "../parameters/family-support.ts";
import { familyBase } from "../parameters/general.ts";
import { hasReached, isBorn, isYoungerThan } from "./general.ts";

const from = "2023-09-01";
const base = x.parameter(familyBase);
const resources = x.rule("resources");

const ceilingFor = (zeroChildren: Parameter, raise: Parameter, children: x.Amount) =>
  x.sum(
    x.times(
      x.parameter(zeroChildren),
      x.sum(
        1,
        x.times(x.parameter(cf.ceilingPerFirstTwo), x.least(children, 2)),
        x.times(x.parameter(cf.ceilingPerThird), x.most(0, x.minus(children, 2))),
      ),
    ),
    x.times(x.parameter(raise), x.rule("raised_ceilings")),
  );

const cfChildren = x.count("children", x.all(isBorn, isYoungerThan(cf.supplementAgeLimit)));
const olderThanThree = x.rule("cf_children");
const cfCeiling = x.rule("cf_ceiling");

/** Complément familial, before CRDS. */
export const familySupplementRules: readonly Rule[] = [
  {
    id: "cf_children",
    of: "household",
    unit: "count",
    from,
    article: "CSS, art. L. 522-1 et R. 522-1",
    label: { fr: "Enfants de 3 à 20 ans", en: "Children from 3 to 20" },
    says: {
      fr: "On compte les enfants qui ont trois ans et n’ont pas 21 ans.",
      en: "Children who are three and not yet 21 are counted.",
    },
    formula: x.count(
      "children",
      x.all(hasReached(cf.supplementAgeFrom), isYoungerThan(cf.supplementAgeLimit)),
    ),
  },
  {
    id: "cf_ceiling",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. R. 522-2",
    label: { fr: "Plafond du complément familial", en: "Ceiling of the family supplement" },
    says: {
      fr: "Le plafond de base, augmenté par enfant, et pour un parent isolé ou deux revenus.",
      en: "The basic ceiling, raised for each child, and for a lone parent or two incomes.",
    },
    formula: ceilingFor(cf.supplementCeiling, cf.supplementCeilingRaise, cfChildren),
  },
  {
    id: "cf_ordinary",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 522-1, L. 522-2 et D. 522-1",
    label: { fr: "Complément familial non majoré", en: "Ordinary family supplement" },
    says: {
      fr: "41,65 % de la base mensuelle sous le plafond ; juste au-dessus, ce montant moins le dépassement.",
      en: "41.65% of the monthly base under the ceiling; just above, that amount less the excess.",
    },
    formula: x.given(
      x.reaches(olderThanThree, x.parameter(cf.supplementChildren)),
      x.most(
        0,
        x.minus(
          x.times(base, x.parameter(cf.supplementRate)),
          x.divided(x.most(0, x.minus(resources, cfCeiling)), 12),
        ),
      ),
    ),
  },
  {
    id: "cf",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 522-1, L. 522-3 et L. 532-1",
    label: { fr: "Complément familial", en: "Family supplement" },
    says: {
      fr: "Plus haut sous le plafond réduit de moitié. Il ne s’ajoute pas à l’allocation de base du jeune enfant.",
      en: "Higher under half the ceiling. It does not add to the base allowance for a young child.",
    },
    formula: x.given(
      x.all(x.reaches(olderThanThree, x.parameter(cf.supplementChildren)), x.equals(x.rule("paje_base"), 0)),
      x.rounded(
        x.given(
          x.isWithin(
            resources,
            ceilingFor(cf.raisedSupplementCeiling, cf.raisedSupplementCeilingRaise, cfChildren),
          ),
          x.times(base, x.parameter(cf.raisedSupplementRate)),
          x.rule("cf_ordinary"),
        ),
        "cent",
      ),
    ),
    zero: [
      {
        when: x.isUnder(olderThanThree, x.parameter(cf.supplementChildren)),
        says: {
          fr: "Le complément familial demande trois enfants de 3 à 20 ans ; vous en avez {children}.",
          en: "The family supplement takes three children from 3 to 20; you have {children}.",
        },
        values: { children: olderThanThree },
      },
      {
        when: x.exceeds(x.rule("paje_base"), 0),
        says: {
          fr: "Vous recevez déjà l’allocation de base du jeune enfant : les deux ne s’ajoutent pas.",
          en: "You already receive the base allowance for a young child: the two do not add up.",
        },
      },
      {
        when: x.exceeds(resources, cfCeiling),
        says: {
          fr: "Vos ressources dépassent le plafond de {excess}.",
          en: "Your resources exceed the ceiling by {excess}.",
        },
        values: { excess: x.minus(resources, cfCeiling) },
      },
    ],
  },
];

const supported = x.rule("af_children");
const support = (rate: Parameter) =>
  x.given(x.holds(x.rule("lone_adult")), x.times(base, x.parameter(rate), supported));

/** Allocation de soutien familial for a parent alone who receives no maintenance. */
export const familySupportRules: readonly Rule[] = [
  {
    id: "asf",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 523-1 et D. 523-1",
    label: { fr: "Allocation de soutien familial", en: "Family support allowance" },
    says: {
      fr: "42,2 % de la base mensuelle par enfant, pour un parent seul qui ne reçoit pas de pension.",
      en: "42.2% of the monthly base for each child, for a parent alone who receives no maintenance.",
    },
    formula: x.rounded(support(asf.supportRate), "cent"),
    zero: [
      {
        when: x.equals(x.rule("lone_adult"), 0),
        says: {
          fr: "Elle est réservée à un parent qui vit seul.",
          en: "It is for a parent who lives alone.",
        },
      },
      {
        when: x.equals(supported, 0),
        says: { fr: "Aucun enfant de moins de 20 ans à charge.", en: "No dependent child under 20." },
      },
    ],
  },
  {
    id: "asf_counted",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CASF, art. R. 262-10-1 ; CSS, art. R. 844-4",
    label: { fr: "Part comptée de l’ASF", en: "Part of the support allowance that counts" },
    says: {
      fr: "Le RSA et la prime d’activité n’en comptent que 22,5 % de la base mensuelle par enfant.",
      en: "RSA and the activity bonus count only 22.5% of the monthly base for each child.",
    },
    formula: support(asf.supportRateCounted),
  },
];

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
      fr: "Le plafond de base, augmenté de 30 % par enfant à charge.",
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
      fr: "Le montant, moins ce qui dépasse le plafond ; rien en dessous de 15 €.",
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
          fr: "Vos ressources dépassent le plafond de {excess}.",
          en: "Your resources exceed the ceiling by {excess}.",
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
