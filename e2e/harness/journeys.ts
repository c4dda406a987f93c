import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { BrowserContext } from "playwright-core";
import { closeBrowser, openDevice, type Visit } from "./browser.ts";
import { type Served, startTestFoyer, type TestFoyer } from "./foyer.ts";
import { openTab, type Tab } from "./tab.ts";
import { faultsByVnu, noVnu } from "./vnu.ts";

export type Journey = {
  foyer: TestFoyer;
  /** Somebody sits down at a device of their own and opens a tab. */
  visitor: (visit?: Visit & { institution?: string }) => Promise<Tab>;
};

type Tell = (name: string, walk: (journey: Journey) => Promise<void>) => void;

/**
 * Journeys through one Foyer, in order. Every page that anyone meets on the way is checked, whether the journey thinks
 * of it or not: markup, headers, axe, width, errors of scripts (A11Y-01, SEC-09).
 */
export function journeys(
  title: string,
  tell: (journey: Tell) => void,
  served: Served | (() => Promise<Served>) = {},
): void {
  describe(title, () => {
    let foyer: TestFoyer;
    before(async () => {
      foyer = await startTestFoyer(typeof served === "function" ? await served() : served);
    });
    after(async () => {
      await closeBrowser();
      await foyer?.stop();
    });
    tell((name, walk) => test(name, () => live(foyer, walk)));
    test("A11Y-01 every page met so far is valid HTML (vnu)", { skip: noVnu }, async () =>
      assert.deepEqual(await faultsByVnu(), []),
    );
  });
}

async function live(foyer: TestFoyer, walk: (journey: Journey) => Promise<void>) {
  const devices: BrowserContext[] = [];
  const tabs: Tab[] = [];
  const keep = (tab: Tab): Tab => {
    tabs.push(tab);
    return { ...tab, another: async () => keep(await tab.another()) };
  };
  const visitor: Journey["visitor"] = async ({ institution, ...visit } = {}) => {
    const device = await openDevice(visit);
    devices.push(device);
    const { language = "fr", contrast = "standard" } = visit;
    const tab = keep(await openTab(device, visit, (path) => foyer.at(path, institution)));
    await tab.open(`/?lang=${language}&contrast=${contrast}`);
    return tab;
  };
  const faults = async () => [...new Set((await Promise.all(tabs.map((tab) => tab.faults()))).flat())];
  try {
    // What was wrong with the pages before may explain why a walk stopped: both are told.
    const stopped = await walk({ foyer, visitor }).catch((error: Error) => error);
    const met = await faults();
    if (stopped && met.length > 0) throw new Error(`Faults met: ${met.join("\n")}`, { cause: stopped });
    if (stopped) throw stopped;
    assert.deepEqual(met, []);
  } finally {
    for (const device of devices) await device.close();
  }
}
