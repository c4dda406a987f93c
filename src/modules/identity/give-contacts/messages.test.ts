import assert from "node:assert/strict";
import { test } from "node:test";
import { caf } from "../../../../institutions/caf/index.ts";
import { objectionLinkWords } from "../../../../law/credentials/objection.ts";
import { languages } from "../../../../law/language.ts";
import { smsParts } from "../../../platform/sms/gsm7.ts";
import type { World } from "../../../world.ts";
import { changeMail, changeSms } from "../change-contacts/messages.ts";
import { changedText } from "../change-password/messages.ts";
import { noticeText } from "../notice-address/messages.ts";
import { restoredText, voidedText } from "../object-to-change/messages.ts";
import { codeMail, codeSms } from "./messages.ts";

const world = { institution: caf } as unknown as World;

const code = "7K2M-Q4ZB-0XHC";
const until = new Date("2026-03-13T09:00:00Z");

/** Every change there is: replaced, added, removed, of each kind. */
const changes = [
  { kind: "mail", from: "awa.diallo@exemple.fr", to: "awa@ailleurs.exemple" },
  { kind: "mail", from: null, to: "awa@ailleurs.exemple" },
  { kind: "mail", from: "awa.diallo@exemple.fr", to: null },
  { kind: "mobile", from: "+33639981202", to: "+33639981203" },
  { kind: "mobile", from: null, to: "+33639981203" },
  { kind: "mobile", from: "+33639981202", to: null },
] as const;

const messages = languages.flatMap((language) => [
  { name: `code mail ${language}`, ...codeMail(world, "awa@exemple.fr", "042042", language) },
  { name: `code sms ${language}`, ...codeSms(world, "+33639981202", "042042", language) },
  ...[true, false].map((passkeys) => ({
    name: `changed ${language}`,
    ...changedText(world, passkeys, language),
  })),
  ...changes.flatMap((change, n) => [
    { name: `change ${n} mail ${language}`, ...changeMail(world, change, code, until, language) },
    { name: `change ${n} sms ${language}`, text: changeSms(world, change, code, language) },
  ]),
  ...[restoredText(world, true, language), voidedText(world, language)].flatMap(({ mail, sms }, n) => [
    { name: `objection ${n} mail ${language}`, ...mail() },
    { name: `objection ${n} sms ${language}`, text: sms() },
  ]),
  { name: `notices mail ${language}`, ...noticeText(world, "nous@exemple.fr", language).mail },
  { name: `notices sms ${language}`, text: noticeText(world, "nous@exemple.fr", language).sms },
]);

test("CP-14 no message carries a link, and each says which address to type", () => {
  for (const { name, text, ...rest } of messages) {
    const whole = `${"subject" in rest ? rest.subject : ""} ${text}`;
    assert.doesNotMatch(whole, /https?:|www\.|<a |href|:\/\//i, name);
    assert.match(text, /tapez caf\.fr|type caf\.fr/i, name);
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

test("SEC-04 a change is told with what changed, masked, the code, until when, and the words to look for on the site", () => {
  const ends = { fr: /vendredi 13 mars 2026 à 10:00/, en: /Friday, 13 March 2026 at 10:00/ };
  const what = {
    fr: [
      /Une autre adresse mail remplace désormais aw••••••@exemple\.fr/,
      /Une adresse mail vient d’être ajoutée/,
      /L’adresse mail aw••••••@exemple\.fr vient d’être retirée/,
      /Un autre numéro de mobile remplace désormais 06 •• •• •• 02/,
      /Un numéro de mobile vient d’être ajouté /,
      /Le numéro de mobile 06 •• •• •• 02 vient d’être retiré /,
    ],
    en: [
      /Another mail address now replaces aw••••••@exemple\.fr/,
      /A mail address has just been added/,
      /The mail address aw••••••@exemple\.fr has just been removed/,
      /Another mobile number now replaces 06 •• •• •• 02/,
      /A mobile number has just been added/,
      /The mobile number 06 •• •• •• 02 has just been removed/,
    ],
  };
  for (const language of languages) {
    for (const [n, change] of changes.entries()) {
      const { text, subject } = changeMail(world, change, code, until, language);
      assert.match(text, what[language][n] as RegExp);
      assert.match(text, ends[language]);
      for (const part of [code, objectionLinkWords[language], "32 30"]) assert.ok(text.includes(part), part);
      assert.ok(!subject.includes(code));
      assert.ok(!text.includes("ailleurs"), "where the account moved to is not told");
    }
  }
});

test("CP-14 each warning by SMS is one plain message, in both languages", () => {
  for (const language of languages) {
    const texts = [
      ...changes.map((change) => changeSms(world, change, code, language)),
      restoredText(world, true, language).sms(),
      voidedText(world, language).sms(),
      noticeText(world, "nous@exemple.fr", language).sms,
    ];
    for (const text of texts) {
      const { alphabet, parts } = smsParts(text);
      assert.deepEqual([alphabet, parts.length], ["gsm7", 1], `${text.length}: ${text}`);
    }
  }
});
