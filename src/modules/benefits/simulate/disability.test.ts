import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type DemoWorld, demoWorld } from "../../../../test/demo.ts";
import { type Browser, type TestSite, testSite } from "../../../../test/site.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
});
after(async () => {
  await site.close();
  await world.close();
});

type Said = readonly [string, Record<string, string>];

async function simulate(browser: Browser, answers: readonly Said[]) {
  await browser.open("/simulations/new");
  let seen = await browser.send("/simulations");
  for (const [question, fields] of answers) {
    assert.equal(seen.path, `/simulations/current/${question}`);
    seen = await browser.send(`/simulations/current/${question}`, fields);
  }
  return seen;
}

const parent: readonly Said[] = [
  ["household", { household: "alone" }],
  ["birth", { "birth-day": "30", "birth-month": "5", "birth-year": "1993" }],
  ["pay", { pay: "1147,35" }],
  ["children", { children: "2" }],
  ["child-1", { "birth-day": "8", "birth-month": "12", "birth-year": "2016" }],
  ["child-2", { "birth-day": "21", "birth-month": "4", "birth-year": "2020" }],
  ["disability", { disability: "yes" }],
  ["disability-who", { "child-1": "yes" }],
  ["aeeh-1", { complement: "2" }],
  ["housing", { housing: "owner" }],
];

const card = (body: string, title: string): string =>
  (body.match(/<section class="foyer-card foyer-result">[\s\S]*?<\/section>/g) ?? []).find((one) =>
    one.includes(`>${title} `),
  ) ?? "";

const aloneWithAah: readonly Said[] = [
  ["household", { household: "alone" }],
  ["birth", { "birth-day": "12", "birth-month": "5", "birth-year": "1985" }],
  ["pay", { pay: "0" }],
  ["children", { children: "0" }],
  ["disability", { disability: "yes" }],
  ["disability-who", { self: "yes" }],
  ["housing", { housing: "owner" }],
];

test("MC-01 MC-27 who lives alone with AAH reads it as a benefit to claim at the MDPH, and that RSA counts it", async () => {
  const browser = site.browser();
  const { path, body } = await simulate(browser, aloneWithAah);
  assert.equal(path, "/simulations/current/result");
  const aah = card(body, "Allocation aux adultes handicapés");
  assert.match(aah, /1[\s\u202f\u00a0]?033,32/);
  assert.match(aah, /non vérifiée/);
  assert.match(aah, /La MDPH d’abord/);
  assert.match(aah, /Voir le calcul/);
  assert.match(
    body,
    /Revenu de solidarité active[\s\S]{0,60}<p class="govuk-body">Les ressources du foyer dépassent de/,
    "RSA is nothing, with its reason",
  );
  assert.doesNotMatch(body, /nous ne l’avons pas demandé/);
  assert.match(body, /foyer-chart__disability/, "the chart tells it apart");
  assert.match(body, /<th[^>]*>Allocation aux adultes handicapés<\/th>/, "and so do the coming months");
  const paid = await browser.send("/simulations/current/pay", { pay: "4000" });
  assert.match(paid.body, /Le salaire dépasse celui que l’AAH complète/);
  const birth = { "birth-day": "12", "birth-month": "5", "birth-year": "2007" };
  assert.match((await browser.send("/simulations/current/birth", birth)).body, /ouverte à partir de 20 ans/);
  const none = await browser.send("/simulations/current/disability", { disability: "no" });
  assert.match(none.body, /La première étape est de demander ce droit à la MDPH/);
  assert.doesNotMatch(none.body, /foyer-chart__disability/);
});

test("MC-01 AEEH is told with the complement of the category recognised", async () => {
  const browser = site.browser();
  const { body } = await simulate(browser, parent);
  assert.match(card(body, "Allocation d’éducation de l’enfant handicapé"), /521,81/);
  const alone = await browser.send("/simulations/current/aeeh-1", { complement: "0" });
  assert.match(card(alone.body, "Allocation d’éducation de l’enfant handicapé"), /151,80/);
});

test("A11Y-02 nobody ticked is an error next to the boxes; what was ticked is there again", async () => {
  const browser = site.browser();
  await simulate(browser, aloneWithAah);
  const wrong = await browser.post("/simulations/current/disability-who", { partner: "yes" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /href="#disability-who"[^>]*>Cochez au moins une personne/);
  assert.match(wrong.body, /id="disability-who-error"/);
  const again = await browser.open("/simulations/current/disability-who");
  assert.match(again.body, /name="self"[^>]*checked/);
  assert.doesNotMatch(again.body, /name="partner"/, "nobody else lives there");
});
