import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import type { World } from "../../../world.ts";
import { type Browser, isKnown, markOf, withMark } from "./marks.ts";

const noon = new Date("2026-03-10T12:00:00Z");
const worldAt = (now: Date, code = key): World => ({ clock: () => now, keys: { code } }) as unknown as World;
const key = randomBytes(32);
const world = worldAt(noon);

const persons = Array.from({ length: 7 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`);
const [awa = "", julien = ""] = persons;
const firefox = (deviceCookie: string | undefined = undefined): Browser => ({
  device: "Firefox, Windows",
  deviceCookie,
});
const markFor = (person: string, before?: string) => withMark(world, person, firefox(before)).deviceCookie;

test("SEC-05 a browser shows the mark of its last sign-in to the person it was for, and to nobody else", () => {
  const { deviceCookie, secretHash } = withMark(world, awa, firefox());
  assert.deepEqual(markOf(world, awa, firefox(deviceCookie)), { issuedAt: noon, secretHash });
  assert.equal(markOf(world, julien, firefox(deviceCookie)), undefined);
  assert.equal(markOf(world, awa, { device: "Chrome, Android", deviceCookie }), undefined);
  assert.equal(markOf(worldAt(noon, randomBytes(32)), awa, firefox(deviceCookie)), undefined);
});

test("SEC-05 no mark names anyone", () => {
  const cookie = markFor(awa);
  assert.ok(!cookie.includes(awa) && !Buffer.from(cookie, "base64url").toString().includes(awa));
});

test("SEC-05 a mark altered in any place is worth nothing", () => {
  const cookie = markFor(awa);
  fc.assert(
    fc.property(fc.nat(cookie.length - 1), fc.constantFrom(..."abcXYZ019-_.~"), (at, letter) => {
      const altered = cookie.slice(0, at) + letter + cookie.slice(at + 1);
      const same = Buffer.from(altered.split(".")[2] ?? "", "base64url").equals(
        Buffer.from(cookie.split(".")[2] ?? "", "base64url"),
      );
      // Two spellings of the same last bits are one proof.
      if (altered.startsWith(cookie.slice(0, cookie.lastIndexOf("."))) && same) return;
      assert.equal(markOf(world, awa, firefox(altered)), undefined);
    }),
  );
});

test("SEC-05 whatever a browser sends is read without harm, and what it gets back stays small", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), (sent) => {
      assert.equal(markOf(world, awa, firefox(sent)), undefined);
      const { deviceCookie } = withMark(world, awa, firefox(sent));
      assert.ok(deviceCookie.length <= 400);
      assert.match(deviceCookie, /^[\w.~-]+$/);
      assert.ok(markOf(world, awa, firefox(deviceCookie)));
    }),
  );
});

test("SEC-05 couples share a computer: each finds their own mark; the sixth person takes the place of the first", () => {
  let cookie: string | undefined;
  for (const person of persons.slice(0, 5)) cookie = markFor(person, cookie);
  for (const person of persons.slice(0, 5)) assert.ok(markOf(world, person, firefox(cookie)), person);
  cookie = markFor(awa, cookie);
  cookie = markFor(persons[5] ?? "", cookie);
  assert.ok(markOf(world, awa, firefox(cookie)), "Awa came back meanwhile");
  assert.equal(markOf(world, julien, firefox(cookie)), undefined, "Julien was unseen the longest");
});

test("SEC-05 a new mark takes the place of the person's earlier one", () => {
  const first = withMark(world, awa, firefox());
  const second = withMark(world, awa, firefox(first.deviceCookie));
  assert.equal(second.deviceCookie.split("~").length, 1);
  assert.ok(!second.secretHash.equals(first.secretHash));
});

test("SEC-05 a browser is known for 180 days, to the second, and no longer once all were forgotten", () => {
  const mark = { issuedAt: noon, secretHash: Buffer.alloc(32) };
  const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
  const day = 86_400;
  assert.equal(isKnown(mark, null, after(180 * day - 1)), true);
  assert.equal(isKnown(mark, null, after(180 * day)), false);
  assert.equal(isKnown(mark, null, after(-1)), false);
  assert.equal(isKnown(mark, after(-1), after(day)), true);
  assert.equal(isKnown(mark, noon, after(day)), false);
  assert.equal(isKnown(mark, after(1), after(day)), false);
  assert.equal(isKnown(undefined, null, noon), false);
});
