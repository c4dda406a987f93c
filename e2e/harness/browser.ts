import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { browserVariable } from "../../test/browser.ts";

let running: Promise<Browser> | undefined;

/** The browser of this test file, started at its first use. */
function browser(): Promise<Browser> {
  running ??= chromium.launch({
    executablePath: process.env[browserVariable] ?? "",
    args: [
      "--headless=shell",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
    // The browser of the npm package looks there for the libraries it was unpacked with.
    env: { ...process.env, TMPDIR: existsSync("/tmp") ? "/tmp" : tmpdir() },
  });
  return running;
}

export async function closeBrowser(): Promise<void> {
  await (await running)?.close();
  running = undefined;
}

/** What a person comes with. */
export type Visit = {
  language?: "fr" | "en";
  contrast?: "standard" | "enhanced";
  javaScript?: boolean;
  /** In pixels: a small phone has 320. */
  width?: number;
};

/** A device of somebody's own: its own cookies, and its own address on the internet. */
export async function openDevice({ javaScript = true, width = 1280 }: Visit): Promise<BrowserContext> {
  const context = await (await browser()).newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: 800 },
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    extraHTTPHeaders: { "x-forwarded-for": address() },
  });
  context.setDefaultTimeout(10_000);
  return context;
}

let last = 0;
/** Of a range that is nobody's (RFC 2544): people at one address would slow each other down (SEC-01). */
const address = () => `198.18.${(++last >> 8) & 255}.${last & 255}`;
