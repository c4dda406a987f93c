// @ts-nocheck
// Written by `node engine/write-batch.ts` from law/benefits/fr: change the rules there, never this file.
// From text 9c036a3f1186bcf9
import { toEuroHalfEven } from "./arithmetic.ts";

const sixBenefits = (() => {
  function month_ppa_month(
    i,
    m,
    o,
    p,
    firstAdult,
    firstChild,
    birthMonth,
    limitFrom,
    ageFrom,
    disabled,
    adultFrom,
    pay,
    taxablePay,
    birthRank,
    freeHousing,
  ) {
    const a0 = firstAdult[i];
    const a1 = firstAdult[i + 1];
    const c0 = firstChild[i];
    const c1 = firstChild[i + 1];
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    let s9 = 0;
    let s11 = 0;
    for (let c = c0; c < c1; c++) {
      if (m - birthMonth[c] < 0 && m - birthMonth[c] >= -6) s0 += 1;
      if (m - birthMonth[c] >= 0 && m - limitFrom[c] < p[o + 44]) s1 += 1;
      if (m - birthMonth[c] >= 0 && m - limitFrom[c] < p[o + 42]) s2 += 1;
      if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 0]) s3 += 1;
      if (m - ageFrom[c] >= p[o + 20] && m - limitFrom[c] < p[o + 21]) s5 += 1;
      if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s6 += 1;
      if (birthRank[c] >= 2 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s7 += 1;
      if (birthRank[c] >= 3 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s8 += 1;
      if (birthRank[c] >= 4 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s9 += 1;
      if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 21]) s11 += 1;
    }
    let s4 = 0;
    let s10 = 0;
    let s13 = 0;
    for (let a = a0; a < a1; a++) {
      const r_deduction = Math.min(
        Math.min(taxablePay[a], p[o + 1]),
        Math.max(p[o + 2], toEuroHalfEven(taxablePay[a] * p[o + 3])),
      );
      const r_income = taxablePay[a] - r_deduction;
      s4 += r_income;
      if (r_income >= p[o + 23] - 0.000001) s10 += 1;
      if (m - adultFrom[a] >= p[o + 67]) s13 += 1;
    }
    const r_lone_adult = a1 - a0 === 1 ? 1 : 0;
    const r_pregnant = s0 >= 1 ? 1 : 0;
    const r_lone_raise = r_lone_adult > 0 && (r_pregnant > 0 || s1 >= 1) ? 1 : 0;
    const r_rsa_children = s2;
    const r_family_scale =
      r_lone_raise > 0
        ? p[o + 45] + p[o + 46] * r_rsa_children
        : 1 +
          p[o + 47] * Math.min(1, a1 - a0 - 1 + r_rsa_children) +
          p[o + 48] * Math.max(0, a1 - a0 - 1 + r_rsa_children - (1 + Math.max(0, r_rsa_children - 2))) +
          p[o + 49] * Math.max(0, r_rsa_children - 2);
    const r_ppa_flat = p[o + 63] * r_family_scale;
    const r_af_children = s3;
    const r_resources = s4;
    const r_af_ceiling_1 = p[o + 4] + p[o + 5] * r_af_children;
    const r_af_ceiling_2 = p[o + 6] + p[o + 5] * r_af_children;
    const r_af_share =
      r_resources <= r_af_ceiling_1 + 0.000001
        ? 1
        : r_resources <= r_af_ceiling_2 + 0.000001
          ? p[o + 7]
          : p[o + 8];
    const r_af_base =
      r_af_children >= p[o + 9]
        ? Math.floor(
            (Math.floor(p[o + 10] * (p[o + 11] + p[o + 12] * (r_af_children - 2)) * 100 + 0.5 + 1e-5) / 100) *
              r_af_share *
              100 +
              0.5 +
              1e-5,
          ) / 100
        : 0;
    const r_cf_children = s5;
    const r_paje_children = s6;
    const r_paje_allowances =
      Math.min(1, r_paje_children) + Math.min(1, s7) + Math.min(1, s8) + Math.min(1, s9);
    const r_two_incomes = s10 === 2 ? 1 : 0;
    const r_raised_ceilings = r_lone_adult > 0 || r_two_incomes > 0 ? 1 : 0;
    const r_paje_full_ceiling =
      p[o + 24] * (1 + p[o + 25] * Math.min(r_af_children, 2) + p[o + 26] * Math.max(0, r_af_children - 2)) +
      p[o + 27] * r_raised_ceilings;
    const r_paje_part_ceiling =
      p[o + 28] * (1 + p[o + 25] * Math.min(r_af_children, 2) + p[o + 26] * Math.max(0, r_af_children - 2)) +
      p[o + 29] * r_raised_ceilings;
    const r_paje_base =
      r_paje_children >= 1
        ? r_paje_allowances *
          (Math.floor(
            (r_resources <= r_paje_full_ceiling + 0.000001
              ? p[o + 30]
              : r_resources <= r_paje_part_ceiling + 0.000001
                ? p[o + 31]
                : 0) *
              100 +
              0.5 +
              1e-5,
          ) /
            100)
        : 0;
    const r_cf_ceiling =
      p[o + 32] * (1 + p[o + 33] * Math.min(s11, 2) + p[o + 34] * Math.max(0, s11 - 2)) +
      p[o + 35] * r_raised_ceilings;
    const r_cf_ordinary =
      r_cf_children >= p[o + 36] ? Math.max(0, p[o + 37] - Math.max(0, r_resources - r_cf_ceiling) / 12) : 0;
    const r_cf =
      r_cf_children >= p[o + 36] && Math.abs(r_paje_base - 0) <= 0.000001
        ? Math.floor(
            (r_resources <=
            p[o + 38] * (1 + p[o + 33] * Math.min(s11, 2) + p[o + 34] * Math.max(0, s11 - 2)) +
              p[o + 39] * r_raised_ceilings +
              0.000001
              ? p[o + 40]
              : r_cf_ordinary) *
              100 +
              0.5 +
              1e-5,
          ) / 100
        : 0;
    const r_asf_counted = r_lone_adult > 0 ? p[o + 10] * p[o + 59] * r_af_children : 0;
    const r_family_benefits_counted =
      r_af_base + (r_cf > 0 + 0.000001 ? r_cf_ordinary : 0) + r_paje_base + r_asf_counted;
    const r_housing_scale =
      freeHousing[i] > 0
        ? a1 - a0 + r_rsa_children === 1
          ? p[o + 50]
          : a1 - a0 + r_rsa_children === 2
            ? p[o + 51]
            : p[o + 52]
        : 0;
    let s12 = 0;
    let s14 = 0;
    let s15 = 0;
    for (let a = a0; a < a1; a++) {
      const r_aah_adult =
        disabled[a] > 0 && m - adultFrom[a] >= p[o + 53]
          ? Math.floor(
              Math.min(
                p[o + 54],
                Math.max(
                  0,
                  p[o + 54] * (1 + p[o + 55] * r_af_children) -
                    (p[o + 56] * Math.min(pay[a], p[o + 57]) + p[o + 58] * Math.max(0, pay[a] - p[o + 57])),
                ),
              ) *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_earnings = pay[a] + (pay[a] >= p[o + 62] - 0.000001 ? r_aah_adult : 0);
      const r_individual_bonus = Math.min(
        p[o + 64],
        Math.max(0, (p[o + 64] * (r_earnings - p[o + 65])) / p[o + 66]),
      );
      s12 += pay[a] + r_aah_adult;
      s14 += r_earnings;
      s15 += r_individual_bonus;
    }
    const r_rsa_base_ressources = s12 + r_family_benefits_counted;
    const r_ppa_month =
      s13 >= 1
        ? Math.max(
            0,
            r_ppa_flat +
              p[o + 68] * s14 +
              s15 -
              Math.max(r_rsa_base_ressources + p[o + 63] * r_housing_scale, r_ppa_flat),
          )
        : 0;
    return r_ppa_month;
  }
  /** af, cf, asf, paje_base, rsa, ppa: for households `from` to `to`. */
  function sixBenefits(columns, p, months, out, from, to) {
    const firstAdult = columns.firstAdult;
    const firstChild = columns.firstChild;
    const ageFrom = columns.ageFrom;
    const limitFrom = columns.limitFrom;
    const taxablePay = columns.taxablePay;
    const birth = columns.birth;
    const birthRank = columns.birthRank;
    const birthMonth = columns.birthMonth;
    const adultFrom = columns.adultFrom;
    const freeHousing = columns.freeHousing;
    const disabled = columns.disabled;
    const pay = columns.pay;
    const out_af = out.af;
    const out_cf = out.cf;
    const out_asf = out.asf;
    const out_paje_base = out.paje_base;
    const out_rsa = out.rsa;
    const out_ppa = out.ppa;
    const o = 0;
    const m = months[0];
    for (let i = from; i < to; i++) {
      const a0 = firstAdult[i];
      const a1 = firstAdult[i + 1];
      const c0 = firstChild[i];
      const c1 = firstChild[i + 1];
      let s0 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      let s5 = 0;
      let s6 = 0;
      let s7 = 0;
      let s8 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s14 = 0;
      for (let c = c0; c < c1; c++) {
        if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 0]) s0 += 1;
        if (
          m - ageFrom[c] >= 0 &&
          m - limitFrom[c] < p[o + 0] &&
          (m - ageFrom[c] >= p[o + 13] || (birth[c] < 20120301 && m - ageFrom[c] >= p[o + 14]))
        )
          s2 += 1;
        if (m - ageFrom[c] >= p[o + 0] && m - limitFrom[c] < p[o + 17]) s3 += 1;
        if (m - ageFrom[c] >= p[o + 20] && m - limitFrom[c] < p[o + 21]) s4 += 1;
        if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s5 += 1;
        if (birthRank[c] >= 2 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s6 += 1;
        if (birthRank[c] >= 3 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s7 += 1;
        if (birthRank[c] >= 4 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s8 += 1;
        if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 21]) s10 += 1;
        if (m - birthMonth[c] >= 0 && m - limitFrom[c] < p[o + 42]) s11 += 1;
        if (m - birthMonth[c] < 0 && m - birthMonth[c] >= -6) s12 += 1;
        if (m - birthMonth[c] >= 0 && m - limitFrom[c] < p[o + 44]) s14 += 1;
      }
      let s1 = 0;
      let s9 = 0;
      let s13 = 0;
      for (let a = a0; a < a1; a++) {
        const r_deduction = Math.min(
          Math.min(taxablePay[a], p[o + 1]),
          Math.max(p[o + 2], toEuroHalfEven(taxablePay[a] * p[o + 3])),
        );
        const r_income = taxablePay[a] - r_deduction;
        s1 += r_income;
        if (r_income >= p[o + 23] - 0.000001) s9 += 1;
        if (m - adultFrom[a] >= p[o + 43]) s13 += 1;
      }
      const r_af_children = s0;
      const r_resources = s1;
      const r_af_ceiling_1 = p[o + 4] + p[o + 5] * r_af_children;
      const r_af_ceiling_2 = p[o + 6] + p[o + 5] * r_af_children;
      const r_af_share =
        r_resources <= r_af_ceiling_1 + 0.000001
          ? 1
          : r_resources <= r_af_ceiling_2 + 0.000001
            ? p[o + 7]
            : p[o + 8];
      const r_af_base =
        r_af_children >= p[o + 9]
          ? Math.floor(
              (Math.floor(p[o + 10] * (p[o + 11] + p[o + 12] * (r_af_children - 2)) * 100 + 0.5 + 1e-5) /
                100) *
                r_af_share *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_af_old_enough = s2;
      const r_af_majoration =
        r_af_children >= p[o + 9]
          ? Math.floor(
              p[o + 10] *
                p[o + 15] *
                (r_af_children >= p[o + 16] ? r_af_old_enough : Math.max(0, r_af_old_enough - 1)) *
                r_af_share *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_af_twenty = s3;
      const r_af_allocation_forfaitaire =
        r_af_children + r_af_twenty >= p[o + 18]
          ? Math.floor(
              p[o + 19] *
                r_af_twenty *
                (r_resources <= p[o + 4] + p[o + 5] * (r_af_children + r_af_twenty) + 0.000001
                  ? 1
                  : r_resources <= p[o + 6] + p[o + 5] * (r_af_children + r_af_twenty) + 0.000001
                    ? p[o + 7]
                    : p[o + 8]) *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_af_excess =
        (r_resources > r_af_ceiling_2 + 0.000001
          ? r_resources - r_af_ceiling_2
          : Math.max(0, r_resources - r_af_ceiling_1)) / 12;
      const r_af_complement_degressif =
        r_af_base + r_af_majoration > 0 + 0.000001 && r_af_excess > 0 + 0.000001
          ? Math.floor(Math.max(0, r_af_base + r_af_majoration - r_af_excess) * 100 + 0.5 + 1e-5) / 100
          : 0;
      const r_af_flat_excess =
        (r_resources > p[o + 6] + p[o + 5] * (r_af_children + r_af_twenty) + 0.000001
          ? r_resources - (p[o + 6] + p[o + 5] * (r_af_children + r_af_twenty))
          : Math.max(0, r_resources - (p[o + 4] + p[o + 5] * (r_af_children + r_af_twenty)))) / 12;
      const r_af_complement_forfaitaire =
        r_af_allocation_forfaitaire > 0 + 0.000001 && r_af_flat_excess > 0 + 0.000001
          ? Math.floor(Math.max(0, r_af_allocation_forfaitaire - r_af_flat_excess) * 100 + 0.5 + 1e-5) / 100
          : 0;
      const r_af =
        Math.floor(
          (r_af_base +
            r_af_majoration +
            r_af_allocation_forfaitaire +
            r_af_complement_degressif +
            r_af_complement_forfaitaire) *
            100 +
            0.5 +
            1e-5,
        ) / 100;
      const r_cf_children = s4;
      const r_paje_children = s5;
      const r_paje_allowances =
        Math.min(1, r_paje_children) + Math.min(1, s6) + Math.min(1, s7) + Math.min(1, s8);
      const r_lone_adult = a1 - a0 === 1 ? 1 : 0;
      const r_two_incomes = s9 === 2 ? 1 : 0;
      const r_raised_ceilings = r_lone_adult > 0 || r_two_incomes > 0 ? 1 : 0;
      const r_paje_full_ceiling =
        p[o + 24] *
          (1 + p[o + 25] * Math.min(r_af_children, 2) + p[o + 26] * Math.max(0, r_af_children - 2)) +
        p[o + 27] * r_raised_ceilings;
      const r_paje_part_ceiling =
        p[o + 28] *
          (1 + p[o + 25] * Math.min(r_af_children, 2) + p[o + 26] * Math.max(0, r_af_children - 2)) +
        p[o + 29] * r_raised_ceilings;
      const r_paje_base =
        r_paje_children >= 1
          ? r_paje_allowances *
            (Math.floor(
              (r_resources <= r_paje_full_ceiling + 0.000001
                ? p[o + 30]
                : r_resources <= r_paje_part_ceiling + 0.000001
                  ? p[o + 31]
                  : 0) *
                100 +
                0.5 +
                1e-5,
            ) /
              100)
          : 0;
      const r_cf_ceiling =
        p[o + 32] * (1 + p[o + 33] * Math.min(s10, 2) + p[o + 34] * Math.max(0, s10 - 2)) +
        p[o + 35] * r_raised_ceilings;
      const r_cf_ordinary =
        r_cf_children >= p[o + 36]
          ? Math.max(0, p[o + 37] - Math.max(0, r_resources - r_cf_ceiling) / 12)
          : 0;
      const r_cf =
        r_cf_children >= p[o + 36] && Math.abs(r_paje_base - 0) <= 0.000001
          ? Math.floor(
              (r_resources <=
              p[o + 38] * (1 + p[o + 33] * Math.min(s10, 2) + p[o + 34] * Math.max(0, s10 - 2)) +
                p[o + 39] * r_raised_ceilings +
                0.000001
                ? p[o + 40]
                : r_cf_ordinary) *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_asf =
        Math.floor((r_lone_adult > 0 ? p[o + 10] * p[o + 41] * r_af_children : 0) * 100 + 0.5 + 1e-5) / 100;
      const r_rsa_children = s11;
      const r_pregnant = s12 >= 1 ? 1 : 0;
      const r_rsa_open = s13 >= 1 || r_rsa_children >= 1 || r_pregnant > 0 ? 1 : 0;
      const r_lone_raise = r_lone_adult > 0 && (r_pregnant > 0 || s14 >= 1) ? 1 : 0;
      const r_family_scale =
        r_lone_raise > 0
          ? p[o + 45] + p[o + 46] * r_rsa_children
          : 1 +
            p[o + 47] * Math.min(1, a1 - a0 - 1 + r_rsa_children) +
            p[o + 48] * Math.max(0, a1 - a0 - 1 + r_rsa_children - (1 + Math.max(0, r_rsa_children - 2))) +
            p[o + 49] * Math.max(0, r_rsa_children - 2);
      const r_housing_scale =
        freeHousing[i] > 0
          ? a1 - a0 + r_rsa_children === 1
            ? p[o + 50]
            : a1 - a0 + r_rsa_children === 2
              ? p[o + 51]
              : p[o + 52]
          : 0;
      const r_asf_counted = r_lone_adult > 0 ? p[o + 10] * p[o + 59] * r_af_children : 0;
      const r_family_benefits_counted =
        r_af_base + (r_cf > 0 + 0.000001 ? r_cf_ordinary : 0) + r_paje_base + r_asf_counted;
      let s15 = 0;
      let s16 = 0;
      for (let a = a0; a < a1; a++) {
        const r_aah_adult =
          disabled[a] > 0 && m - adultFrom[a] >= p[o + 53]
            ? Math.floor(
                Math.min(
                  p[o + 54],
                  Math.max(
                    0,
                    p[o + 54] * (1 + p[o + 55] * r_af_children) -
                      (p[o + 56] * Math.min(pay[a], p[o + 57]) + p[o + 58] * Math.max(0, pay[a] - p[o + 57])),
                  ),
                ) *
                  100 +
                  0.5 +
                  1e-5,
              ) / 100
            : 0;
        const r_earnings = pay[a] + (pay[a] >= p[o + 62] - 0.000001 ? r_aah_adult : 0);
        s15 += pay[a] + r_aah_adult;
        s16 += r_earnings;
      }
      const r_rsa_base_ressources = s15 + r_family_benefits_counted;
      const r_rsa_difference =
        p[o + 60] * r_family_scale - p[o + 60] * r_housing_scale - r_rsa_base_ressources;
      const r_rsa =
        r_rsa_open > 0 && r_rsa_difference >= p[o + 61] - 0.000001
          ? Math.floor(r_rsa_difference * 100 + 0.5 + 1e-5) / 100
          : 0;
      const r_ppa_average =
        s16 > 0 + 0.000001
          ? (month_ppa_month(
              i,
              months[1],
              70,
              p,
              firstAdult,
              firstChild,
              birthMonth,
              limitFrom,
              ageFrom,
              disabled,
              adultFrom,
              pay,
              taxablePay,
              birthRank,
              freeHousing,
            ) +
              month_ppa_month(
                i,
                months[2],
                140,
                p,
                firstAdult,
                firstChild,
                birthMonth,
                limitFrom,
                ageFrom,
                disabled,
                adultFrom,
                pay,
                taxablePay,
                birthRank,
                freeHousing,
              ) +
              month_ppa_month(
                i,
                months[3],
                210,
                p,
                firstAdult,
                firstChild,
                birthMonth,
                limitFrom,
                ageFrom,
                disabled,
                adultFrom,
                pay,
                taxablePay,
                birthRank,
                freeHousing,
              )) /
            3
          : 0;
      const r_ppa =
        r_ppa_average >= p[o + 69] - 0.000001 ? Math.floor(r_ppa_average * 100 + 0.5 + 1e-5) / 100 : 0;
      out_af[i] = r_af;
      out_cf[i] = r_cf;
      out_asf[i] = r_asf;
      out_paje_base[i] = r_paje_base;
      out_rsa[i] = r_rsa;
      out_ppa[i] = r_ppa;
    }
  }
  sixBenefits.constants = "73-b92883c9";
  return sixBenefits;
})();

const everyResult = (() => {
  function month_ars_this_year(
    i,
    m,
    o,
    p,
    firstAdult,
    firstChild,
    schoolFrom,
    birth,
    taxablePay,
    ageFrom,
    limitFrom,
  ) {
    const a0 = firstAdult[i];
    const a1 = firstAdult[i + 1];
    const c0 = firstChild[i];
    const c1 = firstChild[i + 1];
    const d = Math.floor(m / 12) * 12 + 11;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s4 = 0;
    for (let c = c0; c < c1; c++) {
      if (d - schoolFrom[c] >= p[o + 44] && d - schoolFrom[c] < p[o + 45]) s0 += 1;
      if (d - schoolFrom[c] >= p[o + 45] && d - schoolFrom[c] < p[o + 47]) s1 += 1;
      if (d - schoolFrom[c] >= p[o + 47] && birth[c] > p[o + 49]) s2 += 1;
      if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 3]) s4 += 1;
    }
    let s3 = 0;
    for (let a = a0; a < a1; a++) {
      const r_deduction = Math.min(
        Math.min(taxablePay[a], p[o + 0]),
        Math.max(p[o + 1], toEuroHalfEven(taxablePay[a] * p[o + 2])),
      );
      const r_income = taxablePay[a] - r_deduction;
      s3 += r_income;
    }
    const r_ars_whole = p[o + 10] * (p[o + 43] * s0 + p[o + 46] * s1 + p[o + 48] * s2);
    const r_resources = s3;
    const r_af_children = s4;
    const r_ars_ceiling = p[o + 50] * (1 + p[o + 51] * r_af_children);
    const r_ars_this_year =
      r_ars_whole - Math.max(0, r_resources - r_ars_ceiling) >= p[o + 52] - 0.000001
        ? Math.floor((r_ars_whole - Math.max(0, r_resources - r_ars_ceiling)) * 100 + 0.5 + 1e-5) / 100
        : 0;
    return r_ars_this_year;
  }
  function month_ppa_month(
    i,
    m,
    o,
    p,
    firstAdult,
    firstChild,
    birthMonth,
    limitFrom,
    ageFrom,
    disabled,
    adultFrom,
    pay,
    taxablePay,
    birthRank,
    freeHousing,
  ) {
    const a0 = firstAdult[i];
    const a1 = firstAdult[i + 1];
    const c0 = firstChild[i];
    const c1 = firstChild[i + 1];
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    let s9 = 0;
    let s11 = 0;
    for (let c = c0; c < c1; c++) {
      if (m - birthMonth[c] < 0 && m - birthMonth[c] >= -6) s0 += 1;
      if (m - birthMonth[c] >= 0 && m - limitFrom[c] < p[o + 75]) s1 += 1;
      if (m - birthMonth[c] >= 0 && m - limitFrom[c] < p[o + 73]) s2 += 1;
      if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 3]) s3 += 1;
      if (m - ageFrom[c] >= p[o + 20] && m - limitFrom[c] < p[o + 21]) s5 += 1;
      if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s6 += 1;
      if (birthRank[c] >= 2 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s7 += 1;
      if (birthRank[c] >= 3 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s8 += 1;
      if (birthRank[c] >= 4 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s9 += 1;
      if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 21]) s11 += 1;
    }
    let s4 = 0;
    let s10 = 0;
    let s13 = 0;
    for (let a = a0; a < a1; a++) {
      const r_deduction = Math.min(
        Math.min(taxablePay[a], p[o + 0]),
        Math.max(p[o + 1], toEuroHalfEven(taxablePay[a] * p[o + 2])),
      );
      const r_income = taxablePay[a] - r_deduction;
      s4 += r_income;
      if (r_income >= p[o + 23] - 0.000001) s10 += 1;
      if (m - adultFrom[a] >= p[o + 91]) s13 += 1;
    }
    const r_lone_adult = a1 - a0 === 1 ? 1 : 0;
    const r_pregnant = s0 >= 1 ? 1 : 0;
    const r_lone_raise = r_lone_adult > 0 && (r_pregnant > 0 || s1 >= 1) ? 1 : 0;
    const r_rsa_children = s2;
    const r_family_scale =
      r_lone_raise > 0
        ? p[o + 76] + p[o + 77] * r_rsa_children
        : 1 +
          p[o + 78] * Math.min(1, a1 - a0 - 1 + r_rsa_children) +
          p[o + 79] * Math.max(0, a1 - a0 - 1 + r_rsa_children - (1 + Math.max(0, r_rsa_children - 2))) +
          p[o + 80] * Math.max(0, r_rsa_children - 2);
    const r_ppa_flat = p[o + 87] * r_family_scale;
    const r_af_children = s3;
    const r_resources = s4;
    const r_af_ceiling_1 = p[o + 4] + p[o + 5] * r_af_children;
    const r_af_ceiling_2 = p[o + 6] + p[o + 5] * r_af_children;
    const r_af_share =
      r_resources <= r_af_ceiling_1 + 0.000001
        ? 1
        : r_resources <= r_af_ceiling_2 + 0.000001
          ? p[o + 7]
          : p[o + 8];
    const r_af_base =
      r_af_children >= p[o + 9]
        ? Math.floor(
            (Math.floor(p[o + 10] * (p[o + 11] + p[o + 12] * (r_af_children - 2)) * 100 + 0.5 + 1e-5) / 100) *
              r_af_share *
              100 +
              0.5 +
              1e-5,
          ) / 100
        : 0;
    const r_cf_children = s5;
    const r_paje_children = s6;
    const r_paje_allowances =
      Math.min(1, r_paje_children) + Math.min(1, s7) + Math.min(1, s8) + Math.min(1, s9);
    const r_two_incomes = s10 === 2 ? 1 : 0;
    const r_raised_ceilings = r_lone_adult > 0 || r_two_incomes > 0 ? 1 : 0;
    const r_paje_full_ceiling =
      p[o + 24] * (1 + p[o + 25] * Math.min(r_af_children, 2) + p[o + 26] * Math.max(0, r_af_children - 2)) +
      p[o + 27] * r_raised_ceilings;
    const r_paje_part_ceiling =
      p[o + 28] * (1 + p[o + 25] * Math.min(r_af_children, 2) + p[o + 26] * Math.max(0, r_af_children - 2)) +
      p[o + 29] * r_raised_ceilings;
    const r_paje_base =
      r_paje_children >= 1
        ? r_paje_allowances *
          (Math.floor(
            (r_resources <= r_paje_full_ceiling + 0.000001
              ? p[o + 30]
              : r_resources <= r_paje_part_ceiling + 0.000001
                ? p[o + 31]
                : 0) *
              100 +
              0.5 +
              1e-5,
          ) /
            100)
        : 0;
    const r_cf_ceiling =
      p[o + 32] * (1 + p[o + 33] * Math.min(s11, 2) + p[o + 34] * Math.max(0, s11 - 2)) +
      p[o + 35] * r_raised_ceilings;
    const r_cf_ordinary =
      r_cf_children >= p[o + 36] ? Math.max(0, p[o + 37] - Math.max(0, r_resources - r_cf_ceiling) / 12) : 0;
    const r_cf =
      r_cf_children >= p[o + 36] && Math.abs(r_paje_base - 0) <= 0.000001
        ? Math.floor(
            (r_resources <=
            p[o + 38] * (1 + p[o + 33] * Math.min(s11, 2) + p[o + 34] * Math.max(0, s11 - 2)) +
              p[o + 39] * r_raised_ceilings +
              0.000001
              ? p[o + 40]
              : r_cf_ordinary) *
              100 +
              0.5 +
              1e-5,
          ) / 100
        : 0;
    const r_asf_counted = r_lone_adult > 0 ? p[o + 10] * p[o + 72] * r_af_children : 0;
    const r_family_benefits_counted =
      r_af_base + (r_cf > 0 + 0.000001 ? r_cf_ordinary : 0) + r_paje_base + r_asf_counted;
    const r_housing_scale =
      freeHousing[i] > 0
        ? a1 - a0 + r_rsa_children === 1
          ? p[o + 81]
          : a1 - a0 + r_rsa_children === 2
            ? p[o + 82]
            : p[o + 83]
        : 0;
    let s12 = 0;
    let s14 = 0;
    let s15 = 0;
    for (let a = a0; a < a1; a++) {
      const r_aah_adult =
        disabled[a] > 0 && m - adultFrom[a] >= p[o + 66]
          ? Math.floor(
              Math.min(
                p[o + 67],
                Math.max(
                  0,
                  p[o + 67] * (1 + p[o + 68] * r_af_children) -
                    (p[o + 69] * Math.min(pay[a], p[o + 70]) + p[o + 71] * Math.max(0, pay[a] - p[o + 70])),
                ),
              ) *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_earnings = pay[a] + (pay[a] >= p[o + 86] - 0.000001 ? r_aah_adult : 0);
      const r_individual_bonus = Math.min(
        p[o + 88],
        Math.max(0, (p[o + 88] * (r_earnings - p[o + 89])) / p[o + 90]),
      );
      s12 += pay[a] + r_aah_adult;
      s14 += r_earnings;
      s15 += r_individual_bonus;
    }
    const r_rsa_base_ressources = s12 + r_family_benefits_counted;
    const r_ppa_month =
      s13 >= 1
        ? Math.max(
            0,
            r_ppa_flat +
              p[o + 92] * s14 +
              s15 -
              Math.max(r_rsa_base_ressources + p[o + 87] * r_housing_scale, r_ppa_flat),
          )
        : 0;
    return r_ppa_month;
  }
  /** resources, af, af_base, af_majoration, af_allocation_forfaitaire, af_complement_degressif, cf, asf, paje_base, paje_naissance, ars_year, aeeh, aah, rsa_base_ressources, rsa, ppa, quotient_familial: for households `from` to `to`. */
  function everyResult(columns, p, months, out, from, to) {
    const firstAdult = columns.firstAdult;
    const firstChild = columns.firstChild;
    const taxablePay = columns.taxablePay;
    const ageFrom = columns.ageFrom;
    const limitFrom = columns.limitFrom;
    const birth = columns.birth;
    const birthRank = columns.birthRank;
    const birthMonth = columns.birthMonth;
    const schoolFrom = columns.schoolFrom;
    const aeeh = columns.aeeh;
    const disabled = columns.disabled;
    const adultFrom = columns.adultFrom;
    const pay = columns.pay;
    const freeHousing = columns.freeHousing;
    const out_resources = out.resources;
    const out_af = out.af;
    const out_af_base = out.af_base;
    const out_af_majoration = out.af_majoration;
    const out_af_allocation_forfaitaire = out.af_allocation_forfaitaire;
    const out_af_complement_degressif = out.af_complement_degressif;
    const out_cf = out.cf;
    const out_asf = out.asf;
    const out_paje_base = out.paje_base;
    const out_paje_naissance = out.paje_naissance;
    const out_ars_year = out.ars_year;
    const out_aeeh = out.aeeh;
    const out_aah = out.aah;
    const out_rsa_base_ressources = out.rsa_base_ressources;
    const out_rsa = out.rsa;
    const out_ppa = out.ppa;
    const out_quotient_familial = out.quotient_familial;
    const o = 0;
    const m = months[0];
    for (let i = from; i < to; i++) {
      const a0 = firstAdult[i];
      const a1 = firstAdult[i + 1];
      const c0 = firstChild[i];
      const c1 = firstChild[i + 1];
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      let s5 = 0;
      let s6 = 0;
      let s7 = 0;
      let s8 = 0;
      let s10 = 0;
      let s11 = 0;
      let s15 = 0;
      let s16 = 0;
      let s18 = 0;
      let s20 = 0;
      for (let c = c0; c < c1; c++) {
        if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 3]) s1 += 1;
        if (
          m - ageFrom[c] >= 0 &&
          m - limitFrom[c] < p[o + 3] &&
          (m - ageFrom[c] >= p[o + 13] || (birth[c] < 20120301 && m - ageFrom[c] >= p[o + 14]))
        )
          s2 += 1;
        if (m - ageFrom[c] >= p[o + 3] && m - limitFrom[c] < p[o + 17]) s3 += 1;
        if (m - ageFrom[c] >= p[o + 20] && m - limitFrom[c] < p[o + 21]) s4 += 1;
        if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s5 += 1;
        if (birthRank[c] >= 2 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s6 += 1;
        if (birthRank[c] >= 3 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s7 += 1;
        if (birthRank[c] >= 4 && m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 22]) s8 += 1;
        if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 21]) s10 += 1;
        if (m - birthMonth[c] === -2) s11 += 1;
        if (m - birthMonth[c] >= 0 && m - limitFrom[c] < p[o + 73]) s15 += 1;
        if (m - birthMonth[c] < 0 && m - birthMonth[c] >= -6) s16 += 1;
        if (m - birthMonth[c] >= 0 && m - limitFrom[c] < p[o + 75]) s18 += 1;
        if (m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 3] && aeeh[c] >= 0) s20 += 1;
      }
      let s0 = 0;
      let s9 = 0;
      let s17 = 0;
      let s21 = 0;
      for (let a = a0; a < a1; a++) {
        const r_deduction = Math.min(
          Math.min(taxablePay[a], p[o + 0]),
          Math.max(p[o + 1], toEuroHalfEven(taxablePay[a] * p[o + 2])),
        );
        const r_income = taxablePay[a] - r_deduction;
        s0 += r_income;
        if (r_income >= p[o + 23] - 0.000001) s9 += 1;
        if (m - adultFrom[a] >= p[o + 74]) s17 += 1;
        s21 += taxablePay[a];
      }
      const r_resources = s0;
      const r_af_children = s1;
      const r_af_ceiling_1 = p[o + 4] + p[o + 5] * r_af_children;
      const r_af_ceiling_2 = p[o + 6] + p[o + 5] * r_af_children;
      const r_af_share =
        r_resources <= r_af_ceiling_1 + 0.000001
          ? 1
          : r_resources <= r_af_ceiling_2 + 0.000001
            ? p[o + 7]
            : p[o + 8];
      const r_af_base =
        r_af_children >= p[o + 9]
          ? Math.floor(
              (Math.floor(p[o + 10] * (p[o + 11] + p[o + 12] * (r_af_children - 2)) * 100 + 0.5 + 1e-5) /
                100) *
                r_af_share *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_af_old_enough = s2;
      const r_af_majoration =
        r_af_children >= p[o + 9]
          ? Math.floor(
              p[o + 10] *
                p[o + 15] *
                (r_af_children >= p[o + 16] ? r_af_old_enough : Math.max(0, r_af_old_enough - 1)) *
                r_af_share *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_af_twenty = s3;
      const r_af_allocation_forfaitaire =
        r_af_children + r_af_twenty >= p[o + 18]
          ? Math.floor(
              p[o + 19] *
                r_af_twenty *
                (r_resources <= p[o + 4] + p[o + 5] * (r_af_children + r_af_twenty) + 0.000001
                  ? 1
                  : r_resources <= p[o + 6] + p[o + 5] * (r_af_children + r_af_twenty) + 0.000001
                    ? p[o + 7]
                    : p[o + 8]) *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_af_excess =
        (r_resources > r_af_ceiling_2 + 0.000001
          ? r_resources - r_af_ceiling_2
          : Math.max(0, r_resources - r_af_ceiling_1)) / 12;
      const r_af_complement_degressif =
        r_af_base + r_af_majoration > 0 + 0.000001 && r_af_excess > 0 + 0.000001
          ? Math.floor(Math.max(0, r_af_base + r_af_majoration - r_af_excess) * 100 + 0.5 + 1e-5) / 100
          : 0;
      const r_af_flat_excess =
        (r_resources > p[o + 6] + p[o + 5] * (r_af_children + r_af_twenty) + 0.000001
          ? r_resources - (p[o + 6] + p[o + 5] * (r_af_children + r_af_twenty))
          : Math.max(0, r_resources - (p[o + 4] + p[o + 5] * (r_af_children + r_af_twenty)))) / 12;
      const r_af_complement_forfaitaire =
        r_af_allocation_forfaitaire > 0 + 0.000001 && r_af_flat_excess > 0 + 0.000001
          ? Math.floor(Math.max(0, r_af_allocation_forfaitaire - r_af_flat_excess) * 100 + 0.5 + 1e-5) / 100
          : 0;
      const r_af =
        Math.floor(
          (r_af_base +
            r_af_majoration +
            r_af_allocation_forfaitaire +
            r_af_complement_degressif +
            r_af_complement_forfaitaire) *
            100 +
            0.5 +
            1e-5,
        ) / 100;
      const r_cf_children = s4;
      const r_paje_children = s5;
      const r_paje_allowances =
        Math.min(1, r_paje_children) + Math.min(1, s6) + Math.min(1, s7) + Math.min(1, s8);
      const r_lone_adult = a1 - a0 === 1 ? 1 : 0;
      const r_two_incomes = s9 === 2 ? 1 : 0;
      const r_raised_ceilings = r_lone_adult > 0 || r_two_incomes > 0 ? 1 : 0;
      const r_paje_full_ceiling =
        p[o + 24] *
          (1 + p[o + 25] * Math.min(r_af_children, 2) + p[o + 26] * Math.max(0, r_af_children - 2)) +
        p[o + 27] * r_raised_ceilings;
      const r_paje_part_ceiling =
        p[o + 28] *
          (1 + p[o + 25] * Math.min(r_af_children, 2) + p[o + 26] * Math.max(0, r_af_children - 2)) +
        p[o + 29] * r_raised_ceilings;
      const r_paje_base =
        r_paje_children >= 1
          ? r_paje_allowances *
            (Math.floor(
              (r_resources <= r_paje_full_ceiling + 0.000001
                ? p[o + 30]
                : r_resources <= r_paje_part_ceiling + 0.000001
                  ? p[o + 31]
                  : 0) *
                100 +
                0.5 +
                1e-5,
            ) /
              100)
          : 0;
      const r_cf_ceiling =
        p[o + 32] * (1 + p[o + 33] * Math.min(s10, 2) + p[o + 34] * Math.max(0, s10 - 2)) +
        p[o + 35] * r_raised_ceilings;
      const r_cf_ordinary =
        r_cf_children >= p[o + 36]
          ? Math.max(0, p[o + 37] - Math.max(0, r_resources - r_cf_ceiling) / 12)
          : 0;
      const r_cf =
        r_cf_children >= p[o + 36] && Math.abs(r_paje_base - 0) <= 0.000001
          ? Math.floor(
              (r_resources <=
              p[o + 38] * (1 + p[o + 33] * Math.min(s10, 2) + p[o + 34] * Math.max(0, s10 - 2)) +
                p[o + 39] * r_raised_ceilings +
                0.000001
                ? p[o + 40]
                : r_cf_ordinary) *
                100 +
                0.5 +
                1e-5,
            ) / 100
          : 0;
      const r_asf =
        Math.floor((r_lone_adult > 0 ? p[o + 10] * p[o + 41] * r_af_children : 0) * 100 + 0.5 + 1e-5) / 100;
      const r_paje_naissance =
        r_resources <=
        p[o + 28] *
          (1 +
            p[o + 25] * Math.min(r_af_children + s11, 2) +
            p[o + 26] * Math.max(0, r_af_children + s11 - 2)) +
          p[o + 29] * r_raised_ceilings +
          0.000001
          ? s11 * p[o + 42]
          : 0;
      const r_ars_year = month_ars_this_year(
        i,
        months[1],
        94,
        p,
        firstAdult,
        firstChild,
        schoolFrom,
        birth,
        taxablePay,
        ageFrom,
        limitFrom,
      );
      const r_asf_counted = r_lone_adult > 0 ? p[o + 10] * p[o + 72] * r_af_children : 0;
      const r_family_benefits_counted =
        r_af_base + (r_cf > 0 + 0.000001 ? r_cf_ordinary : 0) + r_paje_base + r_asf_counted;
      const r_rsa_children = s15;
      const r_pregnant = s16 >= 1 ? 1 : 0;
      const r_rsa_open = s17 >= 1 || r_rsa_children >= 1 || r_pregnant > 0 ? 1 : 0;
      const r_lone_raise = r_lone_adult > 0 && (r_pregnant > 0 || s18 >= 1) ? 1 : 0;
      const r_family_scale =
        r_lone_raise > 0
          ? p[o + 76] + p[o + 77] * r_rsa_children
          : 1 +
            p[o + 78] * Math.min(1, a1 - a0 - 1 + r_rsa_children) +
            p[o + 79] * Math.max(0, a1 - a0 - 1 + r_rsa_children - (1 + Math.max(0, r_rsa_children - 2))) +
            p[o + 80] * Math.max(0, r_rsa_children - 2);
      const r_housing_scale =
        freeHousing[i] > 0
          ? a1 - a0 + r_rsa_children === 1
            ? p[o + 81]
            : a1 - a0 + r_rsa_children === 2
              ? p[o + 82]
              : p[o + 83]
          : 0;
      const r_qf_parts = 2 + 0.5 * r_af_children + (r_af_children >= 3 ? 0.5 : 0) + 0.5 * s20;
      let s12 = 0;
      for (let c = c0; c < c1; c++) {
        const r_aeeh_child =
          m - ageFrom[c] >= 0 && m - limitFrom[c] < p[o + 53] && aeeh[c] >= 0
            ? p[o + 54] +
              (aeeh[c] === 1
                ? p[o + 55]
                : aeeh[c] === 2
                  ? p[o + 56] + r_lone_adult * p[o + 10] * p[o + 57]
                  : aeeh[c] === 3
                    ? p[o + 58] + r_lone_adult * p[o + 10] * p[o + 59]
                    : aeeh[c] === 4
                      ? p[o + 60] + r_lone_adult * p[o + 10] * p[o + 61]
                      : aeeh[c] === 5
                        ? p[o + 62] + r_lone_adult * p[o + 10] * p[o + 63]
                        : aeeh[c] === 6
                          ? p[o + 64] + r_lone_adult * p[o + 10] * p[o + 65]
                          : 0)
            : 0;
        s12 += r_aeeh_child;
      }
      let s13 = 0;
      let s14 = 0;
      let s19 = 0;
      for (let a = a0; a < a1; a++) {
        const r_aah_adult =
          disabled[a] > 0 && m - adultFrom[a] >= p[o + 66]
            ? Math.floor(
                Math.min(
                  p[o + 67],
                  Math.max(
                    0,
                    p[o + 67] * (1 + p[o + 68] * r_af_children) -
                      (p[o + 69] * Math.min(pay[a], p[o + 70]) + p[o + 71] * Math.max(0, pay[a] - p[o + 70])),
                  ),
                ) *
                  100 +
                  0.5 +
                  1e-5,
              ) / 100
            : 0;
        const r_earnings = pay[a] + (pay[a] >= p[o + 86] - 0.000001 ? r_aah_adult : 0);
        s13 += r_aah_adult;
        s14 += pay[a] + r_aah_adult;
        s19 += r_earnings;
      }
      const r_aeeh = Math.floor(s12 * 100 + 0.5 + 1e-5) / 100;
      const r_aah = s13;
      const r_rsa_base_ressources = s14 + r_family_benefits_counted;
      const r_rsa_difference =
        p[o + 84] * r_family_scale - p[o + 84] * r_housing_scale - r_rsa_base_ressources;
      const r_rsa =
        r_rsa_open > 0 && r_rsa_difference >= p[o + 85] - 0.000001
          ? Math.floor(r_rsa_difference * 100 + 0.5 + 1e-5) / 100
          : 0;
      const r_ppa_average =
        s19 > 0 + 0.000001
          ? (month_ppa_month(
              i,
              months[2],
              188,
              p,
              firstAdult,
              firstChild,
              birthMonth,
              limitFrom,
              ageFrom,
              disabled,
              adultFrom,
              pay,
              taxablePay,
              birthRank,
              freeHousing,
            ) +
              month_ppa_month(
                i,
                months[3],
                282,
                p,
                firstAdult,
                firstChild,
                birthMonth,
                limitFrom,
                ageFrom,
                disabled,
                adultFrom,
                pay,
                taxablePay,
                birthRank,
                freeHousing,
              ) +
              month_ppa_month(
                i,
                months[4],
                376,
                p,
                firstAdult,
                firstChild,
                birthMonth,
                limitFrom,
                ageFrom,
                disabled,
                adultFrom,
                pay,
                taxablePay,
                birthRank,
                freeHousing,
              )) /
            3
          : 0;
      const r_ppa =
        r_ppa_average >= p[o + 93] - 0.000001 ? Math.floor(r_ppa_average * 100 + 0.5 + 1e-5) / 100 : 0;
      const r_quotient_familial =
        Math.floor(
          ((s21 / 12 + r_af + r_cf + r_asf + r_paje_base + r_aeeh + r_rsa + r_ppa + r_aah) / r_qf_parts) *
            100 +
            0.5 +
            1e-5,
        ) / 100;
      out_resources[i] = r_resources;
      out_af[i] = r_af;
      out_af_base[i] = r_af_base;
      out_af_majoration[i] = r_af_majoration;
      out_af_allocation_forfaitaire[i] = r_af_allocation_forfaitaire;
      out_af_complement_degressif[i] = r_af_complement_degressif;
      out_cf[i] = r_cf;
      out_asf[i] = r_asf;
      out_paje_base[i] = r_paje_base;
      out_paje_naissance[i] = r_paje_naissance;
      out_ars_year[i] = r_ars_year;
      out_aeeh[i] = r_aeeh;
      out_aah[i] = r_aah;
      out_rsa_base_ressources[i] = r_rsa_base_ressources;
      out_rsa[i] = r_rsa;
      out_ppa[i] = r_ppa;
      out_quotient_familial[i] = r_quotient_familial;
    }
  }
  everyResult.constants = "98-c1c8cace";
  return everyResult;
})();

/** One function for each batch; each says for which rules it was written. */
export const generated = { sixBenefits, everyResult };
