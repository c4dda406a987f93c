import { existsSync } from "node:fs";

/** The environment variable that tells test files which browser to start. */
export const browserVariable = "FOYER_TEST_BROWSER";

/** The environment variable that tells test files which folder this run shares and removes at its end. */
export const folderVariable = "FOYER_TEST_FOLDER";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser journeys run in: the one named by CHROMIUM, else the one inside the npm package, else the system's. */
export async function findBrowser(): Promise<string> {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    return await packed.executablePath();
  } catch (error) {
    const path = installed.find((one) => existsSync(one));
    if (path) return path;
    throw new Error("No browser to test with: set CHROMIUM to the path of one", { cause: error });
  }
}
