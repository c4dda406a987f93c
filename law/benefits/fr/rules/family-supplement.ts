import * as x from "../../expression.ts";
import type { Parameter } from "../../parameter.ts";
import type { Rule } from "../../rule.ts";
import * as cf from "../parameters/family-supplement.ts";
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
      fr: "41,65 % de la base mensuelle sous le plafond ; juste au-dessus, ce montant moins le dépassement.",
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
          fr: "Le complément familial demande trois enfants de 3 à 20 ans ; le foyer en compte {children}.",
          en: "The family supplement takes three children from 3 to 20; the household has {children}.",
        },
        values: { children: olderThanThree },
      },
      {
        when: x.exceeds(x.rule("paje_base"), 0),
        says: {
          fr: "Le foyer reçoit déjà l’allocation de base du jeune enfant : les deux ne s’ajoutent pas.",
          en: "The household already receives the base allowance for a young child: the two do not add up.",
        },
      },
      {
        when: x.exceeds(resources, cfCeiling),
        says: {
          fr: "Les ressources du foyer dépassent le plafond de {excess}.",
          en: "The household’s resources exceed the ceiling by {excess}.",
        },
        values: { excess: x.minus(resources, cfCeiling) },
      },
    ],
  },
];
