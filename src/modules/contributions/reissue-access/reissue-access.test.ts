import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { contributors, demoInsuredRegistry } from "../../../../dev/demo/cnss.ts";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { actsOf, type DemoWorld, demoWorld, visitorBy } from "../../../../test/demo.ts";
import { drawPdf } from "../../../platform/pdf.ts";
import { readSession, signIn } from "../../identity/index.ts";
import { decideAccessRequest } from "../decide-access/decide-access.ts";
import { openAccessRequests } from "../decide-access/read-requests.ts";
import { asked, kadra } from "../testing.ts";
import { type Reissuing, reissueAccess } from "./reissue-access.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld({ institution: cnss, insuredRegistry: demoInsuredRegistry() });
});
beforeEach(() => world.afresh());
after(() => world.close());

const agent = { agentId: "agent 7", name: "Saada" };
const mail = "kadra.guedi@exemple.fr";
const number = "100593846";
const [hodan, idriss] = contributors;

const reissue = (given: Partial<Reissuing> = {}) =>
  reissueAccess(world, agent, { number, reason: "pièce vue", by: "contact", language: "fr", ...given });

const textTo = async (contact: string) =>
  (await world.sent()).findLast(({ payload }) => payload.to === contact)?.payload.text ?? "";
const passwordIn = (text: string) =>
  /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? assert.fail(text);

/** Kadra, to whom a first password was sent. */
async function issued(): Promise<string> {
  await asked(world, "insured", kadra, mail);
  const [request] = (await openAccessRequests(world, 1)).requests;
  await decideAccessRequest(world, agent, request?.requestId ?? "", "issue", "");
  return passwordIn(await textTo(mail));
}

const enters = async (password: string, identifier = number) => {
  const result = await signIn(world, { identifier, password });
  return "cookie" in result ? result.cookie : undefined;
};

test("CN-04 a lost first password is handed over again where the person was reached: the one before, and who came in by it, are out", async () => {
  const first = await issued();
  const thief = (await enters(first)) ?? assert.fail();
  const { person } = await visitorBy(world, thief);
  assert.deepEqual(await reissue(), { done: true });
  const text = await textTo(mail);
  assert.match(text, /un autre premier mot de passe/);
  assert.doesNotMatch(text, /https?:|100593846|acceptée/);
  assert.equal(await readSession(world, thief), undefined);
  assert.equal(await enters(first), undefined);
  assert.ok(await enters(passwordIn(text)));
  assert.ok((await actsOf(world, { id: person.personId })).includes("reissued an access"));
});

test("CN-04 where nothing was confirmed, a letter: no message goes, and the paper does not bear the number", async () => {
  assert.match(JSON.stringify(await reissue({ number: hodan.number })), /Remettez-lui une lettre/);
  const before = (await world.sent()).length;
  const done = await reissue({ number: hodan.number, by: "letter" });
  assert.ok("done" in done && done.letter);
  assert.equal((await world.sent()).length, before);
  const typed = passwordIn(JSON.stringify(done.letter));
  assert.ok(await enters(typed, hodan.number));
  assert.equal(await enters(hodan.firstPassword, hodan.number), undefined);
  assert.ok((await drawPdf(done.letter)).length > 0);
  assert.doesNotMatch(JSON.stringify(done.letter), new RegExp(hodan.number));
  const employer = await reissue({ number: idriss.number, by: "letter", language: "en" });
  assert.ok("done" in employer && JSON.stringify(employer.letter).includes("Boulangerie du Port"));
});

test("CN-04 SEC-11 without a ground, for a number nobody has, and for who has a password of their own, nothing changes", async () => {
  const first = await issued();
  for (const reason of ["", "  ", "x".repeat(301)]) assert.ok("refused" in (await reissue({ reason })));
  for (const typed of ["100593847", "12", "' or 1=1"])
    assert.ok("refused" in (await reissue({ number: typed })));
  const { person } = await visitorBy(world, (await enters(first)) ?? "");
  const own = "Tulipe-Vapeur-43";
  await world.db
    .withSchema("identity")
    .withTables<{ account: { person_id: string; hashed: string } }>()
    .updateTable("account")
    .set({ hashed: await world.passwords.hash(own) })
    .where("person_id", "=", person.personId)
    .execute();
  assert.match(JSON.stringify(await reissue()), /a déjà choisi son mot de passe/);
  assert.ok(await enters(own));
});
