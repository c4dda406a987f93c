import { readIdentifier } from "../../../../law/credentials/identifier.ts";
import { composedPassword } from "../../../../law/credentials/password.ts";
import type { Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { foundBy } from "../identifiers.ts";
import type { SessionCookie } from "../session/session.ts";
import { checkPassword } from "./check-password.ts";
import { type Entered, enter } from "./enter.ts";

export type Asked = { identifier: string; password: string };

export type SignedIn =
  | { cookie: SessionCookie }
  /** `field` is missing where saying which of the two is wrong would tell who has an account (SEC-02). */
  | { refused: Sentence; field?: keyof Asked; because: "typed" | "wrong" | "wait" | "blocked" };

/**
 * Signs a person in by their identifier (CP-02) and their personal password, or, until they have chosen one, by the
 * file's old password (CP-03). `device` is how their list of sessions will call this one.
 */
export async function signIn(world: World, asked: Asked, device = ""): Promise<SignedIn> {
  const identifier = readIdentifier(asked.identifier);
  if ("refused" in identifier)
    return { refused: identifier.refused.says, field: "identifier", because: "typed" };
  if (asked.password === "") return { refused: sentences.noPassword, field: "password", because: "typed" };
  const key = foundBy(world.keys, identifier);
  const checked = await checkPassword(world, key, composedPassword(asked.password), (tx, candidate) =>
    enter(tx, world, {
      personId: candidate.personId,
      lastSignInAt: candidate.lastSignInAt,
      way: candidate.hashed ? "password" : "old password",
      checked: candidate,
      device,
    }),
  );
  if ("done" in checked) return entered(checked.done);
  if ("wait" in checked) return { refused: checked.wait, because: "wait" };
  return { refused: sentences.wrong, because: "wrong" };
}

const entered = (result: Entered): SignedIn =>
  "cookie" in result ? result : { refused: result.blocked, because: "blocked" };

const sentences = {
  noPassword: {
    fr: "Saisissez votre mot de passe.",
    en: "Enter your password.",
  },
  wrong: {
    fr: "Ce numéro et ce mot de passe ne vont pas ensemble. Vérifiez l’un et l’autre. Si c’est votre première connexion, utilisez l’ancien mot de passe de votre dossier ; sinon, celui que vous avez choisi.",
    en: "This number and this password do not go together. Check both. If this is your first sign-in, use the old password of your file; otherwise, the one you chose.",
  },
} satisfies Record<string, Sentence>;
