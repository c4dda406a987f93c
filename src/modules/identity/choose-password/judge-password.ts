import { type PasswordRule, passwordRules } from "../../../../law/credentials/password.ts";
import type { Sentence } from "../../../../law/language.ts";
import { unseal } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";
import { guessability, guessableReasons } from "../guessable/guessable.ts";
import type { Person } from "../person.ts";
import { findIdentifier } from "../store.ts";

/** Everything wrong with a password: the institution's rules it breaks (CP-04), then how easily it is guessed (SEC-07). None: it may be used. */
export async function judgePassword(world: World, person: Person, typed: string): Promise<Sentence[]> {
  if (typed === "") return [sentences.empty];
  const broken = passwordRules(world.institution.passwords).filter((rule) => !rule.holds(typed));
  if (broken.length > 0) return [brokenSays(broken)];
  const judged = guessability(typed, await contextOf(world, person));
  return judged.weak ? [guessableReasons[judged.because]] : [];
}

function brokenSays(rules: readonly PasswordRule[]): Sentence {
  const list = (language: "fr" | "en") => rules.map((rule) => rule.says[language]).join(", ");
  return {
    fr: `Il manque à ce mot de passe : ${list("fr")}.`,
    en: `This password still needs: ${list("en")}.`,
  };
}

async function contextOf(world: World, person: Person) {
  const identifier = await findIdentifier(world.db, person.personId);
  const nir =
    identifier?.kind === "nir" ? unseal(world.keys.nir, identifier.sealed, person.personId) : undefined;
  return {
    words: world.institution.contextWords,
    names: [person.firstNames, person.birthName, person.usedName ?? ""].flatMap((name) =>
      name.split(/[\s-]+/),
    ),
    birthDate: person.birthDate,
    ...(nir ? { nir } : {}),
  };
}

const sentences = {
  empty: { fr: "Choisissez un mot de passe.", en: "Choose a password." },
} satisfies Record<string, Sentence>;
