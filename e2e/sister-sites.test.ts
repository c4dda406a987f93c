import assert from "node:assert/strict";
import { once } from "node:events";
import { get } from "node:http";
import { text } from "node:stream/consumers";
import { acceptTerms, choosePassword, signIn } from "./harness/acts.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const camille = someone("Camille");
const child = "Pension alimentaire (démonstration)";
const meeting = "Prise de rendez-vous (démonstration)";
const enter = "Me connecter avec Cafconnect";

journeys("Entering the institution's other sites with one's account", (journey) => {
  journey(
    "CP-23 MC-02 a first sign-in from a sister site goes through every step, then asks once what may be passed on",
    async ({ foyer, visitor }) => {
      const tab = await visitor({ width: 320 });
      await goTo(tab, foyer.sisters[0]);
      await tab.stands("/", child);
      await tab.press(enter);
      await signIn(tab, camille, camille.oldPassword);
      await acceptTerms(tab);
      await choosePassword(tab, camille);
      await tab.stands("/contacts", t.contacts);
      // The last step done, what the site asked comes by itself.
      await tab.press(t.later);
      await tab.says(
        `Entrer sur ${child}`,
        "Vos nom, prénoms et date de naissance",
        "Jamais votre mot de passe",
      );
      await tab.press("Accepter et continuer");
      await tab.stands("/", child);
      await tab.says("Camille Susini", "allocataire");
      await tab.open("/home");
      await tab.stands("/home");
    },
  );

  journey(
    "CP-23 one sign-in opens two sites, one sign-out closes both and the account; without scripts",
    async ({ foyer, visitor }) => {
      const tab = await visitor({ javaScript: false });
      await goTo(tab, foyer.sisters[1]);
      await tab.press(enter);
      await signIn(tab, camille);
      await tab.press("Accepter et continuer");
      await tab.stands("/", meeting);
      await tab.says("Camille Susini");
      // Agreed to before, signed in already: nothing is asked.
      await goTo(tab, foyer.sisters[0]);
      await tab.press(enter);
      await tab.stands("/", child);
      await tab.says("Camille Susini");
      await tab.press("Me déconnecter");
      await tab.stands("/oidc/session/end", "Se déconnecter");
      await tab.press("Me déconnecter partout");
      await tab.stands("/", child);
      await tab.doesNotSay("Camille Susini");
      await goTo(tab, foyer.sisters[1]);
      await tab.doesNotSay("Camille Susini");
      await tab.open("/home");
      await tab.stands("/sessions/new");
    },
  );

  journey(
    "CP-23 signing out here closes the sites too; a site taken off the list asks again; refusing opens nothing",
    async ({ foyer, visitor }) => {
      const tab = await visitor();
      await goTo(tab, foyer.sisters[0]);
      await tab.press(enter);
      await signIn(tab, camille);
      await tab.stands("/", child);
      await tab.open("/connected-sites");
      await tab.says("Mes sites reliés", child, meeting);
      await tab.press(`Ne plus relier ce site (${child})`);
      await tab.stands("/connected-sites", "Mes sites reliés");
      await tab.says("Ce site n’est plus relié à votre espace.");
      await tab.doesNotSay(child);
      await closes(tab, foyer.sisters[0]);
      await tab.press(enter);
      await tab.says(`Entrer sur ${child}`);
      await tab.press("Refuser");
      await tab.stands("/callback", "La connexion n’a pas eu lieu");
      await tab.says("Vous n’avez pas accepté que ce site vous connaisse.");
      await goTo(tab, foyer.sisters[1]);
      await tab.press(enter);
      await tab.stands("/", meeting);
      await tab.says("Camille Susini");
      await tab.open("/home");
      await tab.press(t.signOut);
      await closes(tab, foyer.sisters[1]);
    },
  );

  journey(
    "CP-23 SEC-14 who came by FranceConnect signs out everywhere from a site, of FranceConnect too; without scripts",
    async ({ foyer, visitor }) => {
      const tab = await visitor({ javaScript: false, width: 320 });
      await goTo(tab, foyer.sisters[1]);
      await tab.press(enter);
      await tab.follow("S’identifier avec FranceConnect");
      await tab.press("Impôts (démonstration)");
      await tab.page.locator(`input[value="${camille.person.id}"]`).check();
      await tab.press(t.goOn);
      await tab.stands("/", meeting);
      await tab.press("Me déconnecter");
      await tab.press("Me déconnecter partout");
      await tab.page.locator("h1").getByText("Se déconnecter de FranceConnect").waitFor();
      await tab.press("Se déconnecter de FranceConnect");
      await tab.stands("/", meeting);
      await tab.doesNotSay("Camille Susini");
      await tab.open("/sessions/new");
      await tab.follow("S’identifier avec FranceConnect");
      await tab.says("Choisissez un compte que vous connaissez.");
    },
  );

  journey("CP-23 in English, on a small phone", async ({ foyer, visitor }) => {
    const tab = await visitor({ language: "en", width: 320 });
    await tab.open("/oidc/auth?client_id=nobody");
    await tab.stands("/oidc/auth", "The sign-in could not be done");
    await tab.says("not known to us");
    await tab.open("/sessions/new");
    await tab.type(words.en.number, camille.identifier);
    await tab.type(words.en.password, camille.password);
    await tab.press(words.en.signIn);
    await goTo(tab, `${foyer.sisters[0]}?lang=en`);
    await tab.press("Sign in with Cafconnect");
    await tab.says("If you agree, we will tell");
    await tab.press("Refuse");
    await tab.says("You did not agree that this site know you.");
    await goTo(tab, `${foyer.sisters[0]}/callback?code=x&state=y`);
    await tab.says("This answer no longer holds");
  });

  journey("SEC-14 a host that a proxy lets through is no address of ours", async ({ foyer }) => {
    const { host, port } = new URL(foyer.at("/"));
    const issuerBeside = async (named: string) => {
      const headers = { host, "x-forwarded-host": named };
      const path = "/oidc/.well-known/openid-configuration";
      const [answer] = await once(get({ host: "127.0.0.1", port, path, headers }), "response");
      return (JSON.parse(await text(answer)) as { issuer: string }).issuer;
    };
    assert.equal(await issuerBeside("attacker.example"), foyer.at("/oidc"));
    assert.equal(await issuerBeside("caf.localhost:8443"), "http://caf.localhost:8443/oidc");
  });
});

const goTo = (tab: Tab, url = "") => tab.leads(() => tab.page.goto(url, { waitUntil: "commit" }));

/** The site is told by a job: a moment later at most, it no longer knows the person. */
async function closes(tab: Tab, url = ""): Promise<void> {
  for (let tries = 0; ; tries++) {
    await goTo(tab, url);
    if (!(await tab.page.content()).includes("Camille Susini") || tries === 20) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await tab.doesNotSay("Camille Susini");
}
