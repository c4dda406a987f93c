import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import { z } from "zod";
import { type App, buildServer } from "./server.ts";

const nir = "1 84 12 76 451 089 46";

/** A server with a form, a page that fails and a page that hangs, and what it logged. */
async function open(production = false, t?: TestContext) {
  const log: string[] = [];
  const app = await buildServer({
    production,
    trustProxy: false,
    log: { write: (line) => void log.push(line) },
  });
  app.get("/form", async (_request, reply) => ({ csrf: reply.generateCsrf(), nonce: reply.cspNonce }));
  app.post("/form", { schema: { body: z.object({ name: z.string() }) } }, async (request) => request.body);
  app.post("/api", { config: { machine: true } }, async (request) => ({ cookies: request.cookies }));
  app.put("/form", async () => ({}));
  app.delete("/form", async () => ({}));
  app.get("/files/:number", async () => ({}));
  app.get("/fails", async () => {
    throw new Error("it fails");
  });
  app.get("/hangs", () => new Promise(() => {}));
  app.get("/long", async (_request, reply) => reply.type("text/html").send("é".repeat(5000)));
  await app.ready();
  t?.after(() => app.close());
  return { app, log };
}

const host = "compte.caf.example";

async function readForm(app: App) {
  const answer = await app.inject({ method: "GET", url: "/form", headers: { host } });
  const { csrf } = answer.json<{ csrf: string }>();
  return { csrf, cookie: (answer.headers["set-cookie"] as string).split(";")[0] as string, answer };
}

describe("SEC-09 every answer's headers", () => {
  const policyOf = async (t: TestContext, production: boolean) => {
    const { app } = await open(production, t);
    const { headers } = await app.inject({ method: "GET", url: "/form", headers: { host } });
    const policy = String(headers["content-security-policy"]);
    const directives = new Map(
      policy.split(";").map((directive) => {
        const [name = "", ...sources] = directive.trim().split(/\s+/);
        return [name, sources];
      }),
    );
    return { headers, policy, directives };
  };

  test("allow no inline script or style, no frame, no plug-in, no other base, no foreign form", async (t) => {
    const { policy, directives } = await policyOf(t, true);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    assert.deepEqual(directives.get("default-src"), ["'self'"]);
    assert.deepEqual(directives.get("object-src"), ["'none'"]);
    assert.deepEqual(directives.get("base-uri"), ["'none'"]);
    assert.deepEqual(directives.get("frame-ancestors"), ["'none'"]);
    assert.deepEqual(directives.get("form-action"), ["'self'"]);
    for (const name of ["script-src", "style-src"]) {
      const [self, nonce, ...more] = directives.get(name) ?? [];
      assert.equal(self, "'self'");
      assert.match(nonce ?? "", /^'nonce-[\w+/=-]{22,}'$/);
      assert.deepEqual(more, []);
    }
  });

  test("name a nonce that the page knows and that never comes twice", async (t) => {
    const { app } = await open(false, t);
    const draw = () => app.inject({ method: "GET", url: "/form" });
    const [one, other] = [await draw(), await draw()];
    const { nonce } = one.json<{ nonce: { script: string } }>();
    assert.ok(String(one.headers["content-security-policy"]).includes(`'nonce-${nonce.script}'`));
    assert.equal(String(other.headers["content-security-policy"]).includes(nonce.script), false);
  });

  test("ask for HTTPS in production only", async (t) => {
    const production = await policyOf(t, true);
    assert.equal(production.headers["strict-transport-security"], "max-age=63072000");
    assert.ok(production.directives.has("upgrade-insecure-requests"));
    const development = await policyOf(t, false);
    assert.equal(development.headers["strict-transport-security"], undefined);
    assert.equal(development.directives.has("upgrade-insecure-requests"), false);
  });

  test("say nothing of where one came from to other sites, nor of the server", async (t) => {
    const { headers } = await policyOf(t, true);
    assert.equal(headers["referrer-policy"], "same-origin");
    assert.equal(headers["x-frame-options"], "DENY");
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["x-powered-by"], undefined);
    assert.equal(headers.server, undefined);
  });

  test("stand on errors too", async (t) => {
    const { app } = await open(true, t);
    for (const [method, url] of [
      ["GET", "/nowhere"],
      ["GET", "/fails"],
      ["POST", "/form"],
    ] as const) {
      const { headers, statusCode } = await app.inject({ method, url });
      assert.ok(statusCode >= 400);
      assert.match(String(headers["content-security-policy"]), /frame-ancestors 'none'/, url);
    }
  });
});

