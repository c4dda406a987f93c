import { type Refusal, refusals, withoutSeparators } from "./refusal.ts";

/**
 * A French social-security number (CP-02): 15 characters, no spaces, upper case.
 * Sex 1, year 2, month 2, department 2 (or 3 overseas), commune 3 (or 2), order 3, key 2.
 */
export type Nir = string & { readonly brand: "Nir" };

export type NirRefusal = keyof typeof nirRefusals;

/** One row for each thing that can be wrong, from the coarsest to the finest; readNir gives the first that applies. */
export const nirRefusals = refusals({
  empty: {
    fr: "Saisissez votre numéro de sécurité sociale. Il est écrit sur votre carte Vitale.",
    en: "Enter your social-security number. It is printed on your carte Vitale.",
  },
  character: {
    fr: "Le numéro de sécurité sociale s’écrit avec des chiffres, et la lettre A ou B après le 2 si vous êtes né en Corse. Vérifiez par exemple que vous avez tapé le chiffre 0 et non la lettre O.",
    en: "A social-security number is written with digits, and the letter A or B after the 2 if you were born in Corsica. Check for instance that you typed the digit 0 and not the letter O.",
  },
  length: {
    fr: "Le numéro de sécurité sociale compte 15 caractères, ou 13 sans la clé. Reprenez-le en entier sur votre carte Vitale. Le numéro de votre dossier ne sert plus à se connecter.",
    en: "A social-security number has 15 characters, or 13 without its key. Copy all of it from your carte Vitale. Your file number no longer signs you in.",
  },
  nia: {
    fr: "Ce numéro commence par 7 ou 8 : c’est un numéro d’attente. Il sert à vous connecter, mais ici il nous faut le numéro définitif, qui commence par 1 ou 2. Si vous ne l’avez pas encore reçu, l’accueil peut faire cette démarche avec vous.",
    en: "This number starts with 7 or 8: it is a waiting number. It signs you in, but here we need the final one, which starts with 1 or 2. If you have not received it yet, the reception desk can do this with you.",
  },
  "pre-registration": {
    fr: "Ce numéro commence par 3 ou 4 : il a été donné le temps de votre immatriculation. Utilisez le numéro définitif qui commence par 1 ou 2. Si vous ne l’avez pas encore reçu, l’accueil peut ouvrir votre premier accès avec vous.",
    en: "This number starts with 3 or 4: it was given while you were being registered. Use the final number, which starts with 1 or 2. If you have not received it yet, the reception desk can open your first access with you.",
  },
  "first-digit": {
    fr: "Le numéro de sécurité sociale commence par 1 ou 2. Vérifiez le premier chiffre sur votre carte Vitale.",
    en: "A social-security number starts with 1 or 2. Check the first digit on your carte Vitale.",
  },
  month: {
    fr: "Le mois de naissance ne va pas : ce sont les 4e et 5e chiffres, par exemple 03 pour mars. Vérifiez-les sur votre carte Vitale.",
    en: "The month of birth is not right: it is the 4th and 5th digits, for instance 03 for March. Check them on your carte Vitale.",
  },
  department: {
    fr: "Le département de naissance ne va pas : ce sont les 6e et 7e caractères, par exemple 54, 2A, 97 ou, pour une naissance à l’étranger, 99. Vérifiez-les sur votre carte Vitale.",
    en: "The department of birth is not right: it is the 6th and 7th characters, for instance 54, 2A, 97 or, for a birth abroad, 99. Check them on your carte Vitale.",
  },
  commune: {
    fr: "La commune de naissance ne peut pas être 000 : ce sont les 8e, 9e et 10e chiffres. Vérifiez-les sur votre carte Vitale.",
    en: "The town of birth cannot be 000: it is the 8th, 9th and 10th digits. Check them on your carte Vitale.",
  },
  order: {
    fr: "Les 11e, 12e et 13e chiffres ne peuvent pas être 000. Vérifiez-les sur votre carte Vitale.",
    en: "The 11th, 12th and 13th digits cannot be 000. Check them on your carte Vitale.",
  },
  key: {
    fr: "Les 2 derniers chiffres, la clé, ne vont pas avec les 13 premiers : il y a sans doute un chiffre mal tapé ou deux chiffres inversés. Relisez le numéro sur votre carte Vitale.",
    en: "The last 2 digits, the key, do not match the first 13: one digit is probably mistyped, or two are swapped. Read the number again on your carte Vitale.",
  },
});

const characters = /^(?:\d*|\d{5}2[AB]\d*)$/;

/** 20 to 42 and 50 to 99 stand for a month that the civil status did not give. */
const months = /^(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)$/;

/** 96 was Tunisia before its independence; 97 and 98 are overseas; 99 is abroad. 20 is judged apart. */
const departments = /^(?:0[1-9]|[13-8]\d|2[1-9AB]|9\d)$/;

/** Corsica was 20 until the end of 1975, and whoever was born there before keeps it. */
const lastYearOfCorsicaAs20 = "75";

/**
 * Reads a social-security number as people type it (CP-02): spaces, dots, hyphens and case do not matter;
 * with 13 characters the key is computed, with 15 it is checked.
 */
export function readNir(typed: string): { nir: Nir } | { refused: Refusal<NirRefusal> } {
  const run = withoutSeparators(typed);
  const wrong = whatIsWrong(run);
  if (wrong) return { refused: nirRefusals[wrong] };
  const first13 = run.slice(0, 13);
  const key = nirKey(first13);
  if (run.length === 15 && run.slice(13) !== key) return { refused: nirRefusals.key };
  return { nir: (first13 + key) as Nir };
}

function whatIsWrong(run: string): NirRefusal | undefined {
  const [first, year, month, department] = [
    run.slice(0, 1),
    run.slice(1, 3),
    run.slice(3, 5),
    run.slice(5, 7),
  ];
  if (run === "") return "empty";
  if (!characters.test(run)) return "character";
  if (run.length !== 13 && run.length !== 15) return "length";
  if (first === "7" || first === "8") return "nia";
  if (first === "3" || first === "4") return "pre-registration";
  if (first !== "1" && first !== "2") return "first-digit";
  if (!months.test(month)) return "month";
  if (department === "20" ? year > lastYearOfCorsicaAs20 : !departments.test(department)) return "department";
  if (run.slice(7, 10) === "000") return "commune";
  if (run.slice(10, 13) === "000") return "order";
  return undefined;
}

/**
 * The key of the first 13 characters, two digits from "01" to "97" (CP-02): 97 less the rest of a division by 97,
 * Corsica counting as 19 (2A) or 18 (2B). Throws when not given 13 such characters.
 */
export function nirKey(first13: string): string {
  if (first13.length !== 13 || !characters.test(first13))
    throw new Error("a key needs the first 13 characters");
  const number = Number(first13.replace("2A", "19").replace("2B", "18"));
  return String(97 - (number % 97)).padStart(2, "0");
}

/** The number in the groups of the carte Vitale, with no-break spaces: "2 55 08 14 168 025 38". */
export function formatNir(nir: Nir): string {
  return groups(nir).join("\u00a0");
}

/** The number with only its first digit and its key left to be read, enough for its owner to know it: "2 •• •• •• ••• ••• 38". */
export function maskNir(nir: Nir): string {
  return groups(nir[0] + "•".repeat(12) + nir.slice(13)).join("\u00a0");
}

function groups(fifteen: string): string[] {
  return [0, 1, 3, 5, 7, 10, 13].map((start, i, starts) => fifteen.slice(start, starts[i + 1]));
}
