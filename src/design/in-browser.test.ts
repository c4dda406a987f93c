import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as player } from "playwright-core";
import { caf } from "../../institutions/caf/index.ts";
import { axeFaults } from "../../test/axe.ts";
import { buildAssets } from "./build.ts";
import { demoShell } from "./demo-shell.ts";
import { guide } from "./guide.ts";
import type { Shell } from "./page.ts";

const kinds: Readonly<Record<string, string>> = {
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
};

let folder: string;
let server: Server;
let browser: Browser;
let site: string;
/** Milliseconds until the session of the next page ends, and what the server answers to "stay signed in". */
let left = 900_000;
let extension: { status: number; left: number; tokens: (string | undefined)[] };

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "foyer-design-"));
  const assets = await buildAssets([caf], folder);
  const shellOf = (asked: URL): Shell => {
    const now = new Date();
    return demoShell({
      language: asked.searchParams.get("lang") === "en" ? "en" : "fr",
      contrast: asked.searchParams.get("contrast") === "enhanced" ? "enhanced" : "standard",
      path: asked.pathname + asked.search,
      ...(assets.caf && { assets: assets.caf }),
      visitor: { name: "Amina Houssein", quality: "allocataire" },
      session: { endsAt: new Date(now.getTime() + left), warnSeconds: 150, now },
    });
  };
  server = createServer(async (request, answer) => {
    const asked = new URL(request.url ?? "/", "http://site");
    if (asked.pathname.startsWith("/assets/")) {
      const kind = kinds[asked.pathname.slice(asked.pathname.lastIndexOf(".") + 1)] ?? "text/plain";
      return answer
        .setHeader("content-type", kind)
        .end(await readFile(join(folder, asked.pathname.slice("/assets/".length))));
    }
    if (asked.pathname === "/sessions/current/extend") {
      extension.tokens.push(request.headers["x-csrf-token"]?.toString());
      answer.statusCode = extension.status;
      return answer.end(JSON.stringify({ endsAt: new Date(Date.now() + extension.left).toISOString() }));
    }
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.setHeader(
      "content-security-policy",
      "default-src 'self'; script-src 'nonce-nonce-for-tests'; style-src 'nonce-nonce-for-tests'",
    );
    answer.end(guide(shellOf(asked)).toString());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await player.launch({
    executablePath: await chromium.executablePath(),
    args: [
      "--no-sandbox",
      "--headless=shell",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true });
});

/** Opens the guide, fails on any error of a script or of the content security policy, and closes it again. */
const onGuide = async (
  options: { query?: string; width?: number; javaScriptEnabled?: boolean },
  look: (page: Page) => Promise<void>,
) => {
  const { query = "", width = 1280, javaScriptEnabled = true } = options;
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  const faults: string[] = [];
  try {
    const page = await context.newPage();
    page.on("pageerror", (fault) => faults.push(fault.message));
    page.on("console", (message) => {
      const refused =
        message.text().includes("/sessions/current/extend") || message.text().includes("status of 4");
      if (message.type() === "error" && !refused) faults.push(message.text());
    });
    await page.goto(`${site}/dev/design${query}`);
    await look(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
};

for (const lang of ["fr", "en"])
  for (const contrast of ["standard", "enhanced"] as const)
    for (const width of [320, 1280])
      test(`A11Y-01 axe finds nothing in the guide: ${lang}, ${contrast}, ${width} px; no sideways scrolling`, () =>
        onGuide({ query: `?lang=${lang}&contrast=${contrast}`, width }, async (page) => {
          assert.deepEqual(await axeFaults(page, { contrast }), []);
          assert.equal(await page.evaluate("document.documentElement.scrollWidth"), width);
        }));

test("CP-04 the rules get ticked while the password is typed, and the count is said once", () =>
  onGuide({}, async (page) => {
    const met = () =>
      page
        .locator(".foyer-rules__rule--met")
        .evaluateAll((lines) => lines.map((line) => line.getAttribute("data-rule")));
    assert.deepEqual(await met(), []);
    await page.fill("#g-new-password", "été");
    assert.deepEqual(await met(), ["max:24", "lowercase"]);
    await page.fill("#g-new-password", "Été 2026 à la mer");
    assert.deepEqual(await met(), ["min:8", "max:24", "digit", "lowercase", "uppercase"]);
    assert.match((await page.locator("[data-rule=digit]").textContent()) ?? "", /\(rempli\)$/);
    const status = page.locator("[data-password-rules-status=g-new-password]");
    await status.filter({ hasText: "5 règles remplies sur 5" }).waitFor({ state: "attached" });
    await page.fill("#g-new-password", "");
    assert.deepEqual(await met(), []);
  }));

test("A11Y-03 a code pasted with spaces and words becomes its digits", () =>
  onGuide({}, async (page) => {
    await page.evaluate(`
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", "Code : 123 456.");
      const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.getElementById("g-code").dispatchEvent(paste);`);
    assert.equal(await page.inputValue("#g-code"), "123456");
  }));

test("A11Y-03 the password can be shown and hidden", () =>
  onGuide({}, async (page) => {
    const show = page.locator("[aria-controls=g-password]");
    await show.click();
    assert.equal(await page.getAttribute("#g-password", "type"), "text");
    assert.equal(await show.textContent(), "Masquer");
  }));

for (const javaScriptEnabled of [true, false])
  test(`A11Y-02 what depends on an answer shows with it, ${javaScriptEnabled ? "with" : "without"} scripts`, () =>
    onGuide({ javaScriptEnabled }, async (page) => {
      assert.ok(await page.isVisible("#g-since"));
      await page.check("#g-couple-2");
      assert.ok(!(await page.isVisible("#g-since")));
      assert.ok(await page.isChecked("#g-couple-2"));
    }));

test("“none of these” unticks the others, and the others untick it", () =>
  onGuide({}, async (page) => {
    await page.check("#g-income-4");
    assert.ok(!(await page.isChecked("#g-income")));
    await page.check("#g-income-2");
    assert.ok(!(await page.isChecked("#g-income-4")));
  }));

test("SEC-05 before the end the person is warned and may stay; typed input is still there", async () => {
  left = 120_000;
  extension = { status: 200, left: 900_000, tokens: [] };
  await onGuide({}, async (page) => {
    const dialog = page.getByRole("dialog", { name: "Vous êtes toujours là" });
    await dialog.waitFor();
    assert.match((await dialog.textContent()) ?? "", /Il vous reste environ 2 minutes/);
    assert.deepEqual(await axeFaults(page, { part: "dialog" }), []);
    await page.getByRole("button", { name: "Rester connecté(e)" }).click();
    await dialog.waitFor({ state: "hidden" });
    assert.deepEqual(extension.tokens, ["token-for-tests"]);
  });
});

test("SEC-05 once the session has ended, the page says that nothing is lost and how to go on", async () => {
  left = 3000;
  extension = { status: 200, left: 0, tokens: [] };
  await onGuide({ query: "?lang=en" }, async (page) => {
    const typed = "nom@exemple.fr";
    await page.locator("#g-email").evaluate((field, value) => Object.assign(field, { value }), typed);
    await page.getByRole("dialog", { name: "Your session has closed" }).waitFor({ timeout: 8000 });
    await page.getByRole("button", { name: "Back to my page" }).click();
    assert.equal(await page.inputValue("#g-email"), typed);
    assert.equal(await page.locator("dialog[open]").count(), 0);
  });
  left = 900_000;
});

test("SEC-05 a server that already closed the session is believed", async () => {
  left = 120_000;
  extension = { status: 401, left: 0, tokens: [] };
  await onGuide({}, async (page) => {
    await page.getByRole("button", { name: "Rester connecté(e)" }).click();
    await page.getByRole("dialog", { name: "Votre session est fermée" }).waitFor();
  });
  left = 900_000;
});
