import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type ContactRefusal,
  contactRefusals,
  mailRefusal,
  maskMail,
  maskMobile,
  mobileRefusal,
  readMail,
  readMobile,
} from "./contact.ts";

test("MC-16 a mail address is read trimmed, its domain in lower case, its local part as typed", () => {
  const read = {
    "  marie.dupont@Orange.FR ": "marie.dupont@orange.fr",
    "Marie.Dupont+caf@mail.example.org": "Marie.Dupont+caf@mail.example.org",
    "o'brien@example.museum": "o'brien@example.museum",
    "a@b.fr": "a@b.fr",
    "jean@xn--caf-dma.fr": "jean@xn--caf-dma.fr",
  };
  for (const [typed, address] of Object.entries(read)) assert.equal(readMail(typed), address);
});

test("MC-16 a mail address that cannot receive is refused with its words", () => {
  const refused: Record<string, ContactRefusal> = {
    "": "mailMissing",
    "   ": "mailMissing",
    "marie dupont@orange.fr": "mailSpaces",
    "marie@orange .fr": "mailSpaces",
    "rené@orange.fr": "mailAccents",
    "marie@école.fr": "mailAccents",
    "marie@orange": "mailIncomplete",
    "marie.orange.fr": "mailIncomplete",
    "@orange.fr": "mailIncomplete",
    "marie@": "mailIncomplete",
    "marie@@orange.fr": "mailIncomplete",
    ".marie@orange.fr": "mailIncomplete",
    "marie..dupont@orange.fr": "mailIncomplete",
    "marie@orange..fr": "mailIncomplete",
    "marie@-orange.fr": "mailIncomplete",
    "marie@192.168.1.1": "mailIncomplete",
    "<marie@orange.fr>": "mailIncomplete",
    "marie@orange.fr\r\nBcc: x@y.fr": "mailSpaces",
    [`${"a".repeat(65)}@orange.fr`]: "mailIncomplete",
    [`marie@${"a.".repeat(130)}fr`]: "mailTooLong",
  };
  for (const [typed, because] of Object.entries(refused)) {
    assert.equal(mailRefusal(typed), because, typed);
    assert.equal(readMail(typed), undefined, typed);
  }
});

test("MC-16 reading a mail address twice changes nothing, and what is read has one @, no space, 254 characters at most", () => {
  const typed = fc.oneof(
    fc.emailAddress(),
    fc.string({ maxLength: 300 }),
    fc.emailAddress().map((m) => ` ${m.toUpperCase()}\n`),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const address = readMail(text);
      assert.equal(address === undefined, mailRefusal(text) !== undefined);
      if (address === undefined) return;
      assert.equal(readMail(address), address);
      assert.match(address, /^[\x21-\x3f\x41-\x7e]+@[a-z0-9.-]+\.[a-z0-9-]+$/);
      assert.ok(address.length <= 254);
    }),
  );
  fc.assert(fc.property(fc.emailAddress(), (address) => readMail(address) !== undefined));
});

test("MC-16 a French mobile is read in E.164 however it is typed, overseas numbers included", () => {
  const read = {
    "06 12 34 56 78": "+33612345678",
    "06.12.34.56.78": "+33612345678",
    "06-12-34-56-78": "+33612345678",
    "0612345678": "+33612345678",
    "06\u00a012\u202f34 56 78": "+33612345678",
    "00 33 6 12 34 56 78": "+33612345678",
    "+33 (0)6 12 34 56 78": "+33612345678",
    "0033 06 12 34 56 78": "+33612345678",
    "07 80 12 34 56": "+33780123456",
    "06 39 98 00 11": "+33639980011",
    "0692 12 34 56": "+262692123456",
    "+262 692 12 34 56": "+262692123456",
    "0639 01 23 45": "+262639012345",
    "0690 12 34 56": "+590690123456",
    "0694 20 12 34": "+594694201234",
    "0696 20 12 34": "+596696201234",
    "+32 470 12 34 56": "+32470123456",
  };
  for (const [typed, number] of Object.entries(read)) assert.equal(readMobile(typed, "FR"), number, typed);
});

