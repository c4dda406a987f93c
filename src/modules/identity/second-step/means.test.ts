import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cpam54 } from "../../../../institutions/cpam54/index.ts";
import { visitorBy } from "../../../../test/demo.ts";
import { type TestWorld, testWorld } from "../../../../test/world.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { insertContactPoint, verifyContactPoint } from "../contact/store.ts";
import { drawFirstPassword, handOverFirstPassword } from "../hand-over/hand-over.ts";
import { issueAccess } from "../issued-access/issued-access.ts";
import { comeBack } from "../recover-access/testing.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { hasSecondProof } from "./means.ts";
import { askStepCode, atSecondStep } from "./second-step.ts";
import { secondStepSettings, turnOffSecondStep, turnOnSecondStep } from "./turn-on.ts";

let world: TestWorld;
before(async () => {
  world = await testWorld({ institution: cpam54 });
});
after(() => world.close());

const agent = { agentId: "agent 7", name: "Dominique Roy" };

/** Somebody of a partner's staff, whose access came by mail; what they sign in with. */
async function staff(name: string, population: "manager" | null) {
  const personId = newId();
  const first = await drawFirstPassword(world);
  const mail = { kind: "mail" as const, value: `${name}@relais.exemple.fr` };
  const identifier = await inTransaction(world.db, async (tx) => {
    const person = { personId, firstNames: name, birthName: "X", usedName: null, birthDate: "0000-00-00" };
    const number = await issueAccess(tx, world, agent, {
      person,
      verified: mail,
      kind: "partner",
      population,
    });
    const named = { fr: "identifiant", en: "identifier" };
    const handing = { personId, first, to: mail, identifier: named, days: 14, language: "fr" as const };
    await handOverFirstPassword(tx, world, agent, handing);
    return number;
  });
  const enter = async (password = first.typed) => {
    const result = await signIn(world, { identifier, password });
    return visitorBy(world, "cookie" in result ? result.cookie : assert.fail(result.refused.fr));
  };
  return { personId, identifier, mail: mail.value, enter };
}

const addMobile = (personId: string, value: string) =>
  inTransaction(world.db, async (tx) => {
    await insertContactPoint(tx, personId, { kind: "mobile", value }, world.clock());
    await verifyContactPoint(tx, personId, { kind: "mobile", value }, world.clock(), world.clock());
  });

test("SEC-08 SP-02 who manages accesses gets no code where their passwords come; a colleague who wants two steps may", async () => {
  const manager = await staff("claire", "manager");
  assert.equal(await hasSecondProof(world, manager.personId), false);
  const entered = await manager.enter();
  assert.equal(entered.secondStepDue, false);
  const settings = await secondStepSettings(world, entered);
  assert.deepEqual([settings.contacts, settings.mailCounts, settings.policy], [[], false, "required"]);
  assert.match(JSON.stringify(await turnOnSecondStep(world, entered, "fr")), /Vos mots de passe arrivent/);

  await addMobile(manager.personId, "+33639985101");
  assert.equal(await hasSecondProof(world, manager.personId), true);
  const due = await manager.enter();
  assert.equal(due.secondStepDue, true);
  assert.deepEqual(
    (await atSecondStep(world, due)).contacts.map(({ kind }) => kind),
    ["mobile"],
  );
  assert.ok("refused" in (await askStepCode(world, due, { kind: "mail", seen: 0 }, "fr")));
  assert.deepEqual(await askStepCode(world, due, { kind: "mobile", seen: 0 }, "fr"), { sent: true });
  assert.ok("refused" in (await turnOffSecondStep(world, due, "fr")));

  const colleague = await staff("paul", null);
  assert.equal(await hasSecondProof(world, colleague.personId), true);
  assert.deepEqual(await turnOnSecondStep(world, await colleague.enter(), "fr"), { done: true });
  assert.equal((await colleague.enter()).secondStepDue, true);
});

test("SEC-08 who reads a manager's mailbox gets a new password and no further", async () => {
  const manager = await staff("omar", "manager");
  await addMobile(manager.personId, "+33639985102");
  assert.equal(await comeBack(world, manager), "in");
  assert.equal((await manager.enter("Tulipe9sur-Remorque")).secondStepDue, true);
});
