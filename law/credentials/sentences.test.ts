import assert from "node:assert/strict";
import { test } from "node:test";
import { acts } from "../access/acts.ts";
import { conditions } from "../access/conditions.ts";
import { grounds, refusals } from "../access/reasons.ts";
import type { Sentence } from "../language.ts";
import { advice } from "./advice.ts";
import { codeLimits, codeRefusals, codeStates, sendRefusals, wrongCode } from "./codes.ts";
import { identifierRefusals } from "./identifier.ts";
import { niaRefusals } from "./nia.ts";
import { nirRefusals } from "./nir.ts";
import { oldPasswordRule } from "./old-password.ts";
import { passwordRules } from "./password.ts";
import { provisionalIdentifierRefusals } from "./provisional-identifier.ts";
import { secondStepLimits, secondStepRefusals, secondStepRules } from "./second-step.ts";
import { waitSays } from "./throttle.ts";

const said = [
  acts,
  conditions,
  grounds,
  refusals,
  advice,
  codeLimits,
  codeRefusals,
  codeStates,
  sendRefusals,
  identifierRefusals,
  nirRefusals,
  niaRefusals,
  provisionalIdentifierRefusals,
  passwordRules({ min: 8, max: 24, require: ["digit", "lowercase", "uppercase", "special"] }),
  oldPasswordRule(8),
  wrongCode(1),
  wrongCode(3),
  secondStepLimits,
  secondStepRefusals,
  secondStepRules,
  waitSays(new Date(60_000), new Date(0)),
  waitSays(new Date(7_200_000), new Date(0)),
];

/** Every sentence found in a table, however deep. */
function sentencesOf(value: unknown): Sentence[] {
  if (typeof value !== "object" || value === null) return [];
  if ("fr" in value && "en" in value) return [value as Sentence];
  return Object.values(value).flatMap(sentencesOf);
}

const sentences = sentencesOf(said);

test("every sentence exists in both languages, and French follows its typography", () => {
  assert.ok(sentences.length > 70, `${sentences.length} sentences`);
  for (const { fr, en } of sentences) {
    assert.ok(fr.trim() && en.trim());
    assert.notEqual(fr, en);
    for (const text of [fr, en]) assert.doesNotMatch(text, /['"]|\$\{|undefined|NaN| {2}/, text);
    assert.doesNotMatch(fr, /[^\u202f][;:!?»]|«[^\u202f]/u, fr);
    assert.doesNotMatch(en, /\u202f/, en);
  }
});
