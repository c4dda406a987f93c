import assert from "node:assert/strict";
import { test } from "node:test";
import { caf } from "../../institutions/caf/index.ts";
import { cnss } from "../../institutions/cnss/index.ts";
import { demoShell } from "./demo-shell.ts";
import {
  codeInput,
  dateField,
  errorFor,
  errorSummaryFrom,
  form,
  longText,
  pages,
  passwordField,
  passwordRulesList,
  prose,
  refusal,
  whyDoISeeThis,
} from "./patterns.ts";

test("A11Y-02 the summary leads from each error to its field, and is silent when all is right", () => {
  const summary = errorSummaryFrom("fr", { nir: "Écrivez votre <numéro>", password: undefined }).toString();
  assert.match(summary, /<a href="#nir">Écrivez votre &lt;numéro&gt;<\/a>/);
  assert.doesNotMatch(summary, /#password/);
  assert.equal(errorSummaryFrom("en", { nir: undefined }).toString(), "");
});

test("an error is announced in the language of the page", () => {
  assert.deepEqual(errorFor("en", "Too short"), { text: "Too short", visuallyHiddenText: "Error" });
  assert.equal(errorFor("fr", undefined), undefined);
});

test("SEC-15 a form posts with its token, and only one for documents has another encoding", () => {
  const plain = form(demoShell(), { action: "/sessions" }, "x").toString();
  assert.match(
    plain,
    /<form method="post" action="\/sessions" novalidate>\s*<input type="hidden" name="csrf" value="token-for-tests">/,
  );
  assert.match(
    form(demoShell(), { action: "/documents", files: true }, "x").toString(),
    / enctype="multipart\/form-data"/,
  );
});

test("A11Y-03 CP-06 the code field takes six digits, pasted or filled in by the phone", () => {
  const field = codeInput({ name: "code", label: { text: "Code" } }).toString();
  for (const expected of [
    'inputmode="numeric"',
    'autocomplete="one-time-code"',
    'data-code="6"',
    'type="text"',
  ])
    assert.ok(field.includes(expected), expected);
  assert.doesNotMatch(field, /maxlength/);
});

test("CP-04 the list shows each rule of the institution, and the new password is described by it", () => {
  const rulesOf = (text: string) => [...text.matchAll(/data-rule="([^"]+)"/g)].map(([, rule]) => rule);
  assert.deepEqual(rulesOf(passwordRulesList("fr", caf.passwords, "p").toString()), [
    "min:8",
    "max:24",
    "digit",
    "lowercase",
    "uppercase",
  ]);
  const label = { text: "Mot de passe" };
  assert.match(
    passwordField("fr", { name: "p", label, autocomplete: "new-password" }).toString(),
    /aria-describedby="p-rules"/,
  );
  assert.doesNotMatch(passwordField("fr", { name: "p", label }).toString(), /p-rules/);
});

test("CN-06 the CNSS list also asks for a special character", () => {
  assert.match(
    passwordRulesList("en", cnss.passwords, "p").toString(),
    /data-rule="min:10"[\s\S]*data-rule="special"/,
  );
});

test("A11Y-03 the password can be shown, in the language of the page", () => {
  const french = passwordField("fr", { name: "p", label: { text: "Mot de passe" } }).toString();
  assert.match(french, /data-i18n\.hide-password="Masquer"/);
  assert.match(french, /aria-label="Afficher le mot de passe"/);
});

test("a date is sent by its three names, with the wrong box alone marked", () => {
  const date = dateField("fr", {
    name: "birth",
    errorMessage: errorFor("fr", "Mois ?"),
    wrong: ["month"],
    values: { "birth-year": 1985 },
    birthday: true,
  }).toString();
  const boxes = date.match(/<input[^>]*>/g) ?? [];
  assert.deepEqual(
    boxes.map((box) => box.includes("govuk-input--error")),
    [false, true, false],
  );
  assert.deepEqual(
    boxes.map((box) => /name="([^"]*)"/.exec(box)?.[1]),
    ["birth-day", "birth-month", "birth-year"],
  );
  assert.match(boxes[2] ?? "", /value="1985"[\s\S]*autocomplete="bday-year"/);
});

test("the count speaks the language of the page", () => {
  const text = longText("fr", {
    name: "m",
    label: { text: "Message" },
    maxlength: 200,
    value: "\nligne",
  }).toString();
  assert.match(text, /Jusqu’à 200 caractères\./);
  assert.match(text, /data-i18n\.characters-under-limit\.one="Il vous reste %\{count\} caractère"/);
  assert.match(text, />\n\nligne<\/textarea>/, "a line break typed first survives");
});

test("a refusal says why, by which rule and which way is open", () => {
  const says = { fr: "Seul le responsable le peut.", en: "Only the holder can." };
  const way = { fr: "Demandez-lui une délégation.", en: "Ask for a delegation." };
  const text = refusal("fr", { says, source: "CP-16", way }).toString();
  for (const words of [says.fr, way.fr, "CP-16"]) assert.ok(text.includes(words), words);
  assert.doesNotMatch(text, /Only the holder/);
  assert.match(
    whyDoISeeThis("en", [{ says, source: "CP-16" }]).toString(),
    /<summary[\s\S]*Why do I see this[\s\S]*Only the holder can\.[\s\S]*CP-16/,
  );
});

test("the pages of a list show the first, the last and the neighbours", () => {
  const shown = pages("fr", { path: "/claims?status=open", current: 5, count: 9 }).toString();
  assert.deepEqual(
    [...shown.matchAll(/aria-label="Page (\d+)"/g)].map(([, number]) => number),
    ["1", "4", "5", "6", "9"],
  );
  assert.match(shown, /href="\/claims\?status=open&amp;page=4" rel="prev"/);
  assert.equal(shown.match(/⋯/g)?.length, 2);
  assert.equal(pages("fr", { path: "/claims", current: 1, count: 1 }).toString(), "");
});

test("markup inside a charter is shown, not obeyed", () => {
  const text = prose(
    "# Titre\n\n<script>alert(1)</script> [a](javascript:alert(1)) [b](/legal)\n\n- un",
  ).toString();
  assert.match(text, /<h1 class="govuk-heading-l">Titre<\/h1>/);
  assert.match(text, /&lt;script&gt;/);
  assert.doesNotMatch(text, /<script|href="javascript/);
  assert.match(text, /<ul class="govuk-list govuk-list--bullet">/);
});
