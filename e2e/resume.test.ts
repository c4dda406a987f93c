import assert from "node:assert/strict";
import { acceptTerms, choosePassword, firstSignIn, signIn, typeCode } from "./harness/acts.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;

/** Pages that open only once every step is done. */
const beyond = ["/home", "/password/change", "/delegations/new", "/contacts/mail/code"];

journeys("A first sign-in in pieces, and with hasty fingers", (journey) => {
  journey(
    "CP-03 whoever leaves at a step comes back to it, and no link leads past it",
    async ({ foyer, visitor }) => {
      const camille = someone("Camille");
      const mail = "camille.susini@exemple.fr";
      const steps: { path: string; password: string; does: (tab: Tab) => Promise<void> }[] = [
        { path: "/terms", password: camille.oldPassword, does: acceptTerms },
        { path: "/password/new", password: camille.oldPassword, does: (tab) => choosePassword(tab, camille) },
        {
          path: "/contacts",
          password: camille.password,
          does: async (tab) => {
            await tab.press(t.goOn);
            await tab.stands("/contacts/mail/code");
            await foyer.code(mail);
          },
        },
      ];
      for (const { path, password, does } of steps) {
        const tab = await visitor({ width: 320 });
        await signIn(tab, camille, password);
        await tab.stands(path);
        for (const far of beyond) {
          await tab.open(far);
          await tab.stands(path);
        }
        await does(tab);
      }
      // She left while a code was on its way: no other one is sent, and that one still serves.
      const tab = await visitor();
      await signIn(tab, camille);
      await tab.stands("/contacts");
      await tab.press(t.goOn);
      await tab.stands("/contacts/mail/code");
      assert.equal(foyer.sentTo(mail), 1);
      await typeCode(tab, await foyer.code(mail));
      await tab.stands("/contacts/mobile/code", t.confirmMobile);
      await tab.press(t.confirmLater);
      await tab.stands("/home");
      await tab.says(t.confirmed, t.toConfirm);
    },
  );

  journey(
    "CP-15 a holder who leaves before the delegation is asked about it next time",
    async ({ visitor }) => {
      const sophie = someone("Sophie");
      await firstSignIn(await visitor(), sophie);
      const tab = await visitor();
      await signIn(tab, sophie);
      await tab.stands("/delegations/new");
      await tab.open("/home");
      await tab.stands("/delegations/new");
      await tab.press(t.notNow);
      await tab.stands("/home");
    },
  );

  journey("CP-03 two tabs on the same steps, and the back button", async ({ visitor }) => {
    const nadia = someone("Nadia");
    const one = await visitor();
    await signIn(one, nadia, nadia.oldPassword);
    const other = await one.another();
    await other.open("/terms");
    await acceptTerms(one);
    await acceptTerms(other);
    await choosePassword(one, nadia);
    // What the other tab chose comes too late, and changes nothing.
    await other.type(t.newPassword, "Girafe-Moulin-91");
    await other.press(t.goOn);
    await other.stands("/contacts");
    await one.leads(() => one.page.goBack());
    await one.stands("/contacts");
    await one.press(t.later);
    await other.press(t.later);
    await other.stands("/home");
    await one.leads(() => one.page.goBack());
    // Contact details may be seen again; the password step may not.
    await one.stands("/contacts");
    await one.open("/password/new");
    await one.stands("/home");
    await other.press(t.signOut);
    await other.leads(() => other.page.goBack());
    await other.stands("/sessions/new");
    await one.open("/home");
    await one.stands("/sessions/new");
    await signIn(one, nadia);
    await one.stands("/home");
  });

  for (const javaScript of [true, false])
    journey(
      `MC-02 CP-08 SEC-03 every button pressed twice, ${javaScript ? "with" : "without"} scripts`,
      async ({ foyer, visitor }) => {
        const who = javaScript ? someone("Awa") : someone("Pierre");
        const mail = javaScript ? "awa.deux@exemple.fr" : "pierre.deux@exemple.fr";
        const mobile = javaScript ? "+33639981221" : "+33639981222";
        const tab = await visitor({ javaScript });
        const twice = (button: string, then = "/home") =>
          javaScript ? pressTwice(tab, button) : postTwice(tab, button, then);

        await tab.open("/sessions/new");
        await tab.type(t.number, who.identifier);
        await tab.type(t.password, who.oldPassword);
        await twice(t.signIn);
        await tab.stands("/terms");
        await tab.tick(t.agree);
        await twice(t.accept);
        await tab.stands("/password/new");
        await tab.type(t.newPassword, who.password);
        await twice(t.goOn);
        await tab.stands("/contacts");
        await tab.type(t.mail, mail);
        await tab.type(t.mobile, mobile.replace("+33", "0"));
        await twice(t.goOn, "/contacts/mail/code");
        await tab.stands("/contacts/mail/code");
        await foyer.code(mail);
        await twice(t.newCode, "/contacts/mail/code");
        await tab.stands("/contacts/mail/code");
        await tab.type(t.code, await foyer.code(mail, 2));
        await twice(t.checkCode, "/contacts/mobile/code");
        await tab.stands("/contacts/mobile/code");
        await foyer.code(mobile);
        await twice(t.confirmLater);
        await tab.stands("/delegations/new");
        await twice(t.grant);
        await tab.stands("/home");
        assert.deepEqual([foyer.sentTo(mail), foyer.sentTo(mobile)], [2, 1]);
        await twice("Retirer cette délégation");
        await tab.stands("/home");
        await twice(t.signOut);
        await tab.open("/home");
        await tab.stands("/sessions/new");
      },
    );
});

const pressTwice = (tab: Tab, button: string) =>
  tab.leads(() => tab.page.getByRole("button", { name: button, exact: true }).dblclick());

/** Sends the form of a button twice at the same moment, as a double click without scripts does; then goes on to that page. */
async function postTwice(tab: Tab, button: string, then: string) {
  const statuses: number[] = [];
  const answered = tab.page.waitForResponse((response) => {
    if (response.request().method() === "POST") statuses.push(response.status());
    return statuses.length === 2;
  });
  await tab.page.evaluate(`(() => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === ${JSON.stringify(button)});
    const body = () => new URLSearchParams(new FormData(button.form, button));
    for (const _ of [1, 2]) fetch(button.form.action, { method: "POST", body: body(), redirect: "manual" });
  })()`);
  await answered;
  assert.deepEqual(statuses, [303, 303], button);
  await tab.open(then);
}
