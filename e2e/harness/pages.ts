import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import type { BrowserContext, Page } from "playwright-core";

/** Rules of ours that the markup of the design system does not follow, and why. */
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Templates leave blanks at the end of lines; they mean nothing.
    "no-trailing-whitespace": "off",
  },
});

/** Every page this person meets is checked as it was sent; the faults found are given back by `faults`. */
export function checkHtml(context: BrowserContext): { faults: () => Promise<string[]> } {
  const checks: Promise<string[]>[] = [];
  context.on("response", (response) => {
    if (!response.headers()["content-type"]?.startsWith("text/html")) return;
    checks.push(
      response.text().then(
        (text) => faultsOf(response.url(), text),
        () => [],
      ),
    );
  });
  return { faults: async () => (await Promise.all(checks)).flat() };
}

async function faultsOf(url: string, text: string): Promise<string[]> {
  const report = await validator.validateString(text);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${url} line ${line}: ${message} (${ruleId})`),
  );
}

/** What axe finds wrong with the page as it stands now: WCAG 2.2 A and AA, and its best practices. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${page.url()} ${id}: ${node.html.slice(0, 200)}`),
  );
}
