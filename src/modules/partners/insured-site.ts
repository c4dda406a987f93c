import type { Shell } from "../../design/page.ts";

/** Where insured persons have a space of their own: an access here is never for one of them (SP-04). */
export function insuredSiteOf({ brand }: Pick<Shell, "brand">): string {
  const site = brand.accounts?.partners?.insuredSite;
  if (!site) throw new Error("An institution with partners names the site of its insured persons");
  return site;
}
