import { type Refusal, refusals, withoutSeparators } from "./refusal.ts";

/** What a person signs in with until their social-security number is known: the letter P and 8 digits (CP-02, CP-12). */
export type ProvisionalIdentifier = string & { readonly brand: "ProvisionalIdentifier" };

export type ProvisionalIdentifierRefusal = keyof typeof provisionalIdentifierRefusals;

export const provisionalIdentifierRefusals = refusals({
  empty: {
    fr: "Saisissez votre identifiant provisoire : la lettre P suivie de 8 chiffres.",
    en: "Enter your provisional identifier: the letter P and 8 digits.",
  },
  shape: {
    fr: "L’identifiant provisoire est la lettre P suivie de 8 chiffres. Relisez-le dans le SMS ou le mail que vous avez reçu. Vous pouvez aussi demander à le recevoir de nouveau.",
    en: "A provisional identifier is the letter P and 8 digits. Read it again in the SMS or mail you received. You can also ask to be sent it again.",
  },
});

/** Reads a provisional identifier as people type it (CP-02): case and spaces do not matter. */
export function readProvisionalIdentifier(
  typed: string,
): { provisional: ProvisionalIdentifier } | { refused: Refusal<ProvisionalIdentifierRefusal> } {
  const run = withoutSeparators(typed);
  if (run === "") return { refused: provisionalIdentifierRefusals.empty };
  if (!/^P\d{8}$/.test(run)) return { refused: provisionalIdentifierRefusals.shape };
  return { provisional: run as ProvisionalIdentifier };
}
