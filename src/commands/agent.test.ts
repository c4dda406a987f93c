import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type DemoWorld, demoWorld } from "../../test/demo.ts";
import { testSite } from "../../test/site.ts";
import { agent } from "./agent.ts";
import type { Desk } from "./command.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
after(() => world.close());

async function run(line: string): Promise<string> {
  const said: string[] = [];
  const desk: Desk = {
    withWorld: async (_institution, work) => work(world),
    input: (async function* () {})(),
    write: (text) => void said.push(text),
  };
  await agent(line.split(" "), desk);
  return said.join("\n");
}

test("SEC-08 foyer agent add gives the first access: a password that leads to the second factor", async () => {
  const said = await run(
    "add --institution caf --by claude --number a77 --name Dominique --role administrator",
  );
  const password = /hand over: (\S+)/.exec(said)?.[1] ?? "";
  const site = await testSite(world);
  const browser = site.browser();
  await browser.open("/desk/sessions/new");
  const seen = await browser.send("/desk/sessions", { staffNumber: "A77", password });
  assert.equal(seen.path, "/desk/sessions/current/second-factor");
  await site.close();
});

test("SEC-08 foyer agent add says what is missing, wrong or taken, and gives nothing then", async () => {
  const add = (rest: string) => run(`add --institution caf --by claude ${rest}`);
  await assert.rejects(add("--number A78 --name Claude"), /--role/);
  await assert.rejects(add("--number A78 --name Claude --role king"), /at least one task/);
  await assert.rejects(add("--number A77 --name Claude --role support"), /has this number already/);
  await assert.rejects(run("remove"), /foyer agent add/);
});
