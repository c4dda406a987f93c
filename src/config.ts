import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { institutions as shipped } from "../institutions/index.ts";
import type { Institution } from "../institutions/institution.ts";
import { deriveKey, type Keys } from "./platform/crypto.ts";
import type { OpenIdSettings } from "./platform/openid.ts";
import type { Clamd } from "./platform/uploads/antivirus.ts";

/** Everything Foyer takes from its environment, read and judged once. */
export type Config = {
  production: boolean;
  port: number;
  address: string;
  /** Folder for what is made at run time: built styles and scripts; in development the database and secrets. */
  data: string;
  /** Ids of the institutions this process serves. */
  institutions: string[];
  /** The institution that answers on each host name. */
  hosts: ReadonlyMap<string, string>;
  /** Connection string for one institution's database, or undefined: the embedded PostgreSQL. */
  databaseUrl: ((institution: string) => string) | undefined;
  /** Addresses of the proxies whose X-Forwarded-* headers are believed; false believes none. */
  trustProxy: string | false;
  /** Where mail and SMS leave from; undefined in development: the mailbox. */
  mail: { url: string; from: string } | undefined;
  sms: { url: string; sender: string } | undefined;
  keys: Keys;
  /** The register that knows whose a social-security number is; undefined: nobody can say (CP-12). */
  civilRegistry: { url: string; token: string } | undefined;
  /** The institution's own register of insured persons and employers; undefined: nobody can say (CN-13). */
  insuredRegistry: { url: string; token: string } | undefined;
  /** The secret of each sister site that signs people in here, by the site's id (CP-23). */
  siteSecrets: ReadonlyMap<string, string>;
  /** What each institution that people may reach by FranceConnect is known by there (CP-22). */
  franceConnect: ReadonlyMap<string, OpenIdSettings>;
  /** The antivirus that every file is shown to; undefined where the operator does without one. */
  clamd: Clamd | undefined;
  /** The keys of agents' programs: who bears each, the institution it opens (all without it), and its SHA-256. */
  agentKeys: readonly { name: string; institution?: string | undefined; hash: Buffer }[];
};

/** Thrown with every fault found, so that an operator mends them in one go. */
const configRefused = (faults: string) => Object.assign(new Error(faults), { name: "ConfigRefused" });

const key = z
  .string()
  .refine(
    (text) => Buffer.from(text, "base64").length === 32,
    "needs 32 random bytes in base64 (openssl rand -base64 32)",
  )
  .refine((text) => new Set(Buffer.from(text, "base64")).size > 8, "is not random")
  .transform((text) => Buffer.from(text, "base64"));

/** "1:base64,2:base64": every version that may still be stored; the last one seals what is new. */
const versionedKeys = z.string().transform((text, context) => {
  const keys = new Map<number, Buffer>();
  for (const part of text.split(",")) {
    const [version, value] = part.split(/:(.*)/s);
    const read = key.safeParse(value ?? "");
    // The version is stored in one byte.
    const isVersion = /^[1-9]\d{0,2}$/.test(version ?? "") && Number(version) <= 255;
    if (!isVersion || keys.has(Number(version)) || !read.success) {
      context.addIssue({
        code: "custom",
        message: "needs versions from 1 to 255, each once with its 32-byte key, such as 1:base64,2:base64",
      });
      return z.NEVER;
    }
    keys.set(Number(version), read.data);
  }
  return keys;
});

