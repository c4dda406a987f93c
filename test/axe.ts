import axe from "axe-core";
import type { Page } from "playwright-core";

const asked = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds wrong with a page, or with the part of it that the selector names (A11Y-01). In enhanced contrast text is
 * measured at 7:1, as level AAA asks (A11Y-04).
 */
export async function axeFaults(
  page: Page,
  { contrast, part }: { contrast?: "standard" | "enhanced" | undefined; part?: string } = {},
): Promise<string[]> {
  await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    runOnly: { type: "tag", values: contrast === "enhanced" ? [...asked, "wcag2aaa"] : asked },
    resultTypes: ["violations"],
    // Nothing that is asked reads the styles again, nor where an element stands.
    preload: false,
    selectors: false,
  };
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.run(${part ? JSON.stringify(part) : "document"}, ${JSON.stringify(options)})`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 200)}`));
}
