import type { Sentence } from "../language.ts";

/**
 * The household file's old password, shared by the family and good once for each person (CP-03):
 * exactly `digits` digits. It is not a password one may choose.
 */
export function oldPasswordRule(digits: number): {
  readonly id: `digits:${number}`;
  readonly says: Sentence;
  readonly holds: (typed: string) => boolean;
  readonly source: "CP-03";
} {
  const shape = new RegExp(`^[0-9]{${digits}}$`);
  return {
    id: `digits:${digits}`,
    says: {
      fr: `L’ancien mot de passe du dossier est fait de ${digits} chiffres. Si vous avez déjà choisi votre propre mot de passe, c’est celui-là qu’il faut saisir.`,
      en: `The file’s old password is made of ${digits} digits. If you have already chosen a password of your own, that is the one to enter.`,
    },
    holds: (typed) => shape.test(typed),
    source: "CP-03",
  };
}
