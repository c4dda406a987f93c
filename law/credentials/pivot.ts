import { nameKey } from "./names.ts";
import type { Nir } from "./nir.ts";

/** A person as the civil register describes them, in FranceConnect's words or in an institution's (CP-22). */
export type CivilIdentity = {
  /** In the order of the register, parted by spaces; a compound one keeps its hyphen. */
  firstNames: string;
  birthName: string;
  usedName: string | null;
  /** "YYYY-MM-DD"; a day or month that the register does not know is 00. */
  birthDate: string;
  /** Undefined where nobody said. */
  sex: "F" | "M" | undefined;
  /** INSEE code: the commune's where born in France ("54395"), the country's where born abroad ("99352"). */
  birthCode: string | undefined;
};

/** The country code of France: only there does the code of the commune say where somebody was born. */
const france = "99100";

const birthCode = /^(\d{2}|2[AB])\d{3}$/;

/**
 * Reads the pivot identity off what FranceConnect tells. Undefined where it names nobody or gives no birth date; what
 * else is missing stays unknown, and then no file is found by it alone.
 */
export function readPivot(told: Readonly<Record<string, unknown>>): CivilIdentity | undefined {
  const text = (name: string) => {
    const value = told[name];
    return typeof value === "string" ? value.normalize("NFC").trim().slice(0, 200) : "";
  };
  const [firstNames, birthName, birthDate] = [text("given_name"), text("family_name"), text("birthdate")];
  if (nameKey(`${firstNames} ${birthName}`) === "" || !/^\d{4}-\d{2}-\d{2}$/.test(birthDate))
    return undefined;
  const code = text("birthcountry") === france ? text("birthplace") : text("birthcountry");
  return {
    firstNames,
    birthName,
    usedName: text("preferred_username") || null,
    birthDate,
    sex: sexes[text("gender")],
    birthCode: birthCode.test(code) ? code : undefined,
  };
}

const sexes: Readonly<Record<string, CivilIdentity["sex"]>> = { female: "F", male: "M" };

/** What a social-security number tells of its person: sex and place of birth. It keeps the codes of the day they were born. */
export const toldByNir = (nir: Nir): Pick<CivilIdentity, "sex" | "birthCode"> => ({
  sex: nir.startsWith("1") ? "M" : "F",
  birthCode: nir.slice(5, 10),
});

/** How one thing said of a person stands to the same thing said of another. `near` also where one of the two is unknown. */
type Likeness = "same" | "near" | "unlike";

/** Each thing that the pivot identity is made of, and how it is compared. */
const traits: Record<string, (a: CivilIdentity, b: CivilIdentity) => Likeness> = {
  birthName: (a, b) => likeNames(a, b),
  firstNames: (a, b) => likeFirstNames(a.firstNames, b.firstNames),
  birthDate: (a, b) => likeDates(a.birthDate, b.birthDate),
  sex: (a, b) => (a.sex && b.sex ? (a.sex === b.sex ? "same" : "unlike") : "near"),
  birthCode: (a, b) => likePlaces(a.birthCode, b.birthCode),
};

/** Whether two descriptions are of one person: surely (`same`), perhaps (`near`: a person must look), or not (`other`). */
export function resemblance(a: CivilIdentity, b: CivilIdentity): "same" | "near" | "other" {
  const likeness = (trait: string) => traits[trait]?.(a, b);
  const all = Object.keys(traits);
  if (all.every((trait) => likeness(trait) === "same")) return "same";
  if (["birthName", "firstNames", "birthDate"].some((trait) => likeness(trait) === "unlike")) return "other";
  // A homonym of the same day: sex or place alone may be a clerk's slip, both at once are another person.
  return likeness("sex") === "unlike" && likeness("birthCode") === "unlike" ? "other" : "near";
}

export type Found<P> = { one: P } | { none: "several" | "near" | "nobody" };

