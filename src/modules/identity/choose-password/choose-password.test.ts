import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { brokenRules } from "../../../../law/credentials/password.ts";
import {
  actsOf,
  awa,
  camille,
  cookieOf,
  type DemoWorld,
  demoWorld,
  otherPassword,
  ownPassword,
  samira,
  signedIn,
  sophie,
  visitorBy,
} from "../../../../test/demo.ts";
import { guessableReasons } from "../guessable/guessable.ts";
import { readSession } from "../session/session.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { chooseFirstPassword } from "./choose-password.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
});
beforeEach(() => world.afresh());
after(() => world.close());

const opens = async (who: typeof awa, password: string) =>
  "cookie" in (await signIn(world, { identifier: who.identifier, password }));

/** The French words of a refusal. */
async function refusal(who: typeof awa, password: string): Promise<string> {
  const result = await chooseFirstPassword(world, await signedIn(world, who), password);
  return "refused" in result ? result.refused.map((one) => one.fr).join(" ") : "";
}

test("CP-04 each rule of the Caf that is broken is named, and nothing changes", async () => {
  const broken = {
    Orage7b: ["au moins 8 caractères"],
    "Orage7Banc-Velours-Gravier-Cerise": ["au plus 24 caractères"],
    "orage-banc-velours": ["au moins 1 chiffre", "au moins 1 lettre majuscule"],
    "ORAGE7-BANC": ["au moins 1 lettre minuscule"],
  };
  for (const [password, rules] of Object.entries(broken))
    assert.equal(await refusal(awa, password), `Il manque à ce mot de passe\u202f: ${rules.join(", ")}.`);
  assert.equal(await refusal(awa, ""), "Choisissez un mot de passe.");
  assert.ok(await opens(awa, awa.oldPassword));
});

test("SEC-07 names, birth date and number of the person are refused, though every rule holds", async () => {
  const own = [
    [awa, "Diallo2024xA", "ownName"],
    [awa, "Awa-Diallo7", "ownName"],
    [sophie, "LeGoff2024", "ownName"],
    [sophie, "Lambert-1", "ownName"],
    [awa, "Mx03111988", "ownBirthDate"],
    [camille, "Xy2940220040", "ownNir"],
    [awa, "Caf2026Caf", "contextWord"],
    [samira, "Password1", "commonPassword"],
  ] as const;
  for (const [who, password, because] of own) {
    assert.deepEqual(brokenRules(world.institution.passwords, password), []);
    assert.equal(await refusal(who, password), guessableReasons[because].fr, password);
  }
});

test("SEC-07 another person's name does not make a password weak", async () => {
  assert.equal(await refusal(awa, "Lambert7Banc-Orage"), "");
});

test("CP-03 a password of one's own ends the old one for that person", async () => {
  const result = await chooseFirstPassword(world, await signedIn(world, awa), ownPassword);
  assert.ok("cookie" in result && result.cookie);
  assert.ok(!(await opens(awa, awa.oldPassword)));
  assert.ok(await opens(awa, ownPassword));
});

test("SEC-05 choosing a password renews the cookie's secret: the old cookie is void", async () => {
  const before = await cookieOf(world, awa);
  const result = await chooseFirstPassword(world, await visitorBy(world, before), ownPassword);
  assert.ok("cookie" in result && result.cookie);
  assert.equal(await readSession(world, before), undefined);
  assert.equal((await visitorBy(world, result.cookie)).hasPassword, true);
});

test("SEC-05 a session that somebody else opened with the old password is closed", async () => {
  const [theirs, hers] = [await cookieOf(world, awa), await cookieOf(world, awa)];
  await chooseFirstPassword(world, await visitorBy(world, hers), ownPassword);
  assert.equal(await readSession(world, theirs), undefined);
});

test("CP-03 chosen twice, in two tabs, at the same moment: the first stands, and it is told once", async () => {
  const visitor = await signedIn(world, awa);
  const results = await Promise.all(
    [ownPassword, otherPassword, ownPassword].map((typed) => chooseFirstPassword(world, visitor, typed)),
  );
  const cookies = results.map((one) => ("cookie" in one ? one.cookie : assert.fail()));
  const [cookie, ...more] = cookies.filter((one) => one !== undefined);
  assert.deepEqual(more, []);
  assert.equal((await visitorBy(world, cookie ?? "")).person.personId, awa.id);
  const chosen = cookies.indexOf(cookie) === 1 ? otherPassword : ownPassword;
  assert.ok(await opens(awa, chosen));
  assert.ok(!(await opens(awa, chosen === ownPassword ? otherPassword : ownPassword)));
  assert.equal((await actsOf(world, awa)).filter((act) => act === "chose a password").length, 1);
});

test("CP-03 who has a password of their own cannot replace it by this page", async () => {
  await chooseFirstPassword(world, await signedIn(world, awa), ownPassword);
  const again = await chooseFirstPassword(world, await signedIn(world, awa, ownPassword), otherPassword);
  assert.deepEqual(again, { cookie: undefined });
  assert.ok(await opens(awa, ownPassword));
  assert.ok(!(await opens(awa, otherPassword)));
});
