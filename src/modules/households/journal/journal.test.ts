import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { grounds } from "../../../../law/access/reasons.ts";
import {
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  julien,
  ownPassword,
  type Someone,
  signedIn,
  sophie,
  standing,
} from "../../../../test/demo.ts";
import { settle, type TestSite, testSite } from "../../../../test/site.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { type Act, record } from "../../../platform/journal.ts";
import { wordsOfAct } from "../../identity/index.ts";
import { answerOffer } from "../delegate/delegate.ts";
import { gatherHome } from "../home/home.ts";
import { asCsv, asJson } from "./export.ts";
import { readJournal, type ShownEntry, wholeJournal } from "./read-entries.ts";

let world: DemoWorld;
let site: TestSite;
before(async () => {
  world = await demoWorld();
  site = await testSite(world);
  for (const who of [awa, julien]) await settle(site.browser(), who);
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  await site.close();
  await world.close();
});

const write = (act: Omit<Act, "at">) =>
  inTransaction(world.db, (tx) => record(tx, world.keys.journal, { ...act, at: world.clock() }));

const read = async (who: Someone, asked = {}, most?: number) => {
  const page = await readJournal(world, await standing(world, who), asked, most);
  assert.ok("entries" in page);
  return page;
};

const visitor = (who: Someone) => signedIn(world, who, ownPassword);

test("SEC-12 Awa reads that Julien opened her file, as what, and when; he does not read hers", async () => {
  await answerOffer(world, await visitor(awa), true);
  world.pass({ minutes: 5 });
  await gatherHome(world, await visitor(julien), await standing(world, julien));
  const { entries } = await read(awa, { by: "others" });
  const [look] = entries;
  assert.equal(look?.says.fr, "Le foyer a été consulté");
  assert.deepEqual(look?.by, { fr: "Julien Mercier", en: "Julien Mercier" });
  assert.equal(look?.as?.en, "The spouse with the delegation");
  assert.equal(look?.at.getTime(), world.clock().getTime());
  const his = (await read(julien)).entries.map(({ says }) => says.fr);
  assert.ok(!his.includes("Le foyer a été consulté"));
  assert.ok(his.includes("La gestion du dossier a été confiée au conjoint"));
});

test("SEC-12 an agent’s look shows the reason and the office’s name, a stranger’s act names nobody", async () => {
  const look = { subject: awa.id, act: "looked at the household" };
  await write({ ...look, actor: newId(), detail: { as: "desk-agent", why: "Demande du 3 mars" } });
  await write({ ...look, actor: sophie.id, detail: { as: "nothing known" } });
  await write({ subject: awa.id, actor: "unknown", act: "password refused" });
  const [refused, stranger, agent] = (await read(awa)).entries;
  assert.deepEqual(
    [agent?.by.en, agent?.why, agent?.as?.en],
    ["an agent (Caf)", "Demande du 3 mars", "The desk agent"],
  );
  assert.deepEqual([stranger?.by.en, stranger?.as], ["an agent (Caf)", undefined]);
  assert.equal(refused?.by.en, "someone who was not signed in");
});

test("SEC-12 page after page, nothing is missing, doubled or somebody else’s", async () => {
  for (let n = 0; n < 23; n++) {
    await write({ subject: awa.id, actor: n % 3 === 0 ? julien.id : awa.id, act: "signed out" });
    await write({ subject: julien.id, actor: awa.id, act: "signed out" });
  }
  const all = (await read(awa, {}, 1000)).entries.map(({ number }) => number);
  for (const by of [undefined, "others"] as const) {
    const met: number[] = [];
    let before: number | undefined;
    do {
      const page = await read(awa, { before, by }, 5);
      assert.ok(page.entries.length <= 5);
      met.push(...page.entries.map(({ number }) => number));
      before = page.next;
    } while (before !== undefined);
    assert.deepEqual(
      met,
      met.toSorted((a, b) => b - a),
    );
    assert.equal(new Set(met).size, met.length);
    if (by === undefined) assert.deepEqual(met, all);
    else assert.equal(met.length, 8);
  }
});

test("SEC-12 CP-23 a site that was refused stands under its own name, never as an agent", async () => {
  for (const id of ["mon-compte-aripa", "closed-since"])
    await write({ subject: awa.id, actor: `site ${id}`, act: "refused a site", detail: { site: id } });
  const { entries } = await read(awa, {}, 2);
  assert.deepEqual(
    entries.map(({ by }) => by),
    [
      { fr: "un autre site", en: "another site" },
      { fr: "Mon Compte ARIPA", en: "Mon Compte ARIPA" },
    ],
  );
});

