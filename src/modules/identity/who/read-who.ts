import { type BirthDateRefusal, readBirthDate } from "../../../../law/civil-status/birth-date.ts";
import { readName } from "../../../../law/civil-status/name.ts";
import type { ToldPerson } from "../../../../law/credentials/lost-contact.ts";
import type { Sentence } from "../../../../law/language.ts";

/** The fields in which somebody who is not signed in says who they are. */
type WhoField = "first-names" | "birth-name" | "birth-day" | "birth-month" | "birth-year";

export type TypedWho = Readonly<Record<WhoField, string>>;
export type WhoErrors = Partial<Record<WhoField, Sentence>>;

/**
 * Reads who somebody says they are. First names may be missing, for some civil registers know none; a day or a month that
 * the register does not know is written 00. Errors are by field, a date's under its first wrong box.
 */
export function readWho(typed: TypedWho, now: Date): { who: ToldPerson } | { refused: WhoErrors } {
  const firstNames = readName(typed["first-names"]);
  const birthName = readName(typed["birth-name"]);
  const born = { day: typed["birth-day"], month: typed["birth-month"], year: typed["birth-year"] };
  const birth = readBirthDate({ ...born, dayUnknown: false, monthUnknown: false }, utcDay(now));
  if ("name" in firstNames && "name" in birthName && birthName.name !== "" && "date" in birth)
    return { who: { firstNames: firstNames.name, birthName: birthName.name, birthDate: birth.date } };
  const missing = "name" in birthName && birthName.name === "";
  return {
    refused: {
      ...("refused" in firstNames && { "first-names": firstNames.refused.says }),
      ...("refused" in birthName && { "birth-name": birthName.refused.says }),
      ...(missing && { "birth-name": sentences.noName }),
      ...("refused" in birth && {
        [`birth-${birth.wrong[0]}`]: withoutBox[birth.refused.id] ?? birth.refused.says,
      }),
    },
  };
}

const utcDay = (now: Date) => now.toISOString().slice(0, 10);

const sentences = {
  noName: {
    fr: "Indiquez votre nom de naissance.",
    en: "Enter your birth name.",
  },
} satisfies Record<string, Sentence>;

/** Here an unknown day or month is written 00: there is no box to tick. */
const withoutBox: Partial<Record<BirthDateRefusal, Sentence>> = {
  month: {
    fr: "Indiquez le mois de naissance, de 1 à 12. S’il n’est pas sur l’acte de naissance, écrivez 00.",
    en: "Enter the month of birth, from 1 to 12. If it is not on the birth certificate, write 00.",
  },
  day: {
    fr: "Indiquez le jour de naissance, de 1 à 31. S’il n’est pas sur l’acte de naissance, écrivez 00.",
    en: "Enter the day of birth, from 1 to 31. If it is not on the birth certificate, write 00.",
  },
  "day-and-box": {
    fr: "Si le mois est 00, le jour est 00 aussi. Corrigez l’un des deux.",
    en: "If the month is 00, the day is 00 too. Correct one of the two.",
  },
};
