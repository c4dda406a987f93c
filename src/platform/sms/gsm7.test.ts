import assert from "node:assert/strict";
import { test } from "node:test";
import smpp from "smpp";
import { encodeGsm7, fitsGsm7, smsParts } from "./gsm7.ts";

const characters: readonly [text: string, fits: boolean, bytes?: readonly number[]][] = [
  ["@", true, [0x00]],
  ["é", true, [0x05]],
  ["è", true, [0x04]],
  ["ù", true, [0x06]],
  ["ì", true, [0x07]],
  ["ò", true, [0x08]],
  ["à", true, [0x7f]],
  ["É", true, [0x1f]],
  ["Ç", true, [0x09]],
  ["Ø", true, [0x0b]],
  ["\n", true, [0x0a]],
  ["_", true, [0x11]],
  [" ", true, [0x20]],
  ["0", true, [0x30]],
  ["A", true, [0x41]],
  ["z", true, [0x7a]],
  ["€", true, [0x1b, 0x65]],
  ["[", true, [0x1b, 0x3c]],
  ["\\", true, [0x1b, 0x2f]],
  ["|", true, [0x1b, 0x40]],
  ["ç", false],
  ["ê", false],
  ["â", false],
  ["î", false],
  ["ô", false],
  ["û", false],
  ["ë", false],
  ["ï", false],
  ["œ", false],
  ["À", false],
  ["È", false],
  ["Ê", false],
  ["’", false],
  ["«", false],
  ["\u202f", false],
  ["\u001b", false],
  ["\t", false],
  ["👪", false],
];

for (const [text, fits, bytes] of characters) {
  test(`GSM 03.38 ${fits ? "has" : "lacks"} ${JSON.stringify(text)}`, () => {
    assert.equal(fitsGsm7(text), fits);
    if (bytes) assert.deepEqual([...encodeGsm7(text)], bytes);
    else assert.throws(() => encodeGsm7(text), RangeError);
  });
}

const lengths: readonly {
  says: string;
  text: string;
  alphabet: "gsm7" | "ucs2";
  parts: readonly number[];
}[] = [
  { says: "160 plain characters", text: "a".repeat(160), alphabet: "gsm7", parts: [160] },
  { says: "161 plain characters", text: "a".repeat(161), alphabet: "gsm7", parts: [153, 8] },
  { says: "306 plain characters", text: "a".repeat(306), alphabet: "gsm7", parts: [153, 153] },
  { says: "307 plain characters", text: "a".repeat(307), alphabet: "gsm7", parts: [153, 153, 1] },
  { says: "80 euro signs", text: "€".repeat(80), alphabet: "gsm7", parts: [160] },
  { says: "81 euro signs, none cut in two", text: "€".repeat(81), alphabet: "gsm7", parts: [152, 10] },
  { says: "70 characters with ê", text: "ê".repeat(70), alphabet: "ucs2", parts: [140] },
  { says: "71 characters with ê", text: "ê".repeat(71), alphabet: "ucs2", parts: [134, 8] },
  { says: "36 families, none cut in two", text: "👪".repeat(36), alphabet: "ucs2", parts: [132, 12] },
  { says: "160 characters with fine quotes", text: "’".repeat(160), alphabet: "gsm7", parts: [160] },
  { says: "an ellipsis", text: "a…", alphabet: "gsm7", parts: [4] },
];

for (const { says, text, alphabet, parts } of lengths) {
  test(`${says}: ${alphabet}, ${parts.length} part(s)`, () => {
    const cut = smsParts(text);
    assert.equal(cut.alphabet, alphabet);
    assert.equal(cut.dataCoding, alphabet === "gsm7" ? 0 : 8);
    assert.deepEqual(
      cut.parts.map((part) => part.length),
      parts,
    );
  });
}

test("fine typography becomes plain where that makes it fit, and stays where it would not help", () => {
  const read = (text: string) => {
    const { alphabet, parts } = smsParts(text);
    const bytes = Buffer.concat(parts);
    return alphabet === "ucs2" ? bytes.swap16().toString("utf16le") : smpp.encodings.ASCII.decode(bytes);
  };
  assert.equal(read("L’accès\u202f: « Été »\u00a0…"), 'L\'accès : " Été " ...');
  assert.equal(read("Vous êtes d’accord\u202f?"), "Vous êtes d’accord\u202f?");
});
