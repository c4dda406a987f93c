import assert from "node:assert/strict";
import { test } from "node:test";
import { recentlyAuthenticated, sessionState } from "./session.ts";

const policy = { idleMinutes: 15, absoluteHours: 12, warnSeconds: 150 };
const startedAt = new Date("2026-03-02T08:00:00Z");
const at = (time: string) => new Date(`2026-03-02T${time}Z`);

test("SEC-05 a session ends after 15 minutes without an act, and warns 150 seconds before", () => {
  const session = { startedAt, lastSeenAt: at("09:00:00") };
  assert.deepEqual(sessionState(session, policy, at("09:14:59.999")), {
    state: "open",
    endsAt: at("09:15:00"),
    warnsAt: at("09:12:30"),
    because: "idle",
  });
  assert.equal(sessionState(session, policy, at("09:15:00")).state, "ended");
});

test("SEC-05 a session ends 12 hours after sign-in, however busy", () => {
  const session = { startedAt, lastSeenAt: at("19:59:00") };
  assert.deepEqual(sessionState(session, policy, at("19:59:59.999")), {
    state: "open",
    endsAt: at("20:00:00"),
    warnsAt: at("19:57:30"),
    because: "absolute",
  });
  assert.equal(sessionState(session, policy, at("20:00:00")).state, "ended");
});

test("SEC-04 a password typed less than 15 minutes ago is recent; one never typed is not", () => {
  assert.equal(recentlyAuthenticated(at("09:00:00"), at("09:00:00")), true);
  assert.equal(recentlyAuthenticated(at("09:00:00"), at("09:14:59.999")), true);
  assert.equal(recentlyAuthenticated(at("09:00:00"), at("09:15:00")), false);
  assert.equal(recentlyAuthenticated(at("09:00:01"), at("09:00:00")), false);
  assert.equal(recentlyAuthenticated(null, at("09:00:00")), false);
  assert.equal(recentlyAuthenticated(undefined, at("09:00:00")), false);
});
