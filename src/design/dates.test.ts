import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate, moment } from "./dates.ts";

test("a civil date is written as each language does, without what the register does not know", () => {
  assert.equal(civilDate("fr", "1988-11-03"), "3\u00a0novembre\u00a01988");
  assert.equal(civilDate("en", "1988-11-03"), "3\u00a0November\u00a01988");
  assert.equal(civilDate("fr", "2026-04-01"), "1er\u00a0avril\u00a02026");
  assert.equal(civilDate("fr", "2026-04-11"), "11\u00a0avril\u00a02026");
  assert.equal(civilDate("en", "2026-04-01"), "1\u00a0April\u00a02026");
  assert.equal(civilDate("fr", "1999-07-00"), "juillet\u00a01999");
  assert.equal(civilDate("en", "1950-00-00"), "1950");
});

test("MC-12 the moment of a sign-in is told in the institution's time", () => {
  const at = new Date("2026-07-10T22:30:00Z");
  assert.match(moment("fr", at, "Europe/Paris"), /^samedi 11 juillet 2026 à 00:30$/);
  assert.match(
    moment("fr", new Date("2026-07-01T08:05:00Z"), "Europe/Paris"),
    /^mercredi 1er juillet 2026 à 10:05$/,
  );
  assert.match(moment("en", at, "Africa/Djibouti"), /^Saturday,? 11 July 2026 at 01:30$/);
});
