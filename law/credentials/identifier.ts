import { type Nir, type NirRefusal, readNir } from "./nir.ts";
import {
  type ProvisionalIdentifier,
  type ProvisionalIdentifierRefusal,
  readProvisionalIdentifier,
} from "./provisional-identifier.ts";
import { type Refusal, refusals, withoutSeparators } from "./refusal.ts";

/** What a person signs in with (CP-02). The file number is not one (CP-01). */
export type Identifier = { kind: "nir"; value: Nir } | { kind: "provisional"; value: ProvisionalIdentifier };

export type IdentifierRefusal = keyof typeof identifierRefusals | NirRefusal | ProvisionalIdentifierRefusal;

/** What is only wrong where both kinds of identifier are welcome; the rest is said by the kind itself. */
export const identifierRefusals = refusals({
  empty: {
    fr: "Saisissez votre numéro de sécurité sociale ou, si vous n’en avez pas encore, votre identifiant provisoire.",
    en: "Enter your social-security number or, if you have none yet, your provisional identifier.",
  },
  "letter-missing": {
    fr: "Si c’est votre identifiant provisoire, ajoutez la lettre P devant les 8 chiffres. Sinon, saisissez votre numéro de sécurité sociale en entier.",
    en: "If this is your provisional identifier, add the letter P before the 8 digits. Otherwise, enter your whole social-security number.",
  },
});

/** Reads what was typed in the sign-in field (CP-02): a P in front tells the provisional identifier from the number. */
export function readIdentifier(typed: string): Identifier | { refused: Refusal<IdentifierRefusal> } {
  const run = withoutSeparators(typed);
  if (run === "") return { refused: identifierRefusals.empty };
  if (/^\d{8}$/.test(run)) return { refused: identifierRefusals["letter-missing"] };
  if (run.startsWith("P")) {
    const read = readProvisionalIdentifier(run);
    return "refused" in read ? read : { kind: "provisional", value: read.provisional };
  }
  const read = readNir(run);
  return "refused" in read ? read : { kind: "nir", value: read.nir };
}
