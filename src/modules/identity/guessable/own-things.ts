/** What an attacker who knows the person, or the institution, would try first (SEC-07). */
export type GuessContext = {
  /** The institution's own words: its names, its benefits. */
  words: readonly string[];
  /** Names of the person and, where known, of the household. */
  names: readonly string[];
  /** YYYY-MM-DD */
  birthDate?: string;
  nir?: string;
};

export type OwnReason = "ownBirthDate" | "ownNir" | "ownName" | "contextWord";

/** Six characters in a row do not meet by chance (one in a hundred thousand); four do, so they only weigh nothing. */
const nirRunRefused = 6;
const nirRunWorthless = 4;

const months = [
  ["janvier", "january", "janv"],
  ["fevrier", "february", "fev"],
  ["mars", "march", "mar"],
  ["avril", "april", "avr"],
  ["mai", "may", "mai"],
  ["juin", "june", "jun"],
  ["juillet", "july", "juil"],
  ["aout", "august", "aug"],
  ["septembre", "september", "sept"],
  ["octobre", "october", "oct"],
  ["novembre", "november", "nov"],
  ["decembre", "december", "dec"],
] as const;

/** Letters without their accents, ligatures opened; the case stays. */
export function withoutAccents(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/g, "oe")
    .replace(/Œ/g, "OE")
    .replace(/æ/g, "ae");
}

/**
 * What of the person stands in the password so plainly that it is refused whatever surrounds it: the full birth
 * date, six characters in a row of the NIR, a name standing alone. `password` is without accents.
 */
export function ownThingInside(password: string, context: GuessContext): OwnReason | undefined {
  const compact = password.toLowerCase().replace(/[\s./_-]/g, "");
  if (fullDates(context.birthDate).some((date) => compact.includes(date))) return "ownBirthDate";
  if (runs(context.nir, nirRunRefused, nirRunRefused).some((run) => compact.includes(run))) return "ownNir";
  if (context.names.some((name) => nameParts(name).some((part) => standsAlone(part, password))))
    return "ownName";
  return undefined;
}

/**
 * The password without what an attacker who knows the person tries for nothing: what is left must hold alone.
 * `plain` when that thing can be read as such (not the "rsa" of "Versailles"). Undefined when there is none.
 */
export function setAside(
  password: string,
  context: GuessContext,
): { rest: string; because: OwnReason; plain: boolean } | undefined {
  const parts = [...worthlessParts(context)].sort(([one], [other]) => other.length - one.length);
  let rest = password;
  let first: { because: OwnReason; plain: boolean } | undefined;
  for (const [part, because] of parts)
    for (let at = find(part, rest); at >= 0; at = find(part, rest)) {
      first ??= {
        because,
        plain:
          !isLetter(part[0]) || [password, undisguised(password)].some((text) => standsAlone(part, text)),
      };
      rest = rest.slice(0, at) + rest.slice(at + part.length);
    }
  return first && { rest, ...first };
}

function find(part: string, text: string): number {
  const lower = text.toLowerCase();
  const at = lower.indexOf(part);
  return at >= 0 ? at : undisguised(lower).indexOf(part);
}

const disguises: Record<string, string> = {
  "0": "o",
  "1": "i",
  "!": "i",
  "3": "e",
  "€": "e",
  "4": "a",
  "@": "a",
  "5": "s",
  $: "s",
  "7": "t",
};

/** Letters in place of the digits and signs people write them with: "S0leil" is no better than "Soleil". */
export function undisguised(text: string): string {
  return text.replace(/[013457!€@$]/g, (sign) => disguises[sign] ?? sign);
}

export function reversed(text: string): string {
  return [...text].reverse().join("");
}

function worthlessParts(context: GuessContext): Map<string, OwnReason> {
  const parts = new Map<string, OwnReason>();
  const add = (texts: readonly string[], reason: OwnReason) => {
    for (const text of texts) if (text.length > 1) parts.set(text, reason);
  };
  const names = context.names.flatMap((name) => [...lettersOf(name), lettersOf(name).join("")]);
  add(context.words.map(plainLower), "contextWord");
  add(runs(context.nir, nirRunWorthless, nirRunRefused - 1), "ownNir");
  add(shortDates(context.birthDate), "ownBirthDate");
  add(names, "ownName");
  add(names.filter((name) => name.length > 4).map(reversed), "ownName");
  return parts;
}

function fullDates(birthDate: string | undefined): string[] {
  const date = partsOf(birthDate);
  if (!date) return [];
  const { year, month, day, plainMonth, plainDay } = date;
  const short = year.slice(2);
  const named = (months[Number(month) - 1] ?? []).flatMap((name) =>
    [day, plainDay].flatMap((d) => [d + name + year, d + name + short, name + d + year]),
  );
  return [
    day + month + year,
    day + month + short,
    year + month + day,
    short + month + day,
    month + day + year,
    month + day + short,
    plainDay + plainMonth + year,
    ...named,
  ];
}

function shortDates(birthDate: string | undefined): string[] {
  const date = partsOf(birthDate);
  if (!date) return [];
  const { year, month, day, plainMonth, plainDay } = date;
  const named = (months[Number(month) - 1] ?? []).flatMap((name) => [
    plainDay + name,
    day + name,
    name + year,
    name + year.slice(2),
  ]);
  return [
    year,
    day + month,
    month + day,
    month + year,
    year + month,
    month + year.slice(2),
    plainDay + plainMonth + year.slice(2),
    ...named,
  ];
}

function partsOf(birthDate: string | undefined) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate ?? "");
  if (!found) return undefined;
  const [, year = "", month = "", day = ""] = found;
  return { year, month, day, plainMonth: String(Number(month)), plainDay: String(Number(day)) };
}

function runs(nir: string | undefined, shortest: number, longest: number): string[] {
  const digits = plainLower(nir ?? "").replace(/[^0-9a-z]/g, "");
  const found: string[] = [];
  for (let length = shortest; length <= longest; length++)
    for (let at = 0; at + length <= digits.length; at++) found.push(digits.slice(at, at + length));
  return found;
}

/** Whole names, and their parts of four letters or more: not the particles ("de", "van"). */
function nameParts(name: string): string[] {
  const letters = lettersOf(name);
  return [letters.join(""), ...letters.filter((part) => part.length > 3)].filter((part) => part.length > 2);
}

function lettersOf(name: string): string[] {
  return plainLower(name).match(/\p{L}+/gu) ?? [];
}

/** "Anne" stands alone in "Anne7Cactus" and "tulipeAnne", not in "Panneau" nor in "Annexe". */
function standsAlone(name: string, password: string): boolean {
  const lower = password.toLowerCase();
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    const end = at + name.length;
    const opens = !isLetter(name[0]) || !isLetter(password[at - 1]) || isUpper(password[at]);
    const last = password[end - 1];
    const closes = !isLetter(last) || !isLetter(password[end]) || isUpper(password[end]) !== isUpper(last);
    if (opens && closes) return true;
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}

function isUpper(character: string | undefined): boolean {
  return character !== undefined && /\p{Lu}/u.test(character);
}

function plainLower(text: string): string {
  return withoutAccents(text).toLowerCase();
}
