import type { Sentence } from "../../law/language.ts";

type Claims = Record<string, unknown>;

/** Something that goes wrong in one sign-in, because the developer asked for it. */
export type Fault = {
  says: Sentence;
  /** The error given back instead of a code. */
  error?: string;
  /** Spoils the address to which the person is sent back. */
  redirect?: (to: URL) => void;
  /** Spoils what the id_token claims; it is then signed again, rightly. */
  idToken?: (claims: Claims) => Claims;
  /** Spoils the signed id_token. */
  idTokenText?: (token: string) => string;
  /** Spoils what the userinfo claims; it is then signed again. */
  userinfo?: (claims: Claims) => Claims;
  /** Spoils the signed userinfo. */
  userinfoText?: (token: string) => string;
  /** The userinfo comes as plain JSON. */
  unsigned?: true;
  /** The userinfo answers with this status, and nothing else. */
  userinfoStatus?: number;
  /** The token endpoint answers with this status, and nothing else. */
  tokenStatus?: number;
  /** Milliseconds that the token endpoint takes. */
  tokenDelay?: number;
  /** The signing key changes between the code and the tokens. */
  rotates?: true;
};

const header = (claims: Claims) => Buffer.from(JSON.stringify(claims)).toString("base64url");

const seconds = () => Math.floor(Date.now() / 1000);

/** What can be made to go wrong, and how. */
export const faults = {
  denied: {
    says: { fr: "La personne renonce (access_denied)", en: "The person gives up (access_denied)" },
    error: "access_denied",
  },
  "login-required": {
    says: { fr: "Pas de session (login_required)", en: "No session (login_required)" },
    error: "login_required",
  },
  "invalid-request": {
    says: { fr: "Demande refusée (invalid_request)", en: "Request refused (invalid_request)" },
    error: "invalid_request",
  },
  "server-error": {
    says: { fr: "Panne (server_error)", en: "Breakdown (server_error)" },
    error: "server_error",
  },
  unavailable: {
    says: {
      fr: "Service arrêté (temporarily_unavailable)",
      en: "Service stopped (temporarily_unavailable)",
    },
    error: "temporarily_unavailable",
  },
  "other-issuer": {
    says: { fr: "Réponse d’un autre émetteur (iss)", en: "Answer of another issuer (iss)" },
    redirect: (to) => to.searchParams.set("iss", "https://autre.exemple"),
  },
  "no-issuer": {
    says: { fr: "Réponse sans émetteur (iss)", en: "Answer without an issuer (iss)" },
    redirect: (to) => to.searchParams.delete("iss"),
  },
  "wrong-state": {
    says: { fr: "Réponse à une autre demande (state)", en: "Answer to another request (state)" },
    redirect: (to) => to.searchParams.set("state", "x".repeat(43)),
  },
  "no-state": {
    says: { fr: "Réponse sans state", en: "Answer without a state" },
    redirect: (to) => to.searchParams.delete("state"),
  },
  "wrong-code": {
    says: { fr: "Code inconnu", en: "Unknown code" },
    redirect: (to) => to.searchParams.set("code", "x".repeat(43)),
  },
  "token-away": {
    says: { fr: "Panne à l’échange du code", en: "Breakdown when the code is exchanged" },
    tokenStatus: 503,
  },
  "token-late": {
    says: { fr: "Échange du code trop lent", en: "Exchange of the code too slow" },
    tokenDelay: 8_000,
  },
  expired: {
    says: { fr: "Jeton expiré", en: "Expired id_token" },
    idToken: (claims) => ({ ...claims, iat: seconds() - 7_200, exp: seconds() - 3_600 }),
  },
  "wrong-nonce": {
    says: { fr: "Mauvais nonce", en: "Wrong nonce" },
    idToken: (claims) => ({ ...claims, nonce: "x".repeat(43) }),
  },
  "wrong-audience": {
    says: { fr: "Jeton d’un autre service (aud)", en: "id_token of another service (aud)" },
    idToken: (claims) => ({ ...claims, aud: "another-service" }),
  },
  "wrong-issuer": {
    says: { fr: "Jeton d’un autre émetteur", en: "id_token of another issuer" },
    idToken: (claims) => ({ ...claims, iss: "https://autre.exemple" }),
  },
  "weak-acr": {
    says: { fr: "Niveau de garantie trop faible (acr)", en: "Level of assurance too low (acr)" },
    idToken: (claims) => ({ ...claims, acr: "eidas0" }),
  },
  "no-acr": {
    says: { fr: "Niveau de garantie absent (acr)", en: "No level of assurance (acr)" },
    idToken: ({ acr: _, ...claims }) => claims,
  },
  "old-login": {
    says: {
      fr: "Identité prouvée il y a une heure (auth_time)",
      en: "Identity proven an hour ago (auth_time)",
    },
    idToken: (claims) => ({ ...claims, auth_time: seconds() - 3_600 }),
  },
  "undated-login": {
    says: { fr: "Moment de la preuve absent (auth_time)", en: "Moment of the proof missing (auth_time)" },
    idToken: ({ auth_time: _, ...claims }) => claims,
  },
  "bad-signature": {
    says: { fr: "Signature fausse", en: "Wrong signature" },
    idTokenText: (token) => token.replace(/[^.]{8}$/, "AAAAAAAA"),
  },
  "unsigned-token": {
    says: { fr: "Jeton non signé (alg none)", en: "Unsigned id_token (alg none)" },
    idTokenText: (token) => `${header({ alg: "none" })}.${token.split(".")[1]}.`,
  },
  "token-signed-by-secret": {
    says: { fr: "Jeton signé autrement (HS256)", en: "id_token signed in another way (HS256)" },
    idTokenText: (token) => `${header({ alg: "HS256", typ: "JWT" })}.${token.split(".").slice(1).join(".")}`,
  },
  "bad-userinfo-signature": {
    says: { fr: "Signature fausse de l’identité", en: "Wrong signature of the userinfo" },
    userinfoText: (token) => token.replace(/[^.]{8}$/, "AAAAAAAA"),
  },
  "userinfo-away": {
    says: { fr: "Panne quand l’identité est demandée", en: "Breakdown when the userinfo is asked for" },
    userinfoStatus: 503,
  },
  "userinfo-refused": {
    says: { fr: "Identité refusée (jeton d’accès)", en: "Userinfo refused (access token)" },
    userinfoStatus: 401,
  },
  "unsigned-userinfo": {
    says: { fr: "Identité non signée", en: "Unsigned userinfo" },
    unsigned: true,
  },
  "swapped-userinfo": {
    says: { fr: "Identité d’une autre personne (sub)", en: "Userinfo of another person (sub)" },
    userinfo: (claims) => ({ ...claims, sub: "x".repeat(64) }),
  },
  "userinfo-of-another-service": {
    says: { fr: "Identité destinée à un autre service", en: "Userinfo meant for another service" },
    userinfo: (claims) => ({ ...claims, aud: "another-service" }),
  },
  "key-rotated": {
    says: { fr: "Clé changée en cours de route (doit marcher)", en: "Key changed on the way (must work)" },
    rotates: true,
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

export const faultCalled = (name: unknown): Fault | undefined =>
  typeof name === "string" && Object.hasOwn(faults, name) ? faults[name as FaultName] : undefined;
