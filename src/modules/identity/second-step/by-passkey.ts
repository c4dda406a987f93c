import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { ownOptions, type Site } from "../passkeys/challenge.ts";
import { noteUse } from "../passkeys/store.ts";
import { verifySigned } from "../passkeys/verify.ts";
import type { Visitor } from "../session/session.ts";
import { lockAccount } from "../store.ts";
import type { Browser } from "../trusted-devices/marks.ts";
import { pass } from "./pass.ts";
import type { EnteredStep } from "./second-step.ts";

/** What one of the person's own passkeys may sign to do the second step of this session. */
export const stepOptions = (
  world: World,
  entering: Visitor,
  site: Site,
): Promise<PublicKeyCredentialRequestOptionsJSON> => ownOptions(world, entering, "second step", site);

/** Does the second step of this session by a passkey of its person. */
export async function passByPasskey(
  world: World,
  entering: Visitor,
  asked: { credential: string; site: Site },
  browser: Browser,
): Promise<EnteredStep> {
  const { personId } = entering.person;
  const signed = await verifySigned(world, {
    ...asked,
    holder: entering.secretHash,
    purpose: "second step",
    personId,
  });
  if (!signed) return { refused: sentences.wrong };
  return inTransaction(world.db, async (tx): Promise<EnteredStep> => {
    await lockAccount(tx, entering.person.personId);
    if (!(await noteUse(tx, signed.passkey, { ...signed.use, at: world.clock() })))
      return { refused: sentences.wrong };
    return (await pass(tx, world, entering, "passkey", browser)) ?? { elsewhere: true };
  });
}

const sentences = {
  wrong: {
    fr: "Cette clé d’accès n’a pas pu être vérifiée. Réessayez, ou demandez un code.",
    en: "This passkey could not be checked. Try again, or ask for a code.",
  },
} satisfies Record<string, Sentence>;