/** "tcp://host:port", or where clamd's socket lies: "unix:///run/clamav/clamd.ctl". */
const clamdUrl = z.string().transform((text, context): Clamd => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const host = url?.hostname.replace(/^\[|\]$/g, "");
  if (url?.protocol === "tcp:" && host && url.port) return { host, port: Number(url.port) };
  const path = url?.protocol === "unix:" && !host ? decodeURIComponent(url.pathname) : text;
  if (path.startsWith("/") && path.length > 1) return { path };
  const message = "needs tcp://host:port or the path of a socket, such as unix:///run/clamav/clamd.ctl";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** "mon-compte-aripa=secret,…": a secret for each site, long enough not to be guessed. */
const siteSecrets = z.string().transform((text, context): ReadonlyMap<string, string> => {
  const pairs = text.split(",").map((pair) => pair.trim().split(/=(.*)/s));
  const read = new Map(pairs.map(([id = "", secret = ""]) => [id, secret]));
  const right = read.size === pairs.length && [...read].every(([id, secret]) => id && secret.length >= 32);
  if (right) return read;
  const message = "needs site=secret pairs, each secret of at least 32 characters";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const secrets = z.object({ NIR_KEYS: versionedKeys, INDEX_KEY: key, PASSWORD_PEPPER: key, APP_SECRET: key });

const environment = z.object({
  // A misspelt "production" must not open a server with the comforts of development.
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LISTEN: z.string().default("127.0.0.1"),
  FOYER_DATA: z.string().default(".foyer"),
  INSTITUTIONS: z.string().optional(),
  HOSTS: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  TRUST_PROXY: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  SMS_URL: z.url({ protocol: /^(https?|s?smpp)$/ }).optional(),
  SMS_SENDER: z.string().max(15).optional(),
  AGENT_API_KEYS: z.string().optional(),
  CIVIL_REGISTRY_URL: z.url({ protocol: /^https?$/ }).optional(),
  CIVIL_REGISTRY_TOKEN: z.string().optional(),
  INSURED_REGISTRY_URL: z.url({ protocol: /^https?$/ }).optional(),
  INSURED_REGISTRY_TOKEN: z.string().optional(),
  SITE_SECRETS: siteSecrets.default(new Map()),
  CLAMD_URL: clamdUrl.optional(),
  // A word on purpose: nobody does without an antivirus by forgetting it.
  UPLOADS_WITHOUT_ANTIVIRUS: z.literal("yes", "is “yes” or absent").optional(),
});

const secretNames = Object.keys(secrets.shape);
const neededInProduction = [
  "DATABASE_URL",
  "HOSTS",
  "SMTP_URL",
  "MAIL_FROM",
  "SMS_URL",
  "SMS_SENDER",
  ...secretNames,
];

/**
 * Reads the configuration. In production nothing secret or outward has a default: what is missing is refused by
 * name. In development secrets are drawn once and kept in the data folder.
 */
export function readConfig(
  env: Record<string, string | undefined>,
  known: readonly Institution[] = shipped,
): Config {
  const read = environment.safeParse(withoutBlanks(env));
  if (!read.success) throw configRefused(faults(read.error));
  const given = read.data;
  const production = given.NODE_ENV === "production";
  const missing = production ? neededInProduction.filter((name) => !env[name]?.trim()) : [];
  if (production && !given.CLAMD_URL && !given.UPLOADS_WITHOUT_ANTIVIRUS)
    missing.push("CLAMD_URL (or UPLOADS_WITHOUT_ANTIVIRUS=yes)");
  if (missing.length > 0) throw configRefused(`In production these must be set: ${missing.join(", ")}`);
  const institutions = readInstitutions(given.INSTITUTIONS, known);
  const data = resolve(given.FOYER_DATA);
  return {
    production,
    port: given.PORT,
    address: given.LISTEN,
    data,
    institutions,
    hosts: readHosts(given.HOSTS, institutions),
    databaseUrl: readDatabaseUrl(given.DATABASE_URL, institutions),
    trustProxy: given.TRUST_PROXY ?? false,
    mail: given.SMTP_URL
      ? { url: given.SMTP_URL, from: given.MAIL_FROM ?? "ne-pas-repondre@localhost" }
      : undefined,
    sms: given.SMS_URL ? { url: given.SMS_URL, sender: given.SMS_SENDER ?? "Foyer" } : undefined,
    keys: readKeys(production ? env : { ...developmentSecrets(data), ...withoutBlanks(env) }),
    civilRegistry: readRegistry(given, "CIVIL_REGISTRY"),
    insuredRegistry: readRegistry(given, "INSURED_REGISTRY"),
    siteSecrets: ofSites(given.SITE_SECRETS, known),
    franceConnect: readFranceConnect(withoutBlanks(env), institutions, known, production),
    clamd: given.CLAMD_URL,
    agentKeys: readAgentKeys(given.AGENT_API_KEYS, institutions),
  };
}

const withoutBlanks = (env: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

const faults = (error: z.ZodError) =>
  error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n");

function readInstitutions(text: string | undefined, known: readonly Institution[]): string[] {
  const ids = known.map(({ id }) => id);
  if (text === undefined) return ids;
  const asked = [...new Set(text.split(",").map((id) => id.trim()))];
  const unknown = asked.filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw configRefused(`INSTITUTIONS names what does not ship: ${unknown.join(", ")}`);
  return asked;
}

/** "caf=compte.caf.example,cnss=…"; without it each institution answers on its id under localhost. */
function readHosts(text: string | undefined, institutions: string[]): Map<string, string> {
  if (!text) return new Map(institutions.map((id) => [`${id}.localhost`, id]));
  const pairs = text.split(",").map((pair) => pair.trim().split("=") as [string, string | undefined]);
  const unknown = pairs.filter(([id]) => !institutions.includes(id)).map(([id]) => id);
  if (unknown.length > 0) throw configRefused(`HOSTS names institutions not served: ${unknown.join(", ")}`);
  const hosts = new Map(pairs.map(([id, host]) => [host?.trim().toLowerCase() ?? "", id]));
  if (hosts.has("") || hosts.size < pairs.length) {
    throw configRefused("HOSTS needs one host of its own for each name, such as caf=compte.caf.example");
  }
  const absent = institutions.filter((id) => ![...hosts.values()].includes(id));
  if (absent.length > 0) throw configRefused(`HOSTS gives no host to: ${absent.join(", ")}`);
  return hosts;
}

function readDatabaseUrl(text: string | undefined, institutions: string[]): Config["databaseUrl"] {
  if (!text) return undefined;
  if (!text.includes("{institution}") && institutions.length > 1) {
    throw configRefused(
      "DATABASE_URL must contain {institution}: each institution has a database of its own",
    );
  }
  return (institution) => text.replaceAll("{institution}", institution);
}

/** A misspelt site would stay closed, and nobody would know why. */
function ofSites(secrets: Config["siteSecrets"], known: readonly Institution[]): Config["siteSecrets"] {
  const sites = known.flatMap(({ accounts }) => accounts?.connect?.sites ?? []);
  const ids = sites.filter(({ kind }) => kind === "site").map(({ id }) => id);
  const unknown = [...secrets.keys()].filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw configRefused(`SITE_SECRETS names sites of nobody: ${unknown.join(", ")}`);
  return secrets;
}

/** FRANCECONNECT_ISSUER, and for each institution FRANCECONNECT_CAF_CLIENT_ID and FRANCECONNECT_CAF_CLIENT_SECRET. */
function readFranceConnect(
  env: Record<string, string | undefined>,
  institutions: readonly string[],
  known: readonly Institution[],
  production: boolean,
): Config["franceConnect"] {
  const issuer = env.FRANCECONNECT_ISSUER;
  const clients = institutions.flatMap((id) => {
    const names = ["ID", "SECRET"].map((part) => `FRANCECONNECT_${id.toUpperCase()}_CLIENT_${part}`);
    const [clientId, clientSecret] = names.map((name) => env[name]);
    if (!clientId !== !clientSecret) throw configRefused(`${names.join(" and ")} go together`);
    return clientId && clientSecret ? [{ id, clientId, clientSecret }] : [];
  });
  if (clients.length > 0 !== (issuer !== undefined))
    throw configRefused(
      "FRANCECONNECT_ISSUER goes with FRANCECONNECT_…_CLIENT_ID and …_CLIENT_SECRET of an institution",
    );
  if (issuer === undefined) return new Map();
  // In clear there is only the stand-in for development: it lets anybody be anybody.
  const protocol = URL.canParse(issuer) ? new URL(issuer).protocol : "";
  if (protocol !== "https:" && (production || protocol !== "http:"))
    throw configRefused("FRANCECONNECT_ISSUER needs the https address of FranceConnect");
  const without = clients.find(({ id }) => !hasFranceConnect(id, known));
  if (without) throw configRefused(`FRANCECONNECT_…: people cannot come to ${without.id} by FranceConnect`);
  return new Map(clients.map(({ id, ...client }) => [id, { issuer, ...client }]));
}

const hasFranceConnect = (id: string, known: readonly Institution[]): boolean =>
  known.find((one) => one.id === id)?.accounts?.franceConnect === true;

/** An address without its token, or a token without its address, is half a setting. */
function readRegistry(
  given: z.infer<typeof environment>,
  name: "CIVIL_REGISTRY" | "INSURED_REGISTRY",
): Config["civilRegistry"] {
  const [url, token] = [given[`${name}_URL`], given[`${name}_TOKEN`]];
  if (url && token) return { url, token };
  if (url || token) throw configRefused(`${name}_URL and ${name}_TOKEN go together`);
  return undefined;
}

/** "caf/desk-tool:SHA256HEX,watch:SHA256HEX": without an institution in front, a key opens all that are served. */
function readAgentKeys(text: string | undefined, institutions: string[]): Config["agentKeys"] {
  const parts = (text ?? "").split(",").filter((part) => part.trim() !== "");
  const keys = parts.map((part) => {
    const [, institution, name, hex] =
      /^(?:([a-z0-9]+)\/)?([\w.-]{1,40}):([0-9a-f]{64})$/i.exec(part.trim()) ?? [];
    if (!name || !hex || (institution && !institutions.includes(institution))) {
      throw configRefused(
        "AGENT_API_KEYS needs names, each with the SHA-256 of its key in hexadecimal, such as caf/desk-tool:9f86…",
      );
    }
    return { name, institution, hash: Buffer.from(hex, "hex") };
  });
  if (new Set(keys.map(({ hash }) => hash.toString("hex"))).size < keys.length)
    throw configRefused("AGENT_API_KEYS gives one key to two names: what each does could not be told apart");
  return keys;
}

function readKeys(env: Record<string, string | undefined>): Keys {
  const read = secrets.safeParse(env);
  if (!read.success) throw configRefused(faults(read.error));
  const { NIR_KEYS, INDEX_KEY, PASSWORD_PEPPER, APP_SECRET } = read.data;
  const all = [...NIR_KEYS.values(), INDEX_KEY, PASSWORD_PEPPER, APP_SECRET].map((bytes) =>
    bytes.toString("hex"),
  );
  if (new Set(all).size < all.length)
    throw configRefused("Two secrets are the same: each must be drawn anew");
  return {
    nir: NIR_KEYS,
    index: INDEX_KEY,
    pepper: PASSWORD_PEPPER,
    code: deriveKey(APP_SECRET, "codes"),
    queue: deriveKey(APP_SECRET, "queue"),
    journal: deriveKey(APP_SECRET, "journal"),
    input: deriveKey(APP_SECRET, "kept input"),
    uploads: deriveKey(APP_SECRET, "uploads"),
    receipts: deriveKey(APP_SECRET, "receipts"),
    bank: deriveKey(APP_SECRET, "bank details"),
    connect: deriveKey(APP_SECRET, "connect"),
  };
}

function developmentSecrets(data: string): Record<string, string> {
  const file = join(data, "secrets.json");
  if (!existsSync(file)) {
    const draw = () => randomBytes(32).toString("base64");
    const drawn = { NIR_KEYS: `1:${draw()}`, INDEX_KEY: draw(), PASSWORD_PEPPER: draw(), APP_SECRET: draw() };
    mkdirSync(data, { recursive: true });
    writeFileSync(file, JSON.stringify(drawn, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
