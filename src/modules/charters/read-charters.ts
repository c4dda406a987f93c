import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Institution } from "../../../institutions/institution.ts";
import {
  type Audience,
  type Charter,
  type CharterText,
  type Clause,
  clausesOf,
  type Section,
  type Version,
} from "../../../law/charters/charter.ts";
import { isControl } from "../../../law/charters/controls.ts";
import { type Language, languages } from "../../../law/language.ts";
import { sha256 } from "../../platform/crypto.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written 2026-01-05");
const line = z.string().trim().min(1);

/** What stands between the dashes at the head of a file. */
const frontMatter = z.strictObject({
  charter: line,
  version: day,
  language: z.enum(languages),
  title: line,
  summary: line,
  announced: day.optional(),
  acceptance: z.enum(["required", "informs"]),
  minor: z.boolean().default(false),
  changes: line,
});
type FrontMatter = z.infer<typeof frontMatter>;
type File = FrontMatter & { sections: Section[]; path: string };

/** Addresses under /charters that are pages of another kind. */
const taken = ["receipts"];

const root = new URL("../../../institutions/", import.meta.url);

/**
 * Reads every charter of an institution, in every version and language. Throws, naming the file, where one is missing,
 * malformed, or says in one language what it does not say in the other; or where a clause names a control that does not exist.
 */
export const readCharters = (
  { id, charters }: Pick<Institution, "id" | "charters">,
  from: URL = root,
): Charter[] =>
  Object.entries(charters).map(([name, audience]) =>
    readCharter(new URL(`${id}/charters/${name}/`, from), { name, audience }, fileOf(id, name)),
  );

/** Where the text of a version stands, from the root of the project. */
export const fileOf =
  (institution: string, charter: string) =>
  (version: string, language: Language): string =>
    `institutions/${institution}/charters/${charter}/${version}.${language}.md`;

function readCharter(
  folder: URL,
  { name, audience }: { name: string; audience: Audience },
  pathOf: (version: string, language: Language) => string,
): Charter {
  if (!/^[a-z][a-z-]*$/.test(name) || taken.includes(name))
    throw new Error(`A charter cannot be called ${name}`);
  if (!existsSync(folder)) throw new Error(`No folder holds the charter ${name}: ${folder.pathname}`);
  const files = readdirSync(folder).sort();
  const stray = files.find((file) => !/^\d{4}-\d{2}-\d{2}\.(fr|en)\.md$/.test(file));
  if (stray) throw new Error(`${folder.pathname}${stray} is no version of a charter: 2026-01-05.fr.md is`);
  const dates = [...new Set(files.map((file) => file.slice(0, 10)))];
  const versions = dates.map((version) =>
    readVersion(name, (language) => ({
      path: pathOf(version, language),
      ...readFile(folder, name, version, language, pathOf(version, language)),
    })),
  );
  if (versions[0]?.minor) throw new Error(`The first version of ${name} corrects nothing: it is not minor`);
  return { name, audience, versions };
}

function readVersion(name: string, read: (language: Language) => File): Version {
  const files = Object.fromEntries(languages.map((one) => [one, read(one)])) as Record<Language, File>;
  const { fr, en } = files;
  for (const part of ["announced", "acceptance", "minor"] as const)
    if (fr[part] !== en[part]) throw new Error(`${en.path} and the French text differ: ${part}`);
  if (outlineOf(fr) !== outlineOf(en))
    throw new Error(`${en.path} does not have the clauses of the French text, in their order`);
  const { version, announced, acceptance, minor } = fr;
  if (announced && announced > version)
    throw new Error(`${fr.path} is announced after the day on which it takes effect`);
  const texts = Object.fromEntries(languages.map((one) => [one, textOf(files[one])]));
  return { charter: name, version, announced, acceptance, minor, texts: texts as Version["texts"] };
}

const outlineOf = (file: File) =>
  clausesOf(file)
    .map(({ id, statements, controls }) => [id, ...statements, ...controls].join(" "))
    .join("\n");

function readFile(folder: URL, name: string, version: string, language: Language, path: string) {
  const file = new URL(`${version}.${language}.md`, folder);
  if (!existsSync(file)) throw new Error(`${path} is missing: a version exists in every language`);
  const [before, front = "", ...body] = readFileSync(file, "utf8").split(/^---$/m);
  const read = frontMatter.safeParse(front && before === "" ? parse(front) : undefined);
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  const said = read.data;
  if (said.charter !== name || said.version !== version || said.language !== language)
    throw new Error(`${path} says it is ${said.charter} ${said.version} (${said.language})`);
  const sections = body
    .join("---")
    .split(/^## /m)
    .slice(1)
    .map((text) => readSection(text, path));
  const ids = clausesOf({ sections }).map(({ id }) => id);
  if (ids.length === 0) throw new Error(`${path} has no clause`);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new Error(`${path} has two clauses called ${twice}`);
  return { ...said, sections };
}

function readSection(text: string, path: string): Section {
  const [title = "", ...clauses] = text.split(/^### /m);
  return { title: title.trim(), clauses: clauses.map((clause) => readClause(clause, path)) };
}

/** A clause's first line is its title and, in braces, its id, its statements and its controls: `{#passwords MC-05 control:advice}`. */
function readClause(text: string, path: string): Clause {
  const [, title, id, marks = "", body] = /^(.*?) \{#([\w-]+)((?: [\w:-]+)*)\}\n(.*)$/s.exec(text) ?? [];
  if (!title || !id || !body?.trim())
    throw new Error(`${path}: a clause without its id or its text: ${text.slice(0, 80)}`);
  const statements: string[] = [];
  const controls: Clause["controls"][number][] = [];
  for (const mark of marks.split(" ").filter(Boolean)) {
    const control = mark.startsWith("control:") ? mark.slice("control:".length) : undefined;
    if (control === undefined && /^[A-Z0-9]{2,4}-\d{2}$/.test(mark)) statements.push(mark);
    else if (control && isControl(control)) controls.push(control);
    else throw new Error(`${path}: the clause ${id} names ${mark}, which is no statement and no control`);
  }
  return { id, title, statements, controls, text: body.trim() };
}

function textOf(file: File): CharterText {
  const { title, changes, sections } = file;
  const summary = file.summary.split("\n");
  const body = bodyOf({ ...file, summary });
  return { title, summary, changes, sections, body, sha256: sha256(body).toString("hex") };
}

/** What people read, and no more: naming another control for a clause does not make it another text. */
const bodyOf = (
  file: Pick<File, "charter" | "version" | "language" | "acceptance" | "title" | "changes" | "sections"> & {
    summary: readonly string[];
  },
): string => `---
charter: ${file.charter}
version: ${file.version}
language: ${file.language}
acceptance: ${file.acceptance}
---

# ${file.title}

${file.summary.map((one) => `- ${one}`).join("\n")}

> ${file.changes}
${file.sections
  .map(
    (section) =>
      `\n## ${section.title}\n${section.clauses.map((clause) => `\n### ${clause.title}\n\n${clause.text}\n`).join("")}`,
  )
  .join("")}`;
