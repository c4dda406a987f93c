import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "../language.ts";
import { swornStatement, swornStatementRefusals } from "./sworn-statement.ts";

test("MC-11 the sworn statement names every article, in both languages", () => {
  const articles = ["L.114-19", "L.114-9", "L.114-17", "313-1", "313-3", "441-1", "441-6"];
  for (const language of languages) {
    const { value, checks, mistake, penalties, signs } = swornStatement;
    const told = [
      value,
      checks,
      mistake,
      signs,
      swornStatementRefusals.notTicked,
      ...penalties.flatMap((one) => [one.says, one.articles]),
    ]
      .map((one) => one[language])
      .join(" ");
    for (const article of articles) assert.ok(told.includes(article), `${language} ${article}`);
    assert.doesNotMatch(told, /['"]| {2}/);
    if (language === "fr") assert.doesNotMatch(told, /[^\u202f][;:!?»]|«[^\u202f]/u);
  }
});
