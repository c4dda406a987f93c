import assert from "node:assert/strict";
import { test } from "node:test";
import { institutions } from "../../institutions/index.ts";
import { contrastOf, pairs } from "./palette.ts";

test("contrast is measured as WCAG defines it", () => {
  assert.equal(contrastOf("#000000", "#ffffff"), 21);
  assert.equal(contrastOf("#777777", "#ffffff").toFixed(2), "4.48");
  assert.equal(contrastOf("#ffffff", "#777777"), contrastOf("#777777", "#ffffff"));
});

for (const institution of Object.values(institutions))
  for (const [mode, measured] of Object.entries(pairs(institution.colours)))
    test(`A11Y-04 every pair of colours of ${institution.id} has its contrast, ${mode}`, () => {
      assert.ok(measured.length > 5);
      for (const { id, front, behind, least } of measured)
        assert.ok(
          contrastOf(front, behind) >= least,
          `${id}: ${contrastOf(front, behind).toFixed(2)} < ${least}`,
        );
      if (mode === "enhanced") assert.ok(measured.every(({ least }) => least === 7));
    });
