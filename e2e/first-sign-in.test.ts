import assert from "node:assert/strict";
import type { Visit } from "./harness/browser.ts";
import { type Journey, journeys } from "./harness/journeys.ts";
import { nameOf, type Someone, someone } from "./harness/people.ts";
import { plain, type Tab } from "./harness/tab.ts";
import { type Words, words } from "./harness/words.ts";

/** Somebody's first sign-in: who, on which day, how they come, and what they leave with us. */
type Walk = Visit & {
  title: string;
  who: Someone;
  day: string;
  mail: string;
  mobile: string;
  cameOn: string;
};

const walks: Walk[] = [
  {
    title: "in French, at a desk",
    width: 1280,
    who: someone("Sophie"),
    mail: "sophie.lambert@exemple.fr",
    mobile: "+33639981291",
    day: "2026-03-10",
    cameOn: "mardi 10 mars 2026 à 10:00",
  },
  {
    title: "in English, on a small phone, in enhanced contrast, without scripts",
    language: "en",
    contrast: "enhanced",
    javaScript: false,
    width: 320,
    who: someone("Awa"),
    mail: "awa.d@exemple.fr",
    mobile: "+33639981292",
    day: "2026-07-15",
    cameOn: "Wednesday, 15 July 2026 at 11:00",
  },
];

journeys("The first sign-in of a holder who lives in a couple", (journey) => {
  for (const walk of walks)
    journey(
      `CP-01 CP-02 CP-03 CP-04 CP-05 CP-06 CP-07 CP-15 MC-02 MC-04 MC-12 A11Y-02 A11Y-03 ${walk.title}`,
      async ({ foyer, visitor }) => {
        foyer.turnClock(`${walk.day}T09:00:00Z`);
        const t = words[walk.language ?? "fr"];
        const tab = await visitor(walk);
        await tab.stands("/", t.front);
        await signInErrors(tab, t, walk);
        await signIn(tab, t, walk, walk.who.oldPassword);
        await termsRefusedThenAccepted(tab, t, walk, foyer);
        await passwordChosen(tab, t, walk);
        await contactsGiven(tab, t, walk, foyer);
        await delegationGranted(tab, t, walk);
        await homeOfFirstSignIn(tab, t, walk);
        await backAnotherDay(tab, t, walk, foyer);
      },
    );
});

async function signInErrors(tab: Tab, t: Words, { who }: Walk) {
  await tab.press(t.signIn);
  await tab.stands("/sessions/new", t.signIn);
  const tries = [
    [who.identifier.slice(0, 13) + "00", t.wrongKey],
    ["2 81 13 29 019 087", t.wrongMonth],
    ["7 81 08 29 019 087 00", t.waitingNumber],
    [who.file.fileNumber, t.wrongLength],
  ] as const;
  for (const [number, says] of tries) {
    await tab.type(t.number, number);
    await tab.type(t.password, who.oldPassword);
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
  for (const number of [someone("Lucien").identifier, "1 85 05 78 006 084"]) {
    await tab.type(t.number, number);
    await tab.type(t.password, "not the password");
    await tab.press(t.signIn);
    told.push(await tab.page.locator("main").textContent());
  }
  assert.equal(told[0], told[1]);
  assert.deepEqual(await tab.errors(), [plain(t.wrongPassword)]);
}

async function signIn(tab: Tab, t: Words, { who }: Walk, password: string) {
  // As it stands on the card, with spaces.
  await tab.type(t.number, who.identifier.replace(/^(.)(..)(..)(..)(...)(...)/, "$1 $2 $3 $4 $5 $6 "));
  await tab.type(t.password, password);
  await tab.press(t.signIn);
}

async function termsRefusedThenAccepted(tab: Tab, t: Words, { who }: Walk, foyer: Journey["foyer"]) {
  await tab.stands("/terms");
  await tab.press(t.accept);
  assert.deepEqual(await tab.errors(), [plain(t.notTicked)]);
  await tab.press(t.refuse);
  await tab.stands("/terms/refused", t.refusedTitle);
  await tab.open("/home");
  await tab.stands("/terms/refused", t.refusedTitle);
  await tab.doesNotSay(who.file.fileNumber);
  await tab.press(t.readAgain);
  foyer.pass({ minutes: 3 });
  await tab.stands("/terms");
  await tab.tick(t.agree);
  await tab.press(t.accept);
}

async function passwordChosen(tab: Tab, t: Words, { who, javaScript = true }: Walk) {
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
    [`Vapeur-${who.person.birthName}7`, t.ownName],
  ] as const;
  for (const [typed, says] of refused) {
    await tab.type(t.newPassword, typed);
    await tab.press(t.goOn);
    await tab.stands("/password", t.choosePassword);
    assert.deepEqual(await tab.errors(), [plain(says)]);
    assert.equal(await field.inputValue(), "", "a password is never sent back");
  }
  await tab.type(t.newPassword, who.password);
  await tab.press(t.goOn);
}

