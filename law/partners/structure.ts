import type { Sentence } from "../language.ts";

/** The kinds of structures that help people reach their rights, in the order of the page (SP-11). */
export const structureKinds = {
  association: { fr: "Association", en: "Association" },
  "health-service": {
    fr: "Hôpital, clinique ou centre de santé",
    en: "Hospital, clinic or health centre",
  },
  "town-hall": {
    fr: "Mairie ou centre communal d’action sociale",
    en: "Town hall or municipal social centre",
  },
  department: { fr: "Service social du département", en: "Social service of the department" },
  "social-housing": { fr: "Foyer ou hébergement social", en: "Hostel or social housing" },
  guardianship: {
    fr: "Service qui protège des majeurs (tutelle, curatelle)",
    en: "Service that protects adults (guardianship)",
  },
  "public-body": { fr: "Autre organisme public", en: "Other public body" },
} as const satisfies Record<string, Sentence>;

export type StructureKind = keyof typeof structureKinds;

/** Limits that keep a request within what an agent can read, and a service within what its manager can know. */
export const structureLimits = {
  services: {
    value: 10,
    source: "SP-03",
    says: {
      fr: "Une demande porte sur 10 services au plus.",
      en: "A request covers at most 10 services.",
    },
  },
  people: {
    value: 100,
    source: "SP-03",
    says: {
      fr: "Un service a 100 accès personnels au plus.",
      en: "A service has at most 100 personal accesses.",
    },
  },
} as const satisfies Record<string, { value: number; source: string; says: Sentence }>;

/** Providers that give anyone a mail address: such a domain tells nothing of who employs whom (SP-04). */
const publicProviders = new Set([
  ...[
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "outlook.fr",
    "hotmail.com",
    "hotmail.fr",
    "live.com",
    "live.fr",
  ],
  ...[
    "msn.com",
    "yahoo.com",
    "yahoo.fr",
    "ymail.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "gmx.com",
  ],
  ...[
    "gmx.fr",
    "proton.me",
    "protonmail.com",
    "tutanota.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "sfr.fr",
  ],
  ...[
    "neuf.fr",
    "laposte.net",
    "bbox.fr",
    "numericable.fr",
    "club-internet.fr",
    "aliceadsl.fr",
    "mail.com",
    "zoho.com",
  ],
]);

/** The domain that a structure's own people write from, by an address of one of them; undefined for a public provider's. */
export function ownDomain(mail: string): string | undefined {
  const domain = mail.slice(mail.lastIndexOf("@") + 1).toLowerCase();
  return publicProviders.has(domain) ? undefined : domain;
}

/**
 * Whether a colleague's address shows by itself that they belong to the structure; otherwise a code sent there shows that
 * somebody of the structure stands by them (SP-04).
 */
export const showsStaff = (structureDomain: string | null, mail: string): boolean =>
  structureDomain !== null && ownDomain(mail) === structureDomain;
