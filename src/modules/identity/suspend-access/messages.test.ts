import assert from "node:assert/strict";
import { test } from "node:test";
import { institutions } from "../../../../institutions/index.ts";
import { languages } from "../../../../law/language.ts";
import { smsParts } from "../../../platform/sms/gsm7.ts";
import type { World } from "../../../world.ts";
import { passwordDueText } from "../campaign/messages.ts";
import { numberKnownText } from "../one-person/messages.ts";
import { closedText } from "../raise-alarm/messages.ts";
import { liftedText, suspendedText } from "./messages.ts";

const until = new Date("2026-03-31T22:00:00Z");

const messages = institutions.flatMap((institution) =>
  languages.flatMap((language) => {
    const world = { institution } as unknown as World;
    return [
      { name: "closed", ...closedText(world, { caseNumber: "4F7K-29QD", passkeys: true }, language) },
      { name: "suspended", ...suspendedText(world, undefined, language) },
      { name: "suspended until", ...suspendedText(world, until, language) },
      { name: "lifted", ...liftedText(world, language) },
      { name: "password due", ...passwordDueText(world, language) },
      { name: "number known", ...numberKnownText(world, language) },
    ].map((one) => ({ ...one, name: `${one.name}, ${institution.id}, ${language}`, institution }));
  }),
);

test("CP-14 no message about access carries a link or asks to click; each says which address to type", () => {
  for (const { name, subject, mail, sms, institution } of messages)
    for (const text of [mail, sms]) {
      assert.doesNotMatch(`${subject} ${text}`, /https?:|www\.|<a |href|cliqu|click/i, name);
      assert.match(text, new RegExp(`(tapez|type) ${institution.siteAddress}`, "i"), name);
    }
});

test("MC-14 CN-09 each SMS about access is one plain message", () => {
  for (const { name, sms } of messages) {
    const { alphabet, parts } = smsParts(sms);
    assert.deepEqual([alphabet, parts.length], ["gsm7", 1], name);
  }
});

test("MC-14 a suspension that ends by itself says when, and that nothing need be done", () => {
  const ending = messages.filter(({ name }) => name.startsWith("suspended until, caf"));
  assert.match(ending[0]?.mail ?? "", /jusqu’au mercredi 1er avril 2026 à 00:00[\s\S]*se rouvrira tout seul/);
  assert.match(ending[1]?.mail ?? "", /until Wednesday,? 1 April 2026 at 00:00[\s\S]*open again by itself/);
});
