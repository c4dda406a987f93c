import * as x from "../../expression.ts";
import type { Parameter } from "../../parameter.ts";
import type { Rule } from "../../rule.ts";
import { familyBase } from "../parameters/general.ts";
import * as p from "../parameters/young-child.ts";
import { isBorn, isYoungerThan } from "./general.ts";

const from = "2023-09-01";
const base = x.parameter(familyBase);
const resources = x.rule("resources");
const children = x.rule("af_children");
const underThree = x.rule("paje_children");
const isUnderThree = x.all(isBorn, isYoungerThan(p.youngChildAgeLimit));
/** 1 when a multiple birth gave that many children under 3. */
const bornTogether = (many: number) =>
  x.least(1, x.count("children", x.all(x.reaches(x.fact("birth_rank"), many), isUnderThree)));
/** The grant comes with the seventh month of pregnancy: the birth is expected two months later. */
const expected = x.count("children", x.equals(x.fact("months_since_birth"), -2));

const ceiling = (zeroChildren: Parameter, raise: Parameter, counted: x.Amount) =>
  x.sum(
    x.times(
      x.parameter(zeroChildren),
      x.sum(
        1,
        x.times(x.parameter(p.ceilingPerFirstTwo), x.least(counted, 2)),
        x.times(x.parameter(p.ceilingPerThird), x.most(0, x.minus(counted, 2))),
      ),
    ),
    x.times(x.parameter(raise), x.rule("raised_ceilings")),
  );
const grantCeiling = ceiling(p.partCeiling, p.partCeilingRaise, x.sum(children, expected));

/** Prestation d’accueil du jeune enfant, before CRDS: base allowance and birth grant. */
export const youngChildRules: readonly Rule[] = [
  {
    id: "paje_children",
    of: "household",
    unit: "count",
    from,
    article: "CSS, art. L. 531-3 et D. 531-1",
    label: { fr: "Enfants de moins de 3 ans", en: "Children under 3" },
    says: { fr: "On compte les enfants nés qui n’ont pas 3 ans.", en: "Children born and not yet 3." },
    formula: x.count("children", isUnderThree),
  },
  {
    id: "paje_allowances",
    of: "household",
    unit: "count",
    from,
    article: "CSS, art. L. 531-3 et L. 532-1",
    label: { fr: "Nombre d’allocations de base", en: "Number of base allowances" },
    says: {
      fr: "Une par famille ; autant que d’enfants nés ensemble après une naissance multiple.",
      en: "One for a family; after a multiple birth, as many as the children born together.",
    },
    formula: x.sum(x.least(1, underThree), bornTogether(2), bornTogether(3), bornTogether(4)),
  },
  {
    id: "paje_full_ceiling",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. L. 531-3 et R. 531-1",
    label: { fr: "Plafond du taux plein", en: "Ceiling of the full rate" },
    says: {
      fr: "Le plafond de base, augmenté par enfant, et pour un parent isolé ou deux revenus.",
      en: "The basic ceiling, raised for each child, and for a lone parent or two incomes.",
    },
    formula: ceiling(p.fullCeiling, p.fullCeilingRaise, children),
  },
  {
    id: "paje_part_ceiling",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. L. 531-2, L. 531-3 et R. 531-1",
    label: { fr: "Plafond du taux partiel", en: "Ceiling of the partial rate" },
    says: {
      fr: "Le plafond de base, augmenté par enfant, et pour un parent isolé ou deux revenus.",
      en: "The basic ceiling, raised for each child, and for a lone parent or two incomes.",
    },
    formula: ceiling(p.partCeiling, p.partCeilingRaise, children),
  },
  {
    id: "paje_base",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 531-1, L. 531-3 et D. 531-3",
    label: { fr: "Allocation de base du jeune enfant", en: "Base allowance for a young child" },
    says: {
      fr: "Un montant par famille avec un enfant de moins de 3 ans, ou par enfant d’une naissance multiple : entier sous le premier plafond, la moitié sous le second.",
      en: "One amount for a family with a child under 3, or for each child of a multiple birth: whole under the first ceiling, half under the second.",
    },
    formula: x.given(
      x.reaches(underThree, 1),
      x.times(
        x.rule("paje_allowances"),
        x.rounded(
          x.given(
            x.isWithin(resources, x.rule("paje_full_ceiling")),
            x.times(base, x.parameter(p.fullRate)),
            x.given(
              x.isWithin(resources, x.rule("paje_part_ceiling")),
              x.times(base, x.parameter(p.partRate)),
            ),
          ),
          "cent",
        ),
      ),
    ),
    zero: [
      {
        when: x.equals(underThree, 0),
        says: { fr: "Aucun enfant de moins de 3 ans.", en: "No child under 3." },
      },
      {
        when: x.exceeds(resources, x.rule("paje_part_ceiling")),
        says: {
          fr: "Les ressources du foyer dépassent le plafond de {excess}.",
          en: "The household’s resources exceed the ceiling by {excess}.",
        },
        values: { excess: x.minus(resources, x.rule("paje_part_ceiling")) },
      },
    ],
  },
  {
    id: "paje_naissance",
    of: "household",
    unit: "EUR",
    from,
    article: "CSS, art. L. 531-2 et D. 531-2",
    label: { fr: "Prime à la naissance", en: "Birth grant" },
    says: {
      fr: "Versée une fois, avec le septième mois de grossesse, sous le plafond du taux partiel qui compte l’enfant attendu.",
      en: "Paid once, with the seventh month of pregnancy, under the ceiling of the partial rate with the expected child counted.",
    },
    formula: x.given(
      x.isWithin(resources, grantCeiling),
      x.times(expected, x.rounded(x.times(base, x.parameter(p.birthGrantRate)), "cent")),
    ),
    zero: [
      {
        when: x.equals(expected, 0),
        says: {
          fr: "Aucune naissance attendue dans deux mois : la prime est versée avec le septième mois de grossesse.",
          en: "No birth expected in two months: the grant is paid with the seventh month of pregnancy.",
        },
      },
      {
        when: x.exceeds(resources, grantCeiling),
        says: {
          fr: "Les ressources du foyer dépassent le plafond de {excess}.",
          en: "The household’s resources exceed the ceiling by {excess}.",
        },
        values: { excess: x.minus(resources, grantCeiling) },
      },
    ],
  },
];
