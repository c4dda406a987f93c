import { type PasswordRule, passwordRules } from "../../../../law/credentials/password.ts";
import type { Sentence } from "../../../../law/language.ts";
import { unseal } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";
import { guessability, guessableReasons } from "../guessable/guessable.ts";
import type { Person } from "../person.ts";
import { findIdentifier } from "../store.ts";

/** Everything wrong with a password: the institution's rules it breaks (CP-04), then how easily it is guessed (SEC-07). None: it may be used. */
export async function judgePassword(world: World, person: Person, typed: string): Promise<Sentence[]> {
  return judgeFor(world, { ...person, number: await numberOf(world, person.personId) }, typed);
}

/** Of whom a password is: what it must not be made of. `number` is what they sign in with, if it tells of them. */
export type PasswordOwner = Omit<Person, "personId"> & { number: string | undefined };

/** The same for who is nobody yet. */
export async function judgeFor(world: World, owner: PasswordOwner, typed: string): Promise<Sentence[]> {
  if (typed === "") return [sentences.empty];
  const broken = passwordRules(world.institution.passwords).filter((rule) => !rule.holds(typed));
  if (broken.length > 0) return [brokenSays(broken)];
  const judged = guessability(typed, contextOf(world, owner));
  return judged.weak ? [guessableReasons[judged.because]] : [];
}

function brokenSays(rules: readonly PasswordRule[]): Sentence {
  const list = (language: "fr" | "en") => rules.map((rule) => rule.says[language]).join(", ");
  return {
    fr: `Il manque à ce mot de passe : ${list("fr")}.`,
    en: `This password still needs: ${list("en")}.`,
  };
}

/** A provisional identifier is drawn at random: it tells nothing of its person. */
async function numberOf(world: World, personId: string): Promise<string | undefined> {
  const identifier = await findIdentifier(world.db, personId);
  if (!identifier || identifier.kind === "provisional") return undefined;
  return unseal(world.keys.nir, identifier.sealed, personId);
}

const contextOf = (world: World, owner: PasswordOwner) => ({
  words: world.institution.contextWords,
  names: [owner.firstNames, owner.birthName, owner.usedName ?? ""].flatMap((name) => name.split(/[\s-]+/)),
  birthDate: owner.birthDate,
  ...(owner.number && { nir: owner.number }),
});

const sentences = {
  empty: { fr: "Choisissez un mot de passe.", en: "Choose a password." },
} satisfies Record<string, Sentence>;
