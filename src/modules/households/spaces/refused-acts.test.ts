import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { refusals } from "../../../../law/access/reasons.ts";
import {
  awa,
  camille,
  type DemoWorld,
  demoWorld,
  journalOf,
  julien,
  nadia,
  ownPassword,
  signedIn,
  standing,
  yann,
} from "../../../../test/demo.ts";
import { guard } from "../../../../test/guardian.ts";
import { settle, testSite } from "../../../../test/site.ts";
import { answerOffer } from "../delegate/delegate.ts";
import { declareSeparation } from "../separate/separate.ts";
import { enterSpace, listSpaces } from "./spaces.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
  const site = await testSite(world);
  for (const who of [camille, julien]) await settle(site.browser(), who);
  await site.close();
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const scopes = ["assistance", "representation", "accounts"] as const;
const day = { day: "1", month: "3", year: "2026" };

for (const scope of scopes)
  test(`MC-06 CP-15 CP-19 under ${scope} nobody separates or delegates in the person’s place, and the sentence says so`, async () => {
    await guard(world, camille, nadia, scope);
    const visitor = await signedIn(world, camille, ownPassword);
    const { says } = refusals.herOwnChoice.because;
    const parted = await declareSeparation(world, visitor, { day }, "fr", nadia.id);
    assert.deepEqual("refused" in parted && parted.refused.says, says);
    for (const grants of [true, false]) {
      const given = await answerOffer(world, visitor, grants, "fr", nadia.id);
      assert.deepEqual("refused" in given && given.refused.says, says);
    }
    const { facts } = (await standing(world, nadia)).file ?? assert.fail();
    assert.deepEqual([facts.separations, facts.delegations], [[], []]);
  });

test("SEC-11 MC-06 with the id of somebody one does not protect, another guardian’s or a stranger’s, nothing is done", async () => {
  await guard(world, camille, nadia, "representation");
  await guard(world, julien, yann, "representation");
  for (const [actor, whose] of [
    [julien, nadia],
    [camille, yann],
    [camille, awa],
    [julien, camille],
  ] as const) {
    const visitor = await signedIn(world, actor, ownPassword);
    const { says } = refusals.stranger.because;
    const parted = await declareSeparation(world, visitor, { day }, "fr", whose.id);
    assert.deepEqual("refused" in parted && parted.refused.says, says);
    const given = await answerOffer(world, visitor, true, "fr", whose.id);
    assert.deepEqual("refused" in given && given.refused.says, says);
    assert.deepEqual((await standing(world, whose)).file?.facts.separations, []);
  }
});

test("MC-07 SEC-12 entering says in which quality and by which measure, in the person’s own journal", async () => {
  await guard(world, camille, nadia, "accounts");
  await guard(world, camille, nadia, "assistance");
  assert.equal((await listSpaces(world, camille.id)).spaces[0]?.open, true);
  await enterSpace(world, await signedIn(world, camille, ownPassword), nadia.id);
  const last = (await journalOf(world, nadia)).at(-1);
  assert.deepEqual(
    [last?.act, last?.actor, last?.detail],
    ["entered the space", camille.id, { as: "guardian", measure: "accounts assistance" }],
  );
});
