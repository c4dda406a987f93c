import assert from "node:assert/strict";
import { test } from "node:test";
import { simulate } from "./simulate.ts";

const cases = {
  month: "2026-06",
  cases: [
    {
      id: "a",
      adults: [{ birth: "1990-05-12", net_pay: 1500 }],
      children: [{ birth: "2016-09-14" }, { birth: "2020-02-17" }],
      housing: "owner",
    },
    { id: "b", adults: [{ birth: "1990-05-12", net_pay: -3 }], children: [], housing: "owner" },
  ],
};

async function run(args: string[], input: unknown = cases) {
  const written: string[] = [];
  const code = await simulate(args, typeof input === "string" ? input : JSON.stringify(input), (text) => {
    written.push(text);
  });
  return { code, answer: JSON.parse(written.join("")) };
}

test("MC-01 foyer simulate answers each case by its id, and names the field to mend", async () => {
  const { code, answer } = await run(["--month", "2026-06"]);
  assert.equal(code, 1);
  assert.equal(answer.month, "2026-06");
  const [a, b] = answer.results;
  assert.deepEqual([a.id, a.af, a.asf, a.ars_year, a.aide_logement], ["a", 153.01, 403.57, 858.01, 0]);
  assert.equal(b.id, "b");
  assert.equal(b.refused[0].field, "adults[0].net_pay");
});

test("MC-01 the month of the file serves when none is given", async () => {
  assert.equal((await run([])).answer.month, "2026-06");
});

test("MC-27 --explain adds the steps and, for a zero, the reason in both languages", async () => {
  const { answer } = await run(["--month", "2026-06", "--explain"]);
  const { cf, af } = answer.results[0].explained;
  assert.match(cf.because.fr, /trois enfants/);
  assert.equal(af.step.rule, "af");
  assert.equal(af.amount, 153.01);
});

test("MC-27 --impact gives gains and losses between two months of law", async () => {
  const { answer } = await run(["--impact", "2026-03", "2026-04"]);
  // 32% of 478.16 against 32% of 474.37.
  assert.equal(answer.results[0].gains.af, 1.21);
  assert.deepEqual([answer.from, answer.to], ["2026-03", "2026-04"]);
});

test("MC-27 a month later than the published law is answered with the last values known, and says so", async () => {
  const { answer } = await run(["--month", "2030-01"]);
  assert.match(answer.note.fr, /jusqu’au mois 2026-12/);
  assert.match(answer.note.en, /until 2026-12/);
  assert.equal(answer.results[0].af, 153.01);
  assert.equal((await run(["--month", "2026-12"])).answer.note, undefined);
  assert.ok((await run(["--impact", "2026-12", "2027-01"])).answer.note);
});

test("MC-01 what cannot be understood is said, with exit code 2", async () => {
  assert.match((await run(["--month", "2026-06", "--month", "2025-06"])).answer.error, /given twice/);
  assert.match((await run(["--impact", "2026-03", "2026-04", "--explain"])).answer.error, /--impact alone/);
  assert.match((await run(["--impact", "2026-03"])).answer.error, /--impact/);
  assert.match((await run(["--month", "2026-13"])).answer.error, /--month/);
  assert.match((await run(["--month", "2023-06"])).answer.error, /2024-01/);
  assert.match((await run(["--quick"])).answer.error, /--quick/);
  assert.match((await run(["--month", "2026-06"], "not json")).answer.error, /cases/);
  assert.equal((await run(["--month"])).code, 2);
});
