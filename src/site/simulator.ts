import type { Institution } from "../../institutions/institution.ts";

/** Whether people can estimate their rights on this institution's site: where its accounts are open and its law is written. */
export const hasSimulator = ({ accounts, country }: Pick<Institution, "accounts" | "country">): boolean =>
  accounts !== undefined && country === "FR";
