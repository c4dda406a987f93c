import * as x from "../../expression.ts";
import type { Parameter } from "../../parameter.ts";
import type { Rule } from "../../rule.ts";
import * as p from "../parameters/rsa.ts";
import { isYoungerThan } from "./general.ts";

const from = "2023-09-01";
const children = x.rule("rsa_children");
const adults = x.fact("adults");
/** The household is the one of the last day of the month: a child born in the month counts. */
const isHere = x.reaches(x.fact("months_since_birth"), 0);
const thirdAndMore = x.most(0, x.minus(children, 2));
const others = x.sum(x.minus(adults, 1), children);

const housing = (persons: x.Amount) =>
  x.given(
    x.equals(persons, 1),
    x.parameter(p.housingOne),
    x.given(
      x.equals(persons, 2),
      x.times(x.parameter(p.housingTwo), x.sum(1, x.parameter(p.secondPersonShare))),
      x.times(
        x.parameter(p.housingThree),
        x.sum(1, x.parameter(p.secondPersonShare), x.parameter(p.nextPersonShare)),
      ),
    ),
  );

/** The flat amount of a household, from the flat amount of one person: the scale of RSA and of the activity bonus. */
export const flatAmount = (ofOne: Parameter): x.Amount => x.times(x.parameter(ofOne), x.rule("family_scale"));

/** What free housing takes off the flat amount. */
export const housingLumpSum = (ofOne: Parameter): x.Amount =>
  x.times(x.parameter(ofOne), x.rule("housing_scale"));

