import assert from "node:assert/strict";
import { test } from "node:test";
import { openRules } from "../rules.ts";
import { type Answers, needing, nextQuestion, noAnswers, type Question, questionsFor } from "./answers.ts";
import { readAnswer, type Typed, withChildren, withoutChild } from "./questions/read-answer.ts";

const month = 2026 * 12 + 2;
const explained = openRules().at(month);

const date = (text: string): Typed => {
  const [day = "", of = "", year = ""] = text.split(" ");
  return { "birth-day": day, "birth-month": of, "birth-year": year };
};

function answer(answers: Answers, question: Question, typed: Typed): Answers {
  const read = readAnswer(question, typed, answers, month);
  assert.ok("answers" in read, "refused" in read ? read.refused.fr : "");
  return read.answers;
}

/** Answers whatever is asked, until nothing is. */
function walk(said: Record<string, Typed>): { asked: Question[]; answers: Answers } {
  const asked: Question[] = [];
  let answers = noAnswers;
  for (;;) {
    const question = nextQuestion(explained, answers, month);
    if (!question) return { asked, answers };
    assert.ok(asked.length < 20, "the questions never end");
    asked.push(question);
    answers = answer(answers, question, said[question] ?? {});
  }
}

const births = ({ children }: Answers) => children?.map(({ birth }) => birth);

const loneParent = {
  household: { household: "alone" },
  birth: date("30 5 1990"),
  pay: { pay: "1 100,00 €" },
  children: { children: "2" },
  "child-1": date("8 12 2016"),
  "child-2": date("21 04 2020"),
  disability: { disability: "no" },
  housing: { housing: "owner" },
};

test("MC-01 a lone parent is asked one thing after another, and nothing about a partner", () => {
  const { asked, answers } = walk(loneParent);
  assert.deepEqual(asked, [
    "household",
    "birth",
    "pay",
    "children",
    "child-1",
    "child-2",
    "disability",
    "housing",
  ]);
  assert.deepEqual(answers, {
    couple: false,
    adults: [{ birth: "1990-05-30", pay: 1100 }, {}],
    children: [{ birth: "2016-12-08" }, { birth: "2020-04-21" }],
    disability: false,
    housing: "owner",
  });
});

test("MC-01 only what the rules need is asked: with one adult of age, the other's birth decides nothing", () => {
  const couple = { ...loneParent, household: { household: "couple" }, "partner-pay": { pay: "0" } };
  const { asked } = walk({ ...couple, "partner-birth": date("2 2 1991") });
  assert.ok(asked.includes("partner-pay"));
  const { asked: young } = walk({
    ...couple,
    birth: date("30 5 2008"),
    "partner-birth": date("2 2 1991"),
  });
  assert.ok(young.includes("partner-birth"), "a first adult under 18 leaves the activity bonus to the other");
  const known = walk({ ...couple, "partner-birth": date("2 2 1991") }).answers;
  for (const { id, amount } of explained({
    adults: known.adults.map(({ birth, pay }) => ({
      ...(birth && { birth }),
      ...(pay !== undefined && { netPay: pay }),
      disabled: false,
    })),
    children: (known.children ?? []).map(({ birth }) => ({ ...(birth && { birth }), aeeh: -1 })),
    housing: "owner",
  }))
    assert.notEqual(amount, undefined, `${id} can be told without more questions`);
});

test("MC-01 a rent is taken, and leaves untold what depends on it", () => {
  const { asked } = walk({ ...loneParent, housing: { housing: "rent" } });
  assert.equal(asked.at(-1), "housing");
});

test("MC-01 the number of questions grows with what is answered", () => {
  const count = (answers: Answers) => questionsFor(explained, answers, month).length;
  assert.equal(count(noAnswers), 6);
  assert.equal(count({ ...noAnswers, couple: true, children: [{}, {}] }), 10);
  assert.equal(count({ ...noAnswers, couple: true, children: [{}, {}], disability: true }), 11);
});

test("MC-01 each question says which benefits need its answer", () => {
  assert.deepEqual(needing(explained, noAnswers, month, "housing"), ["rsa", "ppa", "quotient_familial"]);
  assert.ok(needing(explained, { ...noAnswers, children: [{}] }, month, "child-1").includes("af"));
  assert.ok(!needing(explained, noAnswers, month, "birth").includes("af"));
});

test("MC-01 an expected birth is taken up to nine months ahead", () => {
  const answers = withChildren({ ...noAnswers, couple: false }, 1);
  assert.deepEqual(births(answer(answers, "child-1", date("10 6 2026"))), ["2026-06-10"]);
  const late = readAnswer("child-1", date("1 1 2027"), answers, month);
  assert.ok("refused" in late && late.field === "birth-year");
});

