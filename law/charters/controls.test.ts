import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { languages } from "../language.ts";
import { controls, isControl } from "./controls.ts";

const root = new URL("../../", import.meta.url);

/** Every statement that the name of some test carries. */
const proved = new Set(
  globSync("{law,src,e2e,engine}/**/*.test.ts", { cwd: root.pathname })
    .filter((path) => !path.includes("node_modules"))
    .flatMap((path) => [
      ...readFileSync(new URL(path, root), "utf8").matchAll(/\b(?:test|journey)\(\s*(["`])(.*?)\1/gs),
    ])
    .flatMap(([, , name = ""]) => name.match(/\b[A-Z0-9]{2,4}-\d{2}\b/g) ?? []),
);

test("MC-02 every control that a clause may name is there, and tests prove its statement", () => {
  for (const [name, { keptBy, statement, says }] of Object.entries(controls)) {
    assert.ok(existsSync(new URL(keptBy, root)), `${name}: ${keptBy} does not exist`);
    assert.ok(proved.has(statement), `${name}: no test carries ${statement} in its name`);
    for (const language of languages) assert.match(says[language], /^[A-ZÀ-Ý].*\.$/, name);
  }
});

test("a control is called by its own name only", () => {
  assert.ok(isControl("throttle"));
  for (const name of ["", "toString", "constructor", "Throttle", "nothing"])
    assert.ok(!isControl(name), name);
});
