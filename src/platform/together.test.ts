import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { together } from "./together.ts";

/** Doubles numbers, and remembers what was asked at once. */
function doubling() {
  const asked: (readonly number[])[] = [];
  const double = together(async (numbers: readonly number[]) => {
    asked.push(numbers);
    if (numbers.includes(13)) throw new Error("not thirteen");
    return numbers.map((one) => one * 2);
  });
  return { asked, double };
}

test("what is asked in one turn is asked at once, the same thing twice included, and each gets its own answer", async () => {
  const { asked, double } = doubling();
  assert.deepEqual(await Promise.all([double(1), double(2), double(1)]), [2, 4, 2]);
  assert.deepEqual(asked, [[1, 2, 1]]);
});

test("nothing is remembered for a later turn", async () => {
  const { asked, double } = doubling();
  await double(1);
  await nextTurn();
  await double(1);
  assert.deepEqual(asked, [[1], [1]]);
});

test("more than one statement holds go into several", async () => {
  const { asked, double } = doubling();
  await Promise.all(Array.from({ length: 130 }, (_, at) => double(at + 100)));
  assert.deepEqual(
    asked.map(({ length }) => length),
    [64, 64, 2],
  );
});

test("a fault is told to each that asked, and the next turn starts anew", async () => {
  const { double } = doubling();
  const told = await Promise.allSettled([double(1), double(13)]);
  assert.deepEqual(
    told.map(({ status }) => status),
    ["rejected", "rejected"],
  );
  assert.equal(await double(2), 4);
});
