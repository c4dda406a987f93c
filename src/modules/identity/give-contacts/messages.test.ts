import assert from "node:assert/strict";
import { test } from "node:test";
import { caf } from "../../../../institutions/caf/index.ts";
import { languages } from "../../../../law/language.ts";
import { smsParts } from "../../../platform/sms/gsm7.ts";
import type { World } from "../../../world.ts";
import { changedText } from "../change-password/messages.ts";
import { codeMail, codeSms, replacedText } from "./messages.ts";

const world = { institution: caf } as unknown as World;

const messages = languages.flatMap((language) => [
  { name: `code mail ${language}`, ...codeMail(world, "awa@exemple.fr", "042042", language) },
  { name: `code sms ${language}`, ...codeSms(world, "+33639981202", "042042", language) },
  { name: `replaced mail ${language}`, ...replacedText(world, "mail", language) },
  { name: `replaced mobile ${language}`, ...replacedText(world, "mobile", language) },
  { name: `changed ${language}`, ...changedText(world, language) },
]);

test("CP-14 no message carries a link, and each says which address to type", () => {
  for (const { name, text, ...rest } of messages) {
    const whole = `${"subject" in rest ? rest.subject : ""} ${text}`;
    assert.doesNotMatch(whole, /https?:|www\.|<a |href|:\/\//i, name);
    assert.match(text, /tapez caf\.fr|type caf\.fr/, name);
  }
});

test("CP-14 nothing in a message asks to click", () => {
  for (const { name, text } of messages) assert.doesNotMatch(text, /cliqu|click/i, name);
});

test("CP-06 the code is in the text, whole, its leading zero included, and not in the subject", () => {
  for (const language of languages) {
    const mail = codeMail(world, "awa@exemple.fr", "042042", language);
    assert.match(mail.text, /\b042042\b/);
    assert.doesNotMatch(mail.subject, /\d/);
    assert.match(codeSms(world, "+33639981202", "042042", language).text, /\b042042\b/);
  }
});

test("CP-09 each message says how long its code lives", () => {
  for (const language of languages) {
    assert.match(codeMail(world, "awa@exemple.fr", "042042", language).text, /\b15 minutes\b/);
    assert.match(codeSms(world, "+33639981202", "042042", language).text, /\b10 minutes\b/);
  }
});

test("CP-06 the SMS that carries a code is one plain message, in both languages", () => {
  for (const language of languages) {
    const { alphabet, parts } = smsParts(codeSms(world, "+33639981202", "042042", language).text);
    assert.deepEqual([alphabet, parts.length], ["gsm7", 1], language);
  }
});
