import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { browserVariable } from "../../test/browser.ts";

let running: Promise<Browser> | undefined;

/** The browser of this test file, started at its first use. */
export function browser(): Promise<Browser> {
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
    env: { ...process.env, TMPDIR: existsSync("/tmp") ? "/tmp" : tmpdir() },
  });
  return running;
}

export const closeBrowser = async () => {
  await (await running)?.close();
};

export type Visit = {
  language?: "fr" | "en";
  javaScript?: boolean;
  /** A small phone is 320 pixels wide. */
  width?: number;
};

/** A person at their own device: their own cookies, and an address of their own on the internet. */
export async function visitor({ javaScript = true, width = 1280 }: Visit = {}): Promise<BrowserContext> {
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
/** From the range kept for documents (RFC 5737 has too few: these are of RFC 2544). */
const address = () => `198.18.${(last >> 8) & 255}.${++last & 255}`;

export type { Page };
