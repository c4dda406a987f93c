import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import { caf } from "../../institutions/caf/index.ts";
import { overloaded } from "../platform/passwords.ts";
import { buildSite } from "./site.ts";

const nir = "1 84 12 76 451 089 46";
const assets = { css: "/a.css", script: "/a.js", passkeys: "/p.js", icon: "/i.svg" };

/** A site whose every page fails in its own way, and what it logged. */
async function open(t: TestContext) {
  const log: string[] = [];
  const settings = { production: false, trustProxy: false as const };
  const app = await buildSite(caf, assets, { ...settings, log: { write: (line) => void log.push(line) } });
  const failing: Record<string, Error> = {
    "/ours": new Error(`duplicate key: (nir)=(${nir}) or ${nir.replaceAll(" ", "-")}`),
    "/away": Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
    "/busy": overloaded,
    "/crowd": Object.assign(new Error("too many"), { statusCode: 429 }),
    "/unreadable": Object.assign(new Error("what?"), { statusCode: 415 }),
  };
  for (const [path, error] of Object.entries(failing)) {
    app.get(path, async () => {
      throw error;
    });
  }
  app.get("/hangs", () => new Promise(() => {}));
  app.post("/form", async () => "taken");
  await app.ready();
  t.after(() => app.close());
  return { app, log, lines: () => log.map((line) => JSON.parse(line)) };
}

const supportOf = (body: string) => /<strong>([2-9A-Z]{4}-[2-9A-Z]{4})<\/strong>/.exec(body)?.[1];

describe("a fault", () => {
  const pages = [
    ["GET", "/nowhere", 404, "Cette page n’existe pas"],
    ["POST", "/form", 403, "Nous n’avons pas pu lire ce formulaire"],
    ["GET", "/unreadable", 400, "Nous n’avons pas compris cette demande"],
    ["GET", "/crowd", 429, "Trop d’essais en peu de temps"],
    ["GET", "/away", 503, "Le service revient dans un instant"],
    ["GET", "/busy", 503, "Beaucoup de monde se connecte en ce moment"],
    ["GET", "/ours", 500, "Une erreur s’est produite chez nous"],
  ] as const;

  for (const [method, url, status, title] of pages) {
    test(`is a page that says so, with a way on, and is not kept: ${status} ${url}`, async (t) => {
      const { app, lines } = await open(t);
      const { statusCode, body, headers } = await app.inject({ method, url });
      assert.equal(statusCode, status);
      assert.ok(body.includes(`<h1 class="govuk-heading-l">${title}</h1>`));
      assert.match(body, /<title>[^<]*<\/title>/);
      assert.ok(body.includes(`href="tel:${caf.help.phone.replaceAll(" ", "")}"`));
      assert.match(body, /class="govuk-link" href="\/"/);
      assert.match(String(headers["content-type"]), /^text\/html/);
      assert.equal(headers["cache-control"], "no-store");
      assert.equal(headers["retry-after"], { 503: "30", 429: "60" }[status as number]);
      const answered = lines().find((line) => line.msg === "answered");
      assert.equal(supportOf(body), answered.support, "the log knows the number that the page gives");
      const fault = lines().find((line) => line.msg === "fault");
      assert.equal(fault?.support, status >= 500 ? supportOf(body) : undefined);
    });
  }

  test("speaks English to who asked for it", async (t) => {
    const { app } = await open(t);
    const { body } = await app.inject({ method: "GET", url: "/ours?lang=en" });
    assert.ok(body.includes("Something went wrong on our side"));
    assert.match(body, /<html[^>]*lang="en"/);
  });

  test("SEC-09 tells the log what failed and where, without the NIR that a library put in its message", async (t) => {
    const { app, log, lines } = await open(t);
    const { body } = await app.inject({
      method: "GET",
      url: `/ours?nir=${nir.replaceAll(" ", "")}&name=Amina`,
    });
    const fault = lines().find((line) => line.err);
    assert.match(fault.err.message, /^duplicate key: \(nir\)=\(…/);
    assert.match(fault.err.stack, /faults\.test\.ts/);
    assert.doesNotMatch(log.join(""), /451|184127|Amina|127\.0\.0\.1/);
    assert.doesNotMatch(body, /duplicate|faults\.test/, "the page tells nothing of our insides");
  });

  test("SEC-15 from another site's page is a page too", async (t) => {
    const { app } = await open(t);
    const headers = { origin: "https://evil.example" };
    const { statusCode, body } = await app.inject({ method: "POST", url: "/form", headers });
    assert.equal(statusCode, 403);
    assert.ok(body.includes("Nous n’avons pas pu lire ce formulaire"));
  });

  test("REL-03 of a page that hangs is told within 3 seconds", async (t) => {
    const { app } = await open(t);
    const start = performance.now();
    const { statusCode, body, headers } = await app.inject({ method: "GET", url: "/hangs" });
    assert.ok(performance.now() - start < 3000);
    assert.equal(statusCode, 503);
    assert.equal(headers["retry-after"], "30");
    assert.ok(body.includes("Le service revient dans un instant"));
  });
});
