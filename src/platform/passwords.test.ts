import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { describe, test } from "node:test";
import { verify } from "@node-rs/argon2";
import { startPasswords } from "./passwords.ts";

describe("SEC-06 passwords", async () => {
  const pepper = randomBytes(32);
  const passwords = await startPasswords(pepper);
  const hashed = await passwords.hash("Éléphant bleu 42");

  test("are hashed by argon2id with 19 MiB, two passes and one lane", () => {
    assert.match(hashed, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("are salted: the same password never gives the same hash", async () => {
    assert.notEqual(await passwords.hash("Éléphant bleu 42"), hashed);
  });

  test("are recognised, and others are not", async () => {
    assert.equal(await passwords.verify(hashed, "Éléphant bleu 42"), true);
    assert.equal(await passwords.verify(hashed, "Éléphant bleu 43"), false);
    assert.equal(await passwords.verify(hashed, "éléphant bleu 42"), false);
    assert.equal(await passwords.verify(hashed, ""), false);
  });

  test("are recognised only with the pepper, which the hash does not hold", async () => {
    const elsewhere = await startPasswords(randomBytes(32));
    assert.equal(await elsewhere.verify(hashed, "Éléphant bleu 42"), false);
    assert.equal(await verify(hashed, "Éléphant bleu 42"), false, "without any pepper");
    assert.equal(await verify(hashed, "Éléphant bleu 42", { secret: pepper }), true);
  });

  test("SEC-02 of an account that does not exist are never right, and cost the same work", async () => {
    assert.equal(await passwords.verify(undefined, "Éléphant bleu 42"), false);
    assert.equal(await passwords.verify(undefined, "no such account"), false);
    const medianOf = async (of: string | undefined) => {
      const times: number[] = [];
      for (let tries = 0; tries < 15; tries++) {
        const start = performance.now();
        await passwords.verify(of, "Éléphant vert 42");
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[7] as number;
    };
    // A machine busy with other tests makes times wander; skipping the work would make them differ tenfold.
    assert.ok((await medianOf(undefined)) > (await medianOf(hashed)) / 3);
  });

  test("that would wait too long are refused with 503 at once, and later ones are checked again", async () => {
    const room = 96 + availableParallelism();
    const settled = await Promise.allSettled(
      Array.from({ length: room + 5 }, () => passwords.verify(hashed, "Éléphant bleu 42")),
    );
    const refused = settled.filter((one) => one.status === "rejected");
    assert.equal(refused.length, 5);
    for (const { reason } of refused) assert.equal(reason.statusCode, 503);
    const checked = settled.filter((one) => one.status === "fulfilled");
    assert.ok(checked.every((one) => one.value === true));
    assert.equal(await passwords.verify(hashed, "Éléphant bleu 42"), true);
  });

  test("that cannot be checked free their place in the queue", async () => {
    const broken = Array.from({ length: 20 }, () => passwords.verify("not a hash", "Éléphant bleu 42"));
    const settled = await Promise.allSettled(broken);
    assert.ok(settled.every((one) => one.status === "rejected"));
    assert.equal(await passwords.verify(hashed, "Éléphant bleu 42"), true);
  });
});
