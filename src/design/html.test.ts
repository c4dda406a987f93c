import assert from "node:assert/strict";
import { test } from "node:test";
import { attributes, html, present, raw } from "./html.ts";

const evil = `<img src=x onerror="alert('1')">&`;
const harmless = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;";

test("SEC-09 what people typed is escaped in text, in attributes and in lists", () => {
  assert.equal(
    html`<p title="${evil}">${evil}${[evil]}</p>`.toString(),
    `<p title="${harmless}">${harmless}${harmless}</p>`,
  );
  assert.equal(attributes({ title: evil }).toString(), ` title="${harmless}"`);
  assert.equal(present({ title: evil }).toString(), ` title="${harmless}"`);
});

test("markup made by the template is nested as it is, and false or undefined print nothing", () => {
  assert.equal(
    html`<ul>${[html`<li>a</li>`, raw("<li>b</li>")]}${false}${undefined}${null}${0}</ul>`.toString(),
    "<ul><li>a</li><li>b</li>0</ul>",
  );
});

test("attributes follow the rules of the macros", () => {
  const given = {
    a: true,
    b: undefined,
    c: { value: true, optional: true },
    d: { value: undefined, optional: true },
    e: 0,
  };
  assert.equal(attributes(given).toString(), ' a="true" b="" c e="0"');
  assert.equal(present({ a: true, b: "", c: false, d: 0 }).toString(), ' a d="0"');
});
