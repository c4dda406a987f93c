import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** A passkey in a person's hands, made of nothing but keys: what a phone or a security key would answer. */
export type Authenticator = {
  id: string;
  /** Answers a challenge to make the passkey. */
  make: (options: Making, at: Seen) => string;
  /** Answers a challenge to sign with it. */
  sign: (options: { challenge: string; rpId?: string }, at: Seen) => string;
};

type Making = { challenge: string; rp: { id?: string }; user: { id: string } };

/** The site the browser sees, and what the authenticator does otherwise than it should. */
export type Seen = {
  origin: string;
  /** It did not ask its owner for anything. */
  unverified?: boolean;
  /** The counter it shows. */
  counter?: number;
  /** The handle it says back; empty: none. */
  userHandle?: string;
  /** Another key signs. */
  key?: KeyObject;
  rpId?: string;
};

export function newAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  let handle = "";
  return {
    id: id.toString("base64url"),
    make: ({ challenge, rp, user }, at) => {
      handle = user.id;
      const { x, y } = publicKey.export({ format: "jwk" });
      const cose = map([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x as string, "base64url")],
        [-3, Buffer.from(y as string, "base64url")],
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const authData = Buffer.concat([dataOf(rp.id ?? "", at, 0x40), attested]);
      const attestation = map([
        ["fmt", "none"],
        ["attStmt", map([])],
        ["authData", authData],
      ]);
      return answer(id, {
        clientDataJSON: said("webauthn.create", challenge, at),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      });
    },
    sign: ({ challenge, rpId = "" }, at) => {
      const authData = dataOf(rpId, at);
      const clientDataJSON = said("webauthn.get", challenge, at);
      const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, "base64url"))]);
      const told = at.userHandle ?? handle;
      return answer(id, {
        clientDataJSON,
        authenticatorData: authData.toString("base64url"),
        signature: sign("sha256", signed, at.key ?? privateKey).toString("base64url"),
        ...(told && { userHandle: told }),
      });
    },
  };
}

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();

const answer = (id: Buffer, response: object) => {
  const name = id.toString("base64url");
  return JSON.stringify({ id: name, rawId: name, type: "public-key", response, clientExtensionResults: {} });
};

const said = (type: string, challenge: string, { origin }: Seen) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString("base64url");

/** Whom it is for, that somebody was there (and showed who they are), and how often it signed. */
function dataOf(rpId: string, { unverified, counter = 0, rpId: other }: Seen, more = 0): Buffer {
  const flags = 0x01 | (unverified ? 0 : 0x04) | 0x08 | more;
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(other ?? rpId), Buffer.from([flags]), count]);
}

/** As much of CBOR (RFC 8949) as a passkey needs: small numbers, texts, bytes under 64 KB, maps of under 24. */
const map = (pairs: readonly (readonly [string | number, string | number | Buffer])[]): Raw =>
  Object.assign(
    Buffer.concat([Buffer.from([0xa0 | pairs.length]), ...pairs.flatMap((pair) => pair.map(encoded))]),
    { raw: true as const },
  );

type Raw = Buffer & { raw: true };

function encoded(value: string | number | Buffer): Buffer {
  if (typeof value === "number") return value < 0 ? Buffer.from([0x20 | (-1 - value)]) : Buffer.from([value]);
  if (Buffer.isBuffer(value))
    return "raw" in value ? value : Buffer.concat([head(0x40, value.length), value]);
  return Buffer.concat([head(0x60, Buffer.byteLength(value)), Buffer.from(value)]);
}

const head = (kind: number, length: number) => {
  if (length < 24) return Buffer.from([kind | length]);
  return Buffer.from(length < 256 ? [kind | 24, length] : [kind | 25, length >> 8, length & 255]);
};
