import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { awa, type DemoWorld, demoWorld, journalOf, nadia } from "../../test/demo.ts";
import { signIn } from "../modules/identity/index.ts";
import { lift, showCase, suspend } from "./access.ts";
import type { Desk } from "./command.ts";
import { passwordCampaign } from "./password-campaign.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

/** A command as it runs: what it is given on the line, what is typed in; its answer. */
async function run(command: (rest: string[], desk: Desk) => Promise<void>, line: string[], typed = "") {
  const said: string[] = [];
  const desk: Desk = {
    withWorld: async (institution, work) => {
      assert.equal(institution, "caf");
      await work(world);
    },
    input: (async function* () {
      yield Buffer.from(typed);
    })(),
    write: (text) => void said.push(text),
  };
  await command(line, desk);
  return said.join("\n");
}

const who = ["--institution", "caf", "--by", "claude"];
const reason = ["--reason", "Two countries in an hour"];
const entersWith = async (typed: string) => {
  const result = await signIn(world, { identifier: typed, password: awa.oldPassword });
  return "cookie" in result ? "in" : result.because;
};

test("MC-14 foyer suspend and foyer lift take the identifier from what is typed in, and sign the journal", async () => {
  await run(suspend, [...who, ...reason, "--until", "2026-03-31"], `${awa.identifier}\n`);
  assert.equal(await entersWith(awa.identifier), "blocked");
  world.pass({ days: 21, hours: 12 });
  assert.equal(await entersWith(awa.identifier), "blocked", "the last day counts");
  world.pass({ hours: 1 });
  assert.equal(await entersWith(awa.identifier), "in");
  await run(suspend, [...who, ...reason], awa.identifier);
  await run(lift, [...who, ...reason], awa.identifier);
  assert.equal(await entersWith(awa.identifier), "in");
  const actors = (await journalOf(world, awa)).filter(({ act }) => act.includes("access"));
  assert.deepEqual([...new Set(actors.map(({ actor }) => actor))], ["agent command claude"]);
});

test("SEC-09 an identifier on the command line is refused, and so is what is not one", async () => {
  await assert.rejects(
    run(suspend, [...who, ...reason, awa.identifier]),
    /must not stand on the command line/,
  );
  await assert.rejects(run(suspend, [...who, ...reason]), /One identifier is expected/);
  await assert.rejects(run(suspend, [...who, ...reason], `${awa.identifier}\n${nadia.identifier}`), /One/);
  await assert.rejects(run(suspend, [...who, ...reason], "12"), /social-security number/);
  await assert.rejects(run(suspend, [...who, ...reason], "1850554395089"), /nobody/);
  await assert.rejects(run(suspend, [...who], awa.identifier), /Say --reason/);
  await assert.rejects(run(suspend, [...reason, "--institution", "caf"], awa.identifier), /Say --by/);
  await assert.rejects(run(suspend, [...who, ...reason, "--until", "soon"], awa.identifier), /--until/);
  await assert.rejects(run(lift, [...who, ...reason], awa.identifier), /No suspension/);
  await assert.rejects(run(lift, [...who, ...reason, "--alarm"], awa.identifier), /No alarm/);
  await assert.rejects(run(showCase, [...who, "0000-0000"]), /No report/);
  assert.equal((await journalOf(world, awa)).length, 0);
});

test("MC-13 foyer password-campaign starts, lists and tells how far it is", async () => {
  const options = [...who, "--why", "leak", "--note", "List of 3 March"];
  const said = await run(
    passwordCampaign,
    ["start", ...options],
    `${awa.identifier}\n\n${nadia.identifier}\n`,
  );
  const [, id = ""] = /Campaign (\S+) has started/.exec(said) ?? [];
  const shown = await run(passwordCampaign, ["progress", "--institution", "caf", id]);
  assert.match(shown, /leak by agent command claude: asked 0, done 0, remaining 0, still walking/);
  await run(passwordCampaign, ["start", ...options, "--everybody"]);
  assert.equal((await run(passwordCampaign, ["list", "--institution", "caf"])).split("\n").length, 2);
  for (const [line, fault] of [
    [["begin"], /start, list or progress/],
    [["start", ...who, "--note", "n", "--why", "fun", "--everybody"], /--why is one of/],
    [["start", ...options], /at least one person/],
    [["progress", "--institution", "caf", "1"], /No campaign/],
  ] as const)
    await assert.rejects(run(passwordCampaign, [...line]), fault);
});