test("A11Y-02 what cannot be is refused at its own field, with words", () => {
  const parent = walk(loneParent).answers;
  const wrong: [Question, Typed, string, RegExp][] = [
    ["household", {}, "household", /Choisissez/],
    ["birth", {}, "birth-day", /Indiquez la date/],
    ["birth", date("31 2 1990"), "birth-day", /n’existe pas/],
    ["birth", date("29 2 1900"), "birth-day", /n’existe pas/],
    ["birth", date("3 13 1990"), "birth-month", /un jour, un mois/],
    ["birth", date("3 3 90"), "birth-year", /quatre chiffres/],
    ["birth", date("3 3 2020"), "birth-year", /moins de 14 ans/],
    ["child-1", date("30 5 1990"), "birth-day", /né avant les adultes/],
    ["child-1", date("1 1 1899"), "birth-year", /1900/],
    ["pay", { pay: "" }, "pay", /écrivez 0/],
    ["pay", { pay: "-5" }, "pay", /négatif/],
    ["pay", { pay: "1,23.5" }, "pay", /en chiffres/],
    ["pay", { pay: "1e9" }, "pay", /en chiffres/],
    ["pay", { pay: "1450,505" }, "pay", /en chiffres/],
    ["pay", { pay: "100000,01" }, "pay", /100\u202f000|100 000/],
    ["children", { children: "deux" }, "children", /en chiffres/],
    ["children", { children: "16" }, "children", /15 enfants/],
    ["disability", {}, "disability", /Choisissez/],
    ["disability-who", { partner: "yes", "child-9": "yes" }, "disability-who", /au moins une personne/],
    ["aeeh-1", { complement: "7" }, "complement", /Choisissez/],
    ["aeeh-1", {}, "complement", /Choisissez/],
    ["housing", { housing: "castle" }, "housing", /Choisissez/],
  ];
  for (const [question, typed, field, says] of wrong) {
    const read = readAnswer(question, typed, parent, month);
    assert.ok("refused" in read, `${question} ${JSON.stringify(typed)} was taken`);
    assert.equal(read.field, field, `${question} ${JSON.stringify(typed)}`);
    assert.match(read.refused.fr, says);
  }
});

test("A11Y-02 an adult who would be younger than the children is refused where it was typed", () => {
  const read = readAnswer("birth", date("1 1 2012"), walk(loneParent).answers, month);
  assert.ok("answers" in read, "14 years before March 2026, and older than the first child");
  const younger = readAnswer(
    "birth",
    date("1 1 2012"),
    { ...walk(loneParent).answers, children: [{ birth: "2011-05-05" }] },
    month,
  );
  assert.ok("refused" in younger && younger.field === "birth-day");
});

test("MC-01 pay is read as people write it", () => {
  for (const [text, pay] of [
    ["1450", 1450],
    ["1 450,50 €", 1450.5],
    ["1\u202f450.5", 1450.5],
    ["0", 0],
    ["1.234,50", 1234.5],
    ["1,234.5", 1234.5],
    ["1.234", 1234],
    ["1’450 euros", 1450],
  ] as const)
    assert.equal(answer(noAnswers, "pay", { pay: text }).adults[0].pay, pay, text);
});

test("MC-01 fewer children keep the first ones told, one taken away leaves the others", () => {
  const { answers } = walk(loneParent);
  assert.deepEqual(births(answer(answers, "children", { children: "1" })), ["2016-12-08"]);
  assert.deepEqual(births(answer(answers, "children", { children: "3" })), [
    "2016-12-08",
    "2020-04-21",
    undefined,
  ]);
  assert.deepEqual(births(withoutChild(answers, 0)), ["2020-04-21"]);
});

const withRight = {
  ...loneParent,
  household: { household: "couple" },
  "partner-birth": date("2 2 1991"),
  "partner-pay": { pay: "900" },
  disability: { disability: "yes" },
  "disability-who": { partner: "yes", "child-2": "yes" },
  "aeeh-2": { complement: "3" },
};

test("MC-01 only after a yes one says for whom, and of each child ticked the category", () => {
  const { asked, answers } = walk(withRight);
  assert.deepEqual(asked.slice(-4), ["disability", "disability-who", "aeeh-2", "housing"]);
  assert.equal(answers.adults[0].disabled, false);
  assert.equal(answers.adults[1].disabled, true);
  assert.deepEqual(
    answers.children?.map(({ aeeh }) => aeeh),
    [-1, 3],
  );
  const again = answer(answers, "disability-who", { self: "yes", "child-2": "yes" });
  assert.deepEqual(
    again.children?.map(({ aeeh }) => aeeh),
    [-1, 3],
    "what was told of a child still ticked stays",
  );
  assert.deepEqual(answer(answers, "disability", { disability: "no" }).children, [
    { birth: "2016-12-08" },
    { birth: "2020-04-21" },
  ]);
});

test("MC-01 disability serves the benefits that rest on it, and is asked only where the rules need it", () => {
  const { answers } = walk(loneParent);
  const serves = needing(explained, answers, month, "disability");
  for (const id of ["aah", "aeeh", "rsa", "ppa", "quotient_familial"]) assert.ok(serves.includes(id), id);
  const { asked } = walk({ ...loneParent, birth: date("30 5 2008"), children: { children: "0" } });
  assert.ok(!asked.includes("disability"), "AAH opens at 20: before, the answer decides nothing");
});

test("MC-01 who leaves the household takes their right along, and a yes left without anybody is asked anew", () => {
  const { answers } = walk(withRight);
  const next = (then: Answers) => nextQuestion(explained, then, month);
  const alone = answer(answers, "household", { household: "alone" });
  assert.equal(alone.adults[1].disabled, undefined);
  assert.equal(next(alone), undefined, "the child's right stays");
  assert.equal(next(answer(alone, "household", { household: "couple" })), "disability-who");
  for (const nobody of [withoutChild(alone, 1), answer(alone, "children", { children: "1" })]) {
    assert.equal(nobody.disability, undefined);
    assert.equal(next(nobody), "disability");
  }
  const more = answer(answers, "children", { children: "3" });
  assert.equal(
    next(answer(more, "child-3", date("3 3 2019"))),
    "disability-who",
    "of a new child it is asked",
  );
});

test("MC-01 no right is recognised for a child who is expected, and asked once it turns out to be born", () => {
  const { answers } = walk(withRight);
  const expected = answer(answers, "child-2", date("10 6 2026"));
  assert.equal(expected.children?.[1]?.aeeh, -1);
  const ticked = answer(expected, "disability-who", { partner: "yes", "child-2": "yes" });
  assert.equal(ticked.children?.[1]?.aeeh, -1);
  const born = answer(ticked, "child-2", date("10 6 2021"));
  assert.equal(nextQuestion(explained, born, month), "disability-who");
});
