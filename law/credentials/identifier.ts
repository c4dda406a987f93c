import {
  type NumberKind,
  type OwnNumberRefusal,
  type OwnNumbers,
  readOwnNumber,
} from "./institution-number.ts";
import { type Nia, type NiaRefusal, readNia, startsAsNia } from "./nia.ts";
import { type Nir, type NirRefusal, readNir } from "./nir.ts";
import {
  type ProvisionalIdentifier,
  type ProvisionalIdentifierRefusal,
  readProvisionalIdentifier,
} from "./provisional-identifier.ts";
import { type Refusal, refusals, withoutSeparators } from "./refusal.ts";

/** What a person signs in with (CP-02): a waiting number serves until the number is given. The file number is not one (CP-01). */
export type Identifier = NationalIdentifier | { kind: NumberKind; value: string };

/** Those that the whole country gives, and the one that stands in for them. */
export type NationalIdentifier =
  | { kind: "nir"; value: Nir }
  | { kind: "nia"; value: Nia }
  | { kind: "provisional"; value: ProvisionalIdentifier };

export type IdentifierRefusal =
  | keyof typeof identifierRefusals
  | NirRefusal
  | NiaRefusal
  | ProvisionalIdentifierRefusal
  | OwnNumberRefusal;

/** What is only wrong where every kind of identifier is welcome; the rest is said by the kind itself. */
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

/**
 * Reads what was typed in the sign-in field (CP-02): the first character tells the kinds apart. Where the institution
 * numbers its users itself, `own` says how, and nothing else is an identifier there (CN-13).
 */
export function readIdentifier(typed: string): NationalIdentifier | { refused: Refusal<IdentifierRefusal> };
export function readIdentifier(
  typed: string,
  own: Pick<OwnNumbers, "shapes"> | undefined,
): Identifier | { refused: Refusal<IdentifierRefusal> };
export function readIdentifier(
  typed: string,
  own?: Pick<OwnNumbers, "shapes">,
): Identifier | { refused: Refusal<IdentifierRefusal> } {
  if (own) return readOwnNumber(typed, own.shapes);
  const run = withoutSeparators(typed);
  if (run === "") return { refused: identifierRefusals.empty };
  if (/^\d{8}$/.test(run)) return { refused: identifierRefusals["letter-missing"] };
  if (run.startsWith("P")) {
    const read = readProvisionalIdentifier(run);
    return "refused" in read ? read : { kind: "provisional", value: read.provisional };
  }
  if (startsAsNia(run)) {
    const read = readNia(run);
    return "refused" in read ? read : { kind: "nia", value: read.nia };
  }
  const read = readNir(run);
  return "refused" in read ? read : { kind: "nir", value: read.nir };
}
