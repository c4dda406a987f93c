import assert from "node:assert/strict";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import { plain, type Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;

journeys("Without a mouse", (journey) => {
  for (const contrast of ["standard", "enhanced"] as const)
    journey(
      `A11Y-02 the sign-in, the terms and the password by keyboard alone, ${contrast} contrast`,
      async ({ visitor }) => {
        const who = contrast === "standard" ? someone("Nadia") : someone("Camille");
        const tab = await visitor({ contrast });
        const keys = tab.page.keyboard;

        await tab.page.keyboard.press("Tab");
        assert.equal(await focused(tab), "Aller au contenu", "the skip link comes first");
        await keys.press("Enter");
        await keys.press("Tab");
        assert.equal(await focused(tab), t.signIn, "it led past the header");
        await tab.leads(() => keys.press("Enter"));

        await tab.stands("/sessions/new");
        await goTo(tab, t.number);
        await keys.type(who.identifier.slice(0, 13) + "00");
        await goTo(tab, t.password);
        await keys.type(who.oldPassword);
        await tab.leads(() => keys.press("Enter"));

        assert.match(plain(await tab.page.title()), /^Erreur : Me connecter/);
        // The focus is on the summary: its first link comes next, and leads into the field.
        await keys.press("Tab");
        assert.equal(await focused(tab), plain(t.wrongKey));
        await seesFocus(tab);
        await keys.press("Enter");
        assert.equal(await focused(tab), t.number);
        await keys.press("ControlOrMeta+a");
        await keys.type(who.identifier);
        await goTo(tab, t.password);
        await keys.type(who.oldPassword);
        await goTo(tab, "Afficher le mot de passe");
        await keys.press("Space");
        assert.equal(await tab.page.getByLabel(t.password, { exact: true }).getAttribute("type"), "text");
        await goTo(tab, t.signIn);
        await tab.leads(() => keys.press("Space"));

        await tab.stands("/terms");
        await goTo(tab, t.agree);
        await keys.press("Space");
        await goTo(tab, t.accept);
        await tab.leads(() => keys.press("Enter"));

        await tab.stands("/password/new");
        await goTo(tab, t.newPassword);
        await keys.type("bonjour");
        await tab.leads(() => keys.press("Enter"));
        assert.match(plain(await tab.page.title()), /^Erreur : Choisir votre mot de passe/);
        await keys.press("Tab");
        await keys.press("Enter");
        assert.equal(await focused(tab), t.newPassword);
        await keys.type(who.password);
        await goTo(tab, t.goOn);
        await tab.leads(() => keys.press("Enter"));
        await tab.stands("/contacts");
        await goTo(tab, t.later);
        await tab.leads(() => keys.press("Enter"));

        await tab.stands("/home");
        await goTo(tab, t.notMe);
        await keys.press("Enter");
        await tab.says(t.notMeText);
        await goTo(tab, t.signOut);
        await tab.leads(() => keys.press("Enter"));
        await tab.stands("/sessions/new");
      },
    );
});

/** Goes to what is called so, forward, by Tab; on the way, whatever has the focus shows it. */
async function goTo(tab: Tab, name: string) {
  const passed: string[] = [];
  while (passed.length < 80) {
    await tab.page.keyboard.press("Tab");
    const here = await focused(tab);
    if (here !== "") await seesFocus(tab);
    if (here === plain(name)) return;
    passed.push(here);
  }
  assert.fail(`Tab does not lead to “${name}”, but to: ${passed.join(" · ")}`);
}

/** What a screen reader calls the element that has the focus. */
const focused = async (tab: Tab) =>
  plain(
    await tab.page.evaluate<string>(`(() => {
      const { activeElement: here } = document;
      if (!here || here === document.body) return "";
      return here.getAttribute("aria-label") ?? here.labels?.[0]?.textContent ?? here.textContent;
    })()`),
  );

/** WCAG 2.4.7: with the focus an element looks otherwise than without, by more than its caret. */
async function seesFocus(tab: Tab) {
  const shows = await tab.page.evaluate<boolean>(`(() => {
    const here = document.activeElement;
    // The box of a tick is drawn by its label.
    const drawn = [here, here.nextElementSibling, here.parentElement].filter(Boolean);
    const look = () => drawn.flatMap((one) => ["", "::before", "::after"].map((part) => {
      const { outline, boxShadow, backgroundColor, borderColor, textDecoration } = getComputedStyle(one, part || null);
      return [outline, boxShadow, backgroundColor, borderColor, textDecoration].join();
    })).join();
    const before = look();
    for (const one of drawn) one.style.transition = "none";
    here.blur();
    const after = look();
    here.focus();
    for (const one of drawn) one.style.transition = "";
    return before !== after;
  })()`);
  assert.ok(shows, `“${await focused(tab)}” does not show its focus`);
}
