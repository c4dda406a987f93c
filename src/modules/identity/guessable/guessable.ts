import { createRequire } from "node:module";
import type { MatchExtended, ZxcvbnFactory } from "@zxcvbn-ts/core";
import type { Sentence } from "../../../../law/language.ts";
import { frenchCommon } from "./french-common.ts";
import {
  type GuessContext,
  ownThingInside,
  reversed,
  setAside,
  undisguised,
  withoutAccents,
} from "./own-things.ts";

/** Why a password is refused as too easy to guess, and what to do next (SEC-07). */
export const guessableReasons = {
  commonPassword: {
    fr: "Ce mot de passe est parmi les premiers qu’un fraudeur essaie. Choisissez plutôt deux ou trois mots sans rapport entre eux, avec un chiffre.",
    en: "This password is among the first a fraudster tries. Choose two or three unrelated words instead, with a digit.",
  },
  commonWord: {
    fr: "Un seul mot ou prénom suivi de chiffres se devine vite. Ajoutez un ou deux autres mots, sans rapport avec le premier.",
    en: "A single word or first name followed by digits is quickly guessed. Add one or two other words, unrelated to the first.",
  },
  contextWord: {
    fr: "Ce mot de passe repose sur un mot lié à ce service, qu’un fraudeur essaie en premier. Choisissez des mots qui n’ont rien à voir.",
    en: "This password rests on a word tied to this service, which a fraudster tries first. Choose words that have nothing to do with it.",
  },
  ownName: {
    fr: "Ce mot de passe contient votre nom ou votre prénom : on y pense tout de suite. Choisissez des mots qui ne parlent pas de vous.",
    en: "This password contains your name: people think of it at once. Choose words that say nothing about you.",
  },
  ownBirthDate: {
    fr: "Ce mot de passe contient votre date de naissance, que d’autres connaissent. Choisissez d’autres chiffres.",
    en: "This password contains your date of birth, which others know. Choose other digits.",
  },
  ownNir: {
    fr: "Ce mot de passe contient une partie de votre numéro de Sécurité sociale. Choisissez d’autres chiffres.",
    en: "This password contains part of your social-security number. Choose other digits.",
  },
  pattern: {
    fr: "Une suite (abc, 123), une rangée du clavier, une date ou une répétition se devine vite. Choisissez plutôt des mots sans rapport entre eux.",
    en: "A sequence (abc, 123), a keyboard row, a date or a repetition is quickly guessed. Choose unrelated words instead.",
  },
  tooEasy: {
    fr: "Ce mot de passe se devine encore trop vite. Ajoutez un mot ou quelques caractères.",
    en: "This password is still guessed too quickly. Add a word or a few characters.",
  },
} as const satisfies Record<string, Sentence>;

export type GuessableReason = keyof typeof guessableReasons;
export type Guessability = { weak: false } | { weak: true; because: GuessableReason };

/**
 * Tries a good attacker needs at least. At 25 failures a day for each account (SEC-01) ten million tries take a
 * thousand years; and eight characters picked at random, the shortest the CAF allows, stay above it.
 */
export const enoughGuesses = 1e7;

/** Dictionaries of first names are alphabetical: their rank says nothing, so a name never counts for more than this. */
const nameGuesses = 500;
/** "Soleil2026!" is a word and its decoration; beyond these characters the estimate alone decides. */
const decoration = 5;
/** The start or the end alone must be hard enough: it bounds the time, and a long password is only ever judged too low. */
const judged = 24;
/** No institution allows more; nobody gets to keep the server busy with a megabyte. */
const longest = 256;

/**
 * Whether a password would be among the first an attacker tries, and why. `context` says who chooses it: what is
 * theirs (names, birth date, NIR) and the institution's words weigh nothing, the rest must hold alone.
 * Composition and length are the institution's rule (CP-04, CN-06), not judged here. Takes a few milliseconds;
 * the first call loads the dictionaries (a quarter of a second). Never throws. SEC-07.
 */
export function guessability(password: string, context: GuessContext): Guessability {
  const plain = withoutAccents(password.slice(0, longest));
  const inside = ownThingInside(plain, context);
  if (inside) return { weak: true, because: inside };

  const whole = weakness(plain);
  const own = setAside(plain, context);
  const because = own && weakness(own.rest) && (own.plain || !whole) ? own.because : whole;
  return because ? { weak: true, because } : { weak: false };
}

