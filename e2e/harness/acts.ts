import assert from "node:assert/strict";
import type { Someone } from "./people.ts";
import { plain, type Tab } from "./tab.ts";
import { words } from "./words.ts";

const t = words.fr;

/** Signs in, in French; by default with the password chosen in these journeys. */
export async function signIn(tab: Tab, who: Someone, password = who.password): Promise<void> {
  if (new URL(tab.page.url()).pathname !== "/sessions/new") await tab.open("/sessions/new");
  await tab.type(t.number, who.identifier);
  await tab.type(t.password, password);
  await tab.press(t.signIn);
}

export async function acceptTerms(tab: Tab): Promise<void> {
  await tab.stands("/terms");
  await tab.tick(t.agree);
  await tab.press(t.accept);
}

export async function choosePassword(tab: Tab, who: Someone): Promise<void> {
  await tab.stands("/password/new", t.choosePassword);
  await tab.type(t.newPassword, who.password);
  await tab.press(t.goOn);
}

/**
 * The first sign-in, from the old password to the account; for a holder in a couple, to the offer of a delegation. Its
 * forms are sent by the page before the person, unseen: its own journeys walk through them.
 */
export async function firstSignIn(tab: Tab, who: Someone): Promise<void> {
  await sendForms(tab, who, true);
  await tab.open("/home");
}

async function sendForms(tab: Tab, { identifier, oldPassword, password }: Someone, contactsLater: boolean) {
  const typed = { identifier, oldPassword, password, contactsLater };
  const path = await tab.page.evaluate<string>(`(${formsOfFirstSignIn})(${JSON.stringify(typed)})`);
  assert.match(path, contactsLater ? /^\/(home|delegations\/new)$/ : /^\/contacts$/);
}

const formsOfFirstSignIn = `async ({ identifier, oldPassword, password, contactsLater }) => {
  let answer = await fetch("/sessions/new");
  let page = await answer.text();
  const valueOf = (name) => new RegExp('name="' + name + '" value="([^"]+)"').exec(page)?.[1] ?? "";
  const send = async (path, fields) => {
    const body = new URLSearchParams({ csrf: valueOf("csrf"), ...fields });
    answer = await fetch(path, { method: "POST", body });
    page = await answer.text();
  };
  await send("/sessions", { identifier, password: oldPassword });
  await send("/terms/answers", { version: valueOf("version"), accepted: "yes", answer: "accept" });
  await send("/password", { password });
  if (contactsLater) await send("/contacts", { answer: "later" });
  return new URL(answer.url).pathname;
}`;

/** The code page takes this code. */
export async function typeCode(tab: Tab, code: string): Promise<void> {
  await tab.type(t.code, code);
  await tab.press(t.checkCode);
}

/** The form came back with these errors, in this order. */
export async function refused(tab: Tab, ...says: string[]): Promise<void> {
  assert.deepEqual(await tab.errors(), says.map(plain));
}

/** The same, in French, up to the code that was sent to a mail address. */
export async function firstSignInWithMail(tab: Tab, who: Someone, mail: string): Promise<void> {
  await sendForms(tab, who, false);
  await tab.open("/contacts");
  await tab.type(t.mail, mail);
  await tab.type(t.mobile, "");
  await tab.press(t.goOn);
}
