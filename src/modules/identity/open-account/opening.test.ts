import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { demoRegistry } from "../../../../dev/demo/newcomers.ts";
import { codeStates, sendRefusals, wrongCode } from "../../../../law/credentials/codes.ts";
import { awa, type DemoWorld, demoWorld, signedIn } from "../../../../test/demo.ts";
import { enterCode } from "../give-contacts/enter-code.ts";
import { giveContacts } from "../give-contacts/give-contacts.ts";
import { tidy } from "../jobs.ts";
import { beginOpening } from "./begin.ts";
import { confirmAnswers } from "./check.ts";
import {
  askOpeningCode,
  giveOpeningContacts,
  putOffOpeningCode,
  typeOpeningCode,
  waitingInOpening,
} from "./contacts.ts";
import { openAccount } from "./open-account.ts";
import { forgetOpening, readOpening } from "./opening.ts";
import { stepOf } from "./steps.ts";
import { takeAnswer } from "./take-answer.ts";
import {
  answerAll,
  giveContact,
  lastCode,
  manonTells,
  newMail,
  readyToOpen,
  tell,
  today,
} from "./testing.ts";

let world: DemoWorld;
before(async () => {
  world = await demoWorld({ civilRegistry: demoRegistry() });
});
beforeEach(() => world.afresh());
after(() => world.close());

const draftOf = async (cookie: string) => (await readOpening(world, cookie))?.draft;
const stepAt = async (cookie: string) => {
  const draft = await draftOf(cookie);
  return draft && stepOf(draft);
};

/** Everything told and checked: the contact points are next. */
async function atContacts(): Promise<string> {
  const cookie = await answerAll(world, manonTells);
  assert.deepEqual(await confirmAnswers(world, cookie, false), { done: true });
  return cookie;
}

const give = (cookie: string, mail: string, mobile = "") =>
  giveOpeningContacts(world, cookie, { mail, mobile }, "fr");
const type = (cookie: string, kind: "mail" | "mobile", code: string) =>
  typeOpeningCode(world, cookie, kind, code, "fr");
const wrongOf = (code: string) => (code === "000000" ? "111111" : "000000");
const saidOf = (result: object) => ("refused" in result ? result.refused : undefined);

test("CP-10 what was answered waits for two hours after the last answer, and not a moment longer", async () => {
  const cookie = await answerAll(world, manonTells);
  world.pass({ hours: 2 });
  assert.equal(await stepAt(cookie), "check");
  await tell(world, cookie, "sex", { sex: "F" });
  world.pass({ minutes: 119 });
  assert.equal(await stepAt(cookie), "check");
  world.pass({ minutes: 1, milliseconds: 1 });
  assert.equal(await readOpening(world, cookie), undefined);
  assert.deepEqual(await takeAnswer(world, cookie, "sex", { sex: "M" }, today), { over: true });
});

test("CP-10 another browser reads nothing of it and answers nothing in it, whatever it knows", async () => {
  const cookie = await readyToOpen(world, manonTells);
  const [openingId = "", secret = ""] = cookie.split(".");
  const { cookie: own } = await beginOpening(world);
  const [, ownSecret = ""] = own.split(".");
  const guesses = [
    `${openingId}.`,
    openingId,
    `${openingId}.${ownSecret}`,
    `${openingId}.${secret.slice(1)}`,
    `${own.split(".")[0]}.${secret}`,
    `.${secret}`,
    "",
    "00000000-0000-4000-8000-000000000000.x",
    "' or 1=1 --.x",
  ];
  for (const guess of guesses) {
    assert.equal(await readOpening(world, guess), undefined, guess);
    assert.deepEqual(await takeAnswer(world, guess, "sex", { sex: "M" }, today), { over: true });
    assert.deepEqual(await confirmAnswers(world, guess, true), { over: true });
    assert.deepEqual(await give(guess, newMail()), { over: true });
    assert.deepEqual(await type(guess, "mail", "123456"), { over: true });
    const browser = { device: "", deviceCookie: undefined };
    assert.deepEqual(await openAccount(world, guess, "Orage7Banc-Velours", browser, "fr"), { over: true });
    await forgetOpening(world, guess);
  }
  assert.equal(await stepAt(cookie), "password", "and the first browser goes on as if nothing had been");
});

test("SEC-10 a draft moved to another opening does not open", async () => {
  const cookie = await answerAll(world, manonTells);
  const { cookie: other } = await beginOpening(world);
  await sql`update identity.opening set sealed = (select sealed from identity.opening where opening_id = ${cookie.split(".")[0]})
    where opening_id = ${other.split(".")[0]}`.execute(world.db);
  await assert.rejects(readOpening(world, other));
});

