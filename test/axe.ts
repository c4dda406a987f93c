import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { CDPSession, Page } from "playwright-core";

/** Half of what the package would put into a page itself. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const asked = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds wrong with a page, or with the part of it that the selector names (A11Y-01). In enhanced contrast text is
 * measured at 7:1, as level AAA asks (A11Y-04).
 */
export async function axeFaults(
  page: Page,
  { contrast, part }: { contrast?: "standard" | "enhanced" | undefined; part?: string } = {},
): Promise<string[]> {
  await putInto(page);
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

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Straight to the browser: the page's own ways would read the whole source twice before sending it. */
async function putInto(page: Page) {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const { exceptionDetails } = await (await session).send("Runtime.evaluate", { expression: source });
  if (exceptionDetails) throw new Error(`axe does not start: ${exceptionDetails.text}`);
}
