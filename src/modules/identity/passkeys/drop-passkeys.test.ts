import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { newAuthenticator } from "../../../../test/authenticator.ts";
import { lastObjectionTo } from "../../../../test/contacts.ts";
import { awa, type DemoWorld, journalOf, julien, ownPassword, signedIn } from "../../../../test/demo.ts";
import { sentTo } from "../../../../test/two-steps.ts";
import { newSecret } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { changeTo } from "../contact/testing.ts";
import { askDesk } from "../desk-requests/ask-desk.ts";
import { decideDeskRequest } from "../desk-requests/decide-request.ts";
import { foundBy, typedIdentifier } from "../identifiers.ts";
import { objectToChange } from "../object-to-change/object-to-change.ts";
import { raiseAlarm } from "../raise-alarm/raise-alarm.ts";
import { births, enters, lift, nothing, report } from "../raise-alarm/testing.ts";
import { comeBack } from "../recover-access/testing.ts";
import { liftSuspension, suspendAccess } from "../suspend-access/suspend-access.ts";
import { trustDevice } from "../trusted-devices/trusted-devices.ts";
import { passkeyOptions, registerPasskey } from "./register.ts";
import { findPasskeys } from "./store.ts";
import { here, passkeyWorld, site, tryIn, whoCameIn, withPasskey } from "./testing.ts";

let world: DemoWorld;
/** Awa verified her mail and her mobile before today. */
before(async () => {
  world = await passkeyWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

const agent = { agentId: "agent 17", name: "Dominique" };
const gone = /vos clés d’accès ont été retirées[\s\S]*Vous les ajouterez de nouveau/;

const removals = async () =>
  (await journalOf(world, awa)).filter(({ act }) => act === "removed every passkey");

/** An alarm raised in Awa's own session. */
const alarm = async () =>
  raiseAlarm(world, await signedIn(world, awa, ownPassword), newSecret(), nothing, "fr");

/** The desk accepts another mail address for Awa. */
async function giveBackAtDesk() {
  const identifier = typedIdentifier(world, awa.identifier);
  assert.ok(!("refused" in identifier));
  const who = { firstNames: "Awa", birthName: "Diallo", birthDate: births.awa };
  const contact = { kind: "mail" as const, value: "nouvelle@exemple.fr" };
  const asked = await inTransaction(world.db, (tx) =>
    askDesk(tx, world, {
      foundBy: foundBy(world.keys, identifier),
      personId: awa.id,
      body: { identifier, who, contact, language: "fr" },
      files: [],
    }),
  );
  assert.ok("requestId" in asked);
  return decideDeskRequest(world, agent, asked.requestId, "accept", "Carte lue, photo conforme");
}

/** Somebody in Awa's session gives another mail address; hers objects. */
async function object() {
  await changeTo(world, await signedIn(world, awa, ownPassword), "mail", "intrus@ailleurs.exemple");
  return objectToChange(world, await lastObjectionTo(world, awa.mail), "fr");
}

const ends: Record<string, { does: () => Promise<unknown>; by: string; told?: string }> = {
  "an alarm raised in the account": { does: alarm, by: awa.id },
  "an alarm raised by number and birth date": {
    does: () => report(world, { identifier: awa.identifier, birth: births.awa }),
    by: "unknown",
  },
  "an objection to a change of contact points": { does: object, by: awa.id },
  "a forgotten password": { does: () => comeBack(world, awa), by: awa.id },
  "the desk that gives the access back": {
    does: giveBackAtDesk,
    by: agent.agentId,
    told: "nouvelle@exemple.fr",
  },
};

for (const [name, { does, by, told = awa.mail }] of Object.entries(ends)) {
  test(`CN-09 SEC-04 ${name} leaves no passkey, a thief's or one's own, says so and writes it down`, async () => {
    const [hers, thiefs, his] = [
      await withPasskey(world),
      await withPasskey(world),
      await withPasskey(world, julien),
    ];
    const before = (await world.sent()).length;
    await does();
    await lift(world, awa);
    for (const made of [hers, thiefs])
      assert.equal(await whoCameIn(world, await tryIn(world, made)), "wrong");
    assert.deepEqual(await findPasskeys(world.db, awa.id), []);
    assert.equal(await whoCameIn(world, await tryIn(world, his)), julien.id, "nobody else loses theirs");
    const [removal, ...others] = await removals();
    assert.deepEqual([removal?.actor, removal?.detail, others], [by, { count: 2 }, []]);
    const mails = (await world.sent()).slice(before).filter(({ payload }) => payload.to === told);
    assert.ok(
      mails.some(({ payload }) => gone.test(payload.text)),
      "told in plain words",
    );
  });

  test(`CN-09 ${name} says nothing of passkeys to who has none`, async () => {
    await does();
    assert.deepEqual(await removals(), []);
    for (const { payload } of await world.sent()) assert.doesNotMatch(payload.text, /clés d’accès/);
  });

  test(`CN-09 SEC-04 ${name} ends the trust in every device`, async () => {
    const trusted = { personId: awa.id, device: "Firefox", secretHash: Buffer.alloc(32, 1) };
    await inTransaction(world.db, (tx) => trustDevice(tx, world, trusted));
    await does();
    const { rows } = await sql`select from identity.trusted_device where person_id = ${awa.id}`.execute(
      world.db,
    );
    assert.equal(rows.length, 0);
  });
}

test("MC-14 a suspension leaves the passkeys: once it is lifted they open as before", async () => {
  const made = await withPasskey(world);
  await suspendAccess(world, agent, awa.id, { reason: "doute" });
  assert.equal(await whoCameIn(world, await tryIn(world, made)), "blocked");
  await liftSuspension(world, agent, awa.id, { reason: "levé" });
  assert.equal(await whoCameIn(world, await tryIn(world, made)), awa.id);
});

test("CN-09 SEC-04 a passkey that was being made when the alarm was raised is not kept", async () => {
  const thief = await signedIn(world, awa, ownPassword);
  for (const atOnce of [false, true]) {
    const options = await passkeyOptions(world, thief, site);
    if (!options) break;
    const credential = newAuthenticator().make(options, here);
    const register = () => registerPasskey(world, thief, { credential, name: "x" }, site, "fr");
    if (atOnce) await Promise.all([register(), alarm()]);
    else {
      await alarm();
      assert.deepEqual(await register(), { confirm: true });
    }
    assert.deepEqual(await findPasskeys(world.db, awa.id), []);
    await world.afresh();
  }
});

test("CN-09 a sign-in by passkey at the very moment of an alarm waits for it, and leaves no session behind", async () => {
  for (let round = 0; round < 4; round++) {
    await world.afresh();
    const made = await withPasskey(world);
    const both = [() => tryIn(world, made), () => tryIn(world, made), alarm];
    await Promise.all((round % 2 ? both : both.toReversed()).map((does) => does()));
    const { rows } = await sql`
      select from identity.session where person_id = ${awa.id} and ended_at is null`.execute(world.db);
    assert.equal(rows.length, 0);
    assert.equal(await enters(world, awa), "blocked");
  }
});

test("CN-09 SMS of an alarm stay one short message: the mail alone tells of passkeys", async () => {
  await withPasskey(world);
  const before = (await world.sent()).length;
  await alarm();
  const sms = (await sentTo(world, awa, before)).filter(({ queue }) => queue === "sms");
  assert.equal(sms.length, 1);
  assert.doesNotMatch(sms[0]?.payload.text ?? "", /clés d’accès/);
});
