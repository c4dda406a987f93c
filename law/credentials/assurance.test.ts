import assert from "node:assert/strict";
import { test } from "node:test";
import { assuranceLevels, isAssured } from "./assurance.ts";

test("SEC-14 the level said is at least the one asked, for each pair of levels", () => {
  for (const [n, asked] of assuranceLevels.entries())
    for (const [m, said] of assuranceLevels.entries())
      assert.equal(isAssured(said, asked), m >= n, `${said} for ${asked}`);
});

test("SEC-14 what is not a level assures of nothing", () => {
  for (const said of [undefined, null, "", "eidas0", "eidas", "EIDAS1", "eidas1 eidas2", 1, ["eidas1"]])
    assert.equal(isAssured(said, "eidas1"), false, String(said));
});
