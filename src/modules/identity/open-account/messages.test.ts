import assert from "node:assert/strict";
import { test } from "node:test";
import { caf } from "../../../../institutions/caf/index.ts";
import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import { languages } from "../../../../law/language.ts";
import { smsParts } from "../../../platform/sms/gsm7.ts";
import type { World } from "../../../world.ts";
import { provisionalMessage } from "../provisional/messages.ts";
import { knownMessage, registeredMessage } from "./messages.ts";

const world = { institution: caf } as unknown as World;

const messages = languages.flatMap((language) => [
  registeredMessage(world, language),
  knownMessage(world, language),
  provisionalMessage(world, "P48213907" as ProvisionalIdentifier, language),
]);

test("CP-14 no message carries a link or asks to click, and each says which address to type", () => {
  for (const { mail, sms } of messages) {
    for (const text of [mail().text, sms()]) {
      assert.doesNotMatch(text, /https?:|www\.|href|cliqu|click/i, text);
      assert.match(text, /tapez caf\.fr|type caf\.fr/i, text);
    }
    assert.doesNotMatch(mail().subject, /P\d{8}/);
  }
});

test("CP-13 a text message is one, and says the identifier", () => {
  for (const { sms } of messages) assert.equal(smsParts(sms()).parts.length, 1, `${sms()} (${sms().length})`);
  for (const { mail, sms } of messages.filter(({ sms: one }) => /P\d/.test(one()))) {
    assert.match(sms(), /P48213907/);
    assert.match(mail().text, /P48213907/);
  }
});
