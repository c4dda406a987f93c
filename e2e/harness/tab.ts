import assert from "node:assert/strict";
import { join } from "node:path";
import type { BrowserContext, Page, Request, Response } from "playwright-core";
import type { Visit } from "./browser.ts";
import { faultsOfAnswer, faultsOfView } from "./pages.ts";

/** A page of a browser in somebody's hands. Whatever page comes is checked before anything else is done with it. */
export type Tab = {
  page: Page;
  /** Goes to an address of this institution's site. */
  open: (path: string) => Promise<void>;
  /** Presses a button that leads to another page, be it a link drawn as one; or follows a link. */
  press: (button: string) => Promise<void>;
  follow: (link: string) => Promise<void>;
  /** Does what leads to another page, in some other way. */
  leads: (act: () => Promise<unknown>) => Promise<void>;
  type: (label: string, text: string) => Promise<void>;
  tick: (label: string) => Promise<void>;
  /** Checks the page again, once something on it has changed. */
  look: () => Promise<void>;
  /** The person stands on this path, under this heading. */
  stands: (path: string, heading?: string) => Promise<void>;
  /** The page says this, or does not. Spaces that do not break count as plain ones. */
  says: (...texts: string[]) => Promise<void>;
  doesNotSay: (...texts: string[]) => Promise<void>;
  /** The summary of errors, line by line. */
  errors: () => Promise<string[]>;
  /** Another tab of the same device. */
  another: () => Promise<Tab>;
  /** What was found wrong with the pages met so far. */
  faults: () => Promise<string[]>;
};

export async function openTab(
  device: BrowserContext,
  visit: Visit,
  at: (path: string) => string,
): Promise<Tab> {
  const page = await device.newPage();
  const { watched, lookAgain } = watch(page, visit);

  const leads = async (act: () => Promise<unknown>) => {
    const drawn = page.waitForEvent("load");
    await Promise.all([drawn, act()]);
    await arrive();
  };
  const arrive = async () => {
    if (visit.javaScript !== false) await focusIsOnSummary(page);
    await lookAgain();
  };
  // What is shown, not what is written: closed parts stay out.
  const words = async () => plain(await page.evaluate<string>("document.body.innerText"));

  return {
    page,
    open: (path) => leads(() => page.goto(at(path), { waitUntil: "commit" })),
    press: (name) => leads(() => page.getByRole("button", { name, exact: true }).click()),
    follow: (name) => leads(() => page.getByRole("link", { name, exact: true }).click()),
    leads,
    type: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    tick: (label) => page.getByLabel(label, { exact: true }).check(),
    look: lookAgain,
    stands: async (path, heading) => {
      const { pathname, search } = new URL(page.url());
      const here = plain((await page.locator("h1").textContent()) ?? "");
      assert.deepEqual(
        [path.includes("?") ? pathname + search : pathname, ...(heading ? [here] : [])],
        [path, ...(heading ? [plain(heading)] : [])],
        `“${here}” says: ${(await words()).slice(0, 600)}`,
      );
    },
    says: async (...texts) => {
      const said = await words();
      for (const text of texts) assert.ok(said.includes(plain(text)), `“${text}” is not in: ${said}`);
    },
    doesNotSay: async (...texts) => {
      const said = await words();
      for (const text of texts) assert.ok(!said.includes(plain(text)), `“${text}” is in: ${said}`);
    },
    errors: async () => (await page.locator(".govuk-error-summary li").allInnerTexts()).map(plain),
    another: () => openTab(device, visit, at),
    faults: () => watched(),
  };
}

/** With plain spaces, single: French puts narrow ones that do not break before its signs. */
export const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();

/** A screen reader then reads what is wrong before anything else (A11Y-02). The page's script may come after its load. */
async function focusIsOnSummary(page: Page) {
  const isFocused = `!document.querySelector(".govuk-error-summary:not([data-disable-auto-focus=true])") || document.activeElement.matches(".govuk-error-summary")`;
  for (const waited of [0, 50, 200, 1000]) {
    await page.waitForTimeout(waited);
    if (await page.evaluate<boolean>(isFocused)) return;
  }
  assert.fail("The focus is not on the summary of errors");
}

/** Follows all that the page receives and says, so that nothing it met goes unchecked. */
function watch(page: Page, visit: Visit) {
  const found: string[] = [];
  const checks: Promise<unknown>[] = [];
  let unseen: string | undefined;
  const check = (work: Promise<string[]>) => checks.push(work.then((faults) => found.push(...faults)));

  page.on("response", (response) => {
    const request = response.request();
    if (!isForPage(request, page) || isFile(response)) return;
    check(faultsOfAnswer(response));
    if (response.status() >= 300 && response.status() < 400) return;
    if (unseen) found.push(`${unseen} was left before it was looked at`);
    unseen = response.url();
  });
  page.on("pageerror", (error) => found.push(`${page.url()}: ${error.stack}`));
  page.on("console", (message) => {
    // A form that comes back with errors answers 422, which the browser tells the console too.
    const isStatus = /the server responded with a status of [45]\d\d/.test(message.text());
    if (message.type() === "error" && !isStatus) found.push(`${page.url()}: ${message.text()}`);
  });

  return {
    lookAgain: async () => {
      unseen = undefined;
      await Promise.all(checks.splice(0));
      found.push(...(await faultsOfView(page, visit)));
      await takePicture(page, visit);
    },
    watched: async () => {
      await Promise.all(checks.splice(0));
      return [...found, ...(unseen ? [`${unseen} was not looked at`] : [])];
    },
  };
}

const isForPage = (request: Request, page: Page) =>
  request.isNavigationRequest() && request.frame() === page.mainFrame();

/** What is downloaded leaves the page where it is. */
const isFile = (response: Response) => response.headers()["content-disposition"]?.startsWith("attachment");

let pictures = 0;
/** With FOYER_PICTURES naming a folder, every page met leaves its picture there. */
async function takePicture(page: Page, { width = 1280, contrast = "standard" }: Visit) {
  const folder = process.env.FOYER_PICTURES;
  if (!folder) return;
  const place = new URL(page.url()).pathname.replaceAll("/", "_");
  const name = `${width}-${contrast}-${process.pid}-${String(++pictures).padStart(3, "0")}${place}.png`;
  await page.screenshot({ path: join(folder, name), fullPage: true });
}