function weakness(plain: string): GuessableReason | undefined {
  const once = withoutRepetition(plain);
  const word = singleWord(once);
  if (word) return word;
  const start = tooFewGuesses(once.slice(0, judged));
  if (start && once.length > judged && !tooFewGuesses(once.slice(-judged))) return undefined;
  return start && once !== plain ? "pattern" : start;
}

/** "Azerty1!" for "Azerty1!Azerty1!Aze": what an attacker has to guess. */
function withoutRepetition(plain: string): string {
  for (let period = 2; period <= plain.length / 2; period++)
    if (plain.slice(period) === plain.slice(0, -period)) return plain.slice(0, period);
  return plain;
}

/** One known word, disguised or reversed or not, between a few digits and signs. */
function singleWord(plain: string): GuessableReason | undefined {
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/gi, "").toLowerCase();
  if (core.length < 3 || plain.length - core.length > decoration) return undefined;
  const { passwords, words } = dictionaries();
  const shapes = [core, undisguised(core), undisguised(core.replaceAll("1", "l"))];
  for (const shape of [...shapes, ...shapes.map(reversed)]) {
    if (passwords.has(shape)) return "commonPassword";
    if (words.has(shape)) return "commonWord";
  }
  return undefined;
}

const patterns = new Set(["spatial", "sequence", "repeat", "date", "regex"]);

function tooFewGuesses(plain: string): GuessableReason | undefined {
  const parts = dictionaries().estimator.check(plain).sequence;
  if (parts.reduce((guesses, part) => guesses * guessesOf(part), 1) >= enoughGuesses) return undefined;
  const words = parts.filter((part) => part.pattern === "dictionary" && part.token.length > 2);
  const [only] = words;
  if (words.length > 1) return "tooEasy";
  if (only) return only.dictionaryName === "passwords" ? "commonPassword" : "commonWord";
  return parts.some((part) => patterns.has(part.pattern)) ? "pattern" : "tooEasy";
}

function guessesOf(part: MatchExtended): number {
  const guesses = Number(part.guesses);
  const rank = Number(part.rank);
  return part.dictionaryName === "names" && rank > nameGuesses ? (guesses / rank) * nameGuesses : guesses;
}

type Dictionaries = { estimator: ZxcvbnFactory; passwords: Set<string>; words: Set<string> };
let loaded: Dictionaries | undefined;

/** Loaded at first use, not at start: two megabytes of words that many processes never need. */
function dictionaries(): Dictionaries {
  loaded ??= load();
  return loaded;
}

function load(): Dictionaries {
  const require = createRequire(import.meta.url);
  const core: typeof import("@zxcvbn-ts/core") = require("@zxcvbn-ts/core");
  const common: typeof import("@zxcvbn-ts/language-common") = require("@zxcvbn-ts/language-common");
  const french: typeof import("@zxcvbn-ts/language-fr") = require("@zxcvbn-ts/language-fr");
  const passwords = byRank([frenchCommon, common.dictionary["passwords-common"]]);
  const words = byRank([
    french.dictionary["commonWords-fr"],
    french.dictionary["wikipedia-fr"],
    common.dictionary["diceware-common"],
  ]);
  const names = byRank([french.dictionary["firstnames-fr"], french.dictionary["lastnames-fr"]]);
  const { azerty, qwerty, keypad } = common.adjacencyGraphs;
  const estimator = new core.ZxcvbnFactory({
    // The sequences of words of language-fr stay out: any two short ones side by side would count for two guesses.
    dictionary: { passwords, words, names },
    graphs: { azerty, qwerty, keypad },
    // The full table of disguises takes half a second on a long password; these are the ones people use.
    l33tTable: { a: ["4", "@"], e: ["3", "€"], i: ["1", "!"], o: ["0"], s: ["$", "5"], t: ["7"] },
    l33tMaxSubstitutions: 4,
    maxLength: judged,
  });
  return { estimator, passwords: new Set(passwords), words: new Set([...words, ...names]) };
}

/** The lists merged, best ranks first, without accents, each word once. */
function byRank(lists: readonly (readonly string[])[]): string[] {
  const merged = new Set<string>();
  const length = Math.max(...lists.map((list) => list.length));
  for (let rank = 0; rank < length; rank++)
    for (const list of lists) {
      const word = list[rank];
      if (word) merged.add(withoutAccents(word).toLowerCase());
    }
  return [...merged];
}
