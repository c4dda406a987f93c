import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

/** What is said to people, and what is said only to who reads the code. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

/** Between a letter, or something put in, and a letter: the typewriter's apostrophe. */
const straight = /.{0,30}[\p{L}}]'[\p{L}$].{0,20}/gu;

// Mails are UTF-8. SMS are written alike: where ’ would cost a second message, src/platform/sms/gsm7.ts sends ' in its place.
test("the apostrophe of mails and SMS is ’, never '", () => {
  const files = globSync("src/modules/**/messages.ts", { cwd: `${import.meta.dirname}/..` });
  assert.ok(files.length > 20, "messages are found");
  for (const file of files) {
    const said = withoutComments(readFileSync(`${import.meta.dirname}/../${file}`, "utf8"));
    assert.deepEqual(said.match(straight) ?? [], [], file);
  }
});

test("that rule sees a straight apostrophe in words, and none in comments or code", () => {
  const found = (source: string) => withoutComments(source).match(straight)?.length ?? 0;
  for (const broken of ["`Vous n'avez rien`", "`le mot d'$`", "`}'s space`"])
    assert.equal(found(broken), 1, broken);
  for (const right of ["/** A person's */", "  // it's said", "`Vous n’avez rien`", "import 'x';"])
    assert.equal(found(right), 0, right);
});
