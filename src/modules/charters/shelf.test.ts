import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { caf } from "../../../institutions/caf/index.ts";
import type { Language } from "../../../law/language.ts";
import { firstTerms, publishing, termsWithNext } from "../../../test/charters.ts";
import { awa } from "../../../test/demo.ts";
import { type TestWorld, testWorld } from "../../../test/world.ts";
import { registerNightly, registerVersions } from "./shelf.ts";

const name = "mon-compte";

let shipped: TestWorld;
before(async () => {
  shipped = await testWorld();
});
const start = new Date("2026-03-10T09:00:00Z");
beforeEach(async () => {
  shipped.clock.now = start;
  await sql`truncate charters.version, charters.text cascade`.execute(shipped.owner);
});
after(() => shipped.close());

test("MC-03 a version that was announced cannot be edited: the start refuses it and names the file", async () => {
  await registerVersions(shipped);
  await registerVersions(shipped);
  const edited = (only: Language) =>
    publishing(caf, {
      charter: name,
      version: firstTerms.version,
      edit: (text, language) => (language === only ? `${text}\nOne word more.\n` : text),
    });
  for (const language of ["fr", "en"] as const)
    await assert.rejects(registerVersions({ ...shipped, charters: edited(language) }), (error: Error) => {
      assert.match(
        error.message,
        new RegExp(`institutions/caf/charters/mon-compte/2026-01-05\\.${language}\\.md`),
      );
      assert.doesNotMatch(error.message, new RegExp(`05\\.${language === "fr" ? "en" : "fr"}\\.md`));
      assert.match(error.message, /write a new version/);
      return true;
    });
});

test("MC-03 a draft may be edited as long as it is one, and is written down only once announced", async () => {
  const draft = (text: string) => ({
    ...shipped,
    charters: publishing(caf, {
      charter: name,
      version: "2026-06-01",
      announced: "2026-05-01",
      edit: (body) => `${body}\n${text}\n`,
    }),
  });
  await registerVersions(draft("One way."));
  await registerVersions(draft("Another way."));
  shipped.clock.now = new Date("2026-05-01T08:00:00Z");
  await registerVersions(draft("Another way."));
  await assert.rejects(registerVersions(draft("One way.")), /2026-06-01\.fr\.md.*2026-06-01\.en\.md/);
});

test("MC-03 each night, what was announced since the start is written down", async () => {
  const nights: (() => Promise<void>)[] = [];
  const nightly = async (_name: string, does: () => Promise<void>) => void nights.push(does);
  const charters = publishing(caf, { charter: name, version: "2026-07-01", announced: "2026-06-01" });
  await registerNightly({ ...shipped, charters, jobs: { ...shipped.jobs, nightly } });
  const known = async () => {
    for (const night of nights) await night();
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from charters.version where version = '2026-07-01'`.execute(shipped.db);
    return rows[0]?.count;
  };
  shipped.clock.now = new Date("2026-05-31T03:20:00Z");
  assert.equal(await known(), 0);
  shipped.clock.now = new Date("2026-06-01T03:20:00Z");
  assert.equal(await known(), 2);
});

test("MC-03 what was written down before texts had digests of their own is completed, not refused", async () => {
  const world = { ...shipped, charters: termsWithNext };
  await registerVersions(world);
  await sql`update charters.version set sha256 = null`.execute(shipped.db);
  await registerVersions(world);
  const { rows } = await sql<{ missing: number }>`
    select count(*)::int as missing from charters.version where sha256 is null`.execute(shipped.db);
  assert.deepEqual(rows, [{ missing: 0 }]);
});

test("MC-02 the database itself takes no text under another digest, and no acceptance without its proof", async () => {
  await registerVersions(shipped);
  await assert.rejects(
    sql`insert into charters.text (sha256, body) values (${Buffer.alloc(32)}, 'x')`.execute(shipped.db),
    /text_has_its_digest/,
  );
  await assert.rejects(
    sql`insert into charters.answer (person_id, charter, version, answered_at, language, accepted)
      values (${awa.id}, ${name}, ${firstTerms.version}, now(), 'fr', true)`.execute(shipped.db),
    /answer_is_proved/,
  );
});
