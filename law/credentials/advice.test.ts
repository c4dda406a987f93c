import assert from "node:assert/strict";
import { test } from "node:test";
import { type AdvicePlace, advice, adviceFor } from "./advice.ts";

test("MC-28 the six pieces of advice are there, each shown somewhere, in short words", () => {
  assert.deepEqual(
    advice.map(({ id }) => id),
    [
      "choose-it-yourself",
      "one-for-each-service",
      "change-it",
      "not-in-a-shared-browser",
      "never-in-clear",
      "browser-up-to-date",
    ],
  );
  for (const { id, says, helps } of advice) {
    assert.ok(helps.length > 0, id);
    assert.ok(says.fr.length <= 130 && says.en.length <= 130, id);
  }
});

test("MC-28 each place shows the advice that helps there, one or two at a time", () => {
  const ids = (place: AdvicePlace) => adviceFor(place).map(({ id }) => id);
  assert.deepEqual(ids("choose-password"), ["choose-it-yourself", "one-for-each-service"]);
  assert.deepEqual(ids("sign-in"), ["not-in-a-shared-browser"]);
  assert.deepEqual(ids("home"), ["change-it", "browser-up-to-date"]);
  assert.deepEqual(ids("alarm"), ["never-in-clear"]);
  assert.deepEqual(ids("recovered"), ["one-for-each-service", "never-in-clear"]);
});
