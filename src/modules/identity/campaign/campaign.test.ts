import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { unseal } from "../../../../src/platform/crypto.ts";
import {
  actsOf,
  awa,
  type DemoWorld,
  demoWorld,
  elodie,
  julien,
  nadia,
  otherPassword,
  ownPassword,
  type Someone,
  signedIn,
} from "../../../../test/demo.ts";
import { settle, testSite } from "../../../../test/site.ts";
import { newId } from "../../../platform/ids.ts";
import { changePassword } from "../change-password/change-password.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { askPasswordChange, type Campaign, campaignProgress, walkOn, whyPasswordDue } from "./campaign.ts";

let world: DemoWorld;
/** Awa, Julien and Nadia have a password of their own; Élodie never signed in. */
before(async () => {
  world = await demoWorld();
  for (const who of [awa, julien, nadia])
    await chooseFirstPassword(world, await signedIn(world, who), ownPassword);
  world.pass({ days: 1 });
  await world.keep();
});
beforeEach(async () => {
  await world.afresh();
  world.pass({ days: 1 });
});
after(() => world.close());

const agent = { agentId: "agent 17", name: "Dominique" };

const start = async (campaign: Partial<Campaign>) => {
  const result = await askPasswordChange(world, agent, {
    to: "everybody",
    why: "leak",
    note: "List of 3 March",
    ...campaign,
  });
  assert.ok("campaignId" in result);
  return result.campaignId;
};

/** The steps that wait in the queue, oldest first. */
const waiting = async () => {
  const { rows } = await sql<{ id: string; sealed: string }>`
    select id, data->>'sealed' as sealed from jobs.job where name = 'password-campaign' and state = 'created'
    order by created_on, tableoid, ctid`.execute(world.db);
  return rows.map(
    ({ id, sealed }) =>
      JSON.parse(unseal(new Map([[1, world.keys.queue]]), Buffer.from(sealed, "base64"), id)) as {
        campaignId: string;
        after: string | null;
      },
  );
};

/** Does what waits, as the workers would. */
async function walk() {
  for (let done = 0; ; done++) {
    const step = (await waiting())[done];
    if (!step) return done;
    await walkOn(world, step);
  }
}

const counts = async (campaignId: string) => {
  const found = await campaignProgress(world, campaignId);
  return found && [found.asked, found.done, found.remaining, found.finishedAt !== null];
};

test("MC-13 everybody with a password of their own is asked, and progress counts", async () => {
  const campaign = await start({});
  assert.deepEqual(await counts(campaign), [0, 0, 0, false]);
  await walk();
  assert.deepEqual(await counts(campaign), [3, 0, 3, true]);
  const visitor = await signedIn(world, awa, ownPassword);
  assert.ok(visitor.passwordDue);
  assert.match((await whyPasswordDue(world, awa.id))?.fr ?? "", /volés sur un autre site/);
  await changePassword(world, visitor, { current: ownPassword, chosen: otherPassword }, "fr");
  assert.deepEqual(await counts(campaign), [3, 1, 2, true]);
  assert.equal(await whyPasswordDue(world, awa.id), undefined);
  assert.ok(!(await signedIn(world, awa, otherPassword)).passwordDue);
  assert.ok(!(await signedIn(world, elodie)).passwordDue, "she has no password to renew yet");
});

test("MC-13 one person, or a list: nobody else is asked, and it stands in their journal", async () => {
  const campaign = await start({ to: [awa.id, nadia.id, awa.id], why: "incident" });
  await walk();
  assert.deepEqual(await counts(campaign), [2, 0, 2, true]);
  assert.ok((await actsOf(world, awa)).includes("asked for a new password"));
  assert.ok(!(await signedIn(world, julien, ownPassword)).passwordDue);
});

test("MC-13 who chose a password since, or is asked already, is not asked again", async () => {
  const first = await start({ to: [awa.id] });
  await walk();
  const second = await start({});
  world.pass({ minutes: 1 });
  const visitor = await signedIn(world, nadia, ownPassword);
  await changePassword(world, visitor, { current: ownPassword, chosen: otherPassword }, "fr");
  await walk();
  assert.deepEqual(await counts(second), [1, 0, 1, true], "Julien alone");
  assert.deepEqual(await counts(first), [1, 0, 1, true]);
});

