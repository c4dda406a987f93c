export type IssuerAsked = { kind: "foyer" | "plain"; databaseUrl: string; data: string };

/** The site that both issuers know. */
export const site = {
  id: "bench",
  kind: "site",
  name: { fr: "Banc d’essai", en: "Bench" },
  purpose: { fr: "Mesurer.", en: "To measure." },
  scopes: ["profile"],
  secret: "the secret of the site of a bench, long enough",
  redirectUris: ["https://bench.example/callback"],
  signedOutUris: ["https://bench.example/"],
} as const;
