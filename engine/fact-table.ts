/** How the engine finds a fact in the columns of a population, for a household `i`, adult `a` or child `c` and a month `m`. */
export const factTable: Readonly<
  Record<string, { of: "household" | "adult" | "child"; column: string; asked: string; counts: FactKind }>
> = {
  adults: { of: "household", column: "firstAdult", asked: "adults", counts: "members" },
  free_housing: { of: "household", column: "freeHousing", asked: "housing", counts: "as it is" },
  adult_age: { of: "adult", column: "adultFrom", asked: "adults.birth", counts: "months until now" },
  pay: { of: "adult", column: "pay", asked: "adults.net_pay", counts: "as it is" },
  taxable_pay: { of: "adult", column: "taxablePay", asked: "adults.net_pay", counts: "as it is" },
  disabled: { of: "adult", column: "disabled", asked: "adults.disabled", counts: "as it is" },
  birth: { of: "child", column: "birth", asked: "children.birth", counts: "as it is" },
  age: { of: "child", column: "ageFrom", asked: "children.birth", counts: "months until now" },
  limit_age: { of: "child", column: "limitFrom", asked: "children.birth", counts: "months until now" },
  school_age: { of: "child", column: "schoolFrom", asked: "children.birth", counts: "months until December" },
  months_since_birth: {
    of: "child",
    column: "birthMonth",
    asked: "children.birth",
    counts: "months until now",
  },
  birth_rank: { of: "child", column: "birthRank", asked: "children.birth", counts: "as it is" },
  aeeh_category: { of: "child", column: "aeeh", asked: "children.aeeh", counts: "as it is" },
};

/** What a column must go through to be the fact. */
export type FactKind = "as it is" | "members" | "months until now" | "months until December";