test("MC-16 a Djiboutian mobile is read in E.164, a French one needs its prefix there", () => {
  assert.equal(readMobile("77 83 10 01", "DJ"), "+25377831001");
  assert.equal(readMobile("00253 77 83 10 01", "DJ"), "+25377831001");
  assert.equal(readMobile("+33 6 12 34 56 78", "DJ"), "+33612345678");
  assert.equal(mobileRefusal("06 12 34 56 78", "DJ"), "mobileUnknown");
  assert.equal(mobileRefusal("21 32 46 00", "DJ"), "mobileGetsNoSms");
});

test("MC-16 a number that receives no SMS is refused with its words", () => {
  const refused: Record<string, ContactRefusal> = {
    "": "mobileMissing",
    "01 42 34 56 78": "mobileGetsNoSms",
    "0262 12 34 56": "mobileGetsNoSms",
    "08 99 12 34 56": "mobileGetsNoSms",
    "06 12 34 56": "mobileUnknown",
    "06 12 34 56 789": "mobileUnknown",
    "mon numéro : 06 12 34 56 78": "mobileUnknown",
    "06 12 34 56 78 poste 4": "mobileUnknown",
    "06 12 34 56 78; 06 12 34 56 79": "mobileUnknown",
    "+": "mobileUnknown",
  };
  for (const [typed, because] of Object.entries(refused)) {
    assert.equal(mobileRefusal(typed, "FR"), because, typed);
    assert.equal(readMobile(typed, "FR"), undefined, typed);
  }
});

test("MC-16 spaces, dots and prefixes never change the number read, and reading it again changes nothing", () => {
  const number = fc.stringMatching(/^(6[1245678]|7[5678])[0-9]{7}$/);
  const separator = fc.constantFrom("", " ", ".", "-", "\u202f");
  const prefix = fc.constantFrom("0", "+33", "+33 ", "0033", "00 33 ", "+33 (0)");
  fc.assert(
    fc.property(number, separator, prefix, (national, between, start) => {
      const pairs = `${national[0]}${between}${(national.slice(1).match(/../g) ?? []).join(between)}`;
      const read = readMobile(` ${start}${pairs} `, "FR");
      assert.equal(read, `+33${national}`);
      assert.equal(read && readMobile(read, "DJ"), read);
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("FR", "DJ"), (typed, country) => {
      const read = readMobile(typed, country);
      assert.equal(read === undefined, mobileRefusal(typed, country) !== undefined);
      if (read) assert.match(read, /^\+[1-9]\d{6,14}$/);
    }),
  );
});

function mailOf(typed: string) {
  return readMail(typed) ?? assert.fail(typed);
}

test("CP-07 a masked mail keeps two letters and the domain, and does not tell the length", () => {
  assert.equal(maskMail(mailOf("marie.dupont@orange.fr")), "ma••••••@orange.fr");
  assert.equal(maskMail(mailOf("marc@orange.fr")), "ma••••••@orange.fr");
  assert.equal(maskMail(mailOf("li@orange.fr")), "l••••••@orange.fr");
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{4,20}$/), (local) => {
      assert.equal(maskMail(mailOf(`${local}@orange.fr`)), `${local.slice(0, 2)}••••••@orange.fr`);
    }),
  );
});

test("CP-07 a masked mobile keeps two digits at each end", () => {
  const masked = {
    "06 45 45 44 55": "06 •• •• •• 55",
    "07 80 12 34 56": "07 •• •• •• 56",
    "0692 12 34 56": "06 •• •• •• 56",
    "06 39 98 00 11": "06 •• •• •• 11",
    "+253 77 83 10 01": "+253 •• •• •• 01",
    "+32 470 12 34 56": "+32 •• •• •• 56",
  };
  for (const [typed, mask] of Object.entries(masked))
    assert.equal(maskMobile(readMobile(typed, "FR") ?? assert.fail(typed)), mask);
});

test("MC-16 every refusal has its words in both languages", () => {
  for (const { fr, en } of Object.values(contactRefusals)) assert.ok(fr.length > 20 && en.length > 20);
});
