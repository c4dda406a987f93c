import type { Sentence } from "../language.ts";
import { nameKey } from "./names.ts";
import type { CivilIdentity } from "./pivot.ts";

/**
 * Minutes for which FranceConnect’s word serves an account being opened: as long as FranceConnect itself keeps somebody
 * signed in. Whoever holds the browser until then could come back by it anyway.
 */
export const vouchedMinutes = 30;

/** What the civil register said of the number and the civil status told here (CP-12). */
type Registered = "match" | "mismatch" | "unknown" | "not asked";

export type OpeningFacts = {
  /** Who FranceConnect said they are. */
  pivot: CivilIdentity;
  /** Who they say they are, having read it again. */
  told: CivilIdentity;
  registry: Registered;
  /** Since FranceConnect said so. */
  minutes: number;
};

/** What makes an identity, in the words of whoever reads that theirs differs. */
const traits: Readonly<Record<string, { of: (one: CivilIdentity) => string; says: Sentence }>> = {
  birthName: {
    of: ({ birthName }) => nameKey(birthName),
    says: { fr: "le nom de naissance", en: "the birth name" },
  },
  firstNames: {
    of: ({ firstNames }) => nameKey(firstNames),
    says: { fr: "les prénoms", en: "the first names" },
  },
  birthDate: {
    of: ({ birthDate }) => birthDate,
    says: { fr: "la date de naissance", en: "the birth date" },
  },
  sex: { of: ({ sex }) => sex ?? "", says: { fr: "le sexe", en: "the sex" } },
  birthCode: {
    of: ({ birthCode }) => birthCode ?? "",
    says: { fr: "le lieu de naissance", en: "the place of birth" },
  },
};

const changed = ({ pivot, told }: OpeningFacts) =>
  Object.values(traits).filter(({ of }) => of(pivot) !== of(told));

const listed = (all: readonly { says: Sentence }[]): Sentence => ({
  fr: all.map(({ says }) => says.fr).join(", "),
  en: all.map(({ says }) => says.en).join(", "),
});

const addLater: Sentence = {
  fr: "Vous pourrez l’ajouter vous-même, une fois votre compte ouvert, dans « Mes façons de me connecter ».",
  en: "You can add it yourself, once your account is open, in “My ways of signing in”.",
};

type Rule = {
  because: string;
  holds: (facts: OpeningFacts) => boolean;
  says: (facts: OpeningFacts) => Sentence;
  source: string;
};

/** What must hold for FranceConnect to open the account that somebody opens who came by it; the first that fails is said. */
export const openingLinkRules = [
  {
    because: "incomplete",
    holds: ({ pivot }) => pivot.sex !== undefined && pivot.birthCode !== undefined,
    says: () => ({
      fr: `FranceConnect ne nous a pas dit tout votre état civil : pour l’instant, il n’ouvrira pas ce compte. ${addLater.fr}`,
      en: `FranceConnect did not tell us your whole civil status: for now it will not open this account. ${addLater.en}`,
    }),
    source: "CP-22",
  },
  {
    because: "changed",
    holds: (facts) => changed(facts).length === 0,
    says: (facts) => {
      const what = listed(changed(facts));
      return {
        fr: `Ce que vous avez écrit n’est plus ce que FranceConnect nous a dit : ${what.fr}. FranceConnect n’ouvrira donc pas ce compte, vous vous connecterez avec votre mot de passe. Si vous l’avez changé par erreur, corrigez-le.`,
        en: `What you wrote is no longer what FranceConnect told us: ${what.en}. So FranceConnect will not open this account, and you will sign in with your password. If you changed it by mistake, correct it.`,
      };
    },
    source: "CP-22",
  },
  {
    because: "mismatch",
    holds: ({ registry }) => registry !== "mismatch",
    says: () => ({
      fr: `Votre numéro et votre état civil ne vont pas ensemble : un agent doit d’abord vérifier avec vous. D’ici là, FranceConnect n’ouvrira pas ce compte, vous vous connecterez avec votre mot de passe.`,
      en: `Your number and your civil status do not go together: an agent must check with you first. Until then FranceConnect will not open this account, and you will sign in with your password.`,
    }),
    source: "CP-12",
  },
  {
    because: "late",
    holds: ({ minutes }) => minutes < vouchedMinutes,
    says: () => ({
      fr: `Plus de ${vouchedMinutes} minutes ont passé depuis que FranceConnect nous a dit qui vous êtes : il n’ouvrira pas ce compte. Revenez par FranceConnect maintenant, vos réponses sont gardées ; ou ajoutez-le plus tard dans « Mes façons de me connecter ».`,
      en: `More than ${vouchedMinutes} minutes have passed since FranceConnect told us who you are: it will not open this account. Come back by FranceConnect now, your answers are kept; or add it later in “My ways of signing in”.`,
    }),
    source: "SEC-14",
  },
] as const satisfies readonly Rule[];

export type NotLinked = { because: (typeof openingLinkRules)[number]["because"]; says: Sentence };

/** Whether FranceConnect opens that account too, or why not. */
export function openingLink(facts: OpeningFacts): { links: true } | NotLinked {
  const failed = openingLinkRules.find(({ holds }) => !holds(facts));
  return failed ? { because: failed.because, says: failed.says(facts) } : { links: true };
}
