import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type DemoWorld, demoWorld, dump, journalOf, shows, sophie } from "../../../../test/demo.ts";
import { type Browser, settle, type TestSite, testSite } from "../../../../test/site.ts";
import { demoShell } from "../../../design/demo-shell.ts";
import { openSite } from "../../../open-site.ts";

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

const cookieOf = ({ jar }: Browser) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

test("MC-01 of a signed-in person's simulation too nothing is stored, in the file, the journal or the log", async () => {
  const log: string[] = [];
  const app = await openSite(
    { production: false, trustProxy: false },
    { log: { write: (line) => void log.push(line) } },
    { ...world, jobs: { ...world.jobs, nightly: async () => {} } },
    demoShell().assets,
  );
  const browser = site.browser();
  await settle(browser, sophie);
  await browser.open("/simulations/new");
  const entries = (await journalOf(world, sophie)).length;
  const before = await dump(world);
  assert.equal((await browser.send("/home/simulations")).path, "/simulations/current");
  await browser.send("/simulations/current/pay", { pay: "2173,41" });
  await browser.send("/simulations/current/partner-pay", { pay: "1984,62" });
  await browser.send("/simulations/current/disability", { disability: "yes" });
  await browser.send("/simulations/current/disability-who", { self: "yes", "child-2": "yes" });
  await browser.send("/simulations/current/aeeh-2", { complement: "4" });
  const seen = await browser.send("/simulations/current/housing", { housing: "owner" });
  assert.equal(seen.path, "/simulations/current/result");

  const read = await app.inject({ url: "/simulations/current/pay", headers: { cookie: cookieOf(browser) } });
  assert.match(read.body, /value="2173,41"/);
  await app.close();
  assert.ok(log.length >= 1);
  for (const line of log) assert.doesNotMatch(line, /2173|1984|__Host-simulation|Sophie|complement=/);

  assert.equal((await journalOf(world, sophie)).length, entries, "a holder's own reading leaves no entry");
  const stored = await dump(world);
  for (const typed of ["2173", "2173.41", "1984.62", "217341"])
    assert.equal(shows(stored, typed), shows(before, typed), typed);
  assert.deepEqual(changedRows(before, stored), [], "no row was written, none was changed");
});

function changedRows(before: string, then: string): readonly string[] {
  const known = new Set(before.split("\n"));
  return then.split("\n").filter((row) => !known.has(row));
}
