import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { placeKey } from "./place-key.ts";

/** The list of communes, packed: one line a commune, the most populous first, former ones last. */
export type Packed = {
  /** Folded names, each after a line feed. */
  keys: string;
  /** "code\tname\tdepartment\tpostcodes\tformer", in the same order. */
  facts: string;
  /** "code\tname" of each department. */
  departments: string;
};

// In a thread of its own: the official list takes ten times the room of what is kept of it, and leaves with the thread.
parentPort?.postMessage(pack());

type Listed = {
  code: string;
  nom: string;
  type: "commune-actuelle" | "commune-deleguee" | "commune-associee" | "arrondissement-municipal";
  departement: string;
  codesPostaux?: string[];
  population?: number;
};

function pack(): Packed {
  const known = new Set<string>();
  const communes = read<Listed[]>(import.meta.resolve("@etalab/decoupage-administratif/data/communes.json"))
    .map((one) => ({ ...one, key: placeKey(one.nom), former: isFormer(one) }))
    .sort((a, b) => Number(a.former) - Number(b.former) || weightOf(b) - weightOf(a))
    // A commune and the former one it took its name from are one place of birth.
    .filter(({ code, key }) => !known.has(code + key) && known.add(code + key));
  return {
    keys: communes.map(({ key }) => `\n${key}`).join(""),
    facts: communes
      .map(({ code, nom, departement, codesPostaux = [], former }) =>
        [code, nom, departement, codesPostaux.join(" "), former ? "former" : ""].join("\t"),
      )
      .join("\n"),
    departments: read<{ code: string; nom: string }[]>(
      import.meta.resolve("@etalab/decoupage-administratif/data/departements.json"),
    )
      .map(({ code, nom }) => `${code}\t${nom}`)
      .join("\n"),
  };
}

/** The more people, the sooner shown; arrondissements follow their city, in the order of their numbers. */
function weightOf({ type, population = 0 }: Listed): number {
  return type === "arrondissement-municipal" ? 400_000 : population;
}

function isFormer({ type }: Listed): boolean {
  return type === "commune-deleguee" || type === "commune-associee";
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file), "utf8")) as T;
}
