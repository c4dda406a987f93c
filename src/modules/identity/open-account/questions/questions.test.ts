import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { demoShell } from "../../../../design/demo-shell.ts";
import { choiceOf, searchCommunes } from "../../birth-place/communes.ts";
import { type Draft, newDraft } from "../draft.ts";
import type { Question, Typed } from "./question.ts";
import { type QuestionName, questions } from "./questions.ts";

const today = "2026-03-10";
const country = "FR";
const names = Object.keys(questions) as QuestionName[];

/** The answer of one question alone, on a draft that has what it follows. */
async function read(name: QuestionName, typed: Typed, more: Partial<Draft> = {}) {
  const question: Question = questions[name];
  return question.read(typed, { draft: { ...newDraft("/home"), ...more }, today, country });
}

const drafted = async (name: QuestionName, typed: Typed, more?: Partial<Draft>): Promise<Draft> => {
  const answer = await read(name, typed, more);
  assert.ok("draft" in answer, "refused" in answer ? JSON.stringify(answer.refused) : "");
  return answer.draft;
};
const wrong = async (name: QuestionName, typed: Typed, more?: Partial<Draft>): Promise<string[]> => {
  const answer = await read(name, typed, more);
  return "refused" in answer ? Object.keys(answer.refused) : [];
};

test("CP-10 a single name, a used name, and none of one’s own are told apart", async () => {
  const single = await drafted("names", { birthName: "Zarmina", firstNames: "", single: "yes" });
  assert.deepEqual(single.names, { birthName: "Zarmina", usedName: null, firstNames: "" });
  const used = await drafted("names", {
    birthName: "Lambert",
    firstNames: "Sophie  Anne",
    usedName: "Le Goff",
  });
  assert.deepEqual(used.names, { birthName: "Lambert", usedName: "Le Goff", firstNames: "Sophie Anne" });
  const same = await drafted("names", { birthName: "Lambert", firstNames: "Sophie", usedName: "Lambert" });
  assert.equal(same.names?.usedName, null);
  assert.deepEqual(await wrong("names", { birthName: "Zarmina" }), ["firstNames"]);
  assert.deepEqual(await wrong("names", { birthName: "Zarmina", firstNames: "Ali", single: "yes" }), [
    "firstNames",
  ]);
  assert.deepEqual(await wrong("names", { birthName: "D4", firstNames: "Али", usedName: "<b>" }), [
    "birthName",
    "firstNames",
    "usedName",
  ]);
});

test("CP-02 CP-12 a number, a waiting number or none is taken; a provisional identifier has its own way", async () => {
  const number = async (typed: string) => (await drafted("number", { has: "yes", number: typed })).number;
  assert.deepEqual(await number("2 03 05 54 395 117 85"), { kind: "nir", value: "203055439511785" });
  assert.deepEqual(await number("8010099212031"), { kind: "nia", value: "801009921203190" });
  assert.equal((await drafted("number", { has: "none", number: "203055439511785" })).number, "none");
  for (const typed of ["P48213907", "", "12345678", "203055439511786"])
    assert.deepEqual(await wrong("number", { has: "yes", number: typed }), ["number"], typed);
  assert.deepEqual(await wrong("number", {}), ["has"]);
});

test("CP-12 the commune is chosen among those found; a new name typed is searched for first", async () => {
  const france: Partial<Draft> = { place: { in: "france" } };
  const sought = await drafted("commune", { sought: "Nancy", do: "search" }, france);
  assert.deepEqual(sought.place, { in: "france", sought: "Nancy" });
  const [nancy] = (await searchCommunes("Nancy")).found;
  assert.ok(nancy);
  const typed = { sought: "Nancy", commune: choiceOf(nancy), do: "choose" };
  const chosen = await drafted("commune", typed, sought);
  assert.deepEqual(chosen.place, {
    in: "france",
    sought: "Nancy",
    code: "54395",
    name: "Nancy",
    department: "54",
  });
  const other = await drafted("commune", { ...typed, sought: "Metz" }, sought);
  assert.deepEqual(other.place, { in: "france", sought: "Metz" });
  assert.deepEqual(await wrong("commune", { ...typed, commune: "54395 METZ" }, sought), ["commune"]);
  assert.deepEqual(await wrong("commune", { do: "search" }, france), ["sought"]);
});

