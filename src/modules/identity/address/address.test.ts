import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Country, fieldsIn, linesOf, readAddress } from "./address.ts";

const french = { street: "12 rue des Tilleuls", extra: "", postcode: "54000", town: "Nancy" };

const read = (changed: Partial<Record<keyof typeof french, string>> = {}, country: Country = "FR") =>
  readAddress({ ...french, ...changed }, country);

test("CP-10 a French address is read as typed, tidied, and written as on an envelope", () => {
  const given = read({ street: "  12   rue\tdes  Tilleuls ", extra: "Chez M. Ngô", postcode: "54 000" });
  assert.ok("address" in given);
  assert.deepEqual(given.address, {
    street: "12 rue des Tilleuls",
    extra: "Chez M. Ngô",
    postcode: "54000",
    town: "Nancy",
    country: "FR",
  });
  assert.deepEqual(linesOf(given.address), ["Chez M. Ngô", "12 rue des Tilleuls", "54000 Nancy"]);
});

test("CP-10 each part of a French address that is missing or wrong has words of its own", () => {
  const wrong: [Partial<typeof french>, string[]][] = [
    [{ street: " " }, ["street"]],
    [{ postcode: "" }, ["postcode"]],
    [{ postcode: "5400" }, ["postcode"]],
    [{ postcode: "00000" }, ["postcode"]],
    [{ postcode: "99352" }, ["postcode"]],
    [{ postcode: "NW1 6XE" }, ["postcode"]],
    [{ town: "54000" }, ["town"]],
    [{ town: "54000 Nancy" }, ["town"]],
    [{ street: "a".repeat(101) }, ["street"]],
    [{ street: "", postcode: "", town: "" }, ["street", "postcode", "town"]],
  ];
  for (const [changed, fields] of wrong) {
    const given = read(changed);
    assert.ok("refused" in given, JSON.stringify(changed));
    assert.deepEqual(Object.keys(given.refused), fields);
    for (const says of Object.values(given.refused)) assert.ok(says.fr && says.en);
  }
  for (const postcode of ["01000", "20000", "75015", "97400", "98800"])
    assert.ok("address" in read({ postcode }), postcode);
});

test("CN-12 an address of Djibouti has no postcode", () => {
  assert.deepEqual(fieldsIn("DJ"), ["street", "extra", "town"]);
  const given = read({ street: "Quartier 4, lot 12", extra: "BP 1234", town: "Djibouti" }, "DJ");
  assert.ok("address" in given);
  assert.equal(given.address.postcode, null);
  assert.deepEqual(linesOf(given.address), ["BP 1234", "Quartier 4, lot 12", "Djibouti"]);
});

test("CP-10 whatever is typed, an address comes out that can be printed and read again, or words do", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.constantFrom("Nancy", "54000", "\u202e", "<b>"),
  );
  fc.assert(
    fc.property(text, text, text, text, (street, extra, postcode, town) => {
      const given = readAddress({ street, extra, postcode, town }, "FR");
      if ("refused" in given) return;
      const { address } = given;
      assert.doesNotMatch(Object.values(address).join(""), /[\p{Cc}\p{Cf}]/u);
      const again = { ...address, extra: address.extra ?? "", postcode: address.postcode ?? "" };
      assert.deepEqual(readAddress(again, "FR"), given);
    }),
  );
});
