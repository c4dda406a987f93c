import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { caf } from "../institutions/caf/index.ts";
import type { Institution } from "../institutions/institution.ts";
import type { Charter, Version } from "../law/charters/charter.ts";
import { type Language, languages } from "../law/language.ts";
import { readCharters } from "../src/modules/charters/index.ts";

/** A version that a test publishes: the newest one with another head and, by `edit`, other words. */
export type Published = {
  charter: string;
  version: string;
  announced?: string;
  acceptance?: "required" | "informs";
  minor?: boolean;
  changes?: string;
  edit?: (text: string, language: Language) => string;
};

/** The charters of an institution with more versions of them, read from files as the ones that ship are. */
export function publishing(institution: Institution, ...more: readonly Published[]): Charter[] {
  const folder = mkdtempSync(join(tmpdir(), "foyer-charters-"));
  try {
    const own = join(folder, institution.id, "charters");
    cpSync(new URL(`../institutions/${institution.id}/charters`, import.meta.url), own, { recursive: true });
    for (const one of more) for (const language of languages) write(join(own, one.charter), one, language);
    return readCharters(institution, pathToFileURL(`${folder}/`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The Caf's terms as they ship, and a version that takes effect on the first of April, announced a month before. */
export const termsWithNext: Charter[] = publishing(caf, {
  charter: "mon-compte",
  version: "2026-04-01",
  announced: "2026-03-01",
  changes: "Garder son navigateur à jour devient une règle.",
  edit: (text) => text.replace("gardez votre navigateur à jour.", "gardez toujours votre navigateur à jour."),
});

/** The two versions of them, and the midnight in Paris between their days. */
export const [firstTerms, nextTerms] = (termsWithNext.find(({ name }) => name === "mon-compte")?.versions ??
  []) as [Version, Version];
export const midnight = new Date("2026-03-31T22:00:00Z");

/** The digest of the text on a person's page. */
export const shownIn = (version: Version, language: Language = "fr"): string =>
  version.texts[language].sha256;

function write(folder: string, published: Published, language: Language) {
  const newest = readdirSync(folder)
    .filter((file) => file.endsWith(`.${language}.md`))
    .sort()
    .at(-1);
  const text = readFileSync(join(folder, newest ?? ""), "utf8");
  const { version, announced, acceptance, minor, changes, edit } = published;
  const head = { version, announced, acceptance, minor, changes };
  const [, front = "", ...body] = text.split(/^---$/m);
  const lines = front.split("\n").filter((line) => !/^minor:/.test(line));
  for (const [name, value] of Object.entries(head)) {
    if (value === undefined) continue;
    const at = lines.findIndex((line) => line.startsWith(`${name}:`));
    if (at >= 0) lines[at] = `${name}: ${value}`;
    else lines.splice(-1, 0, `${name}: ${value}`);
  }
  const said = body.join("---");
  writeFileSync(
    join(folder, `${version}.${language}.md`),
    ["", lines.join("\n"), edit?.(said, language) ?? said].join("---"),
  );
}
