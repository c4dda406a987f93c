import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { lastCodeTo } from "../../../test/contacts.ts";
import { awa, cookieOf, type DemoWorld, demoWorld, julien, signedIn } from "../../../test/demo.ts";
import { enterCode } from "./give-contacts/enter-code.ts";
import { giveContacts } from "./give-contacts/give-contacts.ts";
import { tidy } from "./jobs.ts";
import { signIn } from "./sign-in/sign-in.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
after(() => world.close());

const count = async (table: "attempts" | "session" | "code" | "contact_change") =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(`identity.${table}`)}`.execute(world.db))
    .rows[0]?.n;

test("the night removes tries and sessions that can no longer serve, and nothing before", async () => {
  await cookieOf(world, awa);
  await signIn(world, { identifier: awa.identifier, password: "wrong" });
  world.pass({ days: 1 });
  await tidy(world);
  assert.deepEqual([await count("attempts"), await count("session")], [1, 1]);
  world.pass({ days: 2 });
  await tidy(world);
  assert.deepEqual([await count("attempts"), await count("session")], [0, 1]);
  world.pass({ days: 28 });
  await tidy(world);
  assert.equal(await count("session"), 0);
});

test("SEC-03 the night removes codes once no count of a day needs them, and changes long after they could be objected to", async () => {
  for (const mail of [julien.mail, "julien@ailleurs.exemple"]) {
    const visitor = await signedIn(world, julien);
    await giveContacts(world, visitor, { mail }, "fr");
    await enterCode(world, visitor, "mail", await lastCodeTo(world, mail), "fr");
  }
  world.pass({ days: 2 });
  await tidy(world);
  assert.deepEqual([await count("code"), await count("contact_change")], [2, 1]);
  world.pass({ milliseconds: 1 });
  await tidy(world);
  assert.deepEqual([await count("code"), await count("contact_change")], [0, 1]);
  world.pass({ days: 30 });
  await tidy(world);
  assert.equal(await count("contact_change"), 1, "it ended three days after it was made");
  world.pass({ days: 1 });
  await tidy(world);
  assert.equal(await count("contact_change"), 0);
});
