import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Why the Nu HTML checker cannot be asked on this machine; undefined where it can. */
export const noVnu =
  spawnSync("java", ["-version"]).error && "no java on this machine, which the Nu HTML checker needs";

const kept: string[] = [];
export const keepForVnu = (page: string) => void kept.push(page);

/** What the Nu HTML checker (vnu) finds wrong with the pages kept since last time, asked once for all of them. */
export async function faultsByVnu(): Promise<string[]> {
  const pages = kept.splice(0);
  if (pages.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "foyer-pages-"));
  try {
    for (const [index, page] of pages.entries()) writeFileSync(join(folder, `${index}.html`), page);
    const jar = createRequire(import.meta.url)("vnu-jar") as string;
    const options = [
      "-Xss2m",
      "-XX:TieredStopAtLevel=1",
      "-jar",
      jar,
      "--exit-zero-always",
      "--format",
      "json",
    ];
    const { stderr } = await run("java", [...options, folder], { maxBuffer: 50_000_000 });
    const { messages } = JSON.parse(stderr) as { messages: Found[] };
    return messages
      .filter(({ message }) => !redundant.test(message))
      .map(({ url, message, extract }) => `${titleOf(pages, url)}: ${message} ${extract ?? ""}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Advice, not errors: markup of GOV.UK Frontend that some screen readers need (see src/design/html-rules.ts). */
const redundant =
  /^(The “group” role is unnecessary for element “fieldset”|Attribute “aria-disabled” is unnecessary)/;

type Found = { url: string; message: string; extract?: string };

const titleOf = (pages: readonly string[], url: string) => {
  const page = pages[Number(/(\d+)\.html$/.exec(url)?.[1])] ?? "";
  return /<title>(.*?)<\/title>/.exec(page)?.[1] ?? url;
};
