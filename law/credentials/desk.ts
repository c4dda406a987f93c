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

/** The code of an authenticator app: six digits, a new one every 30 seconds, one interval of tolerance each way (RFC 6238). */
export const totpRule = { digits: 6, period: 30, window: 1 } as const;
