import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  afterFailure,
  afterSuccess,
  mayTry,
  noFailure,
  type Throttle,
  waitMinutes,
  waitSays,
} from "./throttle.ts";

const start = new Date("2026-03-02T09:00:00Z");
const later = (from: Date, minutes: number, ms = 0) => new Date(from.getTime() + minutes * 60_000 + ms);

/** Fails n times, each one as soon as the account allows it. */
function failing(times: number, from = start): { throttle: Throttle; now: Date } {
  let throttle = noFailure;
  let now = from;
  for (let i = 0; i < times; i++) {
    const answer = mayTry(throttle, now);
    if (!answer.allowed) now = answer.until;
    throttle = afterFailure(throttle, now);
  }
  return { throttle, now };
}

test("SEC-01 four wrong passwords cost no wait, the fifth costs one minute", () => {
  const four = failing(4);
  assert.deepEqual(mayTry(four.throttle, four.now), { allowed: true });
  const five = failing(5);
  const answer = mayTry(five.throttle, five.now);
  assert.ok(!answer.allowed);
  assert.deepEqual(answer.until, later(start, 1));
  assert.equal(mayTry(five.throttle, later(start, 1, -1)).allowed, false);
  assert.equal(mayTry(five.throttle, later(start, 1)).allowed, true);
});

test("SEC-01 the wait doubles at each further failure, up to an hour", () => {
  assert.deepEqual(
    [1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 1000].map(waitMinutes),
    [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60],
  );
});

test("SEC-01 the 25th failure of a UTC day closes the account until the next one", () => {
  let throttle = noFailure;
  // A right password between the wrong ones keeps the run short, but not the day's total.
  for (let i = 0; i < 24; i++) throttle = afterSuccess(afterFailure(throttle, later(start, i)));
  assert.equal(mayTry(throttle, later(start, 30)).allowed, true);
  throttle = afterFailure(throttle, later(start, 30));
  const answer = mayTry(throttle, later(start, 31));
  assert.ok(!answer.allowed);
  assert.deepEqual(answer.until, new Date("2026-03-03T00:00:00Z"));
  assert.equal(mayTry(throttle, new Date("2026-03-02T23:59:59.999Z")).allowed, false);
  assert.equal(mayTry(throttle, new Date("2026-03-03T00:00:00Z")).allowed, true);
});

test("SEC-01 a spent day stays spent even when its lock was lifted", () => {
  const spent: Throttle = { ...noFailure, day: "2026-03-02", failuresToday: 25 };
  assert.equal(mayTry(spent, start).allowed, false);
  assert.equal(mayTry(afterSuccess(spent), start).allowed, false);
});

test("SEC-01 the hour's wait goes on past midnight", () => {
  const evening = new Date("2026-12-31T23:50:00Z");
  const run: Throttle = { ...noFailure, failures: 20, day: "2026-12-31", failuresToday: 24 };
  const answer = mayTry(afterFailure(run, evening), evening);
  assert.ok(!answer.allowed);
  assert.deepEqual(answer.until, new Date("2027-01-01T00:50:00Z"));
});

test("SEC-01 the right password ends the run, not the day's total", () => {
  const { throttle, now } = failing(7);
  const rested = afterSuccess(throttle);
  assert.deepEqual(rested, { ...throttle, failures: 0, lastFailureAt: null, lockedUntil: null });
  assert.equal(rested.failuresToday, 7);
  assert.deepEqual(mayTry(rested, now), { allowed: true });
});

test("SEC-01 a new day starts its own count and keeps the run", () => {
  const { throttle } = failing(4);
  const next = afterFailure(throttle, new Date("2026-03-03T00:00:00Z"));
  assert.equal(next.failuresToday, 1);
  assert.equal(next.failures, 5);
  assert.equal(next.day, "2026-03-03");
});

test("SEC-01 however a guesser spreads tries and a person signs in between, a day gives at most 25 wrong ones", () => {
  const move = fc.record({ wait: fc.integer({ min: 0, max: 40 }), right: fc.boolean() });
  fc.assert(
    fc.property(fc.array(move, { minLength: 60, maxLength: 120 }), (moves) => {
      let throttle = noFailure;
      let now = new Date("2026-03-02T00:00:00Z");
      const wrong = new Map<string, number>();
      for (const { wait, right } of moves) {
        now = later(now, wait);
        if (!mayTry(throttle, now).allowed) continue;
        if (right) throttle = afterSuccess(throttle);
        else {
          const day = now.toISOString().slice(0, 10);
          wrong.set(day, (wrong.get(day) ?? 0) + 1);
          throttle = afterFailure(throttle, now);
        }
      }
      for (const count of wrong.values()) assert.ok(count <= 25);
    }),
  );
});

test("SEC-01 after the fifth failure no try is allowed before its wait is over, and one is allowed then", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 24 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (times, part) => {
        const { throttle, now } = failing(times);
        const until = throttle.lockedUntil;
        assert.ok(until);
        const during = new Date(now.getTime() + Math.floor((until.getTime() - now.getTime()) * part));
        assert.equal(mayTry(throttle, during).allowed, false);
        assert.equal(mayTry(throttle, until).allowed, true);
      },
    ),
  );
});

test("SEC-01 the person reads how long to wait, rounded up", () => {
  assert.match(waitSays(later(start, 1), start).fr, /attendez 1 minute avant/);
  assert.match(waitSays(later(start, 1, 1), start).fr, /attendez 2 minutes avant/);
  assert.match(waitSays(later(start, 0, 1), start).en, /wait 1 minute before/);
  assert.match(waitSays(later(start, 60), start).en, /wait 60 minutes before/);
  assert.match(waitSays(later(start, 61), start).fr, /attendez 2 heures avant/);
  assert.match(waitSays(later(start, 14.5 * 60), start).en, /wait 15 hours before/);
});
