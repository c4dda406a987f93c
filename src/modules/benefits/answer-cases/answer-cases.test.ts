import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readHousehold } from "../../../../engine/household.ts";
import { monthNumber } from "../../../../engine/months.ts";
import { demoShell } from "../../../design/demo-shell.ts";
import { type App, buildServer } from "../../../platform/http/server.ts";
import { simulate } from "../../../simulate.ts";
import { answerFaults } from "../../../site/faults.ts";
import { casesRoutes } from "./route.ts";
import { caseSchema } from "./schema.ts";

const log: string[] = [];
let app: App;
before(async () => {
  app = await buildServer({
    production: false,
    trustProxy: false,
    log: { write: (line) => void log.push(line) },
  });
  app.decorate("assets", demoShell().assets);
  answerFaults(app);
  casesRoutes(app);
  await app.ready();
});
after(() => app.close());

const parent = (id: string) => ({
  id,
  adults: [{ birth: "1990-05-30", net_pay: 1147.35 }],
  children: [{ birth: "2016-12-08" }, { birth: "2020-04-21" }],
  housing: "owner",
});

let last = 0;
const post = (body: unknown, headers: Record<string, string> = {}, remoteAddress = `198.18.1.${++last}`) =>
  app.inject({
    method: "POST",
    url: "/api/simulations",
    remoteAddress,
    headers: { "content-type": "application/json", ...headers },
    payload: typeof body === "string" ? body : JSON.stringify(body),
  });

type Errors = { errors: { field: string; says: { fr: string; en: string } }[] };
const fields = (answer: { json: <T>() => T }) => answer.json<Errors>().errors.map(({ field }) => field);

test("MC-01 MC-27 programs get the amounts of the command line, in the order asked", async () => {
  const cases = [
    { ...parent("b"), expect: { af: 1 } },
    { id: 7, adults: [{ birth: "1980-01-01", net_pay: 0 }], children: [], housing: "housed-free" },
  ];
  const answer = await post({ month: "2026-06", cases });
  assert.equal(answer.statusCode, 200, answer.body);
  let told = "";
  await simulate(["--month", "2026-06"], JSON.stringify({ cases }), (text) => {
    told += text;
  });
  assert.deepEqual(answer.json(), JSON.parse(told));
  const { month, results } = answer.json<{
    month: string;
    results: { id: string; af: number; rsa: number }[];
  }>();
  assert.equal(month, "2026-06");
  assert.deepEqual(
    results.map(({ id }) => id),
    ["b", "7"],
  );
  assert.ok((results[0]?.af ?? 0) > 100 && (results[1]?.rsa ?? 0) > 500);
});

test("MC-27 a month whose law is not all published says so, as on the command line", async () => {
  const later = (await post({ month: "2027-06", cases: [parent("a")] })).json<{ note?: { fr: string } }>();
  assert.match(later.note?.fr ?? "", /2026-12/);
  const now = (await post({ month: "2026-06", cases: [parent("a")] })).json<{ note?: object }>();
  assert.equal(now.note, undefined);
});

test("a field that is no yes or no is named", async () => {
  const answer = await post({ month: "2026-06", cases: [], explain: "yes" });
  assert.equal(answer.statusCode, 400);
  assert.deepEqual(fields(answer), ["explain"]);
});

test("MC-27 asked to explain, the answer tells every step with its article, for a few households at once", async () => {
  const asked = { month: "2026-06", explain: true };
  const answer = await post({ ...asked, cases: [parent("a")] });
  assert.equal(answer.statusCode, 200, answer.body);
  type Told = { amount: number; step: { article: string; uses: unknown[] } };
  const [result] = answer.json<{ results: { af: number; explained: Record<string, Told> }[] }>().results;
  assert.equal(result?.explained.af?.amount, result?.af);
  assert.match(result?.explained.af?.step.article ?? "", /L\. 521-1/);
  assert.ok((result?.explained.af?.step.uses.length ?? 0) > 0);
  const many = await post({ ...asked, cases: Array.from({ length: 11 }, (_, at) => parent(String(at))) });
  assert.equal(many.statusCode, 422);
  assert.deepEqual(fields(many), ["cases"]);
  assert.equal((await post({ ...asked, explain: "yes", cases: [] })).statusCode, 400);
});

test("MC-01 an impossible household is refused whole, and every wrong field is named with its case", async () => {
  const answer = await post({
    month: "2026-06",
    cases: [
      parent("right"),
      { adults: [{ birth: "1990-02-31", net_pay: -5 }], children: [], housing: "castle" },
      "nobody",
      { ...parent("born after"), children: [{ birth: "2026-07-01" }] },
    ],
  });
  assert.equal(answer.statusCode, 422);
  assert.deepEqual(fields(answer), [
    "cases[1].adults[0].birth",
    "cases[1].adults[0].net_pay",
    "cases[1].housing",
    "cases[2]",
    "cases[3].children[0].birth",
  ]);
  for (const { says } of answer.json<Errors>().errors) assert.ok(says.fr && says.en);
});

