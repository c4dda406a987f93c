import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { nirKey } from "../../../law/credentials/nir.ts";
import { languages } from "../../../law/language.ts";
import { awa, type DemoWorld, demoWorld, ownPassword, type Someone, samira } from "../../../test/demo.ts";
import { settled, verifyContacts } from "../../../test/two-steps.ts";
import { newId } from "../../platform/ids.ts";
import { sendProvisionalFor } from "./at-desk/send-provisional.ts";
import { askPasswordChange, walkOn } from "./campaign/campaign.ts";
import { foundBy, typedIdentifier } from "./identifiers.ts";
import { giveNirFor } from "./one-person/give-nir.ts";
import { tellKnown } from "./open-account/tell-known.ts";
import { raiseAlarm } from "./raise-alarm/raise-alarm.ts";
import { births, nothing } from "./raise-alarm/testing.ts";
import { signIn } from "./sign-in/sign-in.ts";
import { liftAlarm, liftSuspension, suspendAccess } from "./suspend-access/suspend-access.ts";

/** What the institution writes by itself is in the language of the person, whoever caused it. */

let world: DemoWorld;
before(async () => {
  world = await demoWorld();
  await settled(world, awa);
  await verifyContacts(world, awa);
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

const agent = { agentId: "agent 17", name: "Dominique" };
const reason = "Explained at the desk";
const thirteen = "2990799212045";

const comesIn = async (who: Someone, language: "fr" | "en") => {
  const password = who === awa ? ownPassword : who.oldPassword;
  const result = await signIn(world, { identifier: who.identifier, password }, undefined, language);
  assert.ok("cookie" in result);
};

/** Somebody else reports, in the other language. */
const alarm = async (language: "fr" | "en") => {
  const typed = { ...nothing, identifier: awa.identifier, birth: births.awa };
  await raiseAlarm(world, undefined, newId(), typed, language === "fr" ? "en" : "fr");
};

async function askForNumber() {
  const identifier = typedIdentifier(world, awa.identifier);
  assert.ok(!("refused" in identifier));
  await tellKnown(world, { key: foundBy(world.keys, identifier).toString("base64"), known: true });
}

/** The campaign is met, and told, at the next sign-in. */
async function askNewPassword(language: "fr" | "en") {
  world.pass({ minutes: 1 });
  const asked = await askPasswordChange(world, agent, { to: [awa.id], why: "leak", note: "List" });
  assert.ok("campaignId" in asked);
  await walkOn(world, { campaignId: asked.campaignId, after: null });
  await comesIn(awa, language);
}

type Case = { who: Someone; does: (language: "fr" | "en") => Promise<unknown>; fr: RegExp; en: RegExp };
const cases: Record<string, Case> = {
  "MC-14 a suspension": {
    who: awa,
    does: () => suspendAccess(world, agent, awa.id, { reason }),
    fr: /nous avons suspendu l’accès/,
    en: /we have suspended access/,
  },
  "MC-14 a suspension lifted": {
    who: awa,
    does: async () => {
      await suspendAccess(world, agent, awa.id, { reason });
      await liftSuspension(world, agent, awa.id, { reason });
    },
    fr: /L’accès à votre compte est rouvert/,
    en: /Access to your account is open again/,
  },
  "CN-09 an alarm that somebody else raised": {
    who: awa,
    does: alarm,
    fr: /Un danger nous a été signalé/,
    en: /We were told of a danger/,
  },
  "CN-09 an alarm lifted by the desk": {
    who: awa,
    does: async (language) => {
      await alarm(language);
      await liftAlarm(world, agent, awa.id, { reason });
    },
    fr: /L’accès à votre compte est rouvert/,
    en: /Access to your account is open again/,
  },
  "MC-13 a new password asked for": {
    who: awa,
    does: askNewPassword,
    fr: /choisir un nouveau mot de passe/,
    en: /choose a new password/,
  },
  "SEC-02 an account asked for with one's number": {
    who: awa,
    does: askForNumber,
    fr: /Bonjour/,
    en: /Hello/,
  },
  "CP-12 a number written down by an agent": {
    who: samira,
    does: () => giveNirFor(world, agent, samira.id, thirteen + nirKey(thirteen)),
    fr: /numéro de sécurité sociale est maintenant enregistré/,
    en: /social-security number is now registered/,
  },
  "CP-13 a provisional identifier sent by an agent": {
    who: samira,
    does: () => sendProvisionalFor(world, agent, samira.id),
    fr: /Votre identifiant provisoire/,
    en: /Your provisional identifier/,
  },
};

for (const [name, { who, does, ...says }] of Object.entries(cases))
  test(`${name} is told in the language of the last sign-in`, async () => {
    for (const language of languages) {
      await world.afresh();
      await comesIn(who, language === "fr" ? "en" : "fr");
      await comesIn(who, language);
      const before = (await world.sent()).length;
      await does(language);
      const mails = (await world.sent())
        .slice(before)
        .filter(({ queue, payload }) => queue === "mail" && payload.to === who.mail);
      assert.match(mails.at(-1)?.payload.text ?? "", says[language], language);
      assert.ok(mails.every((mail) => "language" in mail.payload && mail.payload.language === language));
    }
  });

test("MC-14 who never signed in is written to in French, the language that counts", async () => {
  await suspendAccess(world, agent, samira.id, { reason });
  assert.match((await world.sent()).at(-1)?.payload.text ?? "", /nous avons suspendu l’accès/);
});

test("MC-14 a sign-in of no page keeps the language there is", async () => {
  await comesIn(awa, "en");
  await signIn(world, { identifier: awa.identifier, password: ownPassword });
  const { rows } = await sql`select language from identity.account where person_id = ${awa.id}`.execute(
    world.db,
  );
  assert.deepEqual(rows, [{ language: "en" }]);
});
