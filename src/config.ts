import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { institutions as shipped } from "../institutions/index.ts";
import { deriveKey, type Keys } from "./platform/crypto.ts";

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

const secrets = z.object({ NIR_KEYS: versionedKeys, INDEX_KEY: key, PASSWORD_PEPPER: key, APP_SECRET: key });

const environment = z.object({
  // A misspelt "production" must not open a server with the comforts of development.
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LISTEN: z.string().default("127.0.0.1"),
  FOYER_DATA: z.string().default(".foyer"),
  INSTITUTIONS: z.string().default(shipped.map((institution) => institution.id).join(",")),
  HOSTS: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  TRUST_PROXY: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  SMS_URL: z.url({ protocol: /^(https?|s?smpp)$/ }).optional(),
  SMS_SENDER: z.string().max(15).optional(),
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
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = environment.safeParse(withoutBlanks(env));
  if (!read.success) throw configRefused(faults(read.error));
  const given = read.data;
  const production = given.NODE_ENV === "production";
  const missing = production ? neededInProduction.filter((name) => !env[name]?.trim()) : [];
  if (missing.length > 0) throw configRefused(`In production these must be set: ${missing.join(", ")}`);
  const institutions = readInstitutions(given.INSTITUTIONS);
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
  };
}

const withoutBlanks = (env: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

const faults = (error: z.ZodError) =>
  error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n");

function readInstitutions(text: string): string[] {
  const asked = [...new Set(text.split(",").map((id) => id.trim()))];
  const unknown = asked.filter((id) => !shipped.some((institution) => institution.id === id));
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
