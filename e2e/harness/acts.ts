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

/** From the old password to the step of the contact points, and past it without giving any. */
export async function firstSignIn(tab: Tab, who: Someone): Promise<void> {
  await signIn(tab, who, who.oldPassword);
  await acceptTerms(tab);
  await choosePassword(tab, who);
  await tab.stands("/contacts", t.contacts);
  await tab.press(t.later);
}

/** The code page takes this code. */
export async function typeCode(tab: Tab, code: string): Promise<void> {
  await tab.type(t.code, code);
  await tab.press(t.checkCode);
}

/** The form came back with these errors, in this order. */
export async function refused(tab: Tab, ...says: string[]): Promise<void> {
  assert.deepEqual(await tab.errors(), says.map(plain));
}

/**
 * The first sign-in in either language, up to the account; for a holder in a couple, up to the offer of a delegation. A
 * mail address that is given asks for its code.
 */
export async function enter(
  tab: Tab,
  who: Someone,
  language: "fr" | "en",
  given: { mail?: string } = {},
): Promise<void> {
  const said = words[language];
  await tab.open("/sessions/new");
  await tab.type(said.number, who.identifier);
  await tab.type(said.password, who.oldPassword);
  await tab.press(said.signIn);
  await tab.tick(said.agree);
  await tab.press(said.accept);
  await tab.type(said.newPassword, who.password);
  await tab.press(said.goOn);
  if (given.mail) {
    await tab.type(said.mail, given.mail);
    await tab.type(said.mobile, "");
    await tab.press(said.goOn);
  } else await tab.press(said.later);
}
