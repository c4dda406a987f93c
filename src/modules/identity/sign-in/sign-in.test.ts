import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { identifierRefusals } from "../../../../law/credentials/identifier.ts";
import { nirRefusals } from "../../../../law/credentials/nir.ts";
import {
  actsOf,
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  everyone,
  journalOf,
  julien,
  mael,
  ownPassword,
  samira,
  signedIn,
} from "../../../../test/demo.ts";
import { chooseFirstPassword } from "../choose-password/choose-password.ts";
import { type SignedIn, signIn } from "./sign-in.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

/** Why a sign-in was refused, or whom it signed in. */
function outcome(result: SignedIn): string {
  return "cookie" in result ? (result.cookie.split(".")[0] ?? "") : result.because;
}

const tryIn = async (identifier: string, password: string) =>
  outcome(await signIn(world, { identifier, password }));

const choose = async (who: typeof awa, password = ownPassword) => {
  const chosen = await chooseFirstPassword(world, await signedIn(world, who), password);
  assert.ok("cookie" in chosen && chosen.cookie);
};

test("CP-01 CP-02 everyone signs in with their own identifier, and as nobody else", async () => {
  for (const who of everyone) assert.equal(await tryIn(who.identifier, who.oldPassword), who.id);
});

test("CP-02 the number is read with or without its key, with spaces, dots and any case", async () => {
  const [whole, short] = [awa.identifier, awa.identifier.slice(0, 13)];
  const spaced = `${whole.slice(0, 1)} ${whole.slice(1, 3)} ${whole.slice(3, 5)} ${whole.slice(5, 13)}-${whole.slice(13)} `;
  for (const typed of [whole, short, spaced, whole.split("").join(".")])
    assert.equal(await tryIn(typed, awa.oldPassword), awa.id, typed);
});

test("CP-02 Camille, born in Corsica, signs in with the letter of her department in either case", async () => {
  assert.match(camille.identifier, /^294022A/);
  assert.equal(await tryIn(camille.identifier.toLowerCase(), camille.oldPassword), camille.id);
  assert.equal(await tryIn(camille.identifier.slice(0, 13), camille.oldPassword), camille.id);
});

test("CP-02 Samira, who has no number yet, signs in with her provisional identifier", async () => {
  assert.equal(await tryIn("p 4821 3907", samira.oldPassword), samira.id);
  assert.equal(await tryIn("P48213908", samira.oldPassword), "wrong");
});

test("CP-01 the file number signs nobody in, and says why", async () => {
  for (const who of everyone) {
    const result = await signIn(world, { identifier: who.fileNumber, password: who.oldPassword });
    assert.ok("refused" in result);
    assert.deepEqual(
      [result.because, result.field, result.refused],
      ["typed", "identifier", nirRefusals.length.says],
    );
  }
});

test("CP-02 what cannot be an identifier is refused at its field before any password is looked at", async () => {
  const typed = { "": identifierRefusals.empty.says, "12345678": identifierRefusals["letter-missing"].says };
  for (const [identifier, says] of Object.entries(typed)) {
    const result = await signIn(world, { identifier, password: "x" });
    assert.deepEqual(result, { refused: says, field: "identifier", because: "typed" });
  }
  const noPassword = await signIn(world, { identifier: awa.identifier, password: "" });
  assert.ok("refused" in noPassword && noPassword.field === "password");
});

test("CP-03 the old password of the file opens the first sign-in of each spouse", async () => {
  assert.equal(await tryIn(awa.identifier, "80351746"), awa.id);
  assert.equal(await tryIn(julien.identifier, "80351746"), julien.id);
});

test("CP-03 the old password of one file opens no other", async () => {
  assert.equal(await tryIn(awa.identifier, camille.oldPassword), "wrong");
});

test("CP-03 once Awa chose hers, the old password is dead for her and alive for Julien", async () => {
  await choose(awa);
  assert.equal(await tryIn(awa.identifier, awa.oldPassword), "wrong");
  assert.equal(await tryIn(awa.identifier, ownPassword), awa.id);
  assert.equal(await tryIn(julien.identifier, julien.oldPassword), julien.id);
  assert.equal(await tryIn(julien.identifier, ownPassword), "wrong");
});

test("CP-03 who left before choosing a password comes back with the old one", async () => {
  await signedIn(world, mael);
  world.pass({ days: 3 });
  assert.equal(await tryIn(mael.identifier, mael.oldPassword), mael.id);
});

test("CP-03 a child of the household has no old password", async () => {
  assert.equal(await tryIn("2161213055420", "15928460"), "wrong");
});

test("CP-04 a password typed with its accents apart is the same password", async () => {
  await choose(awa, "Forêt8-Mélèze");
  assert.equal(await tryIn(awa.identifier, "Forêt8-Mélèze".normalize("NFD")), awa.id);
});

test("MC-12 each sign-in shows the one before it, the first none", async () => {
  const first = world.clock();
  assert.equal((await signedIn(world, awa)).previousSignInAt, null);
  world.pass({ days: 2, hours: 3 });
  assert.deepEqual((await signedIn(world, awa)).previousSignInAt, first);
  const second = world.clock();
  world.pass({ minutes: 1 });
  await tryIn(awa.identifier, "faux");
  assert.deepEqual((await signedIn(world, awa)).previousSignInAt, second);
  assert.equal((await signedIn(world, julien)).previousSignInAt, null);
});

test("SEC-12 sign-ins and refusals stand in the journal of the person, with no secret", async () => {
  await tryIn(awa.identifier, "faux");
  await choose(awa);
  await signedIn(world, awa, ownPassword);
  assert.deepEqual(await journalOf(world, awa), [
    { act: "password refused", actor: "unknown", detail: {} },
    { act: "signed in", actor: awa.id, detail: { by: "old password" } },
    { act: "chose a password", actor: awa.id, detail: {} },
    { act: "signed in", actor: awa.id, detail: { by: "password" } },
  ]);
  assert.deepEqual(await actsOf(world, julien), []);
});

test("CP-03 a sign-in under way with the old password fails when a password is chosen meanwhile", async () => {
  const visitor = await signedIn(world, awa);
  const { verify } = world.passwords;
  const slow = {
    ...world,
    passwords: {
      ...world.passwords,
      verify: async (hashed: string | undefined, typed: string) => {
        const right = await verify(hashed, typed);
        await chooseFirstPassword(world, visitor, ownPassword);
        return right;
      },
    },
  };
  const result = await signIn(slow, { identifier: awa.identifier, password: awa.oldPassword });
  assert.equal(outcome(result), "wrong");
});