test("MC-01 what is not the JSON expected says which part is not", async () => {
  for (const [body, status, wrong] of [
    [{ cases: [] }, 400, ["month"]],
    [{ month: "2026-13", cases: [] }, 400, ["month"]],
    [{ month: "2023-12", cases: [] }, 400, ["month"]],
    [{ month: "2026-06" }, 400, ["cases"]],
    [{ month: "juin", cases: "two" }, 400, ["month", "cases"]],
    [{ month: "2026-06", cases: Array.from({ length: 201 }, () => parent("x")) }, 400, ["cases"]],
    ["{", 400, ["body"]],
    ["[]", 400, ["body"]],
    ["null", 400, ["body"]],
    [`{"month":"2026-06","cases":["${"x".repeat(300_000)}"]}`, 413, ["body"]],
  ] as const) {
    const answer = await post(body);
    assert.equal(answer.statusCode, status, answer.body);
    assert.deepEqual(fields(answer), wrong);
    assert.match(String(answer.headers["content-type"]), /^application\/json/);
  }
  const full = await post({ month: "2026-06", cases: Array.from({ length: 200 }, () => parent("x")) });
  assert.equal(full.statusCode, 200);
  const form = await post("<month/>", { "content-type": "application/xml" });
  assert.equal(form.statusCode, 415);
  assert.deepEqual(fields(form), ["body"]);
  const text = await post(JSON.stringify({ month: "2026-06", cases: [] }), { "content-type": "text/plain" });
  assert.equal(text.statusCode, 400, "what a page of another site may send without asking is not read");
});

test("SEC-15 it needs no token and takes any origin, because it reads no cookie and sets none", async () => {
  const answer = await post(
    { month: "2026-06", cases: [parent("x")] },
    { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site", cookie: "__Host-session=a.b" },
  );
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(answer.cookies, []);
  assert.equal(answer.headers["access-control-allow-origin"], undefined);
  assert.equal(answer.headers["cache-control"], "no-store");
  assert.deepEqual((await post("{")).cookies, [], "nor where it refuses");
});

test("SEC-01 more than sixty requests a minute from one address wait; other addresses do not", async () => {
  const statuses = [];
  for (let n = 0; n < 61; n++)
    statuses.push((await post({ month: "2026-06", cases: [] }, {}, "198.18.9.9")).statusCode);
  assert.deepEqual([statuses.slice(0, 60).every((one) => one === 200), statuses[60]], [true, 429]);
  const waiting = await post({ month: "2026-06", cases: [] }, {}, "198.18.9.9");
  assert.equal(waiting.headers["retry-after"], "60");
  assert.deepEqual(fields(waiting), ["body"]);
  assert.equal((await post({ month: "2026-06", cases: [] })).statusCode, 200);
});

test("MC-01 nothing that was sent is logged", async () => {
  log.length = 0;
  await post({ month: "2026-06", cases: [parent("dossier-4591038")] });
  await post(`{"month":"2026-06","cases":[{"adults":[{"birth":"1990-05-30"`);
  assert.equal(log.length, 2);
  for (const line of log) assert.doesNotMatch(line, /1147|1990|dossier|198\.18/);
});

const month = monthNumber("2026-06") as number;

test("MC-27 the OpenAPI document says what is taken, as the rules read it", async () => {
  const answer = await app.inject({ url: "/api/openapi.json" });
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(answer.cookies, []);
  const document = answer.json<{
    openapi: string;
    paths: Record<string, { post: { requestBody: unknown; responses: Record<string, unknown> } }>;
    components: { schemas: Record<string, { properties: Record<string, { maxItems?: number }> }> };
  }>();
  assert.equal(document.openapi, "3.1.0");
  assert.deepEqual(Object.keys(document.paths), ["/api/simulations"]);
  assert.equal(document.components.schemas.Asked?.properties.cases?.maxItems, 200);
  const refs = answer.body.match(/#\/components\/schemas\/(\w+)/g) ?? [];
  assert.ok(refs.length >= 6);
  for (const ref of refs) assert.ok(document.components.schemas[ref.slice(21)], ref);
  const answered = (await post({ month: "2026-06", cases: [parent("x")] })).json<{ results: object[] }>();
  const described = JSON.stringify(document.components.schemas.Answered);
  for (const key of Object.keys(answered.results[0] ?? {})) assert.ok(described.includes(`"${key}"`), key);
});

test("MC-27 what the document allows, the rules read; what it forbids, they refuse", () => {
  const whole = parent("x");
  const tried: [unknown, boolean][] = [
    [whole, true],
    [{ ...whole, id: 3, housing: "housed-free", expected: [{ birth: "2026-09-01" }], more: 1 }, true],
    [{ ...whole, adults: [{ ...whole.adults[0], taxable_pay: 12000, disabled: true }] }, true],
    [{ ...whole, children: [{ birth: "2016-12-08", aeeh: 6 }] }, true],
    [{ ...whole, children: [{ birth: "2016-12-08", aeeh: 7 }] }, false],
    [{ ...whole, children: [{ birth: "2016-02-30" }] }, false],
    [{ ...whole, children: undefined }, false],
    [{ ...whole, housing: "rent" }, false],
    [{ ...whole, adults: [] }, false],
    [{ ...whole, adults: [whole.adults[0], whole.adults[0], whole.adults[0]] }, false],
    [{ ...whole, adults: [{ birth: "1990-05-30", net_pay: "1147" }] }, false],
    [{ ...whole, adults: [{ birth: "1990-05-30", net_pay: 1147, disabled: "yes" }] }, false],
    [{ ...whole, adults: [{ net_pay: 1147 }] }, false],
    [[], false],
    [null, false],
  ];
  for (const [one, allowed] of tried) {
    assert.equal(caseSchema.safeParse(one).success, allowed, JSON.stringify(one));
    assert.equal("household" in readHousehold(one, month), allowed, JSON.stringify(one));
  }
});
