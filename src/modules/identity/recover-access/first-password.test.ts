import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { cpam54 } from "../../../../institutions/cpam54/index.ts";
import type { Institution } from "../../../../institutions/institution.ts";
import { asksBirth } from "../../../../law/credentials/recovery.ts";
import { visitorBy } from "../../../../test/demo.ts";
import { type TestWorld, testWorld } from "../../../../test/world.ts";
import { inTransaction } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { admit } from "../admit.ts";
import { drawFirstPassword, handOverFirstPassword } from "../hand-over/hand-over.ts";
import { issueAccess } from "../issued-access/issued-access.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { askRecovery } from "./ask-recovery.ts";
import { enterRecoveryCode, stageOf } from "./recovery.ts";
import { askedRecovery, comeBack, recoveryGoesTo } from "./testing.ts";

const worlds: TestWorld[] = [];
const open = async (institution: Institution) => {
  const world = await testWorld({ institution });
  worlds.push(world);
  return world;
};
let insured: TestWorld;
let partners: TestWorld;
before(async () => {
  insured = await open(cnss);
  partners = await open(cpam54);
});
after(() => Promise.all(worlds.map((world) => world.close())));

const agent = { agentId: "agent 7", name: "Saada" };
const own = "Tulipe9sur-Remorque";

/** Somebody to whom a first password was handed, at `mail` or by a letter; never signed in. */
async function handed(number: string, mail?: string) {
  const personId = newId();
  const first = await drawFirstPassword(insured);
  await inTransaction(insured.db, async (tx) => {
    await admit(tx, insured, {
      person: { personId, firstNames: "Kadra", birthName: "Guedi", usedName: null, birthDate: "1992-11-03" },
      identifier: { kind: "insurance", value: number },
      ...(mail && { verified: { kind: "mail", value: mail } }),
    });
    const identifier = { fr: "numéro d’assuré", en: "insurance number" };
    const handing = { personId, first, identifier, days: 30, language: "fr" as const };
    await handOverFirstPassword(tx, insured, agent, handing);
  });
  return { identifier: number, mail: mail ?? "", first: first.typed };
}

test("CN-04 a first password lost before it served, even out of date: a code to the contact point, the birth date, a password of one's own", async () => {
  const kadra = await handed("100593846", "kadra@exemple.fr");
  insured.pass({ days: 31 });
  const cookie = await askedRecovery(insured, kadra);
  const code = /\b\d{6}\b/.exec((await insured.sent()).at(-1)?.payload.text ?? "")?.[0] ?? "";
  assert.deepEqual(await enterRecoveryCode(insured, cookie, code), { done: true });
  assert.deepEqual(await stageOf(insured, cookie), { at: "identity" });
  assert.equal(await comeBack(insured, kadra, { birthDate: "1992-11-03" }), "in");
  const entered = await signIn(insured, { identifier: kadra.identifier, password: own });
  assert.ok("cookie" in entered);
  assert.equal((await visitorBy(insured, entered.cookie)).hasPassword, true);
  const before = await signIn(insured, { identifier: kadra.identifier, password: kadra.first });
  assert.ok("refused" in before, "the first password is dead");
});

test("CN-04 SEC-02 SEC-03 asked too often, or of who confirmed nothing, or of nobody, the same answer and no message", async () => {
  const often = await handed("100593847", "often@exemple.fr");
  for (let n = 0; n < 3; n++) await askedRecovery(insured, often);
  const { resends } = cnss.codes;
  for (let n = 0; n < resends; n++) await askedRecovery(insured, often);
  const answers = [];
  for (const who of [often, await handed("100593848"), { identifier: "100593849" }]) {
    answers.push(Object.keys(await askRecovery(insured, who.identifier, "fr")));
    assert.deepEqual(await recoveryGoesTo(insured, who), []);
  }
  assert.deepEqual(answers, [["cookie"], ["cookie"], ["cookie"]]);
});

test("SP-02 SEC-04 of partners' staff no birth date is known: none is asked for, and their way back is no dead end", async () => {
  const mail = "paul@relais.exemple.fr";
  const identifier = await inTransaction(partners.db, (tx) =>
    issueAccess(tx, partners, agent, {
      person: {
        personId: newId(),
        firstNames: "Paul",
        birthName: "R",
        usedName: null,
        birthDate: "0000-00-00",
      },
      verified: { kind: "mail", value: mail },
      kind: "partner",
      population: null,
    }),
  );
  assert.equal(await comeBack(partners, { identifier, mail }), "in");
  assert.ok("cookie" in (await signIn(partners, { identifier, password: own })));
});

test("SEC-04 the birth date is asked for where one contact point vouches alone and a date is known, in part at least", () => {
  assert.equal(asksBirth(1, "1992-11-03"), true);
  assert.equal(asksBirth(1, "1992-00-00"), true);
  assert.equal(asksBirth(2, "1992-11-03"), false);
  assert.equal(asksBirth(1, "0000-00-00"), false);
});