/** Whom a pivot identity means among these: one of them surely, or nobody. A likely one is never taken for a sure one (CP-22). */
export function whoIsMeant<P extends CivilIdentity>(pivot: CivilIdentity, persons: readonly P[]): Found<P> {
  const same = persons.filter((person) => resemblance(pivot, person) === "same");
  const [one, ...more] = same;
  if (one && more.length === 0) return { one };
  if (one) return { none: "several" };
  return { none: persons.some((person) => resemblance(pivot, person) === "near") ? "near" : "nobody" };
}

/** The birth dates under which a person may be written down: their own, and those that leave its parts unknown. */
export function birthDatesLike(birthDate: string): { from: string; to: string; also: readonly string[] } {
  const [year, month, day] = birthDate.split("-");
  const anyOf = (start: string) => ({ from: `${start}00-00`.slice(0, 10), to: `${start}99-99`.slice(0, 10) });
  if (month === "00") return { ...anyOf(`${year}-`), also: [] };
  if (day === "00") return { ...anyOf(`${year}-${month}-`), also: [`${year}-00-00`] };
  return { from: birthDate, to: birthDate, also: [`${year}-${month}-00`, `${year}-00-00`] };
}

function likeNames(a: CivilIdentity, b: CivilIdentity): Likeness {
  const [one, other] = [nameKey(a.birthName), nameKey(b.birthName)];
  if (one === other) return "same";
  // Files of old hold the name used in everyday life where the birth name should be.
  const used = [a.usedName, b.usedName].map((name) => nameKey(name ?? "")).filter((key) => key !== "");
  return used.includes(one) || used.includes(other) || alike(one, other) ? "near" : "unlike";
}

/**
 * The register gives every first name, files often the first ones only: one list may be the beginning of the other. It
 * must not stop in the middle of a compound name, for Marie is not Marie-Laure.
 */
function likeFirstNames(a: string, b: string): Likeness {
  const [short, long] = [namesOf(a), namesOf(b)].sort(
    (one, other) => one.words.length - other.words.length,
  ) as [Names, Names];
  if (short.words.length === 0) return long.words.length === 0 ? "same" : "near";
  const begins = short.words.every((word, n) => word === long.words[n]);
  if (begins && long.ends.includes(short.words.length)) return "same";
  return alike(short.words.join(" "), long.words.join(" ")) ? "near" : "unlike";
}

type Names = { words: string[] /** After how many words a name ends. */; ends: number[] };

function namesOf(names: string): Names {
  const words: string[] = [];
  const ends: number[] = [];
  for (const name of names.trim().split(/\s+/)) {
    words.push(...nameKey(name).split(" ").filter(Boolean));
    ends.push(words.length);
  }
  return { words, ends };
}

/** Two spellings that may be of one name: a word in common, the same letters, or one slip of the pen between them. */
function alike(a: string, b: string): boolean {
  const words = b.split(" ");
  if (a.split(" ").some((word) => word.length > 2 && words.includes(word))) return true;
  return isOneSlipApart(a.replaceAll(" ", ""), b.replaceAll(" ", ""));
}

/** Whether one letter added, dropped, changed, or swapped with its neighbour makes one text of the other. */
function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = `${restA[1] ?? ""}${restA[0] ?? ""}${restA.slice(2)}`;
  return (
    restA === restB ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    swapped === restB
  );
}

function likeDates(a: string, b: string): Likeness {
  if (a === b) return "same";
  const parts = b.split("-");
  const agrees = a.split("-").every((part, n) => part === parts[n] || part === "00" || parts[n] === "00");
  return agrees ? "near" : "unlike";
}

function likePlaces(a: string | undefined, b: string | undefined): Likeness {
  if (!a || !b) return "near";
  return modern(a) === modern(b) ? "same" : "unlike";
}

/** Corsica was department 20 until 1976; its communes kept their three digits, each in one of the two departments. */
const modern = (code: string) => code.replace(/^2[AB]/, "20");
