import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { secondStepLimits } from "../../../../law/credentials/second-step.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { brokeConstraint, inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { warnPerson } from "../contact/warn.ts";
import { callName } from "../person.ts";
import { isRecent, type Visitor } from "../session/session.ts";
import { stillIn } from "../session/still-in.ts";
import { readCreation } from "./answers.ts";
import { answersChallenge, challengeLife, newChallenge, type Site, userHandle } from "./challenge.ts";
import { passkeyText } from "./messages.ts";
import { countPasskeys, findPasskeys, insertPasskey, standsOnce } from "./store.ts";
import { webauthn } from "./verify.ts";

/** Signatures we can check, named once: what is offered is what is taken. EdDSA, ES256, RS256. */
const algorithms = [-8, -7, -257];

/** What the browser needs to make a passkey for the person; undefined where the password must be typed again first. */
export async function passkeyOptions(world: World, visitor: Visitor, site: Site) {
  if (!isRecent(world, visitor)) return undefined;
  const { personId } = visitor.person;
  const challenge = await newChallenge(world, visitor.secretHash, "create");
  const held = await findPasskeys(world.db, personId);
  const name = callName(visitor.person);
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpName: world.institution.name.fr,
    rpID: site.rpId,
    // What the device shows where several people share it: a name, never a number.
    userName: name,
    userDisplayName: name,
    userID: new Uint8Array(userHandle(world, personId)),
    challenge: new Uint8Array(challenge),
    timeout: challengeLife,
    attestationType: "none",
    excludeCredentials: held.map(({ credentialId, transports }) => ({
      id: credentialId.toString("base64url"),
      transports,
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
  });
}

export type NewPasskey = { credential: string; name: string };

export type Registered =
  | { added: true }
  | { refused: Sentence }
  /** The password must be typed again first (SEC-04). */
  | { confirm: true };

/** Keeps a passkey that the person's device just made, under the name they give it, and tells them (SEC-04). */
export async function registerPasskey(
  world: World,
  visitor: Visitor,
  typed: NewPasskey,
  site: Site,
  language: Language,
): Promise<Registered> {
  const { personId } = visitor.person;
  const name = typed.name.replace(/\s+/g, " ").trim();
  if (name === "") return { refused: sentences.noName };
  if (name.length > longestName) return { refused: sentences.longName };
  if (!isRecent(world, visitor)) return { confirm: true };
  const made = await verifyMade(world, visitor, typed.credential, site);
  if (!made) return refuse(world, personId, sentences.failed);
  const { credential, credentialDeviceType, credentialBackedUp } = made;
  try {
    return await inTransaction(world.db, async (tx) => {
      // What closed the access meanwhile removed every passkey: none comes after it.
      if (!(await stillIn(tx, visitor))) return { confirm: true };
      if ((await countPasskeys(tx, personId)) >= secondStepLimits.passkeys.value)
        return { refused: sentences.tooMany };
      const at = world.clock();
      await insertPasskey(tx, {
        person_id: personId,
        passkey_id: newId(),
        credential_id: Buffer.from(credential.id, "base64url"),
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        synced: credentialDeviceType === "multiDevice",
        backed_up: credentialBackedUp,
        name,
        created_at: at,
      });
      const act = "added a passkey";
      await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at });
      await warnPerson(tx, world, { personId, language }, passkeyText(world, "added", name, language));
      return { added: true };
    });
  } catch (error) {
    if (!brokeConstraint(error, standsOnce)) throw error;
    return refuse(world, personId, sentences.failed);
  }
}

async function verifyMade(world: World, visitor: Visitor, text: string, site: Site) {
  const answer = readCreation(text);
  if (!answer) return undefined;
  if (!(await answersChallenge(world, visitor.secretHash, "create", answer.said.challenge))) return undefined;
  const { verifyRegistrationResponse } = await webauthn();
  const verified = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: answer.said.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined);
  return verified?.registrationInfo;
}

const refuse = (world: World, personId: string, says: Sentence): Promise<{ refused: Sentence }> =>
  inTransaction(world.db, async (tx) => {
    const act = "new passkey refused";
    await record(tx, world.keys.journal, { subject: personId, actor: personId, act, at: world.clock() });
    return { refused: says };
  });

const longestName = 60;

const sentences = {
  noName: {
    fr: "Donnez un nom à cette clé d’accès, par exemple « mon téléphone ».",
    en: "Give this passkey a name, for example “my phone”.",
  },
  longName: {
    fr: `Ce nom est trop long : ${longestName} caractères au plus.`,
    en: `This name is too long: at most ${longestName} characters.`,
  },
  tooMany: {
    fr: `${secondStepLimits.passkeys.says.fr} Retirez celle qui ne vous sert plus, puis recommencez.`,
    en: `${secondStepLimits.passkeys.says.en} Remove one that you no longer use, then try again.`,
  },
  failed: {
    fr: "Nous n’avons pas pu enregistrer cette clé d’accès. Recommencez ; si cela se reproduit, essayez avec un autre appareil.",
    en: "We could not save this passkey. Try again; if it happens again, try with another device.",
  },
} satisfies Record<string, Sentence>;
