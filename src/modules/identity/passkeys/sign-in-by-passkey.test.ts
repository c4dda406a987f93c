import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { type Authenticator, newAuthenticator, type Seen } from "../../../../test/authenticator.ts";
import {
  awa,
  camille,
  type DemoWorld,
  dump,
  journalOf,
  julien,
  ownPassword,
  signedIn,
  visitorBy,
} from "../../../../test/demo.ts";
import { comeIn, firefox, withTwoSteps } from "../../../../test/two-steps.ts";
import { sha256 } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { passByPasskey, stepOptions } from "../second-step/by-passkey.ts";
import { atSecondStep } from "../second-step/second-step.ts";
import { turnOnSecondStep } from "../second-step/turn-on.ts";
import type { Visitor } from "../session/session.ts";
import { signInByPasskey, signInOptions } from "./sign-in-by-passkey.ts";
import { here, passkeyWorld, register, site, tryIn, whoCameIn, withPasskey } from "./testing.ts";

let world: DemoWorld;
before(async () => {
  world = await passkeyWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

const refusals = async (who: { id: string }) =>
  (await journalOf(world, who))
    .filter(({ act }) => act === "passkey refused")
    .map(({ detail }) => detail.why);

test("SEC-08 a passkey alone signs its person in, and counts as both steps", async () => {
  const made = await withPasskey(world);
  await turnOnSecondStep(world, await signedIn(world, awa, ownPassword), "fr");
  const result = await tryIn(world, made);
  assert.ok("cookie" in result && result.deviceCookie);
  const visitor = await visitorBy(world, result.cookie);
  assert.deepEqual([visitor.person.personId, visitor.secondStepDue], [awa.id, false]);
  const entered = (await journalOf(world, awa)).at(-1);
  assert.deepEqual([entered?.act, entered?.detail.by], ["signed in", "passkey"]);
});

test("SEC-02 what is asked of a browser that signs in is the same for everyone, whoever has a passkey", async () => {
  const before = (await signInOptions(world, site, undefined)).options;
  await withPasskey(world);
  const after = (await signInOptions(world, site, undefined)).options;
  assert.notEqual(after.challenge, before.challenge);
  assert.deepEqual({ ...after, challenge: "" }, { ...before, challenge: "" });
  assert.ok(!("allowCredentials" in after));
});

test("SEC-08 a challenge to sign in is for one browser, once, for five minutes", async () => {
  const made = await withPasskey(world);
  const { options, secret } = await signInOptions(world, site, undefined);
  const other = await signInOptions(world, site, undefined);
  const credential = made.sign(options, here);
  const send = (given: string | undefined) =>
    signInByPasskey(world, { credential, secret: given, site }, firefox, "fr");
  assert.equal(await whoCameIn(world, await send(other.secret)), "wrong");
  assert.equal(await whoCameIn(world, await send(undefined)), "wrong");
  assert.equal(await whoCameIn(world, await send(secret)), awa.id);
  assert.equal(await whoCameIn(world, await send(secret)), "wrong", "replayed");
  const late = await signInOptions(world, site, secret);
  assert.equal(late.secret, secret, "two tabs of one browser share its secret");
  world.pass({ minutes: 5 });
  const answer = { credential: made.sign(late.options, here), secret, site };
  assert.equal(await whoCameIn(world, await signInByPasskey(world, answer, firefox, "fr")), "wrong", "late");
  assert.deepEqual(await refusals(awa), ["challenge", "challenge", "challenge", "challenge"]);
});

test("SEC-08 replayed at the same moment, one answer signs in once", async () => {
  const made = await withPasskey(world);
  const { options, secret } = await signInOptions(world, site, undefined);
  const asked = { credential: made.sign(options, here), secret, site };
  const results = await Promise.all([1, 2, 3].map(() => signInByPasskey(world, asked, firefox, "fr")));
  assert.equal(results.filter((result) => "cookie" in result).length, 1);
});

test("SEC-08 every other thing that is wrong with an answer refuses it with one sentence, and is journalled", async () => {
  const made = await withPasskey(world);
  const { privateKey: key } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const wrong: [Seen, string][] = [
    [{ origin: "https://caf.exemple.net" }, "origin"],
    [{ ...here, rpId: "exemple.net" }, "proof"],
    [{ ...here, unverified: true }, "proof"],
    [{ ...here, key }, "proof"],
    [{ ...here, userHandle: Buffer.alloc(32).toString("base64url") }, "owner"],
  ];
  const said = new Set<string>();
  for (const [at] of wrong) {
    const result = await tryIn(world, made, at);
    assert.ok("refused" in result);
    said.add(result.refused.fr);
  }
  const stranger = await tryIn(world, newAuthenticator());
  assert.ok("refused" in stranger);
  said.add(stranger.refused.fr);
  assert.equal(said.size, 1, "nothing tells which passkeys exist (SEC-02)");
  assert.deepEqual(
    await refusals(awa),
    wrong.map(([, why]) => why),
  );
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from journal.entry where act = 'passkey refused' and detail->>'why' = 'unknown'`.execute(
    world.db,
  );
  assert.equal(rows[0]?.n, 1);
});

test("SEC-08 an answer without the handle that the authenticator was given signs nobody in", async () => {
  const visitor = await signedIn(world, awa, ownPassword);
  const made = newAuthenticator();
  await register(world, visitor, made);
  const { options, secret } = await signInOptions(world, site, undefined);
  const answer = JSON.parse(made.sign(options, here));
  delete answer.response.userHandle;
  const asked = { credential: JSON.stringify(answer), secret, site };
  assert.equal(await whoCameIn(world, await signInByPasskey(world, asked, firefox, "fr")), "wrong");
});

test("SEC-08 what a browser would never send is refused without harm", async () => {
  const { secret } = await signInOptions(world, site, undefined);
  for (const credential of ["", "null", "[]", '"x"', "{", "'; drop table", "é".repeat(9000), '{"id":{}}'])
    assert.equal(
      await whoCameIn(world, await signInByPasskey(world, { credential, secret, site }, firefox, "fr")),
      "wrong",
    );
});

test("SEC-08 a counter that goes back is a copy, and is refused; one that goes on is not", async () => {
  const made = await withPasskey(world);
  for (const counter of [5, 6])
    assert.equal(await whoCameIn(world, await tryIn(world, made, { ...here, counter })), awa.id);
  assert.equal(await whoCameIn(world, await tryIn(world, made, { ...here, counter: 6 })), "wrong");
  assert.equal(await whoCameIn(world, await tryIn(world, made, { ...here, counter: 2 })), "wrong");
  assert.equal(await whoCameIn(world, await tryIn(world, made, { ...here, counter: 7 })), awa.id);
});

test("MC-14 a blocked account stays closed to its passkeys, with words", async () => {
  const made = await withPasskey(world);
  await sql`update identity.account set blocked_until = 'infinity' where person_id = ${awa.id}`.execute(
    world.db,
  );
  await sql`insert into identity.block (person_id, block_id, kind, reason, placed_by, placed_at)
    values (${awa.id}, gen_random_uuid(), 'suspension', 'x', 'x', ${world.clock()})`.execute(world.db);
  const result = await tryIn(world, made);
  assert.ok("refused" in result && result.because === "blocked");
  assert.match(result.refused.fr, /suspendu/);
});

test("SEC-08 a passkey does the second step of its person's session", async () => {
  const made = await withPasskey(world);
  await turnOnSecondStep(world, await signedIn(world, awa, ownPassword), "fr");
  const entering = await visitorBy(world, (await comeIn(world, awa, firefox)).cookie);
  assert.equal((await atSecondStep(world, entering)).hasPasskey, true);
  const options = await stepOptions(world, entering, site);
  assert.deepEqual(
    options.allowCredentials?.map(({ id }) => id),
    [made.id],
  );
  const asked = { credential: made.sign(options, here), site };
  const passed = await passByPasskey(world, entering, asked, firefox);
  assert.ok("cookie" in passed);
  const { secondStepDue } = await visitorBy(world, passed.cookie);
  assert.equal(secondStepDue, false);
});

test("SEC-08 somebody else's passkey does nobody's second step; nor does a challenge of another session or purpose", async () => {
  const [hers, his] = [await withPasskey(world, awa), await withPasskey(world, julien)];
  await turnOnSecondStep(world, await signedIn(world, awa, ownPassword), "fr");
  const enterAgain = async () => visitorBy(world, (await comeIn(world, awa, firefox)).cookie);
  const [entering, other] = [await enterAgain(), await enterAgain()];
  const answer = async (made: Authenticator, asked: Visitor) =>
    passByPasskey(
      world,
      entering,
      { credential: made.sign(await stepOptions(world, asked, site), here), site },
      firefox,
    );
  assert.ok("refused" in (await answer(his, entering)));
  assert.ok("refused" in (await answer(hers, other)));
  const { options } = await signInOptions(world, site, undefined);
  const stray = { credential: hers.sign(options, here), site };
  assert.ok("refused" in (await passByPasskey(world, entering, stray, firefox)));
  assert.deepEqual(await refusals(awa), ["owner", "challenge", "challenge"]);
  assert.deepEqual(await refusals(julien), []);
  assert.ok("cookie" in (await answer(hers, entering)));
});

test("SEC-08 a challenge is stored for a holder nobody can guess, and the database tells no secret", async () => {
  await withTwoSteps(world, camille);
  const { secret } = await signInOptions(world, site, undefined);
  const text = await dump(world);
  assert.ok(!text.includes(secret));
  const { rows } = await sql<{ holder: Buffer }>`select holder from identity.passkey_challenge`.execute(
    world.db,
  );
  assert.ok(rows.some(({ holder }) => holder.equals(sha256(secret))));
  await inTransaction(world.db, (tx) =>
    sql`delete from identity.passkey_challenge where holder = ${sha256(secret)}`.execute(tx),
  );
});
