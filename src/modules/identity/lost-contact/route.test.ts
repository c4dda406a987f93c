import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { awa, type DemoWorld, demoWorld } from "../../../../test/demo.ts";
import { type Browser, type Seen, type TestSite, testSite } from "../../../../test/site.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const nobody = "2880175115001";
const who = (identifier: string) => ({
  identifier,
  "first-names": "Awa",
  "birth-name": "Diallo",
  "birth-day": "3",
  "birth-month": "11",
  "birth-year": "1988",
});

/** The page without what differs at each request. */
const bare = (seen: Seen) =>
  seen.body.replaceAll(/nonce="[^"]*"/g, "").replaceAll(/name="csrf" value="[^"]*"/g, "");

const code = async () => /\b\d{6}\b/.exec((await world.sent()).at(-1)?.payload.text ?? "")?.[0] ?? "";

async function toDocuments(browser: Browser, identifier: string, contact: string): Promise<Seen[]> {
  const start = await browser.send("/lost-contacts", who(identifier));
  const given = await browser.send("/lost-contacts/current/contact", { contact });
  const documents = await browser.send("/lost-contacts/current/code", { code: await code() });
  return [start, given, documents];
}

/** Sends a form with a file, as a browser does. */
async function upload(browser: Browser, path: string, file: { name: string; type: string; bytes: Buffer }) {
  const token =
    /name="csrf" value="([^"]+)"/.exec((await browser.open("/lost-contacts/new")).body)?.[1] ?? "";
  const head = (disposition: string) => `--b\r\ncontent-disposition: form-data; ${disposition}\r\n`;
  const payload = Buffer.concat([
    Buffer.from(`${head('name="csrf"')}\r\n${token}\r\n`),
    Buffer.from(`${head(`name="front"; filename="${file.name}"`)}content-type: ${file.type}\r\n\r\n`),
    file.bytes,
    Buffer.from("\r\n--b--\r\n"),
  ]);
  return site.app.inject({
    method: "POST",
    url: path,
    remoteAddress: "198.18.9.1",
    headers: {
      host: "caf.localhost",
      origin: "http://caf.localhost",
      "content-type": "multipart/form-data; boundary=b",
      cookie: [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; "),
    },
    payload,
  });
}

const pdf = { name: "carte.pdf", type: "application/pdf", bytes: Buffer.from("%PDF-1.4\n%%EOF") };

test("SEC-02 a number that is known and one that nobody has meet the same pages, from first to last", async () => {
  const [one, other] = [site.browser(), site.browser()];
  const known = await toDocuments(one, awa.identifier, "nouvelle@exemple.fr");
  const unknown = await toDocuments(other, nobody, "nouvelle@exemple.fr");
  assert.deepEqual(
    unknown.map((seen) => [seen.status, seen.path, bare(seen)]),
    known.map((seen) => [seen.status, seen.path, bare(seen)]),
  );
  const sent = [];
  for (const browser of [one, other]) {
    const { statusCode, headers } = await upload(browser, "/lost-contacts/current/documents", pdf);
    const { status, body } = await browser.open("/lost-contacts/current");
    sent.push([
      statusCode,
      headers.location,
      status,
      bare({ body } as Seen).replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/, ""),
    ]);
  }
  assert.deepEqual(sent[0]?.slice(0, 3), [303, "/lost-contacts/current", 200]);
  assert.deepEqual(sent[1], sent[0]);
});

test("each page leads who does not stand there to where they do", async () => {
  const browser = site.browser();
  for (const page of ["", "/contact", "/code", "/documents"])
    assert.equal((await browser.open(`/lost-contacts/current${page}`)).path, "/lost-contacts/new");
  await browser.send("/lost-contacts", who(awa.identifier));
  for (const page of ["", "/code", "/documents"])
    assert.equal(
      (await browser.open(`/lost-contacts/current${page}`)).path,
      "/lost-contacts/current/contact",
    );
  const { headers } = await upload(browser, "/lost-contacts/current/documents", pdf);
  assert.equal(headers.location, "/lost-contacts/current/contact", "a file sent too soon is not looked at");
});

test("what was typed is shown again with its errors, and nothing hostile in it takes", async () => {
  const browser = site.browser();
  const typed = { ...who("1 88 13"), "birth-name": '"><script>alert(1)</script>' };
  const seen = await browser.send("/lost-contacts", typed);
  assert.equal(seen.status, 422);
  assert.ok(seen.body.includes('value="1 88 13"') && seen.body.includes('value="Awa"'));
  assert.ok(!seen.body.includes("<script>alert"));
  assert.equal(
    (await browser.send("/lost-contacts", { ...typed, identifier: "1".repeat(5000) })).status,
    400,
  );
});

test("SEC-13 a form without a file, or with one where none is asked, is answered and not obeyed", async () => {
  const browser = site.browser();
  await toDocuments(browser, awa.identifier, "nouvelle@exemple.fr");
  const without = await browser.send("/lost-contacts/current/documents");
  assert.equal(without.status, 422);
  assert.match(without.body, /Choisissez une photo ou un PDF/);
  const strange = await upload(browser, "/lost-contacts/current/contact", pdf);
  assert.equal(strange.statusCode, 400, "as any request that cannot be understood");
});
