import type { Sentence } from "../language.ts";
import type { SessionPolicy } from "./session.ts";

/** How long an agent stays signed in at the desk (SEC-05): a counter is left alone more often than a home. */
export const deskSession: SessionPolicy = { idleMinutes: 15, absoluteHours: 10, warnSeconds: 150 };

/** What holds for agents' credentials and for what they open (SEC-08, SEC-12). */
export const deskLimits = {
  givenPasswordHours: {
    value: 72,
    source: "SEC-04",
    says: {
      fr: "Un mot de passe donné par un collègue sert une fois, dans les 72 heures.",
      en: "A password given by a colleague serves once, within 72 hours.",
    },
  },
  visitMinutes: {
    value: 60,
    source: "SEC-12",
    says: {
      fr: "Une raison vaut une heure, pour une personne reçue par un agent.",
      en: "A reason holds for one hour, for one person received by one agent.",
    },
  },
  foundPersons: {
    value: 20,
    source: "SEC-11",
    says: {
      fr: "Une recherche montre au plus 20 personnes.",
      en: "A search shows at most 20 people.",
    },
  },
} as const satisfies Record<string, { value: number; source: string; says: Sentence }>;

/** Days after which what the desk keeps of its own work goes; what was done stays in the journal (SEC-12). */
export const deskKept = {
  visits: {
    days: 30,
    source: "SEC-12",
    says: {
      fr: "Qui un agent a reçu, et pourquoi, reste 30 jours à l’accueil, et dans le journal de la personne.",
      en: "Whom an agent received, and why, stays at the desk for 30 days, and in the person’s journal.",
    },
  },
  sessions: {
    days: 30,
    source: "SEC-05",
    says: {
      fr: "Une connexion d’agent terminée est oubliée après 30 jours.",
      en: "An agent’s ended sign-in is forgotten after 30 days.",
    },
  },
  tries: {
    days: 2,
    source: "SEC-01",
    says: {
      fr: "Les mots de passe faux ne sont plus comptés après 2 jours.",
      en: "Wrong passwords are no longer counted after 2 days.",
    },
  },
  approvals: {
    days: 365,
    source: "SEC-11",
    says: {
      fr: "Ce que deux agents ont décidé reste un an à l’accueil.",
      en: "What two agents decided stays at the desk for a year.",
    },
  },
  secrets: {
    days: 30,
    source: "SEC-08",
    says: {
      fr: "Un accès fermé perd son mot de passe et son second facteur après 30 jours.",
      en: "A closed access loses its password and second factor after 30 days.",
    },
  },
  agents: {
    days: 1095,
    source: "SEC-12",
    says: {
      fr: "Le nom d’un agent parti reste 3 ans, pour savoir qui a fait quoi.",
      en: "The name of an agent who left stays for 3 years, to know who did what.",
    },
  },
} as const satisfies Record<string, { days: number; source: string; says: Sentence }>;

/** The code of an authenticator app: six digits, a new one every 30 seconds, one interval of tolerance each way (RFC 6238). */
export const totpRule = { digits: 6, period: 30, window: 1 } as const;
