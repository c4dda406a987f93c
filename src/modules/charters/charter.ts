import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Institution } from "../../../institutions/institution.ts";
import { type Language, languages } from "../../../law/language.ts";
import { sha256 } from "../../platform/crypto.ts";

/** One version of a charter, in every language. */
export type Version = {
  charter: string;
  /** Its date of effect, "YYYY-MM-DD": what names the version. */
  version: string;
  texts: Record<Language, CharterText>;
};

export type CharterText = {
  title: string;
  /** The essentials, one line each. */
  summary: string[];
  sections: Section[];
  /** Of the whole file: what was accepted cannot be edited unseen. */
  sha256: Buffer;
};

export type Section = { title: string; clauses: Clause[] };

/** A clause names the statements it carries. `text` is Markdown. */
export type Clause = { id: string; title: string; statements: string[]; text: string };

/** Reads every version of the terms that gate an institution's accounts, oldest first. */
export function readTerms(institution: Institution): Version[] {
  const charter = institution.accounts?.terms;
  if (!charter) return [];
  const folder = new URL(`../../../institutions/${institution.id}/charters/${charter}/`, import.meta.url);
  const dates = readdirSync(folder)
    .filter((file) => file.endsWith(".fr.md"))
    .map((file) => file.slice(0, 10))
    .sort();
  return dates.map((version) => ({
    charter,
    version,
    texts: Object.fromEntries(
      languages.map((language) => [
        language,
        readText(readFileSync(new URL(`${version}.${language}.md`, folder), "utf8")),
      ]),
    ) as Record<Language, CharterText>,
  }));
}

function readText(file: string): CharterText {
  const [, front = "", body = ""] = file.split(/^---$/m);
  const about = parse(front) as { title: string; summary: string };
  return {
    title: about.title,
    summary: about.summary.trim().split("\n"),
    sections: body.split(/^## /m).slice(1).map(readSection),
    sha256: sha256(file),
  };
}

function readSection(text: string): Section {
  const [title = "", ...clauses] = text.split(/^### /m);
  return { title: title.trim(), clauses: clauses.map(readClause) };
}

/** A clause's first line is its title and, in braces, its id and statements. */
function readClause(text: string): Clause {
  const [, title, id, statements, body] = /^(.*?) \{#([\w-]+) ([^}]*)\}\n(.*)$/s.exec(text) ?? [];
  if (!title || !id || statements === undefined || !body)
    throw new Error(`A clause without its id: ${text.slice(0, 80)}`);
  return { id, title, statements: statements.split(" "), text: body.trim() };
}

/** The version in force on a civil day, "YYYY-MM-DD". */
export function inForce(versions: readonly Version[], day: string): Version {
  const version = versions.findLast((one) => one.version <= day);
  if (!version) throw new Error(`No version of the terms is in force on ${day}`);
  return version;
}
