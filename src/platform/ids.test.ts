import assert from "node:assert/strict";
import { test } from "node:test";
import { newCode, newId, newSupportNumber } from "./ids.ts";

const draw = <T>(count: number, one: () => T) => Array.from({ length: count }, one);

test("SEC-03 a code has six digits, and every digit comes at every place", () => {
  const codes = draw(3000, newCode);
  for (const code of codes) assert.match(code, /^\d{6}$/);
  for (let place = 0; place < 6; place++) {
    assert.equal(new Set(codes.map((code) => code[place])).size, 10, `place ${place}`);
  }
  // With a million codes, 3000 draws meet about 4.5 times; 60 would mean far fewer codes.
  assert.ok(new Set(codes).size > 2940);
});

test("a support number can be read out: two groups of four, without letters that look or sound alike", () => {
  const numbers = draw(1000, newSupportNumber);
  for (const number of numbers) {
    assert.match(number, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.doesNotMatch(number, /[01OILU]/);
  }
  assert.equal(new Set(numbers).size, 1000);
});

test("an id is a UUID and never comes twice", () => {
  const ids = draw(1000, newId);
  assert.equal(new Set(ids).size, 1000);
  for (const id of ids)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
