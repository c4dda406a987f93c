import assert from "node:assert/strict";
import { firstSignIn, refused, signIn } from "./harness/acts.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import { plain, type Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const again = "Confirmer que c’est bien vous";

journeys("A session, its end, and what it protects", (journey) => {
  journey(
    "SEC-05 warned before the end, one may stay; once it has ended, what was typed is given back",
    async ({ foyer, visitor }) => {
      const nadia = someone("Nadia");
      const tab = await visitor({ width: 320 });
      // The browser's clock is the test's too: both clocks move by the same steps.
      await tab.page.clock.install();
      const pass = async (length: { minutes?: number; seconds?: number }) => {
        foyer.pass(length);
        await tab.page.clock.fastForward(((length.minutes ?? 0) * 60 + (length.seconds ?? 0)) * 1000);
      };
      await firstSignIn(tab, nadia);
      await tab.follow("Donner ou changer mes coordonnées");
      await tab.type(t.mail, "nadia.benali@exemple.fr");
      await pass({ minutes: 12, seconds: 20 });
      const soon = tab.page.getByRole("dialog", { name: "Vous êtes toujours là" });
      assert.equal(await soon.isVisible(), false);
      await pass({ seconds: 15 });
      await soon.waitFor();
      await tab.says("Il vous reste environ 2 minutes.", "Ce que vous avez écrit reste sur cette page.");
      await tab.look();
      await tab.page.getByRole("button", { name: "Rester connecté(e)" }).click();
      await soon.waitFor({ state: "hidden" });

      await pass({ minutes: 12 });
      assert.equal(
        await soon.isVisible(),
        false,
        "the session was extended on the server, not only on the page",
      );
      await pass({ minutes: 3, seconds: 5 });
      const ended = tab.page.getByRole("dialog", { name: "Votre session est fermée" });
      await ended.waitFor();
      await tab.look();
      await ended.getByRole("button", { name: "Revenir à ma page" }).click();
      await tab.press(t.goOn);
      await tab.stands("/sessions/new?next=%2Fcontacts&ended=1");
      await tab.says("Pour protéger vos données, votre session s’est fermée.");
      await signIn(tab, nadia);
      await tab.stands("/contacts");
      assert.equal(await tab.page.getByLabel(t.mail).inputValue(), "nadia.benali@exemple.fr");
      await tab.open("/contacts");
      assert.equal(await tab.page.getByLabel(t.mail).inputValue(), "", "given back once");
    },
  );

  journey(
    "SEC-05 what a person typed before the end is not given to the next one on the same device",
    async ({ foyer, visitor }) => {
      const [awa, julien] = [someone("Awa"), someone("Julien")];
      await firstSignIn(await visitor(), julien);
      const tab = await visitor({ javaScript: false });
      await firstSignIn(tab, awa);
      await tab.press(t.notNow);
      await tab.open("/contacts");
      await tab.type(t.mail, "awa.secret@exemple.fr");
      foyer.pass({ minutes: 15 });
      await tab.press(t.goOn);
      await tab.stands("/sessions/new?next=%2Fcontacts&ended=1");
      await signIn(tab, julien);
      await tab.stands("/contacts");
      assert.equal(await tab.page.getByLabel(t.mail).inputValue(), "julien.mercier@exemple.fr");
    },
  );

  journey(
    "SEC-04 a change of what protects the account asks for the password of the last 15 minutes",
    async ({ foyer, visitor }) => {
      const pierre = someone("Pierre");
      const tab = await visitor({ width: 320 });
      await firstSignIn(tab, pierre);
      await tab.press(t.notNow);
      await stay(tab, foyer.pass, 16);

      await tab.follow("Confier la gestion à mon conjoint");
      await tab.press(t.grant);
      await tab.stands("/password/confirmations/new?next=%2Fdelegations%2Fnew", again);
      await tab.type(t.password, "not the password");
      await tab.press(t.goOn);
      await refused(tab, "Ce n’est pas le bon mot de passe. Essayez encore.");
      await tab.type(t.password, pierre.password);
      await tab.press(t.goOn);
      await tab.stands("/delegations/new");
      await tab.press(t.grant);
      await tab.stands("/home");
      await tab.says(t.granted("Élodie N’Guessan"));

      await stay(tab, foyer.pass, 16);
      await tab.press("Retirer cette délégation");
      await tab.stands("/password/confirmations/new?next=%2Fhome", again);
      await tab.type(t.password, pierre.password);
      await tab.press(t.goOn);
      await tab.says(t.granted("Élodie N’Guessan"));
      await tab.press("Retirer cette délégation");
      await tab.says("Élodie N’Guessan ne gère pas le dossier avec vous.");

      await stay(tab, foyer.pass, 16);
      await tab.open("/contacts");
      await tab.type(t.mail, "pierre.neuf@exemple.fr");
      await tab.press(t.goOn);
      await tab.stands("/password/confirmations/new?next=%2Fcontacts", again);
      assert.equal(foyer.sentTo("pierre.neuf@exemple.fr"), 0);
      await tab.type(t.password, pierre.password);
      await tab.press(t.goOn);
      await tab.stands("/contacts");
      assert.equal(await tab.page.getByLabel(t.mail).inputValue(), "pierre.neuf@exemple.fr");
      await tab.press(t.goOn);
      await tab.stands("/contacts/mail/code");
      await foyer.code("pierre.neuf@exemple.fr");
    },
  );

  journey(
    "MC-12 SEC-05 a new password closes every other session; cookies are renewed and out of reach of scripts",
    async ({ foyer, visitor }) => {
      const camille = someone("Camille");
      const tab = await visitor();
      const seen = new Set<string>();
      const session = async () => {
        const cookies = await tab.page.context().cookies();
        assert.deepEqual(
          cookies.filter(
            ({ name, httpOnly, secure, sameSite, path }) =>
              !(name.startsWith("__Host-") && httpOnly && secure && sameSite === "Lax" && path === "/"),
          ),
          [],
        );
        const value = cookies.find(({ name }) => name === "__Host-session")?.value ?? "";
        assert.ok(!seen.has(value), "the session has a new secret");
        seen.add(value);
      };
      await signIn(tab, camille, camille.oldPassword);
      await session();
      await tab.tick(t.agree);
      await tab.press(t.accept);
      await tab.type(t.newPassword, camille.password);
      await tab.press(t.goOn);
      await session();
      await tab.press(t.later);
      assert.equal(await tab.page.evaluate("document.cookie"), "");

      const elsewhere = await visitor({ javaScript: false, width: 320 });
      await signIn(elsewhere, camille);
      await elsewhere.stands("/home");
      await tab.page.getByText(t.notMe).click();
      await tab.press(t.changePassword);
      await tab.stands("/password/change");
      const change = async (current: string, chosen: string) => {
        await tab.type("Mot de passe actuel", current);
        await tab.type(t.newPassword, chosen);
        await tab.press(t.changePassword);
      };
      await change("not the password", "Girafe-Moulin-91");
      await refused(tab, "Ce n’est pas votre mot de passe actuel. Essayez encore.");
      await change(camille.password, "Bonjour2024");
      await refused(tab, t.commonPassword);
      await change(camille.password, "Girafe-Moulin-91");
      await tab.stands("/password/changed", "Votre mot de passe est changé");
      await session();
      await elsewhere.open("/home");
      await elsewhere.stands("/sessions/new");
      await signIn(elsewhere, camille);
      await refused(elsewhere, t.wrongPassword);
      foyer.pass({ minutes: 2 });
      await signIn(elsewhere, camille, "Girafe-Moulin-91");
      await elsewhere.stands("/home");

      await tab.open("/home");
      await tab.follow("Voir où je suis connecté(e)");
      await tab.stands("/sessions", "Mes connexions en cours");
      await tab.press("Fermer toutes les autres");
      await tab.says("Votre espace n’est ouvert nulle part ailleurs.");
      await elsewhere.open("/home");
      await elsewhere.stands("/sessions/new");
    },
  );

  journey(
    "SEC-01 after five wrong passwords even the right one waits, and the page says how long",
    async ({ foyer, visitor }) => {
      const lucien = someone("Lucien");
      for (let tries = 1; tries <= 5; tries++) {
        const tab = await visitor({ javaScript: false });
        await signIn(tab, lucien, "not the password");
        await refused(tab, t.wrongPassword);
      }
      const tab = await visitor({ width: 320 });
      await signIn(tab, lucien, lucien.oldPassword);
      const [says = ""] = await tab.errors();
      assert.match(says, /^Plusieurs mots de passe faux ont été essayés\. .* attendez 1 minute avant/);
      foyer.pass({ minutes: 1, seconds: 1 });
      await signIn(tab, lucien, lucien.oldPassword);
      await tab.stands("/terms");
    },
  );
});

/** Stays signed in that many minutes, coming back before the session ends. */
async function stay(tab: Tab, pass: (length: { minutes: number }) => void, minutes: number) {
  for (let left = minutes; left > 0; left -= 8) {
    pass({ minutes: Math.min(8, left) });
    await tab.open("/home");
  }
  assert.match(plain(await tab.page.title()), /^Mon espace/);
}
