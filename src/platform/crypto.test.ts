import assert from "node:assert/strict";
import { createCipheriv, randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { deriveKey, keyedHash, newSecret, sameBytes, seal, sha256, unseal } from "./crypto.ts";

const nir = "184127645108946";
const keys = new Map([[1, randomBytes(32)]]);

describe("SEC-10 what is sealed", () => {
  test("opens for the same row, and shows nothing of the text", () => {
    const sealed = seal(keys, nir, "row-1");
    assert.equal(unseal(keys, sealed, "row-1"), nir);
    assert.equal(sealed.includes(nir), false);
    assert.equal(sealed.length, 1 + 12 + 16 + nir.length);
  });

  test("opens whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, about) => {
        assert.equal(unseal(keys, seal(keys, text, about), about), text);
      }),
    );
  });

  test("is never twice the same", () => {
    assert.notDeepEqual(seal(keys, nir, "row-1"), seal(keys, nir, "row-1"));
  });

  test("does not open in another row", () => {
    assert.throws(() => unseal(keys, seal(keys, nir, "row-1"), "row-2"), /authenticate/);
  });

  test("does not open once any one of its bits changed", () => {
    const sealed = seal(keys, nir, "row-1");
    const several = new Map([...keys, [3, randomBytes(32)]]);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const tampered = Buffer.from(sealed);
      tampered[bit >> 3] = (tampered[bit >> 3] as number) ^ (1 << (bit & 7));
      assert.throws(() => unseal(several, tampered, "row-1"), `bit ${bit}`);
    }
  });

  test("does not open once cut anywhere or made longer", () => {
    const sealed = seal(keys, nir, "row-1");
    for (let length = 0; length < sealed.length; length++) {
      assert.throws(() => unseal(keys, sealed.subarray(0, length), "row-1"), `cut to ${length} bytes`);
    }
    assert.throws(() => unseal(keys, Buffer.concat([sealed, Buffer.of(0)]), "row-1"));
  });

  test("does not open with a tag cut to four bytes, which can be guessed", () => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", keys.get(1) as Buffer, nonce).setAAD(Buffer.from("row-1"));
    cipher.final();
    const sealed = Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag().subarray(0, 4)]);
    assert.throws(() => unseal(keys, sealed, "row-1"), /Invalid authentication tag length/);
  });

  test("is sealed by the last version of the key, and old versions still open", () => {
    const old = seal(keys, nir, "row-1");
    const both = new Map([...keys, [2, randomBytes(32)]]);
    const renewed = seal(both, nir, "row-1");
    assert.equal(old[0], 1);
    assert.equal(renewed[0], 2);
    assert.equal(unseal(both, old, "row-1"), nir);
    assert.equal(unseal(both, renewed, "row-1"), nir);
    assert.throws(() => unseal(keys, renewed, "row-1"), /No key of version 2/);
  });

  test("cannot be made without a key", () => {
    assert.throws(() => seal(new Map(), nir, "row-1"), /no key to seal with/);
  });
});

describe("SEC-10 a keyed hash", () => {
  const key = randomBytes(32);

  test("is the same for the same parts, and 256 bits long", () => {
    assert.deepEqual(keyedHash(key, "nir", nir), keyedHash(key, "nir", Buffer.from(nir)));
    assert.equal(keyedHash(key, nir).length, 32);
  });

  test("differs under another key", () => {
    assert.notDeepEqual(keyedHash(key, nir), keyedHash(randomBytes(32), nir));
  });

  test("keeps its parts apart: other parts give another hash, even when they join to the same text", () => {
    assert.notDeepEqual(keyedHash(key, "ab", "c"), keyedHash(key, "a", "bc"));
    assert.notDeepEqual(keyedHash(key, "a", ""), keyedHash(key, "a"));
    const parts = fc.array(fc.string({ unit: fc.constantFrom("a", "1", ":", "é"), maxLength: 4 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(parts, parts, (some, others) => {
        const isSame = JSON.stringify(some) === JSON.stringify(others);
        assert.equal(sameBytes(keyedHash(key, ...some), keyedHash(key, ...others)), isSame);
      }),
      { numRuns: 500 },
    );
  });
});

test("SEC-10 keys derived for two purposes differ, and one purpose always gives the same", () => {
  const secret = randomBytes(32);
  assert.deepEqual(deriveKey(secret, "codes"), deriveKey(secret, "codes"));
  assert.notDeepEqual(deriveKey(secret, "codes"), deriveKey(secret, "queue"));
  assert.notDeepEqual(deriveKey(secret, "codes"), deriveKey(randomBytes(32), "codes"));
  assert.equal(deriveKey(secret, "codes").length, 32);
});

test("SEC-05 a secret has 256 bits, fits in a cookie and never comes twice", () => {
  const drawn = new Set(Array.from({ length: 1000 }, newSecret));
  assert.equal(drawn.size, 1000);
  for (const secret of drawn) assert.match(secret, /^[\w-]{43}$/);
});

test("sha256 is the published one", () => {
  assert.equal(
    sha256("abc").toString("hex"),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("bytes of different lengths are not the same, and comparing them does not throw", () => {
  assert.equal(sameBytes(Buffer.from("a"), Buffer.from("ab")), false);
  assert.equal(sameBytes(Buffer.from("ab"), Buffer.from("ac")), false);
  assert.equal(sameBytes(Buffer.from("ab"), Buffer.from("ab")), true);
});
