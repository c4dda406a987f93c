import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import {
  awa,
  type DemoWorld,
  demoWorld,
  dump,
  journalOf,
  julien,
  type Someone,
  samira,
  shows,
  sophie,
} from "../../../../test/demo.ts";
import { workThrough } from "../../../../test/queues.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { admit } from "../admit.ts";
import { tidy } from "../jobs.ts";
import { answerAsking, askReminder, reminderQueue, type TypedReminder } from "./ask-reminder.ts";

let world: DemoWorld;

/** Everyone verified what they gave, except Sophie. */
before(async () => {
  world = await demoWorld();
  await sql`update identity.contact_point set verified_at = given_at where person_id <> ${sophie.id}`.execute(
    world.db,
  );
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const awaTells: TypedReminder = {
  "first-names": "Awa",
  "birth-name": "Diallo",
  "birth-day": "3",
  "birth-month": "11",
  "birth-year": "1988",
  contact: "awa.diallo@exemple.fr",
};
const samiraTells: TypedReminder = {
  "first-names": "Samira",
  "birth-name": "Haidari",
  "birth-day": "14",
  "birth-month": "7",
  "birth-year": "1999",
  contact: "samira.haidari@exemple.fr",
};

/** What was sent to whom after asking. */
async function ask(typed: TypedReminder, language: "fr" | "en" = "fr") {
  const before = (await world.sent()).length;
  assert.deepEqual(await askReminder(world, typed, language), { done: true });
  assert.equal((await world.sent()).length, before, "nothing happens before the answer");
  await workThrough(world, reminderQueue, answerAsking);
  return (await world.sent()).slice(before).map(({ payload }) => payload);
}

/** As if a mail address had just taken the place of another one, which may object for an hour more. */
const lately = (who: Someone, to: string, from: string) =>
  sql`insert into identity.contact_change
    (person_id, number, kind, from_value, to_value, case_number, hashed, changed_at, until_at)
    values (${who.id}, 1, 'mail', ${from}, ${to}, 'AAAAAA', '\\x00', ${world.clock()},
      ${new Date(world.clock().getTime() + 3_600_000)})`.execute(world.db);

test("CP-02 SEC-10 a social-security number is not sent: where it stands is, and how it ends", async () => {
  for (const language of ["fr", "en"] as const) {
    const [mail, ...more] = await ask(awaTells, language);
    assert.equal(mail?.to, "awa.diallo@exemple.fr");
    assert.deepEqual(more, [], "to the contact point asked for, and no other");
    const text = mail?.text ?? "";
    assert.match(text, language === "fr" ? /finit par 451 / : /ends in 451 /);
    assert.ok(text.includes(`451 ${awa.identifier.slice(13)}`));
    assert.match(text, /carte Vitale/);
    const run = text.replaceAll(/[\s.-]/g, "");
    assert.ok(!run.includes(awa.identifier.slice(0, 10)), "not even without its end");
    assert.doesNotMatch(text, /https?:|www\.|cliqu/, "CP-14");
  }
});

test("CP-02 by SMS too, to the mobile asked for", async () => {
  const [sms, ...more] = await ask({ ...awaTells, contact: "06 39 98 12 02" });
  assert.equal(sms?.to, "+33639981202");
  assert.deepEqual(more, []);
  assert.match(sms?.text ?? "", /finit par 451 /);
  assert.ok((sms?.text ?? "").length < 300);
});

test("CP-13 the provisional identifier is sent again, whole, by mail and by SMS, and is to be kept", async () => {
  await inTransaction(world.db, (tx) =>
    sql`insert into identity.contact_point (person_id, kind, value, given_at, verified_at)
      values (${samira.id}, 'mobile', '+33639981299', ${world.clock()}, ${world.clock()})`.execute(tx),
  );
  const sent = await ask(samiraTells);
  assert.deepEqual(sent.map(({ to }) => to).sort(), ["+33639981299", "samira.haidari@exemple.fr"]);
  for (const { text } of sent) {
    assert.ok(text.includes(samira.identifier));
    assert.match(text, /[Gg]ardez/);
    assert.doesNotMatch(text, /https?:|www\./, "CP-14");
  }
});

test("CP-13 who has a provisional identifier and has not confirmed anything yet is written to where they asked to be", async () => {
  await sql`update identity.contact_point set verified_at = null where person_id = ${samira.id}`.execute(
    world.db,
  );
  assert.equal((await ask(samiraTells)).length, 1);
});

test("CP-13 a contact point given after the account opened and never confirmed gets nothing", async () => {
  const opened = new Date(world.clock().getTime() - 60_000);
  await sql`insert into identity.account (person_id, opened_at) values (${samira.id}, ${opened})`.execute(
    world.db,
  );
  await sql`insert into identity.contact_point (person_id, kind, value, given_at)
    values (${samira.id}, 'mobile', '+33639981299', ${world.clock()})`.execute(world.db);
  assert.deepEqual(await ask({ ...samiraTells, contact: "06 39 98 12 99" }), []);
  assert.deepEqual(
    (await ask(samiraTells)).map(({ to }) => to),
    [samira.mail],
  );
});

test("CP-13 SEC-04 one that was confirmed in another's place and may be objected to gets nothing", async () => {
  await lately(samira, samira.mail, "ancienne@exemple.fr");
  assert.deepEqual(await ask(samiraTells), []);
  assert.deepEqual(
    (await ask({ ...samiraTells, contact: "ancienne@exemple.fr" })).map(({ to }) => to),
    ["ancienne@exemple.fr"],
  );
});

test("a person born on a day no register knows may say any day, and names however spelt", async () => {
  for (const more of [
    { "birth-day": "00" },
    { "birth-day": "31" },
    { "birth-name": "HAÏDARI", "first-names": "" },
    { contact: "Samira.Haidari@EXEMPLE.fr" },
  ]) {
    await world.afresh();
    const sent = await ask({ ...samiraTells, ...more });
    assert.equal(sent.length, "first-names" in more ? 0 : 1, JSON.stringify(more));
  }
});

const wrong: Record<string, Partial<TypedReminder>> = {
  "a name nobody has": { "birth-name": "Personne" },
  "another birth date": { "birth-day": "4" },
  "another first name": { "first-names": "Fatou" },
  "somebody else's contact point": { contact: "julien.mercier@exemple.fr" },
  "a contact point nobody has": { contact: "inconnue@exemple.fr" },
};
for (const [kind, more] of Object.entries(wrong)) {
  test(`SEC-02 ${kind} is answered alike, and nothing is sent`, async () => {
    assert.deepEqual(await ask({ ...awaTells, ...more }), []);
  });
}

test("SEC-02 a contact point that was never confirmed gets nothing", async () => {
  const sent = await ask({
    ...awaTells,
    "first-names": "Sophie",
    "birth-name": "Lambert",
    "birth-day": "14",
    "birth-month": "8",
    "birth-year": "1981",
    contact: sophie.mail,
  });
  assert.deepEqual(sent, []);
});

test("SEC-04 while a change of contact points may be objected to, the new one gets nothing, the old one does", async () => {
  await lately(awa, awa.mail, "ancienne@exemple.fr");
  assert.deepEqual(await ask(awaTells), []);
  assert.equal((await ask({ ...awaTells, contact: "ancienne@exemple.fr" })).length, 1);
  world.pass({ hours: 1 });
  assert.equal((await ask(awaTells)).length, 1);
});

test("twins are told apart by their first names, and by nothing less", async () => {
  const contact = { kind: "mail" as const, value: "fatou.diallo@exemple.fr" };
  const personId = newId();
  await inTransaction(world.db, (tx) =>
    admit(tx, world, {
      person: { personId, firstNames: "Fatou", birthName: "Diallo", usedName: null, birthDate: "1988-11-03" },
      contacts: [contact],
    }),
  );
  assert.equal((await ask(awaTells)).length, 1);
  assert.deepEqual(await ask({ ...awaTells, "first-names": "" }), []);
  await sql`update identity.person set first_names = 'Awa Fatou' where person_id = ${personId}`.execute(
    world.db,
  );
  assert.deepEqual(await ask(awaTells), [], "two persons answer to it: neither is told");
});

test("SEC-02 at most three messages a day about one person, however the name is spelt; the next day again", async () => {
  for (let n = 0; n < 3; n++)
    assert.equal(
      (await ask({ ...awaTells, "birth-name": ["Diallo", "DIALLO", "diallo"][n] as string })).length,
      1,
    );
  assert.deepEqual(await ask(awaTells), []);
  assert.equal((await ask({ ...samiraTells })).length, 1, "others are not kept waiting");
  world.pass({ days: 1 });
  assert.equal((await ask(awaTells)).length, 1);
});

test("SEC-02 of ten askings at the same moment three send a message", async () => {
  await Promise.all(Array.from({ length: 10 }, () => askReminder(world, awaTells, "fr")));
  const asking = { who: { firstNames: "Awa", birthName: "Diallo", birthDate: "1988-11-03" } };
  const contact = { kind: "mail", value: awa.mail } as const;
  await Promise.all(
    Array.from({ length: 10 }, () => answerAsking(world, { ...asking, contact, language: "fr" })),
  );
  assert.equal((await world.sent()).length, 3);
  assert.equal((await journalOf(world, awa)).filter(({ detail }) => detail.sent === true).length, 3);
});

test("SEC-02 a stranger who asks with other contact points does not use up the person's own messages", async () => {
  for (let n = 0; n < 12; n++) assert.deepEqual(await ask({ ...awaTells, contact: `b${n}@exemple.fr` }), []);
  assert.equal((await ask(awaTells)).length, 1);
  for (let n = 0; n < 12; n++) await ask({ ...awaTells, contact: `c${n}@exemple.fr` });
  assert.equal(await workThrough(world, reminderQueue, answerAsking), 0);
  assert.deepEqual(await ask(awaTells), [], "beyond twenty askings a day nothing is looked for");
});

test("SEC-12 each asking stands in the journal of whom it was about, and says whether a message left", async () => {
  await ask(awaTells);
  await ask({ ...awaTells, contact: "julien.mercier@exemple.fr" });
  const acts = (await journalOf(world, awa)).map(({ act, actor, detail }) => [act, actor, detail.sent]);
  const act = "asked for a forgotten identifier";
  assert.deepEqual(acts, [
    [act, "unknown", true],
    [act, "unknown", false],
  ]);
  assert.deepEqual(await journalOf(world, julien), []);
});

test("SEC-10 what was typed and what was sent stand in no table", async () => {
  await ask(awaTells);
  await ask(samiraTells);
  const dumped = await dump(world);
  assert.ok(!dumped.includes(samira.identifier));
  assert.ok(!shows(dumped, awa.identifier));
});

test("what cannot be read is said next to its field, and all of it at once", async () => {
  const nothing = {
    ...awaTells,
    "first-names": "",
    "birth-name": "",
    "birth-day": "",
    "birth-month": "",
    "birth-year": "",
    contact: "",
  };
  const empty = await askReminder(world, nothing, "fr");
  assert.deepEqual(Object.keys("refused" in empty ? empty.refused : {}), [
    "birth-name",
    "birth-day",
    "contact",
  ]);
  const strange = await askReminder(
    world,
    {
      ...awaTells,
      "birth-name": "<script>",
      "first-names": "x".repeat(150),
      "birth-month": "13",
      contact: "01 40 00 00 00",
    },
    "fr",
  );
  assert.deepEqual(Object.keys("refused" in strange ? strange.refused : {}), [
    "first-names",
    "birth-name",
    "birth-month",
    "contact",
  ]);
});

test("the night forgets the counts of days that are over", async () => {
  await ask(awaTells);
  const count = async () =>
    (await sql<{ n: number }>`select count(*) as n from identity.identifier_reminder`.execute(world.db))
      .rows[0]?.n;
  world.pass({ days: 1 });
  await tidy(world);
  assert.equal(await count(), 2, "by what was told, and by person");
  world.pass({ days: 3 });
  await tidy(world);
  assert.equal(await count(), 0);
});
