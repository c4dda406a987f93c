import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { extensionOf, shownName } from "./names.ts";

test("SEC-13 a name is shown without folders, and without what could be read in it", () => {
  const names = {
    "carte identité.pdf": "carte identité.pdf",
    "C:\\Users\\awa\\carte.pdf": "carte.pdf",
    "../../etc/passwd": "passwd",
    "..": "document",
    "": "document",
    ".htaccess": "htaccess",
    "a\u0000b\r\nSet-Cookie_x.pdf": "abSet-Cookie_x.pdf",
    "photo\u202Efdp.exe": "photofdp.exe",
    '<img src="x">.png': "_img src=_x__.png",
    "$(rm -rf).pdf": "_(rm -rf).pdf",
    "  deux   mots .jpg": "deux mots .jpg",
    "e\u0301te\u0301.png": "été.png",
  };
  for (const [sent, shown] of Object.entries(names)) assert.equal(shownName(sent), shown, sent);
});

test("SEC-13 a long name is cut and keeps its end", () => {
  const shown = shownName(`${"é".repeat(300)}.jpeg`);
  assert.equal([...shown].length, 100);
  assert.ok(shown.endsWith("é.jpeg"));
});

test("SEC-13 whatever is sent, a name shown is short, on one line and no path", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (sent) => {
      const shown = shownName(sent);
      assert.ok([...shown].length >= 1 && [...shown].length <= 100);
      assert.doesNotMatch(shown, /[/\\"<>\p{Cc}\p{Cf}]|^\.|^\s|\s$/u);
      assert.equal(shownName(shown), shown, "it is clean once and for all");
    }),
  );
});

test("what a name ends in", () => {
  const ends = { "a.PDF": "pdf", "a.tar.gz": "gz", "sans-point": "", "fin.": "" };
  for (const [name, end] of Object.entries(ends)) assert.equal(extensionOf(name), end, name);
});
