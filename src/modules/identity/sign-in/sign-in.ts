import { composedPassword } from "../../../../law/credentials/password.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import type { World } from "../../../world.ts";
import { foundBy, typedIdentifier } from "../identifiers.ts";
import { holdOldPassword } from "../store.ts";
import type { Browser } from "../trusted-devices/marks.ts";
import { checkPassword } from "./check-password.ts";
import { type Entered, enter } from "./enter.ts";

export type Asked = { identifier: string; password: string };

export type SignedIn =
  | Extract<Entered, { cookie: unknown }>
  /** `field` is missing where saying which of the two is wrong would tell who has an account (SEC-02). */
  | { refused: Sentence; field?: keyof Asked; because: "typed" | "wrong" | "wait" | "blocked" };

/**
 * Signs a person in by their identifier (CP-02) and their personal password, or, until they have chosen one, by the
 * file's old password (CP-03), from a browser that may have been seen before; `language` is for what they are then told.
 */
export async function signIn(
  world: World,
  asked: Asked,
  browser: Browser | Pick<Browser, "device"> = { device: "" },
  language?: Language,
): Promise<SignedIn> {
  const identifier = typedIdentifier(world, asked.identifier);
  if ("refused" in identifier)
    return { refused: identifier.refused.says, field: "identifier", because: "typed" };
  if (asked.password === "") return { refused: sentences.noPassword, field: "password", because: "typed" };
  const key = foundBy(world.keys, identifier);
  const checked = await checkPassword(
    world,
    key,
    composedPassword(asked.password),
    async (tx, { personId, lastSignInAt, hashed, oldHashed }) => {
      // Another way in may have put an end to it since it was looked at.
      const first = { hashed: oldHashed ?? "", at: world.clock() };
      if (!hashed && !(await holdOldPassword(tx, personId, first))) return undefined;
      const way = hashed ? "password" : "old password";
      return enter(tx, world, { personId, lastSignInAt, way, checked: { hashed }, ...browser, language });
    },
  );
  if ("done" in checked) return entered(checked.done);
  if ("wait" in checked) return { refused: checked.wait, because: "wait" };
  return { refused: hasOldPassword(world) ? sentences.wrong : sentences.wrongFirst, because: "wrong" };
}

const entered = (result: Entered): SignedIn =>
  "cookie" in result ? result : { refused: result.blocked, because: "blocked" };

/** Where families shared a password once, who comes first may still have that one only (CP-03). */
const hasOldPassword = ({ institution }: World) => institution.accounts?.oldPasswordDigits !== undefined;

const sentences = {
  noPassword: {
    fr: "Saisissez votre mot de passe.",
    en: "Enter your password.",
  },
  wrong: {
    fr: "Ce numéro et ce mot de passe ne vont pas ensemble. Vérifiez l’un et l’autre. Si c’est votre première connexion, utilisez l’ancien mot de passe de votre dossier ; sinon, celui que vous avez choisi.",
    en: "This number and this password do not go together. Check both. If this is your first sign-in, use the old password of your file; otherwise, the one you chose.",
  },
  wrongFirst: {
    fr: "Ce numéro et ce mot de passe ne vont pas ensemble. Vérifiez l’un et l’autre. Si c’est votre première connexion, utilisez le mot de passe que nous vous avons remis, tel qu’il est écrit ; sinon, celui que vous avez choisi. S’il a été remis il y a longtemps, il ne sert plus : choisissez « J’ai perdu ou oublié mon mot de passe ».",
    en: "This number and this password do not go together. Check both. If this is your first sign-in, use the password we handed over to you, as it is written; otherwise, the one you chose. If it was handed over long ago, it no longer works: choose “I have lost or forgotten my password”.",
  },
} satisfies Record<string, Sentence>;
