import type { Act } from "../../../../law/access/acts.ts";
import type { Sentence } from "../../../../law/language.ts";

type Field = "reason" | "until" | "number";

/** One thing an agent does for the person before them: the act of the law it is, and what it asks for. */
type Doing = {
  says: Sentence;
  act: Act;
  lead: Sentence;
  fields: readonly Field[];
  button: Sentence;
  done: Sentence;
  /** Whether it makes sense for this person now. */
  when?: (facts: ActFacts) => boolean;
};

/** What of a person says which acts make sense. */
export type ActFacts = {
  block: "alarm" | "suspension" | undefined;
  /** They still sign in with a number that was to last until their social-security number came. */
  awaitsNir: boolean;
};

/** What may be done from the screen of a visit. The law says to whom each is open, and which take two agents. */
const all = {
  suspend: {
    says: { fr: "Suspendre l’accès par précaution", en: "Suspend access as a precaution" },
    act: "suspend-account",
    lead: {
      fr: "L’accès se ferme tout de suite, sur tous les appareils. La personne en est prévenue. Ses droits continuent.",
      en: "Access closes at once, on every device. The person is told. Their rights go on.",
    },
    fields: ["reason", "until"],
    button: { fr: "Suspendre l’accès", en: "Suspend access" },
    done: {
      fr: "L’accès est suspendu. La personne est prévenue.",
      en: "Access is suspended. The person is told.",
    },
    when: ({ block }) => block !== "suspension",
  },
  lift: {
    says: { fr: "Lever la suspension", en: "Lift the suspension" },
    act: "suspend-account",
    lead: {
      fr: "L’accès se rouvre tout de suite, sauf si un signalement le tient fermé. La personne en est prévenue.",
      en: "Access opens at once, unless a report keeps it closed. The person is told.",
    },
    fields: ["reason"],
    button: { fr: "Lever la suspension", en: "Lift the suspension" },
    done: { fr: "La suspension est levée.", en: "The suspension is lifted." },
    when: ({ block }) => block === "suspension",
  },
  "lift-alarm": {
    says: { fr: "Rouvrir l’accès fermé par un signalement", en: "Open the access that a report closed" },
    act: "unlock-account",
    lead: {
      fr: "Vérifiez l’identité de la personne sur une pièce, puis rouvrez son accès.",
      en: "Check the person’s identity on a document, then open their access.",
    },
    fields: ["reason"],
    button: { fr: "Rouvrir l’accès", en: "Open access" },
    done: { fr: "L’accès est rouvert.", en: "Access is open again." },
    when: ({ block }) => block === "alarm",
  },
  "ask-password": {
    says: { fr: "Demander un nouveau mot de passe", en: "Ask for a new password" },
    act: "require-new-password",
    lead: {
      fr: "La personne devra choisir un nouveau mot de passe à sa prochaine connexion.",
      en: "The person will have to choose a new password at their next sign-in.",
    },
    fields: ["reason"],
    button: { fr: "Demander un nouveau mot de passe", en: "Ask for a new password" },
    done: {
      fr: "Un nouveau mot de passe sera demandé à la prochaine connexion.",
      en: "A new password will be asked for at the next sign-in.",
    },
  },
  "give-nir": {
    says: {
      fr: "Inscrire le numéro de sécurité sociale reçu",
      en: "Write down the social-security number received",
    },
    act: "settle-merge",
    lead: {
      fr: "Recopiez le numéro depuis le document officiel. Un collègue le recopiera à son tour : les deux doivent être les mêmes.",
      en: "Copy the number from the official document. A colleague will copy it too: both must be the same.",
    },
    fields: ["number", "reason"],
    button: { fr: "Proposer ce numéro", en: "Propose this number" },
    done: {
      fr: "C’est noté. Un collègue doit maintenant recopier le numéro, dans « À confirmer ».",
      en: "It is noted. A colleague must now copy the number, in “To confirm”.",
    },
    when: ({ awaitsNir }) => awaitsNir,
  },
  "send-provisional": {
    says: { fr: "Renvoyer l’identifiant provisoire", en: "Send the provisional identifier again" },
    act: "unlock-account",
    lead: {
      fr: "L’identifiant part aux coordonnées que la personne nous a données. Il ne s’affiche pas ici.",
      en: "The identifier goes to the contact points that the person gave us. It does not show here.",
    },
    fields: [],
    button: { fr: "Envoyer l’identifiant", en: "Send the identifier" },
    done: { fr: "L’identifiant provisoire est envoyé.", en: "The provisional identifier is sent." },
    when: ({ awaitsNir }) => awaitsNir,
  },
} as const satisfies Record<string, Doing>;
export type DeskAct = keyof typeof all;

export const deskActs: Readonly<Record<DeskAct, Doing>> = all;

/** Whether something that came from elsewhere names an act of the desk. */
export const isDeskAct = (asked: string): asked is DeskAct => Object.hasOwn(deskActs, asked);
