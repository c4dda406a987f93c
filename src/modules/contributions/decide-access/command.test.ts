import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { contributors, demoInsuredRegistry } from "../../../../dev/demo/cnss.ts";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { type DemoWorld, demoWorld } from "../../../../test/demo.ts";
import { accessRequest } from "../../../commands/access-request.ts";
import { asked, kadra } from "../testing.ts";

let world: DemoWorld;
const folder = mkdtempSync(join(tmpdir(), "foyer-letters-"));
before(async () => {
  world = await demoWorld({ institution: cnss, insuredRegistry: demoInsuredRegistry() });
});
beforeEach(() => world.afresh());
after(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const run = (...line: string[]): Promise<string> => typing("", ...line);

/** The same, with something typed in. */
async function typing(input: string, ...line: string[]): Promise<string> {
  const said: string[] = [];
  await accessRequest(line, {
    withWorld: async (_institution, work) => work(world),
    input: (async function* () {
      yield input;
    })(),
    write: (text) => void said.push(text),
  });
  return said.join("\n");
}

const at = ["--institution", "cnss"];
const by = [...at, "--by", "saada"];

test("CN-04 foyer access-request lists what waits, issues by a letter, and decides once", async () => {
  const caseNumber = await asked(world, "insured", kadra, "kadra@exemple.fr");
  const listed = await run("list", ...at);
  assert.match(listed, new RegExp(`${caseNumber} .* insured Kadra Fatouma Guedi-Omar, register: match`));
  const [id = ""] = listed.split(" ");
  assert.match(
    await run("show", ...by, id),
    /number: 100593846[\s\S]*mail: kadra@exemple\.fr[\s\S]*register: match/,
  );
  const letter = join(folder, "letter.pdf");
  await run("issue", ...by, "--letter", letter, id);
  assert.equal(readFileSync(letter).subarray(0, 5).toString(), "%PDF-");
  assert.equal(await run("list", ...at), "");
  await assert.rejects(run("refuse", ...by, "--reason", "Vu", id), /already been answered/);
});

test("CN-04 a letter that cannot be written decides nothing; a refusal needs its reason", async () => {
  await asked(world, "insured", kadra, "kadra@exemple.fr");
  const [id = ""] = (await run("list", ...at)).split(" ");
  assert.ok(existsSync(folder));
  await assert.rejects(run("issue", ...by, "--letter", folder, id), /there already/);
  await assert.rejects(run("refuse", ...by, id), /Say why/);
  await assert.rejects(run("issue", ...at, id), /Say --by/);
  await assert.rejects(run("give"), /list, show, issue, refuse or again/);
  assert.match(await run("list", ...at), new RegExp(id));
  assert.match(await run("refuse", ...by, "--reason", "La date ne va pas", id), /told why/);
});

test("CN-04 SEC-09 foyer access-request again: another first password by a letter, for the number typed in and never on the command line", async () => {
  const [hodan] = contributors;
  const letter = join(folder, "again.pdf");
  const given = ["again", ...by, "--reason", "pièce vue", "--letter", letter];
  await assert.rejects(typing("", ...given, hodan.number), /must not stand on the command line/);
  await assert.rejects(typing(hodan.number, "again", ...by), /Say --reason/);
  assert.match(await typing(hodan.number, ...given), /then delete it/);
  assert.equal(readFileSync(letter).subarray(0, 5).toString(), "%PDF-");
  await assert.rejects(typing(hodan.number, ...given), /there already/);
});