test("CP-12 a commune that is in no list is told by name and department, and coded as unknown there", async () => {
  const lost: Partial<Draft> = { place: { in: "france", unlisted: true } };
  const code = async (department: string) => {
    const { place } = await drafted(
      "unlisted-commune",
      { department, town: "Fleury-devant-Douaumont" },
      lost,
    );
    return place?.in === "france" ? place.code : undefined;
  };
  assert.deepEqual([await code("55"), await code("2A"), await code("974")], ["55990", "2A990", "97490"]);
  assert.deepEqual(await wrong("unlisted-commune", { department: "99", town: "4" }, lost), [
    "department",
    "town",
  ]);
});

test("CP-12 going from France to abroad forgets what no longer holds", async () => {
  const parents = [{ birthName: "Ferreira", firstNames: "João" }];
  const abroad: Partial<Draft> = { place: { in: "abroad", iso: "PT", town: "Braga" }, parents };
  const moved = await drafted("birth-place", { place: "france" }, abroad);
  assert.deepEqual([moved.place, moved.parents], [{ in: "france" }, undefined]);
  const stayed = await drafted("birth-place", { place: "abroad" }, abroad);
  assert.deepEqual([stayed.place, stayed.parents], [abroad.place, parents]);
});

test("CP-12 each parent is named, or said not to be on the certificate", async () => {
  const abroad: Partial<Draft> = { place: { in: "abroad", iso: "PT", town: "Braga" } };
  const none = await drafted("parents", { "absent-1": "yes", "absent-2": "yes" }, abroad);
  assert.deepEqual(none.parents, []);
  const one = { "birthName-1": "Gulab", "single-1": "yes", "absent-2": "yes" };
  assert.deepEqual((await drafted("parents", one, abroad)).parents, [{ birthName: "Gulab", firstNames: "" }]);
  assert.deepEqual(await wrong("parents", { "birthName-1": "Gulab", "absent-2": "yes" }, abroad), [
    "firstNames-1",
  ]);
  assert.deepEqual(await wrong("parents", { ...one, "birthName-2": "Rosa" }, abroad), ["birthName-2"]);
});

test("CP-10 whatever is sent, each question takes it or says why in both languages, and shows it again harmless", async () => {
  const shell = demoShell();
  const fields = [
    "birthName",
    "firstNames",
    "usedName",
    "single",
    "sex",
    "birth-day",
    "birth-month",
    "birth-year",
  ];
  const more = [
    "place",
    "sought",
    "commune",
    "do",
    "department",
    "town",
    "country",
    "birthName-1",
    "absent-2",
  ];
  const others = ["has", "number", "street", "extra", "postcode", "__proto__", "constructor"];
  const hostile = [
    "<script>alert(1)</script>",
    '"><img src=x>',
    "yes",
    "none",
    "france",
    "abroad",
    "search",
    "choose",
  ];
  const typedAny = fc.dictionary(
    fc.constantFrom(...fields, ...more, ...others),
    fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom(...hostile)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), typedAny, async (name, typed) => {
      const question: Question = questions[name];
      const draft: Draft = { ...newDraft("/home"), place: { in: name === "country" ? "abroad" : "france" } };
      const answer = await question.read(typed, { draft, today, country });
      if ("draft" in answer) {
        assert.ok(answer.stay || question.isAnswered(answer.draft) || name === "birth-place");
        return;
      }
      for (const says of Object.values(answer.refused)) assert.ok(says.fr && says.en);
      const shown = { shell, draft, country, typed, errors: answer.refused } as const;
      const markup = String(await question.body(shown));
      assert.doesNotMatch(markup, /<script>alert|<img src=x/);
    }),
    { numRuns: 300 },
  );
});