test("SEC-12 the journal pages use the index, however long the journal is", async () => {
  const plan = async (filter: string) => {
    const { rows } = await inTransaction(world.db, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      return sql<{ "QUERY PLAN": string }>`explain select number from journal.entry
        where subject = ${sql.raw(`'${awa.id}'`)} ${sql.raw(filter)} and number < 100 order by number desc limit 30`.execute(
        tx,
      );
    });
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  assert.match(await plan(""), /Index (Only )?Scan Backward using entry_key/);
  assert.match(await plan("and actor <> subject::text"), /Index (Only )?Scan Backward using entry_by_others/);
});

test("SEC-12 the page: own journal only, whatever the address says, and why it is shown", async () => {
  await write({ subject: awa.id, actor: awa.id, act: "raised an alarm" });
  const his = site.browser();
  await his.signIn(julien, ownPassword);
  const hostile = [
    "",
    `?subject=${awa.id}`,
    `?personId=${awa.id}&by=others`,
    "?before=-1",
    "?before=99999999999999999999",
    "?before=1e9&by=everyone",
    "?before=0x10",
  ];
  for (const query of hostile) {
    const seen = await his.open(`/journal${query}`);
    assert.equal(seen.status, 200, query);
    assert.doesNotMatch(seen.body, /Un danger a été signalé/, query);
    assert.ok(seen.body.includes(grounds.ownJournal.says.fr));
  }
  const hers = site.browser();
  await hers.signIn(awa, ownPassword);
  assert.match((await hers.open("/journal")).body, /Un danger a été signalé/);
});

test("SEC-12 the journal goes with its person as CSV and as JSON, whole and in their language", async () => {
  for (let n = 0; n < 40; n++) await write({ subject: awa.id, actor: awa.id, act: "signed out" });
  const browser = site.browser();
  await browser.signIn(awa, ownPassword);
  const count = (await read(awa, {}, 1000)).entries.length;
  const csv = await browser.open("/journal.csv");
  const lines = csv.body.trim().split("\r\n");
  assert.equal(lines.length, count + 1);
  assert.equal(lines[0], '"Date et heure (UTC)";"Ce qui a été fait";"Par";"En qualité de";"Raison"');
  assert.match(lines[1] ?? "", /^"2026-03-10T09:00:00\.000Z";"Connexion à l’espace";"vous";"";""$/);
  const json = JSON.parse((await browser.open("/journal.json?lang=en")).body) as { by: string }[];
  assert.equal(json.length, count);
  assert.equal(json[0]?.by, "you");
  const stranger = site.browser();
  assert.equal((await stranger.open("/journal.csv")).path.split("?")[0], "/sessions/new");
});

const entry = (given: Partial<ShownEntry>): ShownEntry => ({
  number: 1,
  at: new Date("2026-03-10T09:00:00Z"),
  says: { fr: "Acte", en: "Act" },
  by: { fr: "vous", en: "you" },
  ...given,
});

async function listOf<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const piece of pieces) list.push(piece);
  return list;
}

const written = async (pieces: AsyncIterable<string>) => (await listOf(pieces)).join("");

async function* listed(...entries: ShownEntry[]) {
  yield* entries;
}

test("SEC-12 what is exported stays text in a spreadsheet, and parses whatever people wrote", async () => {
  const why = '=HYPERLINK("http://x";"a")\r\n@b';
  const csv = await written(asCsv(listed(entry({ why })), "fr"));
  assert.ok(csv.startsWith("\ufeff"), "spreadsheets know by it that this is UTF-8");
  assert.match(csv, /"'=HYPERLINK\(""http:\/\/x"";""a""\)/);
  for (const start of ["+1", "-1", "@a", "\tx"])
    assert.ok((await written(asCsv(listed(entry({ why: start })), "en"))).includes(`"'${start}"`), start);
  assert.deepEqual(JSON.parse(await written(asJson(listed(), "fr"))), []);
  const [one, two] = JSON.parse(await written(asJson(listed(entry({ why }), entry({ number: 2 })), "en")));
  assert.deepEqual([one.reason, two.number, two.reason], [why, 2, undefined]);
});

test("SEC-11 who may not read a journal takes none away", async () => {
  await sql`insert into households.death (person_id, on_date, recorded_at)
    values (${camille.id}, '2026-03-01', ${world.clock()})`.execute(world.db);
  assert.deepEqual(await listOf(wholeJournal(world, await standing(world, camille))), []);
});

test("SEC-12 every act that the code writes has its words: nobody reads “other operation”", () => {
  const root = new URL("../../../", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.startsWith("modules/") && file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const other = wordsOfAct("something nobody does");
  const without = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), "utf8").matchAll(/\bact(?::| =)([^;,]*)|\bjournal\(("[^"]*")/g)]
      .flatMap(([, act = "", journal = ""]) => (act + journal).match(/"[a-zA-Z][^"]* [^"]*"/g) ?? [])
      .map((act) => act.slice(1, -1))
      .filter((act) => wordsOfAct(act) === other)
      .map((act) => `${file}: ${act}`),
  );
  assert.deepEqual(without, [], "give them words in identity/raise-alarm/acts.ts");
});
