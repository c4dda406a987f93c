import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  generateKeyPairSync,
  hkdfSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** The secrets of one running Foyer, read once from the environment. None of them is ever in the database. */
export type Keys = {
  /** Keys that seal NIRs, by version; new rows use the last version (SEC-10). */
  nir: ReadonlyMap<number, Buffer>;
  /** Finds an identifier without reading it: another key than the one that seals (SEC-10). */
  index: Buffer;
  /** Mixed into every password hash, outside the database (SEC-06). */
  pepper: Buffer;
  /** Hashes codes (SEC-03). This and the next ones are derived from one secret. */
  code: Buffer;
  /** Seals what waits in a queue. */
  queue: Buffer;
  /** Chains the journal (SEC-12). */
  journal: Buffer;
  /** Seals what a person had typed when their session ended (SEC-05). */
  input: Buffer;
  /** Seals the files people send (SEC-13). */
  uploads: Buffer;
  /** Seals the bank accounts on which benefits are paid (MC-09). */
  bank: Buffer;
  /** Signs receipts: without it the code of none can be made or checked (CN-04). */
  receipts: Buffer;
  /** Seals and finds what is handed to sister sites (CP-23). */
  connect: Buffer;
};

/** Derives a key for one purpose from a longer-lived secret. */
export const deriveKey = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `foyer ${purpose}`, 32));

const made = new WeakMap<Buffer, KeyObject>();

/** Node takes five times as long over the bytes of a key as over a key made of them once. */
function keyOf(bytes: Buffer): KeyObject {
  const known = made.get(bytes);
  if (known) return known;
  const key = createSecretKey(bytes);
  made.set(bytes, key);
  return key;
}

/**
 * Seals bytes with AES-256-GCM. `about` (a row's id) is bound to them: the sealed bytes cannot be moved to another
 * row. Layout: version (1 byte), nonce (12), tag (16), cipher text.
 */
export function sealBytes(keys: ReadonlyMap<number, Buffer>, bytes: Buffer, about: string): Buffer {
  const [version, key] = [...keys].at(-1) ?? [];
  if (version === undefined || !key) throw new Error("There is no key to seal with.");
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(key), nonce).setAAD(Buffer.from(about));
  const sealed = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), ...sealed]);
}

/** Opens what `sealBytes` made. Throws when the bytes, the key or `about` are not the ones they were. */
export function unsealBytes(keys: ReadonlyMap<number, Buffer>, sealed: Buffer, about: string): Buffer {
  const key = keys.get(sealed[0] ?? -1);
  if (!key) throw new Error(`No key of version ${sealed[0]} to open this with.`);
  // The length is said, for Node also takes tags cut down to four bytes, which can be guessed.
  const decipher = createDecipheriv("aes-256-gcm", keyOf(key), sealed.subarray(1, 13), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}

/** Seals a text as `sealBytes` does. */
export const seal = (keys: ReadonlyMap<number, Buffer>, text: string, about: string): Buffer =>
  sealBytes(keys, Buffer.from(text), about);

/** Opens what `seal` made; throws as `unsealBytes` does. */
export const unseal = (keys: ReadonlyMap<number, Buffer>, sealed: Buffer, about: string): string =>
  unsealBytes(keys, sealed, about).toString("utf8");

/** HMAC-SHA-256 of the parts, kept apart so that no two lists of parts give the same bytes. */
export const keyedHash = (key: Buffer, ...parts: (string | Buffer)[]): Buffer => {
  const hmac = createHmac("sha256", keyOf(key));
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  return hmac.digest();
};

export const sha256 = (text: string | Buffer): Buffer => createHash("sha256").update(text).digest();

export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** A new key that signs: P-256, as a private JWK. */
export const newSigningKey = (): JsonWebKey =>
  generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });

/** A secret to hand out: 256 random bits that fit in a cookie or a URL. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
