/** Households of our own, for tests that must mean something where the 480 cases are not at hand. Amounts were checked by hand. */
export const namedCases: readonly {
  readonly name: string;
  readonly month: string;
  readonly case: {
    readonly adults: readonly {
      readonly birth: string;
      readonly net_pay: number;
      readonly disabled?: boolean;
    }[];
    readonly children: readonly { readonly birth: string; readonly aeeh?: number }[];
    readonly expected?: readonly { readonly birth: string }[];
    readonly housing: "owner" | "housed-free";
  };
  readonly gives: Readonly<Record<string, number>>;
}[] = [
  {
    name: "two children, modest pay",
    month: "2026-06",
    case: {
      adults: [
        { birth: "1990-05-12", net_pay: 1500 },
        { birth: "1991-08-20", net_pay: 0 },
      ],
      children: [{ birth: "2016-09-14" }, { birth: "2020-02-17" }],
      housing: "housed-free",
    },
    // 18 540 − 1 854 = 16 686. Allowances: 32% of 478.16. School: (0.8972 + 0.8972) × 478.16.
    gives: { resources: 16686, af: 153.01, af_base: 153.01, cf: 0, paje_base: 0, rsa: 0, ars_year: 858.01 },
  },
  {
    name: "one child gives no family allowances",
    month: "2025-06",
    case: {
      adults: [{ birth: "1990-05-12", net_pay: 0 }],
      children: [{ birth: "2018-09-14" }],
      housing: "owner",
    },
    // RSA: 646.52 × 1.5 × 0.84 − 22.5% of 474.37.
    gives: { af: 0, asf: 200.18, rsa: 707.88, ppa: 0 },
  },
  {
    name: "twins of 15 and nobody else: one of them is the eldest",
    month: "2026-06",
    case: {
      adults: [
        { birth: "1980-05-12", net_pay: 0 },
        { birth: "1981-08-20", net_pay: 0 },
      ],
      children: [{ birth: "2011-03-15" }, { birth: "2011-03-15" }],
      housing: "owner",
    },
    gives: { af_base: 153.01, af_majoration: 76.51, af: 229.52 },
  },
  {
    name: "14 since May 2026: the decree of February makes the family wait for 18",
    month: "2026-06",
    case: {
      adults: [{ birth: "1980-05-12", net_pay: 0 }],
      children: [{ birth: "2010-03-15" }, { birth: "2012-05-15" }],
      housing: "owner",
    },
    gives: { af_majoration: 0 },
  },
  {
    name: "14 in February 2026, born before March 2012: the former age holds",
    month: "2026-06",
    case: {
      adults: [{ birth: "1980-05-12", net_pay: 0 }],
      children: [{ birth: "2010-03-15" }, { birth: "2012-02-29" }],
      housing: "owner",
    },
    gives: { af_majoration: 76.51 },
  },
  {
    name: "a child of 20 in a family of three",
    month: "2024-06",
    case: {
      adults: [
        { birth: "1975-05-12", net_pay: 2000 },
        { birth: "1976-08-20", net_pay: 0 },
      ],
      children: [{ birth: "2004-03-15" }, { birth: "2010-11-15" }, { birth: "2014-03-15" }],
      housing: "owner",
    },
    // 20.234% of 466.44; three children from 3 to 20 give the family supplement.
    gives: { af_base: 149.26, af_allocation_forfaitaire: 94.38, af: 243.64, cf: 194.27 },
  },
  {
    name: "a lone parent of a baby",
    month: "2026-06",
    case: {
      adults: [{ birth: "1990-05-12", net_pay: 0 }],
      children: [{ birth: "2025-05-15" }],
      housing: "housed-free",
    },
    // RSA: 651.69 × (1.71216 − 0.24) − 199.15 − 22.5% of 478.16.
    gives: { asf: 201.78, paje_base: 199.15, rsa: 652.66 },
  },
  {
    name: "alone at 25, without work",
    month: "2026-06",
    case: { adults: [{ birth: "2001-05-12", net_pay: 0 }], children: [], housing: "housed-free" },
    // 651.69 × 0.88
    gives: { rsa: 573.49, ppa: 0 },
  },
  {
    name: "alone at 24, without work",
    month: "2026-06",
    case: { adults: [{ birth: "2002-05-12", net_pay: 0 }], children: [], housing: "housed-free" },
    gives: { rsa: 0, ppa: 0 },
  },
  {
    name: "a birth expected in two months",
    month: "2026-06",
    case: {
      adults: [
        { birth: "1990-05-12", net_pay: 1200 },
        { birth: "1991-08-20", net_pay: 0 },
      ],
      children: [],
      expected: [{ birth: "2026-08-20" }],
      housing: "housed-free",
    },
    // 2.2975 × 478.16
    gives: { paje_naissance: 1098.57, paje_base: 0, af: 0 },
  },
  {
    name: "a disabled child of category 2, alone with a parent",
    month: "2026-06",
    case: {
      adults: [{ birth: "1985-05-12", net_pay: 1200 }],
      children: [{ birth: "2016-05-15", aeeh: 2 }],
      housing: "housed-free",
    },
    // (0.32 + 0.65 + 0.13) × 478.16
    gives: { aeeh: 525.98 },
  },
  {
    name: "a disabled adult without pay",
    month: "2026-06",
    case: {
      adults: [{ birth: "1985-05-12", net_pay: 0, disabled: true }],
      children: [],
      housing: "housed-free",
    },
    gives: { aah: 1041.59, rsa: 0 },
  },
  {
    name: "twins of one year: a base allowance for each",
    month: "2026-06",
    case: {
      adults: [
        { birth: "1990-05-12", net_pay: 0 },
        { birth: "1991-08-20", net_pay: 0 },
      ],
      children: [{ birth: "2025-02-14" }, { birth: "2025-02-14" }],
      housing: "owner",
    },
    // 2 × 199.15; RSA: 651.69 × 2.1 − 16.5% of 651.69 × 1.8 − 153.01 − 398.30
    gives: { paje_allowances: 2, paje_base: 398.3, af_base: 153.01, rsa: 623.69 },
  },
  {
    name: "two babies of different days: one base allowance",
    month: "2026-06",
    case: {
      adults: [{ birth: "1990-05-12", net_pay: 0 }],
      children: [{ birth: "2024-02-14" }, { birth: "2025-12-14" }],
      housing: "owner",
    },
    gives: { paje_allowances: 1, paje_base: 199.15 },
  },
  {
    name: "triplets, a younger baby, and twins who are past three",
    month: "2026-06",
    case: {
      adults: [{ birth: "1990-05-12", net_pay: 0 }],
      children: [
        { birth: "2024-02-14" },
        { birth: "2024-02-14" },
        { birth: "2024-02-14" },
        { birth: "2025-12-14" },
        { birth: "2020-03-15" },
        { birth: "2020-03-15" },
      ],
      housing: "owner",
    },
    gives: { paje_allowances: 3, paje_base: 597.45 },
  },
  {
    name: "born on 29 February: 19 on the first of that month",
    month: "2024-02",
    case: {
      adults: [{ birth: "1980-05-12", net_pay: 0 }],
      children: [{ birth: "2004-02-29" }, { birth: "2015-10-31" }],
      housing: "owner",
    },
    gives: { af_children: 2, af_twenty: 0 },
  },
  {
    name: "born on 29 February: 20 on the first of the next month",
    month: "2024-03",
    case: {
      adults: [{ birth: "1980-05-12", net_pay: 0 }],
      children: [{ birth: "2004-02-29" }, { birth: "2015-10-31" }],
      housing: "owner",
    },
    gives: { af_children: 1, af_twenty: 1, af: 0 },
  },
  {
    name: "fifteen children of a lone parent on low pay",
    month: "2026-06",
    case: {
      adults: [{ birth: "1975-05-12", net_pay: 0.005 }],
      children: Array.from({ length: 15 }, (_, at) => ({ birth: `${2009 + at}-03-31` })),
      housing: "owner",
    },
    // (0.32 + 13 × 0.41) × 478.16; those born before March 2012 keep the supplement at 14; 15 × 201.78, unrounded.
    gives: { af_base: 2701.6, af_majoration: 229.52, asf: 3026.75, rsa: 0, ppa: 0 },
  },
  {
    name: "a disabled child counts for half a share more in the family quotient, and the allowance with it",
    month: "2026-06",
    case: {
      adults: [{ birth: "1985-05-12", net_pay: 0 }],
      children: [{ birth: "2016-05-15", aeeh: 0 }],
      housing: "owner",
    },
    // (201.78 + 153.01 + 713.54) ÷ 3
    gives: { aeeh: 153.01, asf: 201.78, rsa: 713.54, qf_parts: 3, quotient_familial: 356.11 },
  },
];
