import assert from "node:assert/strict";
import { test } from "node:test";
import { institutions } from "../../../../institutions/index.ts";
import { languages } from "../../../../law/language.ts";
import { smsParts } from "../../../platform/sms/gsm7.ts";
import type { World } from "../../../world.ts";
import { passkeyText } from "../passkeys/messages.ts";
import { newDeviceText } from "../trusted-devices/messages.ts";
import { secondStepText, stepCodeMail, stepCodeSms } from "./messages.ts";

const seen = { device: "Samsung Internet, Android", at: new Date("2026-03-10T09:00:00Z") };

const messages = institutions.flatMap((institution) =>
  languages.flatMap((language) => {
    const world = { institution } as unknown as World;
    const tellings = [
      secondStepText(world, true, language),
      secondStepText(world, false, language),
      passkeyText(world, "added", "Téléphone", language),
      passkeyText(world, "removed", "Téléphone", language),
      newDeviceText(world, { ...seen, unfinished: true }, language),
      newDeviceText(world, { ...seen, device: "", unfinished: false }, language),
    ];
    return [
      { ...stepCodeMail(world, "a@exemple.fr", "042042", language), institution, language },
      { subject: "", ...stepCodeSms(world, "+33639981202", "042042", language), institution, language },
      ...tellings.map(({ subject, mail }) => ({ subject, text: mail, institution, language })),
      ...tellings.map(({ sms }) => ({ subject: "", text: sms, institution, language })),
    ];
  }),
);

test("CP-14 no message carries a link or asks to click, and each says which address to type", () => {
  for (const { subject, text, institution } of messages) {
    assert.doesNotMatch(`${subject} ${text}`, /https?:|www\.|<a |href|:\/\/|cliqu|click/i);
    assert.ok(
      text.includes(`tapez ${institution.siteAddress}`) || text.includes(`type ${institution.siteAddress}`),
      text,
    );
    assert.doesNotMatch(subject, /\d{6}/);
    assert.doesNotMatch(text, /undefined|\$\{|[^\S\n]{2}|\u202f|\u00a0/, text);
  }
});

test("CP-06 an SMS is one plain message, its code whole", () => {
  for (const institution of institutions)
    for (const language of languages) {
      const world = { institution } as unknown as World;
      const { text } = stepCodeSms(world, "+33639981202", "042042", language);
      assert.match(text, /\b042042\b.*\b10 minutes\b/);
      assert.deepEqual([smsParts(text).alphabet, smsParts(text).parts.length], ["gsm7", 1], text);
      const device = newDeviceText(world, { ...seen, unfinished: true }, language).sms;
      assert.deepEqual([smsParts(device).alphabet, smsParts(device).parts.length], ["gsm7", 1], device);
    }
});
