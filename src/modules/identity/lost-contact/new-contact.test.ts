import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { lostContactRefusals } from "../../../../law/credentials/lost-contact.ts";
import { awa, type DemoWorld, demoWorld, dump, julien, nadia, shows } from "../../../../test/demo.ts";
import { askAnotherCode, enterWayCode, giveNewContact } from "./new-contact.ts";
import { startLostContact, wayOfBrowser } from "./way.ts";

let world: DemoWorld;

/** Awa and Julien verified what they gave; Nadia never did. */
before(async () => {
  world = await demoWorld();
  await sql`update identity.contact_point set verified_at = given_at
    where person_id in (${awa.id}, ${julien.id})`.execute(world.db);
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

/** A valid number that nobody has. */
const nobody = "2880175115001";
const newMail = "nouvelle@exemple.fr";
const newMobile = "+33639981290";

const tells = (identifier: string) => ({
  identifier,
  "first-names": "Awa",
  "birth-name": "Diallo",
  "birth-day": "3",
  "birth-month": "11",
  "birth-year": "1988",
});

async function start(identifier: string): Promise<string> {
  const result = await startLostContact(world, tells(identifier));
  assert.ok("cookie" in result);
  return result.cookie;
}

const at = async (cookie: string) => (await wayOfBrowser(world, cookie))?.stage.at;
const give = (cookie: string, contact = newMail) => giveNewContact(world, cookie, contact, "fr");
const toldTo = async (to: string) =>
  (await world.sent()).filter(({ payload }) => payload.to === to).map(({ payload }) => payload.text);
const codeTo = async (to: string) => /\b\d{6}\b/.exec((await toldTo(to)).at(-1) ?? "")?.[0] ?? "";
const done = { done: true };

test("SEC-03 the code works in the browser that asked, and nowhere else", async () => {
  const [mine, other] = [await start(awa.identifier), await start(awa.identifier)];
  await give(mine);
  const code = await codeTo(newMail);
  await give(other, newMobile);
  assert.ok("refused" in (await enterWayCode(world, other, code)));
  const [key, id] = mine.split(".");
  for (const stranger of [`${key}.${id}.guessed`, "", "..", undefined])
    assert.deepEqual(await enterWayCode(world, stranger, code), { elsewhere: true });
  assert.deepEqual(await enterWayCode(world, mine, code), done);
  assert.ok(!shows(await dump(world), code));
});

test("SEC-03 a code is tried five times, lives its minutes, and a new one voids it", async () => {
  const cookie = await start(awa.identifier);
  await give(cookie, newMobile);
  const first = await codeTo(newMobile);
  const wrong = first === "000000" ? "000001" : "000000";
  for (const left of [4, 3, 2, 1]) {
    const answer = await enterWayCode(world, cookie, wrong);
    assert.ok("refused" in answer && answer.refused.fr.includes(` ${left} `), `${left}`);
  }
  await enterWayCode(world, cookie, wrong);
  assert.ok("refused" in (await enterWayCode(world, cookie, first)), "the right one comes too late");
  assert.equal(await at(cookie), "code", "the page offers another one");
  assert.deepEqual(await askAnotherCode(world, cookie, 1, "fr"), done);
  const second = await codeTo(newMobile);
  assert.ok("refused" in (await enterWayCode(world, cookie, first)) || first === second);
  world.pass({ minutes: 10 });
  assert.ok("refused" in (await enterWayCode(world, cookie, second)), "ten minutes by SMS");
  await askAnotherCode(world, cookie, 2, "fr");
  assert.deepEqual(await enterWayCode(world, cookie, await codeTo(newMobile)), done);
});

test("CP-08 coming back, a double click or a second tab send no second code", async () => {
  const cookie = await start(awa.identifier);
  await Promise.all([give(cookie), give(cookie), give(cookie)]);
  await Promise.all([1, 1, 1].map((seen) => askAnotherCode(world, cookie, seen, "fr")));
  assert.equal((await toldTo(newMail)).length, 2);
});

test("CP-08 one contact point gets four codes a day, whoever asks and for whatever identifiers", async () => {
  for (const [n, identifier] of [awa, julien, nadia, { identifier: nobody }].entries())
    assert.deepEqual(await give(await start(identifier.identifier)), done, `${n}`);
  assert.ok("refused" in (await give(await start("1850554395089"))));
  assert.ok("refused" in (await give(await start(awa.identifier), "Nouvelle@exemple.fr")), "capitals or not");
  assert.deepEqual(await give(await start(awa.identifier), newMobile), done);
  world.pass({ days: 1 });
  assert.deepEqual(await give(await start(awa.identifier)), done);
});

test("SEC-03 twelve codes a day are sent for one identifier, known or not", async () => {
  for (const identifier of [awa.identifier, nobody]) {
    const results = [];
    for (let n = 0; n < 13; n++) {
      const contact = `boite${n}.${identifier.slice(0, 4)}@exemple.fr`;
      results.push("done" in (await give(await start(identifier), contact)));
    }
    assert.deepEqual(results, [...Array(12).fill(true), false]);
  }
});

test("MC-16 a contact point of another account is refused to who can read its code, and to nobody else", async () => {
  const cookie = await start(awa.identifier);
  assert.deepEqual(await give(cookie, julien.mail), done, "nothing is told before the code is typed");
  assert.deepEqual(await enterWayCode(world, cookie, await codeTo(julien.mail)), {
    taken: lostContactRefusals.contactTaken,
  });
  assert.equal(await at(cookie), "code");
  await give(cookie);
  assert.deepEqual(await enterWayCode(world, cookie, await codeTo(newMail)), done);
});
