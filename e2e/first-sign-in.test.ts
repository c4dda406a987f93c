import assert from "node:assert/strict";
import type { Visit } from "./harness/browser.ts";
import { type Journey, journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import { plain, type Tab } from "./harness/tab.ts";
import { type Words, words } from "./harness/words.ts";

const sophie = someone("Sophie");
const mail = "sophie.lambert@exemple.fr";
const mobile = "+33639981299";

const visits: (Visit & { title: string })[] = [
  { title: "in French, at a desk", language: "fr", javaScript: true, width: 1280 },
  { title: "in English, on a small phone, without scripts", language: "en", javaScript: false, width: 320 },
  {
    title: "in French, on a small phone, in enhanced contrast",
    language: "fr",
    contrast: "enhanced",
    width: 320,
  },
];

for (const { title, ...visit } of visits)
  journeys(`The first sign-in of a holder in a couple with children, ${title}`, (journey) => {
    const t = words[visit.language ?? "fr"];
    let tab: Tab;

    journey(
      "CP-01 CP-02 CP-03 MC-01 … MC-16 A11Y-01 A11Y-02 from the front page to the household",
      async (given) => {
        const { foyer, visitor } = given;
        tab = await visitor(visit);
        await tab.stands("/", t.front);
        await signInErrors(tab, t);
        await signIn(tab, t, sophie.oldPassword);
        await termsRefusedThenAccepted(tab, t, foyer);
        await passwordChosen(tab, t, visit);
        await contactsGiven(tab, t, given);
        await delegationGranted(tab, t);
        await homeOfFirstSignIn(tab, t);
        await backAnotherDay(tab, t, foyer);
      },
    );
  });

async function signInErrors(tab: Tab, t: Words) {
  await tab.press(t.signIn);
  await tab.stands("/sessions/new", t.signIn);
  const tries = [
    [sophie.identifier.slice(0, 13) + "00", t.wrongKey],
    ["2 81 13 29 019 087", t.wrongMonth],
    ["7 81 08 29 019 087", t.waitingNumber],
    ["4591038", t.wrongLength],
  ] as const;
  for (const [number, says] of tries) {
    await tab.type(t.number, number);
    await tab.type(t.password, sophie.oldPassword);
    await tab.press(t.signIn);
    await tab.stands("/sessions", t.signIn);
    assert.deepEqual(await tab.errors(), [plain(says)]);
    assert.equal(
      await tab.page.getByLabel(t.number).inputValue(),
      number,
      "CP-02 what was typed is still there",
    );
  }
  // SEC-02: nobody learns here who has an account.
  const told = [];
  for (const number of [someone("Pierre").identifier, "1 85 05 78 006 084"]) {
    await tab.type(t.number, number);
    await tab.type(t.password, "not the password");
    await tab.press(t.signIn);
    told.push(await tab.page.locator("main").textContent());
  }
  assert.equal(told[0], told[1]);
  assert.deepEqual(await tab.errors(), [plain(t.wrongPassword)]);
}

async function signIn(tab: Tab, t: Words, password: string) {
  // As it stands on the card: in lower case, with spaces.
  await tab.type(t.number, sophie.identifier.replace(/^(.)(..)(..)(..)(...)(...)/, "$1 $2 $3 $4 $5 $6 "));
  await tab.type(t.password, password);
  await tab.press(t.signIn);
}

async function termsRefusedThenAccepted(tab: Tab, t: Words, foyer: Journey["foyer"]) {
  await tab.stands("/terms");
  await tab.press(t.accept);
  assert.deepEqual(await tab.errors(), [plain(t.notTicked)]);
  await tab.press(t.refuse);
  await tab.stands("/terms/refused", t.refusedTitle);
  await tab.open("/home");
  await tab.stands("/terms/refused", t.refusedTitle);
  await tab.doesNotSay(sophie.file.fileNumber);
  await tab.press(t.readAgain);
  foyer.pass({ minutes: 3 });
  await tab.stands("/terms");
  await tab.tick(t.agree);
  await tab.press(t.accept);
}

async function passwordChosen(tab: Tab, t: Words, { javaScript = true }: Visit) {
  await tab.stands("/password/new", t.choosePassword);
  const field = tab.page.getByLabel(t.newPassword, { exact: true });
  if (javaScript) {
    const met = () => tab.page.locator(".foyer-rules__rule--met").count();
    await field.pressSequentially("bon");
    assert.equal(await met(), 2, "CP-04 at most 24 characters, a lowercase letter");
    await field.pressSequentially("Jour2024");
    assert.equal(await met(), 5);
    await tab.page.getByRole("button", { name: t.showPassword }).click();
    assert.equal(await field.getAttribute("type"), "text");
    await tab.look();
    await tab.page.getByRole("button", { name: t.hidePassword }).click();
    assert.equal(await field.getAttribute("type"), "password");
  }
  const refused = [
    ["", t.noPassword],
    ["tulipe vapeur", t.brokenRules],
    ["Bonjour2024", t.commonPassword],
    ["Allocataire2026", t.contextWord],
    ["Lambert-Vapeur7", t.ownName],
  ] as const;
  for (const [typed, says] of refused) {
    await tab.type(t.newPassword, typed);
    await tab.press(t.goOn);
    await tab.stands("/password", t.choosePassword);
    assert.deepEqual(await tab.errors(), [plain(says)]);
    assert.equal(await field.inputValue(), "", "a password is never sent back");
  }
  await tab.type(t.newPassword, sophie.password);
  await tab.press(t.goOn);
}

async function contactsGiven(tab: Tab, t: Words, { foyer }: Journey) {
  await tab.stands("/contacts", t.contacts);
  await tab.type(t.mail, "sophie@@exemple");
  await tab.type(t.mobile, "02 98 00 00 00");
  await tab.press(t.goOn);
  assert.deepEqual(await tab.errors(), [plain(t.wrongMail), plain(t.landline)]);
  await tab.type(t.mail, "");
  await tab.type(t.mobile, "06 12");
  await tab.press(t.goOn);
  assert.deepEqual(await tab.errors(), [plain(t.wrongMobile)]);
  await tab.type(t.mail, mail);
  await tab.type(t.mobile, "06 39 98 12 99");
  await tab.press(t.goOn);

  await tab.stands("/contacts/mail/code", t.confirmMail);
  await tab.says("so••••••@exemple.fr", "15 minutes", t.waitAMoment, t.junk, t.change);
  const first = await foyer.code(mail);
  await tab.type(t.code, first === "000000" ? "111111" : "000000");
  await tab.press(t.checkCode);
  assert.deepEqual(await tab.errors(), [plain(t.wrongCode(4))]);
  await tab.press(t.newCode);
  await tab.stands("/contacts/mail/code", t.confirmMail);
  await tab.says(t.onlyTheNew);
  const second = await foyer.code(mail, 2);
  if (first !== second) {
    await tab.type(t.code, first);
    await tab.press(t.checkCode);
    assert.deepEqual(await tab.errors(), [plain(t.wrongCode(4))], "SEC-03 the earlier code is void");
  }
  await tab.type(t.code, second);
  await tab.press(t.checkCode);

  await tab.stands("/contacts/mobile/code", t.confirmMobile);
  await tab.says("06 •• •• •• 99", "10 minutes");
  const code = await foyer.code(mobile);
  await tab.type(t.code, ` ${code.slice(0, 3)} ${code.slice(3)} `);
  await tab.press(t.checkCode);
}

async function delegationGranted(tab: Tab, t: Words) {
  await tab.stands("/delegations/new", t.delegateTo("Yann"));
  await tab.press(t.grant);
}

async function homeOfFirstSignIn(tab: Tab, t: Words) {
  await tab.stands("/home", t.hello("Sophie Le Goff"));
  await tab.says("Sophie Le Goff", t.holder, "4591038", t.firstTime, t.granted("Yann Le Goff"));
  for (const first of ["Yann", "Maël", "Léna", "Ewen"]) await tab.says(`${first} Le Goff`);
  await tab.says("so••••••@exemple.fr", "06 •• •• •• 99", t.confirmed);
  await tab.doesNotSay(sophie.identifier.slice(0, 13), mail, t.toConfirm);
  await tab.page.getByText(t.why).first().click();
  await tab.page.getByText(t.notMe).click();
  await tab.says(t.notMeText, t.changePassword);
  await tab.look();
}

async function backAnotherDay(tab: Tab, t: Words, foyer: Journey["foyer"]) {
  await tab.press(t.signOut);
  await tab.stands("/sessions/new", t.signIn);
  await tab.says(t.signedOut);
  await tab.open("/home");
  await tab.stands("/sessions/new?next=%2Fhome", t.signIn);
  foyer.pass({ hours: 26, minutes: 7 });
  await signIn(tab, t, sophie.oldPassword);
  assert.deepEqual(await tab.errors(), [plain(t.wrongPassword)], "CP-03 the old password is dead");
  await signIn(tab, t, sophie.password);
  await tab.stands("/home", t.hello("Sophie Le Goff"));
  // MC-12: in the time of the institution, an hour ahead of UTC in winter.
  await tab.says(t.previous, t.previousMoment);
  await tab.doesNotSay(t.firstTime);
}