async function contactsGiven(tab: Tab, t: Words, { mail, mobile }: Walk, foyer: Journey["foyer"]) {
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
  await tab.type(t.mobile, mobile.replace(/^.33(.)(..)(..)(..)(..)$/, "0$1 $2 $3 $4 $5"));
  await tab.press(t.goOn);

  await tab.stands("/contacts/mail/code", t.confirmMail);
  await tab.says(masked(mail), "15 minutes", t.waitAMoment, t.junk, t.change);
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
  await tab.says(`06 •• •• •• ${mobile.slice(-2)}`, "10 minutes");
  const code = await foyer.code(mobile);
  await tab.type(t.code, ` ${code.slice(0, 3)} ${code.slice(3)} `);
  await tab.press(t.checkCode);
}

async function delegationGranted(tab: Tab, t: Words, { who }: Walk) {
  await tab.stands("/delegations/new", t.delegateTo(spouseOf(who).split(" ")[0] ?? ""));
  await tab.press(t.grant);
}

async function homeOfFirstSignIn(tab: Tab, t: Words, { who, mail, mobile }: Walk) {
  await tab.stands("/home", t.hello(who.name));
  await tab.says(t.holder, who.file.fileNumber, t.firstTime, t.granted(spouseOf(who)));
  await tab.says(...who.file.people.map(nameOf));
  await tab.says(masked(mail), `06 •• •• •• ${mobile.slice(-2)}`, t.confirmed);
  await tab.doesNotSay(who.identifier.slice(0, 13), mail, t.toConfirm);
  await tab.page.getByText(t.why).first().click();
  await tab.page.getByText(t.notMe).click();
  await tab.says(t.notMeText, t.changePassword);
  await tab.look();
}

const spouseOf = ({ file }: Someone) =>
  file.people.filter(({ role }) => role === "spouse").map(nameOf)[0] ?? "";

/** CP-07: enough to know it again, not enough to learn it. */
const masked = (mail: string) => mail.replace(/^(..).*@/, "$1••••••@");

async function backAnotherDay(tab: Tab, t: Words, walk: Walk, foyer: Journey["foyer"]) {
  await tab.press(t.signOut);
  await tab.stands("/sessions/new", t.signIn);
  await tab.says(t.signedOut);
  await tab.open("/home");
  await tab.stands("/sessions/new?next=%2Fhome", t.signIn);
  foyer.pass({ hours: 26, minutes: 7 });
  await signIn(tab, t, walk, walk.who.oldPassword);
  assert.deepEqual(await tab.errors(), [plain(t.wrongPassword)], "CP-03 the old password is dead");
  await signIn(tab, t, walk, walk.who.password);
  await tab.stands("/home", t.hello(walk.who.name));
  // MC-12: in the time of the institution, one hour ahead of UTC in winter and two in summer.
  await tab.says(t.previous, walk.cameOn);
  await tab.doesNotSay(t.firstTime);
}
