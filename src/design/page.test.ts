import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { cnss } from "../../institutions/cnss/index.ts";
import { demoShell } from "./demo-shell.ts";
import { guide } from "./guide.ts";
import { html } from "./html.ts";
import { htmlRules } from "./html-rules.ts";
import { page } from "./page.ts";
import { withQuery } from "./switches.ts";

const content = html`<h1>Bonjour</h1>`;
const signedIn = {
  visitor: { name: "Amina <b>Houssein", quality: "allocataire" },
  session: {
    endsAt: new Date("2026-07-01T10:15:00Z"),
    warnSeconds: 150,
    now: new Date("2026-07-01T10:00:00Z"),
  },
};
const render = (...[shell, about, inside]: Parameters<typeof page>) => page(shell, about, inside).toString();

test("A11Y-02 the title says first that there is an error, in the language of the page", () => {
  assert.match(
    render(demoShell(), { title: "Connexion", errors: true }, content),
    /<title>Erreur\s: Connexion – Caf<\/title>/,
  );
  assert.match(
    render(demoShell({ language: "en" }), { title: "Sign in", errors: true }, content),
    /<title>Error: Sign in – Caf<\/title>/,
  );
  assert.match(render(demoShell(), { title: "Connexion" }, content), /<title>Connexion – Caf<\/title>/);
});

test("the document speaks its language and offers the others under their own name", () => {
  const french = render(demoShell({ path: "/claims?page=2&lang=fr" }), { title: "t" }, content);
  assert.match(french, /<html lang="fr"/);
  assert.match(french, /<a [^>]*href="\/claims\?page=2&amp;lang=en" lang="en" hreflang="en">English<\/a>/);
  assert.match(french, /<span [^>]*lang="fr" aria-current="true">Français<\/span>/);
});

test("A11Y-04 IL-09 the contrast switch leads to the other contrast of the same page", () => {
  assert.match(
    render(demoShell(), { title: "t" }, content),
    /href="\/sessions\/new\?contrast=enhanced">Contraste renforcé/,
  );
  const enhanced = render(demoShell({ contrast: "enhanced" }), { title: "t" }, content);
  assert.match(enhanced, /<html lang="fr" class="govuk-template foyer-enhanced">/);
  assert.match(enhanced, /href="\/sessions\/new\?contrast=standard">Contraste standard/);
});

test("a switch never leads to another site", () => {
  assert.equal(withQuery("//evil.example/a?b=c#d", "lang", "en"), "/evil.example/a?b=c&lang=en");
  assert.equal(withQuery("/\\evil.example", "lang", "en"), "/evil.example?lang=en");
  assert.equal(withQuery("\\\\evil.example", "lang", "en"), "/evil.example?lang=en");
});

test("SEC-15 signing out is a post with the token; nobody signed in, no such form", () => {
  const known = render(demoShell(signedIn), { title: "t" }, content);
  assert.match(
    known,
    /<form method="post" action="\/sessions\/current\/end">\s*<input type="hidden" name="csrf" value="token-for-tests">/,
  );
  assert.match(known, /Amina &lt;b&gt;Houssein/);
  assert.doesNotMatch(render(demoShell(), { title: "t" }, content), /sessions\/current\/end/);
});

test("SEC-05 the page tells its script when the session ends and how long before to warn", () => {
  const known = render(demoShell(signedIn), { title: "t" }, content);
  assert.match(
    known,
    /<body [^>]*data-ends-at="2026-07-01T10:15:00.000Z" data-warn-seconds="150" data-now="2026-07-01T10:00:00.000Z">/,
  );
  assert.match(known, /<dialog [^>]*data-session-warning/);
  assert.doesNotMatch(render(demoShell(), { title: "t" }, content), /<dialog|data-ends-at/);
});

test("IL-09 every page leads to the accessibility statement, the legal notice, data protection, the terms and contact", () => {
  const links = render(demoShell(), { title: "t" }, content);
  for (const href of ["/accessibility", "/legal", "/data-protection", "/charters", "/words", "/contact"])
    assert.ok(links.includes(`href="${href}"`), href);
  assert.match(links, /href="tel:3230"/);
});

test("SEC-09 no inline script, no inline style, and every script and style sheet carries the nonce", () => {
  for (const text of [
    render(demoShell(signedIn), { title: "t", back: "/" }, content),
    guide(demoShell()).toString(),
  ]) {
    assert.doesNotMatch(text, /\sstyle=|\son[a-z]+=|javascript:/);
    const loaded = text.match(/<(?:script|link rel="stylesheet")[^>]*>/g) ?? [];
    assert.equal(loaded.length, 2);
    for (const element of loaded) assert.match(element, / nonce="nonce-for-tests"/);
    assert.doesNotMatch(text, /<script(?![^>]* src=)/);
  }
});

test("A11Y-01 the shell and the guide are valid HTML in both languages and contrasts", async () => {
  const validator = new HtmlValidate(htmlRules);
  for (const language of ["fr", "en"] as const)
    for (const contrast of ["standard", "enhanced"] as const) {
      const shell = demoShell({ ...signedIn, brand: cnss, language, contrast });
      const about = {
        title: "t",
        back: "/",
        errors: true,
        breadcrumbs: [{ text: "a", href: "/" }, { text: "b" }],
      };
      for (const text of [render(shell, about, content), guide(shell).toString()]) {
        const { results } = await validator.validateString(text);
        assert.deepEqual(
          results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
          [],
        );
        const faults: string[] = [];
        parse(text, { onParseError: ({ code, startLine }) => faults.push(`${startLine}: ${code}`) });
        assert.deepEqual(faults, []);
      }
    }
});
