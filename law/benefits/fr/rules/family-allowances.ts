import * as x from "../../expression.ts";
import type { Rule } from "../../rule.ts";
import * as p from "../parameters/family-allowances.ts";
import * as flat from "../parameters/flat-allowance.ts";
import { familyBase } from "../parameters/general.ts";
import { hasReached, isDependent } from "./general.ts";

const from = "2023-09-01";
const base = x.parameter(familyBase);
const children = x.rule("af_children");
const resources = x.rule("resources");
const ceiling = (of: typeof p.firstBandCeiling, counted: x.Amount) =>
  x.sum(x.parameter(of), x.times(x.parameter(p.bandRaisePerChild), counted));
const share = (first: x.Amount, second: x.Amount) =>
  x.given(
    x.isWithin(resources, first),
    1,
    x.given(x.isWithin(resources, second), x.parameter(p.secondBandShare), x.parameter(p.thirdBandShare)),
  );
const excess = (first: x.Amount, second: x.Amount) =>
  x.divided(
    x.given(x.exceeds(resources, second), x.minus(resources, second), x.most(0, x.minus(resources, first))),
    12,
  );
const complement = (paid: x.Amount, over: string) =>
  x.given(
    x.all(x.exceeds(paid, 0), x.exceeds(x.rule(over), 0)),
    x.rounded(x.most(0, x.minus(paid, x.rule(over))), "cent"),
  );
const counted = x.sum(children, x.rule("af_twenty"));
/** Decree 2026-138, art. 2: children born before this day keep the former age. */
const keepsFormerAge = x.isUnder(x.fact("birth"), 20120301);

