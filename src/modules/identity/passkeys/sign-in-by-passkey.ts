import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Language, Sentence } from "../../../../law/language.ts";
import { newSecret, sha256 } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { type Entered, enter } from "../sign-in/enter.ts";
import { lockAccount } from "../store.ts";
import type { Browser } from "../trusted-devices/marks.ts";
import { requestOptions, type Site } from "./challenge.ts";
import { noteUse } from "./store.ts";
import { verifySigned } from "./verify.ts";

/** What a passkey of anybody's may sign to come in. The challenge is for this browser alone, by a secret it keeps. */
export async function signInOptions(
  world: World,
  site: Site,
  kept: string | undefined,
): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; secret: string }> {
  const secret = kept && /^[\w-]{43}$/.test(kept) ? kept : newSecret();
  return { options: await requestOptions(world, sha256(secret), "sign in", site), secret };
}

export type SignedInByPasskey =
  | Extract<Entered, { cookie: unknown }>
  | { refused: Sentence; because: "wrong" | "blocked" };

/** Signs in whoever's passkey signed the challenge that this browser was given; it counts as both steps (SEC-08). */
export async function signInByPasskey(
  world: World,
  asked: { credential: string; secret: string | undefined; site: Site },
  browser: Browser,
  language: Language,
): Promise<SignedInByPasskey> {
  const { credential, secret = "", site } = asked;
  const signed = await verifySigned(world, { credential, site, holder: sha256(secret), purpose: "sign in" });
  if (!signed) return { refused: sentences.wrong, because: "wrong" };
  const { passkey, use } = signed;
  const { personId, lastSignInAt } = passkey;
  return inTransaction(world.db, async (tx): Promise<SignedInByPasskey> => {
    // The account first, as what closes an access and removes its passkeys does: the two wait for each other.
    await lockAccount(tx, personId);
    const noted = await noteUse(tx, passkey, { ...use, at: world.clock() });
    const entered = noted
      ? await enter(tx, world, { personId, lastSignInAt, way: "passkey", ...browser, language })
      : undefined;
    if (!entered) return { refused: sentences.wrong, because: "wrong" };
    return "cookie" in entered ? entered : { refused: entered.blocked, because: "blocked" };
  });
}

const sentences = {
  wrong: {
    fr: "Cette clé d’accès n’a pas pu être vérifiée. Réessayez, ou connectez-vous avec votre numéro et votre mot de passe.",
    en: "This passkey could not be checked. Try again, or sign in with your number and your password.",
  },
} satisfies Record<string, Sentence>;
