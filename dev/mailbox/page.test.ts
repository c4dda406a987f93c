import assert from "node:assert/strict";
import { test } from "node:test";
import { caf } from "../../institutions/caf/index.ts";
import type { Language } from "../../law/language.ts";
import type { Shell } from "../../src/design/page.ts";
import type { Message } from "./message.ts";
import { mailboxPage, messagePage } from "./page.ts";

const shell = (language: Language): Shell => ({
  brand: caf,
  language,
  contrast: "standard",
  nonce: "n",
  csrf: "c",
  path: "/dev/mailbox",
  assets: { css: "/a.css", script: "/a.js", passkeys: "/p.js", icon: "/a.svg" },
});

const mail: Message = {
  kind: "mail",
  id: "a/b",
  to: "awa.diallo@courriel.example",
  from: "foyer@caf.example",
  subject: "Votre code <b>",
  text: "Bonjour Awa,\n\nVotre code :\n482913\n\n<script>alert(1)</script>",
  at: new Date("2026-03-02T12:00:00Z"),
  language: "fr",
};
const sms: Message = {
  kind: "sms",
  id: "s1",
  to: "+33612345678",
  from: "Caf",
  text: `Dossier 1234567. ${"Il est complet. ".repeat(10)}`,
  at: new Date("2026-03-02T11:00:00Z"),
};

const listOf = (language: Language, messages: readonly Message[]) =>
  String(mailboxPage(shell(language), messages));
const pageOf = (language: Language, message: Message) => String(messagePage(shell(language), message));

test("an empty mailbox says what will arrive, in both languages", () => {
  assert.match(listOf("fr", []), /Rien n’est encore arrivé[\s\S]*codes à 6 chiffres/);
  assert.match(listOf("en", []), /Nothing has arrived yet[\s\S]*6-digit codes/);
  assert.doesNotMatch(listOf("fr", []), /<table/);
});

test("the list keeps the order of the mailbox and leads to each message", () => {
  const shown = listOf("fr", [mail, sms]);
  const links = [...shown.matchAll(/href="(\/dev\/mailbox\/[^"]*)"[^>]*>([^<]*)</g)].map(([, to, says]) => [
    to,
    says,
  ]);
  assert.deepEqual(links, [
    ["/dev/mailbox/a%2Fb", "Votre code &lt;b&gt;"],
    ["/dev/mailbox/s1", `${sms.text.slice(0, 80).trimEnd()}…`],
  ]);
  assert.doesNotMatch(shown, /Rien n’est encore arrivé/);
});

test("a message shows its code apart and keeps its lines, its markup shown and not obeyed", () => {
  const shown = pageOf("en", mail);
  assert.match(shown, /Code received<\/p>\s*<p class="govuk-heading-xl">482913<\/p>/);
  assert.match(
    shown,
    /<p class="govuk-body">Bonjour Awa,<\/p><p class="govuk-body">Votre code :<br>482913<\/p>/,
  );
  assert.match(shown, /<div lang="fr">/);
  assert.match(shown, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  assert.match(shown, /<time datetime="2026-03-02T12:00:00.000Z">/);
  assert.match(shown, /href="\/dev\/mailbox" class="govuk-back-link"/);
});

test("seven digits are no code", () => {
  assert.doesNotMatch(pageOf("fr", sms), /Code reçu/);
  assert.match(
    pageOf("fr", { ...sms, text: "Code : 482913, valable 10 minutes." }),
    /Code reçu[\s\S]*482913/,
  );
});
