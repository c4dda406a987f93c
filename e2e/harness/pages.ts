import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import type { Page, Response } from "playwright-core";
import { htmlRules } from "../../src/design/html-rules.ts";
import { axeFaults } from "../../test/axe.ts";
import { folderVariable } from "../../test/browser.ts";
import { openDevice, type Visit } from "./browser.ts";
import { keepForVnu } from "./vnu.ts";

const validator = new HtmlValidate(htmlRules);

const met = join(process.env[folderVariable] ?? mkdtempSync(join(tmpdir(), "foyer-e2e-")), "met");
mkdirSync(met, { recursive: true });

/** Whether no journey of this run, in whatever file, has met this before: what is looked at once is not looked at again. */
function isNew(key: string): boolean {
  try {
    writeFileSync(join(met, createHash("sha256").update(key).digest("hex")), "", { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

/** Without what differs each time a page is drawn. */
const drawnAlike = (markup: string) =>
  markup.replace(/(nonce|data-csrf|name="csrf" value|data-ends-at|data-now)="[^"]*"/g, "$1");

/** What is wrong with a page as the server sent it: its headers, its cookies (SEC-05, SEC-09) and its markup (A11Y-01). */
export async function faultsOfAnswer(response: Response): Promise<string[]> {
  const headers = await response.allHeaders();
  const found = [...cookieFaults(headers["set-cookie"] ?? "")];
  const moved = response.status() >= 300 && response.status() < 400;
  if (!moved) {
    const text = await response.text();
    found.push(...headerFaults(headers), ...(isNew(drawnAlike(text)) ? await markupFaults(text) : []));
  }
  return found.map((fault) => `${response.status()} ${new URL(response.url()).pathname}: ${fault}`);
}

/** What a cookie must have; those of the sign-in protocol serve one path only, which "__Host-" does not allow. */
const cookieRules = [
  /^__Host-\w.*; path=\/(;|$)|^__Secure-connect-\w/i,
  /; httponly/i,
  /; secure/i,
  /; samesite=lax/i,
];

const cookieFaults = (cookies: string) =>
  cookies
    .split("\n")
    // Those of the library that plays FranceConnect are its own.
    .filter((cookie) => cookie !== "" && !/^_(session|interaction)/.test(cookie))
    .filter((cookie) => !cookieRules.every((rule) => rule.test(cookie)))
    .map((cookie) => `cookie ${cookie.replace(/=.*?;/, "=…;")}`);

const policy = [
  "default-src 'self'",
  /script-src 'self' 'nonce-[\w+/=-]{16,}'/,
  /style-src 'self' 'nonce-[\w+/=-]{16,}'/,
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
];

function headerFaults(headers: Record<string, string>): string[] {
  const said = headers["content-security-policy"] ?? "";
  const missing = policy.filter((part) =>
    typeof part === "string" ? !said.includes(part) : !part.test(said),
  );
  return [
    ...missing.map((part) => `no ${part} in the policy “${said}”`),
    ...(said.includes("unsafe") ? [`unsafe policy “${said}”`] : []),
    ...(isKeptByNobodyElse(headers) ? [] : ["may be stored"]),
    ...(headers["x-content-type-options"] === "nosniff" ? [] : ["type may be guessed"]),
  ];
}

/** Nothing is stored, but for a moment what says the same to every visitor, and only in their own browser. */
const isKeptByNobodyElse = ({ "cache-control": kept, vary = "" }: Record<string, string>) =>
  kept === "no-store" || (kept === "private, max-age=300" && /\bcookie\b/i.test(vary));

async function markupFaults(text: string): Promise<string[]> {
  keepForVnu(text);
  const { results } = await validator.validateString(text);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `line ${line}: ${message} (${ruleId})`),
  );
}

/** What is wrong with the page as it stands before the person now (A11Y-01, A11Y-02). */
export async function faultsOfView(page: Page, visit: Visit): Promise<string[]> {
  const found = await page.evaluate<string[]>(`(${whatIsAmiss})()`);
  const form = await page.evaluate<string>(`(${formOfPage})()`);
  if (isNew(`${form} ${JSON.stringify(whatTells(visit))}`)) {
    const seesAll = visit.javaScript !== false;
    found.push(...(await (seesAll ? axeFaults(page, visit) : onTwin(page, visit, axeFaults))));
  }
  return found.map((fault) => `${new URL(page.url()).pathname}: ${fault}`);
}

/** What axe sees of a visit beside the page: who comes, and in which language, it does not. */
const whatTells = ({ width = 1280, contrast = "standard", javaScript = true }: Visit) => [
  width,
  contrast,
  javaScript,
];

/** The page without its words nor where its links lead, which axe does not read: the same form with another error need not be looked at again. */
const formOfPage = `() => {
  const form = document.documentElement.cloneNode(true);
  const texts = document.createTreeWalker(form, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.trim() && "…";
  for (const one of form.querySelectorAll("[value]")) one.setAttribute("value", "");
  for (const name of ["href", "action"])
    for (const one of form.querySelectorAll("[" + name + "]"))
      one.setAttribute(name, one.getAttribute(name).replace(/[?].*/, "").replace(/[0-9a-f-]{36}|[A-Z0-9-]{9,}/g, "…"));
  for (const name of ["nonce", "data-csrf", "data-ends-at", "data-now"])
    for (const one of form.querySelectorAll("[" + name + "]")) one.removeAttribute(name);
  return form.outerHTML + [...document.querySelectorAll("*")].indexOf(document.activeElement);
}`;

const whatIsAmiss = `() => {
  const faults = [];
  const { scrollWidth } = document.scrollingElement;
  if (scrollWidth > innerWidth) faults.push("scrolls sideways: " + scrollWidth + " px in " + innerWidth);
  // The guide shows summaries that are about nothing.
  const summary = document.querySelector(".govuk-error-summary:not([data-disable-auto-focus=true])");
  const saysError = /^(Erreur : |Error: )/.test(document.title.replace(/[\\u00a0\\u202f]/g, " "));
  if (saysError !== (summary !== null)) faults.push("the title says “" + document.title + "”");
  for (const line of summary?.querySelectorAll("li a") ?? []) {
    const field = document.getElementById(line.hash.slice(1));
    const told = (field?.getAttribute("aria-describedby") ?? "").split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "").join(" ")
      + (field?.closest("fieldset")?.querySelector(".govuk-error-message")?.textContent ?? "");
    if (!told.includes(line.textContent)) faults.push("the error “" + line.textContent + "” leads to no field that says it");
  }
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  return faults;
}`;

const twins = new Map<number | undefined, Promise<Page>>();

/** axe is a script: where scripts are off it reads the same page, drawn again on a device of the same width without ours. */
async function onTwin(page: Page, visit: Visit, work: typeof axeFaults): Promise<string[]> {
  let twin = twins.get(visit.width);
  if (!twin) {
    twin = openDevice({ ...visit, javaScript: true }).then((device) => device.newPage());
    twins.set(visit.width, twin);
  }
  const there = await twin;
  const body = (await page.content()).replace(/<script\b.*?<\/script>/gs, "");
  await there.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await there.goto(page.url());
  const found = await work(there, visit);
  await there.unrouteAll();
  return found;
}