describe("SEC-15 a form", () => {
  let app: App;
  before(async () => {
    ({ app } = await open());
  });
  after(() => app.close());

  const post = (
    headers: Record<string, string>,
    payload: string,
    method: "POST" | "PUT" | "DELETE" = "POST",
  ) =>
    app.inject({
      method,
      url: "/form",
      headers: { host, "content-type": "application/x-www-form-urlencoded", ...headers },
      payload,
    });
  const form = async () => {
    const { csrf, cookie } = await readForm(app);
    return { cookie, body: new URLSearchParams({ name: "Amina", csrf }).toString() };
  };

  test("with its token and its cookie is taken", async () => {
    const { cookie, body } = await form();
    const answer = await post({ cookie, origin: `http://${host}` }, body);
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(answer.json(), { name: "Amina" });
  });

  test("is taken from a browser that says no origin, or sends its token as a header", async () => {
    const { csrf, cookie } = await readForm(app);
    assert.equal(
      (await post({ cookie, "sec-fetch-site": "same-origin" }, `name=a&csrf=${csrf}`)).statusCode,
      200,
    );
    assert.equal((await post({ cookie }, `name=a&csrf=${csrf}`)).statusCode, 200);
    assert.equal((await post({ cookie, "x-csrf-token": csrf }, "name=a")).statusCode, 200);
  });

  test("without a token is refused, whatever the method", async () => {
    const { cookie } = await form();
    for (const method of ["POST", "PUT", "DELETE"] as const) {
      assert.equal((await post({ cookie }, "name=Amina", method)).statusCode, 403, method);
    }
  });

  test("without its cookie, with someone else's, or with a token made up is refused", async () => {
    const [mine, theirs] = [await form(), await form()];
    assert.equal((await post({}, mine.body)).statusCode, 403);
    assert.equal((await post({ cookie: theirs.cookie }, mine.body)).statusCode, 403);
    assert.equal((await post({ cookie: mine.cookie }, "name=Amina&csrf=abc")).statusCode, 403);
    assert.equal((await post({ cookie: mine.cookie }, "name=Amina&csrf=a&csrf=b")).statusCode, 403);
  });

  test("from another site's page is refused, even with its token", async () => {
    const { cookie, body } = await form();
    const foreign = [
      { origin: "https://evil.example" },
      { origin: `https://${host}` },
      { origin: `http://${host}.evil.example` },
      { origin: `http://${host}:8080` },
      { origin: "null" },
      { origin: "" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ];
    for (const headers of foreign) {
      const answer = await post({ cookie, ...headers }, body);
      assert.equal(answer.statusCode, 403, JSON.stringify(headers));
      assert.equal(answer.json().code, "FOREIGN_ORIGIN");
    }
  });

  test("is not what programs send: a route of theirs asks no token and no origin, and reads no cookie", async () => {
    const { cookie } = await form();
    const foreign = { host, origin: "https://elsewhere.example", "sec-fetch-site": "cross-site", cookie };
    const answer = await app.inject({ method: "POST", url: "/api", headers: foreign, payload: {} });
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(answer.json(), { cookies: {} });
    assert.deepEqual(answer.cookies, []);
  });

  test("SEC-05 has its token in a cookie that other hosts, scripts and clear text never see", async () => {
    const { answer } = await readForm(app);
    const cookie = String(answer.headers["set-cookie"]);
    assert.match(cookie, /^__Host-csrf=/);
    for (const rule of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"])
      assert.ok(cookie.includes(rule), rule);
    assert.doesNotMatch(cookie, /Domain/i);
  });

  test("that is too long is refused before it is read", async () => {
    const { cookie, body } = await form();
    assert.equal((await post({ cookie }, `${body}&more=${"a".repeat(70_000)}`)).statusCode, 413);
  });

  test("whose fields are not the ones of the form is refused", async () => {
    const { csrf, cookie } = await readForm(app);
    assert.equal((await post({ cookie }, `csrf=${csrf}`)).statusCode, 400);
  });
});

describe("SEC-09 the log", () => {
  test("tells the route and the outcome of each answer, never what was in the address, nor who asked", async (t) => {
    const { app, log } = await open(false, t);
    const asked = {
      remoteAddress: "198.51.100.7",
      headers: { host, "user-agent": "Navigateur/1", referer: "http://r" },
    };
    await app.inject({
      ...asked,
      method: "GET",
      url: "/files/184127645108946?nir=184127645108946&name=Amina",
    });
    await app.inject({ ...asked, method: "GET", url: "/nowhere/184127645108946?name=Amina" });
    await app.inject({ ...asked, method: "POST", url: "/form?name=Amina", payload: { nir } });
    await app.inject({ ...asked, method: "GET", url: "/%E0%A4%A?name=Amina" });
    const answered = log.map((line) => JSON.parse(line)).filter((line) => line.msg === "answered");
    assert.deepEqual(answered.map(({ req, statusCode }) => [req.method, req.route, statusCode]).slice(0, 3), [
      ["GET", "/files/:number", 200],
      ["GET", undefined, 404],
      ["POST", "/form", 403],
    ]);
    for (const told of [
      "184127645108946",
      "Amina",
      "198.51.100.7",
      "Navigateur",
      "http://r",
      "451 089",
      "nir",
    ]) {
      assert.equal(log.join("").includes(told), false, told);
    }
  });

  test("numbers requests itself: a caller cannot choose the number", async (t) => {
    const { app, log } = await open(false, t);
    await app.inject({
      method: "GET",
      url: "/form",
      headers: { "request-id": "mine", "x-request-id": "mine" },
    });
    await app.inject({ method: "GET", url: "/form" });
    const numbers = log.map((line) => JSON.parse(line).support);
    assert.equal(numbers.includes("mine"), false);
    assert.equal(new Set(numbers).size, 2);
  });
});

test("REL-03 a request that hangs is answered 503 within 3 seconds", async (t) => {
  const { app } = await open(false, t);
  const start = performance.now();
  const { statusCode } = await app.inject({ method: "GET", url: "/hangs" });
  assert.equal(statusCode, 503);
  assert.ok(performance.now() - start < 3000);
});

test("long answers travel compressed to those who can read it", async (t) => {
  const { app } = await open(false, t);
  const headers = { "accept-encoding": "gzip" };
  const answer = await app.inject({ method: "GET", url: "/long", headers });
  assert.equal(answer.headers["content-encoding"], "gzip");
  assert.ok(answer.rawPayload.length < 500);
  assert.equal((await app.inject({ method: "GET", url: "/long" })).body, "é".repeat(5000));
});