test("CP-10 erased by its person, nothing of it is left; each night what nobody came back to goes", async () => {
  const cookie = await answerAll(world, manonTells);
  await forgetOpening(world, cookie);
  assert.equal(await readOpening(world, cookie), undefined);
  const left = async () => (await sql`select 1 from identity.opening`.execute(world.db)).rows.length;
  assert.equal(await left(), 0);
  await readyToOpen(world, manonTells);
  world.pass({ days: 3 });
  await tidy(world);
  assert.equal(await left(), 0);
  assert.equal((await sql`select 1 from identity.opening_code`.execute(world.db)).rows.length, 0);
});

test("CP-10 no step is taken before those it follows", async () => {
  const { cookie, path } = await beginOpening(world);
  assert.equal(path, "/openings/current/names");
  for (const question of ["sex", "birth", "country", "number", "address"] as const)
    assert.deepEqual(
      await takeAnswer(world, cookie, question, { sex: "F" }, today),
      { over: true },
      question,
    );
  assert.deepEqual(await confirmAnswers(world, cookie, true), { over: true });
  assert.deepEqual(await give(cookie, newMail()), { over: true });
  const born = await answerAll(world, manonTells);
  assert.deepEqual(await takeAnswer(world, born, "parents", {}, today), { over: true }, "born in France");
});

test("CP-12 an answer changed after the check is checked again, and the registry is not asked without end", async () => {
  let asked = 0;
  const counting = {
    ...world,
    civilRegistry: {
      check: async () => {
        asked += 1;
        return "mismatch" as const;
      },
    },
  };
  const cookie = await answerAll(counting, manonTells);
  for (let n = 0; n < 8; n++) {
    await tell(counting, cookie, "names", { birthName: `Carpentier${"r".repeat(n)}`, firstNames: "Manon" });
    assert.equal(await stepAt(cookie), "check");
    await confirmAnswers(counting, cookie, false);
  }
  assert.equal(asked, 5);
  assert.equal(
    await stepAt(cookie),
    "contacts",
    "beyond, nobody can say: a provisional identifier it will be",
  );
  assert.equal((await draftOf(cookie))?.registry, "unknown");
});

test("SEC-02 the registry is asked ten times a day about one name and birth date, however many openings do", async () => {
  let asked = 0;
  const check = async () => {
    asked += 1;
    return "mismatch" as const;
  };
  const counting = { ...world, civilRegistry: { check } };
  for (let n = 10; n < 24; n++) {
    const number = `20305543951${n}`;
    const cookie = await answerAll(counting, { ...manonTells, number: { has: "yes", number } });
    await confirmAnswers(counting, cookie, false);
  }
  assert.equal(asked, 10);
  world.pass({ days: 1 });
  await confirmAnswers(counting, await answerAll(counting, manonTells), false);
  assert.equal(asked, 11);
});

test("CP-12 what the registry said of other answers than those that stand is not kept", async () => {
  const cookie = await answerAll(world, manonTells);
  const slow = {
    ...world,
    civilRegistry: {
      check: async () => {
        await tell(world, cookie, "names", { birthName: "Autre", firstNames: "Personne" });
        return "match" as const;
      },
    },
  };
  assert.deepEqual(await confirmAnswers(slow, cookie, false), { over: true });
  assert.equal((await draftOf(cookie))?.registry, undefined);
  assert.equal(await stepAt(cookie), "check");
});

test("CP-05 CP-06 MC-16 one contact point is enough, its code typed; none is too few", async () => {
  const cookie = await atContacts();
  const none = await give(cookie, " ", "");
  assert.ok("refused" in none && none.refused.mail);
  const wrong = await give(cookie, "manon@@exemple", "06 12");
  assert.ok("refused" in wrong && wrong.refused.mail && wrong.refused.mobile);
  const mail = newMail();
  assert.deepEqual(await give(cookie, mail), { done: true });
  assert.equal(await stepAt(cookie), "mail-code");
  const code = await lastCode(world);
  assert.deepEqual(saidOf(await type(cookie, "mail", wrongOf(code))), wrongCode(4));
  assert.deepEqual(await type(cookie, "mail", ` ${code.slice(0, 3)} ${code.slice(3)}`), { done: true });
  assert.equal(await stepAt(cookie), "password");
});

test("CP-05 with two, one may wait once the other is confirmed; never both", async () => {
  const cookie = await atContacts();
  await give(cookie, newMail(), "06 39 98 12 40");
  assert.deepEqual(await putOffOpeningCode(world, cookie, "mail", "fr"), { done: true });
  assert.equal(await stepAt(cookie), "mobile-code");
  assert.deepEqual(await putOffOpeningCode(world, cookie, "mobile", "fr"), { over: true });
  assert.deepEqual(await type(cookie, "mobile", await lastCode(world)), { done: true });
  assert.equal(await stepAt(cookie), "password");
});