test("MC-13 the walk goes in bounded steps from its cursor, and a step done twice asks nobody twice", async () => {
  await manyAccounts(2500);
  const campaign = await start({});
  const [first] = await waiting();
  assert.ok(first);
  await walkOn(world, first);
  assert.equal((await campaignProgress(world, campaign))?.asked, 1000);
  // Killed after the step, before the queue knew: the job comes again, several at once.
  await Promise.all([walkOn(world, first), walkOn(world, first), walkOn(world, first)]);
  assert.equal((await campaignProgress(world, campaign))?.asked, 1000);
  assert.equal((await waiting()).length, 2, "one step done, one to do");
  await walk();
  assert.deepEqual(await counts(campaign), [2503, 0, 2503, true]);
});

test("MC-13 no mass mail: a person is written to once, at the sign-in that meets the request", async () => {
  await sql`update identity.contact_point set verified_at = ${world.clock()} where person_id = ${awa.id}`.execute(
    world.db,
  );
  await signedIn(world, awa, ownPassword);
  await start({});
  await walk();
  const about = async () =>
    (await toldTo(awa)).filter(({ payload }) => payload.text.includes("nouveau mot de passe"));
  assert.equal((await about()).length, 0);
  await signedIn(world, awa, ownPassword);
  assert.deepEqual((await about()).map(({ queue }) => queue).sort(), ["mail", "sms"]);
  for (const { payload } of await about()) assert.doesNotMatch(payload.text, /https?:|www\./, "CP-14");
  await signedIn(world, awa, ownPassword);
  assert.equal((await about()).length, 2);
});

test("MC-13 until a new password is chosen every page leads to where it is, with the reason; then all opens", async () => {
  const site = await testSite(world);
  const browser = site.browser();
  await settle(browser, elodie);
  world.pass({ minutes: 1 });
  await start({ to: [elodie.id], why: "incident" });
  await walk();
  const asked = await browser.open("/home");
  assert.equal(asked.path, "/password/change");
  assert.match(asked.body, /essais inhabituels de connexion/);
  assert.equal((await browser.open("/contacts")).path, "/password/change");
  const changed = await browser.send("/password/change", { current: ownPassword, chosen: otherPassword });
  assert.equal(changed.path, "/password/changed");
  assert.equal((await browser.open("/home")).path, "/home");
  assert.doesNotMatch((await browser.open("/password/change")).body, /essais inhabituels/);
  await site.close();
});

test("MC-13 new passwords chosen at the same moment are all counted", async () => {
  const campaign = await start({});
  await walk();
  await Promise.all(
    [awa, julien, nadia].map((who) =>
      sql`update identity.account set password_due_since = null where person_id = ${who.id}`.execute(
        world.db,
      ),
    ),
  );
  assert.deepEqual(await counts(campaign), [3, 3, 0, true]);
});

test("MC-13 a campaign for nobody, for a stranger, or without a note is refused, and asks nobody", async () => {
  const refused = [{ to: [] }, { to: [awa.id, newId()] }, { note: "  " }];
  for (const one of refused) {
    const campaign: Campaign = { to: "everybody", why: "age", note: "n", ...one };
    assert.ok("refused" in (await askPasswordChange(world, agent, campaign)));
  }
  assert.equal(await walk(), 0);
  assert.equal(await campaignProgress(world, newId()), undefined);
  assert.ok(!(await signedIn(world, awa, ownPassword)).passwordDue);
});

const toldTo = async (who: Someone) =>
  (await world.sent()).filter(({ payload }) => [who.mail, who.mobile].includes(payload.to));

async function manyAccounts(count: number) {
  await sql`insert into identity.person (person_id, first_names, birth_name, birth_date)
    select gen_random_uuid(), 'Essai', 'Essai ' || n, '1980-01-01' from generate_series(1, ${count}::int) n`.execute(
    world.db,
  );
  await sql`insert into identity.account (person_id, opened_at, hashed, password_chosen_at)
    select person_id, '2026-01-01', 'x', '2026-01-01' from identity.person where first_names = 'Essai'`.execute(
    world.db,
  );
}