/** Revenu de solidarité active, and the family scale and resources it shares with the activity bonus. */
export const rsaRules: readonly Rule[] = [
  {
    id: "rsa_children",
    of: "household",
    unit: "count",
    from,
    article: "CASF, art. R. 262-3",
    label: { fr: "Enfants à charge de moins de 25 ans", en: "Dependent children under 25" },
    says: {
      fr: "On compte les enfants nés à la fin du mois qui n’ont pas 25 ans.",
      en: "Children born by the end of the month and not yet 25 are counted.",
    },
    formula: x.count("children", x.all(isHere, isYoungerThan(p.rsaChildAgeLimit))),
  },
  {
    id: "pregnant",
    of: "household",
    unit: "yes-no",
    from,
    article: "CASF, art. L. 262-9",
    label: { fr: "Naissance attendue", en: "A birth is expected" },
    says: {
      fr: "Une naissance dans les six mois qui viennent : la grossesse est déclarée.",
      en: "A birth within the six coming months: the pregnancy is declared.",
    },
    formula: x.yesNo(
      x.reaches(
        x.count(
          "children",
          x.all(x.isUnder(x.fact("months_since_birth"), 0), x.reaches(x.fact("months_since_birth"), -6)),
        ),
        1,
      ),
    ),
  },
  {
    id: "lone_raise",
    of: "household",
    unit: "yes-no",
    from,
    article: "CASF, art. L. 262-9 ; CSS, art. L. 842-7",
    label: { fr: "Majoration pour isolement", en: "Raise for a lone parent" },
    says: {
      fr: "Une personne isolée avec un enfant de moins de 3 ans, ou qui attend un enfant.",
      en: "A person alone with a child under 3, or expecting a child.",
    },
    formula: x.yesNo(
      x.all(
        x.holds(x.rule("lone_adult")),
        x.any(
          x.holds(x.rule("pregnant")),
          x.reaches(x.count("children", x.all(isHere, isYoungerThan(p.loneChildAge))), 1),
        ),
      ),
    ),
  },
  {
    id: "family_scale",
    of: "household",
    unit: "ratio",
    from,
    article: "CASF, art. R. 262-1 et L. 262-9 ; CSS, art. D. 843-1",
    label: { fr: "Barème de la famille", en: "Family scale" },
    says: {
      fr: "1 pour une personne, plus 0,5 pour la deuxième, 0,3 pour les suivantes, 0,4 par enfant à partir du troisième ; plus haut pour un parent isolé majoré.",
      en: "1 for one person, plus 0.5 for the second, 0.3 for the next, 0.4 for each child from the third; higher for a lone parent with the raise.",
    },
    formula: x.given(
      x.holds(x.rule("lone_raise")),
      x.sum(x.parameter(p.loneShare), x.times(x.parameter(p.loneShareChild), children)),
      x.sum(
        1,
        x.times(x.parameter(p.secondPersonShare), x.least(1, others)),
        x.times(x.parameter(p.nextPersonShare), x.most(0, x.minus(others, x.sum(1, thirdAndMore)))),
        x.times(x.parameter(p.thirdChildShare), thirdAndMore),
      ),
    ),
  },
  {
    id: "housing_scale",
    of: "household",
    unit: "ratio",
    from,
    article: "CASF, art. R. 262-9 ; CSS, art. R. 844-3",
    label: {
      fr: "Forfait logement, en part du montant d’une personne",
      en: "Housing lump sum, as a share of the amount of one person",
    },
    says: {
      fr: "Sans loyer, on retire 12 % du montant pour une personne, 16 % pour deux, 16,5 % pour trois et plus.",
      en: "Without rent, 12% of the amount is taken off for one person, 16% for two, 16.5% for three or more.",
    },
    formula: x.given(x.holds(x.fact("free_housing")), housing(x.sum(adults, children))),
  },
  {
    id: "family_benefits_counted",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CASF, art. R. 262-10-1 et R. 262-11 ; CSS, art. R. 844-4 et R. 844-5",
    label: { fr: "Prestations familiales comptées", en: "Family benefits counted" },
    says: {
      fr: "Les allocations familiales sans majoration, le complément familial sans sa part majorée, l’allocation de base et une part de l’ASF.",
      en: "Family allowances without the supplement, the family supplement without its raised part, the base allowance and part of the support allowance.",
    },
    formula: x.sum(
      x.rule("af_base"),
      x.given(x.exceeds(x.rule("cf"), 0), x.rule("cf_ordinary")),
      x.rule("paje_base"),
      x.rule("asf_counted"),
    ),
  },
  {
    id: "rsa_base_ressources",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CASF, art. L. 262-3, R. 262-7 et R. 262-11",
    label: { fr: "Ressources du mois pour le RSA", en: "Monthly resources for RSA" },
    says: {
      fr: "La moyenne des salaires des trois derniers mois, l’AAH, et les prestations familiales comptées.",
      en: "The average pay of the last three months, the disability allowance, and the family benefits counted.",
    },
    formula: x.sum(
      x.sumOver("adults", x.sum(x.fact("pay"), x.rule("aah_adult"))),
      x.rule("family_benefits_counted"),
    ),
  },
  {
    id: "rsa_open",
    of: "household",
    unit: "yes-no",
    from,
    article: "CASF, art. L. 262-4, 1°",
    label: { fr: "Âge ou enfant", en: "Age or child" },
    says: {
      fr: "Avoir 25 ans, ou un enfant, ou en attendre un.",
      en: "Being 25, or having or expecting a child.",
    },
    formula: x.yesNo(
      x.any(
        x.reaches(x.count("adults", x.reaches(x.fact("adult_age"), x.times(12, x.parameter(p.adultAge)))), 1),
        x.reaches(children, 1),
        x.holds(x.rule("pregnant")),
      ),
    ),
  },
  {
    id: "rsa_difference",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CASF, art. L. 262-2",
    label: { fr: "Ce qui manque aux ressources", en: "What resources lack" },
    says: {
      fr: "Le montant de la famille, moins le forfait logement, moins les ressources.",
      en: "The amount for the family, less the housing lump sum, less resources.",
    },
    formula: x.minus(
      x.minus(flatAmount(p.rsaBase), housingLumpSum(p.rsaBase)),
      x.rule("rsa_base_ressources"),
    ),
  },
  {
    id: "rsa",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CASF, art. L. 262-2, L. 262-4 et R. 262-39",
    label: { fr: "Revenu de solidarité active", en: "RSA" },
    says: {
      fr: "Ce qui manque aux ressources ; rien en dessous de 6 €.",
      en: "What resources lack; nothing under €6.",
    },
    formula: x.given(
      x.all(x.holds(x.rule("rsa_open")), x.reaches(x.rule("rsa_difference"), x.parameter(p.rsaMinimum))),
      x.rounded(x.rule("rsa_difference"), "cent"),
    ),
    zero: [
      {
        when: x.equals(x.rule("rsa_open"), 0),
        says: {
          fr: "Avant 25 ans, le RSA demande un enfant né ou attendu, ou deux ans de travail dans les trois dernières années.",
          en: "Before 25, RSA takes a child born or expected, or two years of work in the last three.",
        },
      },
      {
        when: x.isWithin(x.rule("rsa_difference"), 0),
        says: {
          fr: "Les ressources du foyer dépassent de {excess} par mois le montant prévu pour lui.",
          en: "The household’s resources exceed by {excess} a month the amount set for it.",
        },
        values: { excess: x.minus(0, x.rule("rsa_difference")) },
      },
      {
        when: x.isUnder(x.rule("rsa_difference"), x.parameter(p.rsaMinimum)),
        says: {
          fr: "Il resterait {rest} : moins de 6 € ne sont pas versés.",
          en: "{rest} would remain: less than €6 is not paid.",
        },
        values: { rest: x.rule("rsa_difference") },
      },
    ],
  },
];