/** Family allowances before CRDS: base, age supplement, flat allowance at twenty, and the complements just above a band. */
export const familyAllowanceRules: readonly Rule[] = [
  {
    id: "af_twenty",
    of: "household",
    unit: "count",
    from,
    article: "CSS, art. L. 521-1 et D. 521-2",
    label: { fr: "Enfants de 20 ans", en: "Children of 20" },
    says: {
      fr: "On compte à part les enfants dans l’année de leurs 20 ans.",
      en: "Children in the year after their 20th birthday are counted apart.",
    },
    formula: x.count(
      "children",
      x.all(
        hasReached(p.childAgeLimit),
        x.isUnder(
          x.fact("limit_age"),
          x.times(12, x.sum(x.parameter(p.childAgeLimit), x.parameter(flat.flatYears))),
        ),
      ),
    ),
  },
  {
    id: "af_ceiling_1",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. D. 521-3",
    label: { fr: "Plafond de la première tranche", en: "Ceiling of the first band" },
    says: {
      fr: "Le plafond de base, plus une part par enfant à charge.",
      en: "The basic ceiling, plus an amount for each child.",
    },
    formula: ceiling(p.firstBandCeiling, children),
  },
  {
    id: "af_ceiling_2",
    of: "household",
    unit: "EUR/year",
    from,
    article: "CSS, art. D. 521-3",
    label: { fr: "Plafond de la deuxième tranche", en: "Ceiling of the second band" },
    says: {
      fr: "Le plafond de base, plus une part par enfant à charge.",
      en: "The basic ceiling, plus an amount for each child.",
    },
    formula: ceiling(p.secondBandCeiling, children),
  },
  {
    id: "af_share",
    of: "household",
    unit: "ratio",
    from,
    article: "CSS, art. D. 521-1, I",
    label: { fr: "Part servie selon les ressources", en: "Share paid by resources" },
    says: {
      fr: "Tout sous le premier plafond, la moitié jusqu’au second, le quart au-delà.",
      en: "All below the first ceiling, half up to the second, a quarter beyond.",
    },
    formula: share(x.rule("af_ceiling_1"), x.rule("af_ceiling_2")),
  },
  {
    id: "af_base",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 521-1 et D. 521-1",
    label: { fr: "Allocations familiales de base", en: "Basic family allowances" },
    says: {
      fr: "À partir de deux enfants : 32 % de la base mensuelle, plus 41 % par enfant à partir du troisième, dans la part servie.",
      en: "From two children: 32% of the monthly base, plus 41% for each child from the third, in the share paid.",
    },
    formula: x.given(
      x.reaches(children, x.parameter(p.firstChildren)),
      x.rounded(
        x.times(
          x.rounded(
            x.times(
              base,
              x.sum(x.parameter(p.rateForTwo), x.times(x.parameter(p.rateForEachMore), x.minus(children, 2))),
            ),
            "cent",
          ),
          x.rule("af_share"),
        ),
        "cent",
      ),
    ),
  },
  {
    id: "af_old_enough",
    of: "household",
    unit: "count",
    from,
    article: "CSS, art. R. 521-1 ; décret n° 2026-138, art. 2",
    label: { fr: "Enfants ayant l’âge de la majoration", en: "Children old enough for the supplement" },
    says: {
      fr: "18 ans depuis mars 2026 ; 14 ans auparavant, et pour les enfants nés avant le 1ᵉʳ mars 2012.",
      en: "18 since March 2026; 14 before, and for children born before 1 March 2012.",
    },
    formula: x.count(
      "children",
      x.all(
        isDependent,
        x.any(hasReached(p.supplementAge), x.all(keepsFormerAge, hasReached(p.supplementFormerAge))),
      ),
    ),
  },
  {
    id: "af_majoration",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 521-3 et D. 521-1",
    label: { fr: "Majoration pour âge", en: "Age supplement" },
    says: {
      fr: "16 % de la base mensuelle par enfant qui a l’âge. S’il n’y a que deux enfants, l’aîné, et lui seul, n’y ouvre pas droit.",
      en: "16% of the monthly base for each child old enough. With only two children, the eldest, and only the eldest, gives none.",
    },
    formula: x.given(
      x.reaches(children, x.parameter(p.firstChildren)),
      x.rounded(
        x.times(
          base,
          x.parameter(p.supplementRate),
          // The eldest has the age whenever a younger child has it: leaving out the eldest is leaving out one.
          x.given(
            x.reaches(children, x.parameter(p.eldestCountsFrom)),
            x.rule("af_old_enough"),
            x.most(0, x.minus(x.rule("af_old_enough"), 1)),
          ),
          x.rule("af_share"),
        ),
        "cent",
      ),
    ),
  },
  {
    id: "af_allocation_forfaitaire",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 521-1 et D. 521-2",
    label: { fr: "Allocation forfaitaire pour un enfant de 20 ans", en: "Flat allowance for a child of 20" },
    says: {
      fr: "Dans une famille de trois enfants ou plus, une somme fixe pendant un an pour chaque enfant de 20 ans.",
      en: "In a family of three children or more, a fixed sum for one year for each child of 20.",
    },
    formula: x.given(
      x.reaches(counted, x.parameter(flat.flatChildren)),
      x.rounded(
        x.times(
          x.rounded(x.times(base, x.parameter(flat.flatRate)), "cent"),
          x.rule("af_twenty"),
          share(ceiling(p.firstBandCeiling, counted), ceiling(p.secondBandCeiling, counted)),
        ),
        "cent",
      ),
    ),
  },
  {
    id: "af_excess",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. D. 521-1, II",
    label: { fr: "Dépassement du plafond, par mois", en: "Excess over the ceiling, each month" },
    says: {
      fr: "Le douzième de ce qui dépasse le dernier plafond franchi.",
      en: "One twelfth of what exceeds the last ceiling passed.",
    },
    formula: excess(x.rule("af_ceiling_1"), x.rule("af_ceiling_2")),
  },
  {
    id: "af_complement_degressif",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. D. 521-1, II",
    label: { fr: "Complément dégressif", en: "Degressive complement" },
    says: {
      fr: "Juste au-dessus d’un plafond, ce qui manque pour que le dépassement ne coûte pas plus que lui-même.",
      en: "Just above a ceiling, what is missing so that the excess costs no more than itself.",
    },
    formula: complement(x.sum(x.rule("af_base"), x.rule("af_majoration")), "af_excess"),
  },
  {
    id: "af_flat_excess",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. D. 521-1, II",
    label: {
      fr: "Dépassement du plafond avec l’enfant de 20 ans, par mois",
      en: "Excess over the ceiling with the child of 20, each month",
    },
    says: {
      fr: "Le douzième de ce qui dépasse le dernier plafond franchi.",
      en: "One twelfth of what exceeds the last ceiling passed.",
    },
    formula: excess(ceiling(p.firstBandCeiling, counted), ceiling(p.secondBandCeiling, counted)),
  },
  {
    id: "af_complement_forfaitaire",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. D. 521-2",
    label: {
      fr: "Complément dégressif de l’allocation forfaitaire",
      en: "Degressive complement of the flat allowance",
    },
    says: {
      fr: "Le même complément, pour l’allocation forfaitaire.",
      en: "The same complement, for the flat allowance.",
    },
    formula: complement(x.rule("af_allocation_forfaitaire"), "af_flat_excess"),
  },
  {
    id: "af",
    of: "household",
    unit: "EUR/month",
    from,
    article: "CSS, art. L. 521-1",
    label: { fr: "Allocations familiales", en: "Family allowances" },
    says: {
      fr: "La base, la majoration pour âge, l’allocation forfaitaire et les compléments, avant CRDS.",
      en: "The base, the age supplement, the flat allowance and the complements, before CRDS.",
    },
    formula: x.rounded(
      x.sum(
        x.rule("af_base"),
        x.rule("af_majoration"),
        x.rule("af_allocation_forfaitaire"),
        x.rule("af_complement_degressif"),
        x.rule("af_complement_forfaitaire"),
      ),
      "cent",
    ),
    zero: [
      {
        when: x.isUnder(counted, x.parameter(p.firstChildren)),
        says: {
          fr: "Les allocations familiales commencent avec deux enfants de moins de 20 ans à charge ; le foyer en compte {children}.",
          en: "Family allowances begin with two dependent children under 20; the household has {children}.",
        },
        values: { children },
      },
      {
        when: x.isUnder(children, x.parameter(p.firstChildren)),
        says: {
          fr: "Il reste {children} enfant de moins de 20 ans : il en faut deux, ou trois avec celui de 20 ans.",
          en: "{children} child under 20 remains: it takes two, or three with the one of 20.",
        },
        values: { children },
      },
    ],
  },
];
