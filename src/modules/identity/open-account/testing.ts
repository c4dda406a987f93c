import assert from "node:assert/strict";
import type { TestWorld } from "../../../../test/world.ts";
import { choiceOf, searchCommunes } from "../birth-place/communes.ts";
import { beginOpening } from "./begin.ts";
import { confirmAnswers } from "./check.ts";
import { giveOpeningContacts, typeOpeningCode } from "./contacts.ts";
import { type OpenedAccount, openAccount } from "./open-account.ts";
import type { QuestionName } from "./questions/questions.ts";
import { takeAnswer } from "./take-answer.ts";

/** What a newcomer types, question by question. */
export type Told = Partial<Record<QuestionName, Record<string, string>>>;

/** Manon of the demo newcomers, born in Nancy, as she would type it. */
export const manonTells: Told = {
  names: { birthName: "Carpentier", firstNames: "Manon Louise" },
  sex: { sex: "F" },
  birth: { "birth-day": "12", "birth-month": "5", "birth-year": "2003" },
  "birth-place": { place: "france" },
  number: { has: "yes", number: "203055439511785" },
  address: { street: "4 rue de la Source", postcode: "54000", town: "Nancy" },
};

/** Tiago, born in Portugal. */
export const tiagoTells: Told = {
  names: { birthName: "Ferreira d’Almeida", firstNames: "Tiago" },
  sex: { sex: "M" },
  birth: { "birth-day": "28", "birth-month": "9", "birth-year": "1996" },
  "birth-place": { place: "abroad" },
  country: { country: "PT", town: "Braga" },
  parents: {
    "birthName-1": "d’Almeida",
    "firstNames-1": "Rosa Maria",
    "birthName-2": "Ferreira",
    "firstNames-2": "João",
  },
  number: { has: "yes", number: "196099913906426" },
  address: { street: "9 rue des Écluses", postcode: "57000", town: "Metz" },
};

export const today = "2026-03-10";

/** Answers one question; what was wrong comes back by field. */
export async function tell(
  world: TestWorld,
  cookie: string,
  question: QuestionName,
  typed: Record<string, string>,
): Promise<string[]> {
  const taken = await takeAnswer(world, cookie, question, typed, today);
  assert.ok(!("over" in taken), `${question} is not asked here`);
  return "errors" in taken ? Object.keys(taken.errors) : [];
}

/** Begins an opening and answers every question; `commune` is what is typed to look for it. */
export async function answerAll(
  world: TestWorld,
  told: Told,
  { commune = "Nancy", next = "/claims/moved-in" } = {},
): Promise<string> {
  const { cookie } = await beginOpening(world, undefined, next);
  for (const question of ["names", "sex", "birth", "birth-place"] as const)
    assert.deepEqual(await tell(world, cookie, question, told[question] ?? {}), [], question);
  if (told["birth-place"]?.place === "france") {
    await tell(world, cookie, "commune", { sought: commune, do: "search" });
    const [found] = (await searchCommunes(commune)).found;
    assert.ok(found);
    await tell(world, cookie, "commune", { sought: commune, do: "choose", commune: choiceOf(found) });
  }
  for (const question of ["country", "parents", "number", "address"] as const) {
    const typed = told[question];
    if (typed) assert.deepEqual(await tell(world, cookie, question, typed), [], question);
  }
  return cookie;
}

/** The code in the last message that went out. */
export const lastCode = async (world: TestWorld): Promise<string> =>
  /\b\d{6}\b/.exec((await world.sent()).at(-1)?.payload.text ?? "")?.[0] ?? "";

/** Gives one contact point and types its code. */
export async function giveContact(world: TestWorld, cookie: string, contact: string): Promise<void> {
  const kind = contact.includes("@") ? "mail" : "mobile";
  const typed = kind === "mail" ? { mail: contact, mobile: "" } : { mail: "", mobile: contact };
  assert.deepEqual(await giveOpeningContacts(world, cookie, typed, "fr"), { done: true });
  assert.deepEqual(await typeOpeningCode(world, cookie, kind, await lastCode(world), "fr"), { done: true });
}

let last = 0;
/** An address nobody gave yet. */
export const newMail = () => `arrivee${++last}@exemple.fr`;

/** Goes as far as the password: everything told, checked, and one contact point confirmed. */
export async function readyToOpen(
  world: TestWorld,
  told: Told,
  { mail = newMail(), ...options }: { mail?: string; commune?: string; next?: string } = {},
): Promise<string> {
  const cookie = await answerAll(world, told, options);
  await confirmAnswers(world, cookie, true);
  await giveContact(world, cookie, mail);
  return cookie;
}

/** One that the Caf takes. */
export const chosenPassword = "Orage7Banc-Velours";

/** The last step: the password. */
export const open = (world: TestWorld, cookie: string, password = chosenPassword): Promise<OpenedAccount> =>
  openAccount(world, cookie, password, { device: "", deviceCookie: undefined }, "fr");