test("CP-07 CP-08 SEC-03 a new code voids the earlier one; at most 3 more are sent, however many openings ask", async () => {
  const cookie = await atContacts();
  const mail = newMail();
  await give(cookie, mail);
  const first = await lastCode(world);
  assert.deepEqual(await askOpeningCode(world, cookie, "mail", 1, "fr"), { sent: true });
  assert.deepEqual(await askOpeningCode(world, cookie, "mail", 1, "fr"), { sent: true }, "a double click");
  const second = await lastCode(world);
  if (first !== second) assert.deepEqual(saidOf(await type(cookie, "mail", first)), wrongCode(4));
  assert.equal((await waitingInOpening(world, cookie, "mail"))?.waiting.sends, 2);
  const other = await atContacts();
  assert.deepEqual(await give(other, mail.toUpperCase()), { done: true });
  const third = await askOpeningCode(world, other, "mail", 1, "fr");
  assert.deepEqual(third, { sent: true });
  assert.deepEqual(saidOf(await askOpeningCode(world, other, "mail", 2, "fr")), sendRefusals.resends.says);
  assert.deepEqual(saidOf(await askOpeningCode(world, cookie, "mail", 2, "fr")), sendRefusals.resends.says);
  const sentThere = (await world.sent()).filter(({ payload }) => payload.to.toLowerCase() === mail);
  assert.equal(sentThere.length, 4);
});

test("SEC-03 a code is tried 5 times, a contact point 20 times a day over all the openings that name it", async () => {
  const mail = newMail();
  let tries = 0;
  for (let n = 0; n < 5; n++) {
    const cookie = await atContacts();
    const given = await give(cookie, mail);
    if ("refused" in given) break;
    const code = await lastCode(world);
    for (let at = 0; at < 6; at++) {
      const result = await type(cookie, "mail", wrongOf(code));
      const said = "refused" in result ? result.refused : undefined;
      if (said?.fr.startsWith("Ce n’est pas le bon code")) tries += 1;
    }
    const spent = await type(cookie, "mail", code);
    assert.ok("refused" in spent, "the right code comes too late");
    assert.ok([codeStates.exhausted, codeStates["day-exhausted"]].some((one) => one.fr === spent.refused.fr));
  }
  assert.ok(tries <= 20, `${tries} tries`);
});

test("CP-09 a code sent by mail dies after 15 minutes", async () => {
  const cookie = await atContacts();
  await give(cookie, newMail());
  const code = await lastCode(world);
  world.pass({ minutes: 15 });
  assert.deepEqual(saidOf(await type(cookie, "mail", code)), codeStates.late);
});

test("SEC-03 a code works in the opening it was sent for, and for the contact point it was sent to", async () => {
  const [one, other] = [await atContacts(), await atContacts()];
  const mail = newMail();
  await give(one, mail);
  const code = await lastCode(world);
  await give(other, mail);
  assert.ok("refused" in (await type(other, "mail", code)) || code === (await lastCode(world)));
  await give(one, newMail());
  assert.ok("refused" in (await type(one, "mail", code)) || code === (await lastCode(world)));
});

test("SEC-02 a contact point of somebody is told to be taken to who proved it is theirs, and to nobody else", async () => {
  const visitor = await signedIn(world, awa);
  await giveContacts(world, visitor, { mail: awa.mail, mobile: "" }, "fr");
  await enterCode(world, visitor, "mail", await lastCode(world), "fr");
  const cookie = await atContacts();
  assert.deepEqual(await give(cookie, awa.mail.toUpperCase().replace("@EXEMPLE.FR", "@exemple.fr")), {
    done: true,
  });
  const code = await lastCode(world);
  assert.deepEqual(saidOf(await type(cookie, "mail", wrongOf(code))), wrongCode(4));
  const taken = await type(cookie, "mail", code);
  assert.ok("refused" in taken && taken.taken);
  assert.doesNotMatch(taken.refused.fr, /Awa|Diallo|exemple/);
  assert.equal(await stepAt(cookie), "contacts");
  await giveContact(world, cookie, newMail());
  assert.equal(await stepAt(cookie), "password");
});

test("CP-22 an opening may begin with what another vouches for: only the rest is asked", async () => {
  const prefill = {
    firstNames: "Manon Louise",
    birthName: "Carpentier",
    sex: "F",
    birthDate: "2003-05-12",
    birthCode: "54395",
    mail: "manon@exemple.fr",
  } as const;
  const { cookie, path } = await beginOpening(world, prefill, "/claims/moved-in");
  assert.equal(path, "/openings/current/number");
  const draft = await draftOf(cookie);
  assert.deepEqual(draft?.place, { in: "france", code: "54395", name: "Nancy", department: "54" });
  assert.equal(draft?.mail, undefined, "proposed, not taken");
  assert.equal(draft?.proposedMail, "manon@exemple.fr");
  const abroad = await beginOpening(world, { ...prefill, birthCode: "99350", birthPlace: "Oujda" });
  assert.equal(abroad.path, "/openings/current/parents", "CP-12 of people born abroad");
  const noTown = await beginOpening(world, { ...prefill, birthCode: "99350" });
  assert.equal(noTown.path, "/openings/current/country");
  const unknown = await beginOpening(world, { ...prefill, birthCode: "54999", birthPlace: "Ville-Disparue" });
  assert.equal(unknown.path, "/openings/current/commune");
});
