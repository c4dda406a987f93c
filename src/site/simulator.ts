import type { Institution } from "../../institutions/institution.ts";

/** Whether people can estimate their rights on this institution's site: where it pays benefits to households, and its law is written. */
export const hasSimulator = ({ accounts, country }: Pick<Institution, "accounts" | "country">): boolean =>
  accounts?.home === "household" && country === "FR";

/** Whether people can estimate their pension on this institution's site: the fund of Djibouti pays pensions (CN-03). */
export const hasPensionEstimate = ({ country }: Pick<Institution, "country">): boolean => country === "DJ";
