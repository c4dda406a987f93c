import assert from "node:assert/strict";
import { test } from "node:test";
import { ibanRefusals, maskIban, readIban } from "./iban.ts";

const right = [
  "FR14 2004 1010 0505 0001 3M02 606",
  "fr1420041010050500013m02606",
  "IBAN : FR14-2004-1010-0505-0001-3M02-606",
];
for (const typed of right)
  test(`MC-09 an account typed as “${typed}” is read`, () =>
    assert.deepEqual(readIban(typed, "FR"), { iban: "FR1420041010050500013M02606" }));

const wrong = {
  "": ibanRefusals.empty,
  "   ": ibanRefusals.empty,
  bonjour: ibanRefusals.country,
  "1420041010050500013M02606": ibanRefusals.country,
  FR1420041010050500013M0260: ibanRefusals.length,
  FR1420041010050500013M02607: ibanRefusals.key,
  "<script>": ibanRefusals.country,
  // Brazil's, as its bank writes it.
  BR1500000000000010932840814P2: ibanRefusals.abroad,
};
for (const [typed, refused] of Object.entries(wrong))
  test(`MC-09 “${typed}” is no account we pay to`, () =>
    assert.deepEqual(readIban(typed, "FR"), { refused }));

test("MC-09 an account outside the SEPA area may be paid to from elsewhere than France", () =>
  assert.ok("iban" in readIban("BR1500000000000010932840814P2", "DJ")));

test("MC-09 an account is shown by its two ends", () =>
  assert.equal(maskIban("FR1420041010050500013M02606"), "FR14 •••• 2606"));
