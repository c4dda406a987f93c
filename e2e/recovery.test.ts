import { firstSignIn, refused, signIn, typeCode } from "./harness/acts.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const mail = "awa.retrouve@exemple.fr";
const newPassword = "Cactus8Lampe-Bleue";

/** Somebody who chose a password and confirmed their mail address, then forgot the password. */
async function forgets(tab: Tab, code: () => Promise<string>): Promise<void> {
  await firstSignIn(tab, someone("Awa"));
  await tab.press(t.notNow);
  await tab.follow("Donner ou changer mes coordonnées");
  await tab.type(t.mail, mail);
  await tab.type(t.mobile, "");
  await tab.press(t.goOn);
  await typeCode(tab, await code());
  await tab.stands("/home");
  await tab.press("Me déconnecter");
}

journeys("Forgotten passwords, and sessions left open elsewhere", (journey) => {
  journey(
    "SEC-02 SEC-04 a forgotten password, in French, on a small phone: code, birth date, new password",
    async ({ foyer, visitor }) => {
      const awa = someone("Awa");
      const tab = await visitor({ width: 320 });
      await forgets(tab, () => foyer.code(mail));
      await tab.follow("J’ai oublié mon mot de passe");
      await tab.stands("/recoveries/new", "Retrouver votre accès");
      await tab.press("Recevoir un code");
      await refused(
        tab,
        "Saisissez votre numéro de sécurité sociale ou, si vous n’en avez pas encore, votre identifiant provisoire.",
      );
      await tab.type("Votre numéro de sécurité sociale, ou votre identifiant provisoire", awa.identifier);
      await tab.press("Recevoir un code");
      await tab.stands("/recoveries/current/code", "Saisir le code reçu");
      await tab.doesNotSay(mail, "••");
      await typeCode(tab, "000000");
      await typeCode(tab, await foyer.code(mail, 2));
      await tab.stands("/recoveries/current/identity", "Confirmer votre date de naissance");
      await birth(tab, "3", "11", "1989");
      await refused(tab, "Ce n’est pas la date de naissance que nous connaissons. Il vous reste 2 essais.");
      await birth(tab, "3", "11", "1988");
      await tab.stands("/recoveries/current/password", "Choisir un nouveau mot de passe");
      await tab.type("Nouveau mot de passe", "Bonjour2024");
      await tab.press("Enregistrer ce mot de passe");
      await tab.type("Nouveau mot de passe", newPassword);
      await tab.press("Enregistrer ce mot de passe");
      await tab.stands("/sessions/new", "Me connecter");
      await tab.says("Votre nouveau mot de passe est enregistré.");
      await signIn(tab, awa, newPassword);
      await tab.stands("/home");
      await tab.open("/recoveries/current/password");
      await tab.stands("/recoveries/new");
    },
  );

  journey(
    "SEC-02 SEC-04 in English without scripts: a number nobody has is answered alike, and leads nowhere",
    async ({ visitor }) => {
      const tab = await visitor({ language: "en", javaScript: false, width: 320 });
      await tab.open("/recoveries/new");
      await tab.type("Your social-security number, or your provisional identifier", "2 88 01 75 115 001");
      await tab.press("Receive a code");
      await tab.stands("/recoveries/current/code", "Enter the code received");
      for (const left of [4, 3, 2, 1]) {
        await tab.type("Code received", "123456");
        await tab.press("Check the code");
        await tab.says(String(left));
      }
      await tab.type("Code received", "123456");
      await tab.press("Check the code");
      await tab.says("This request is no longer valid");
    },
  );

  journey(
    "SEC-05 a person sees where they are signed in, and closes what they do not recognise",
    async ({ foyer, visitor }) => {
      const nadia = someone("Nadia");
      const elsewhere = await visitor();
      await firstSignIn(elsewhere, nadia);
      await elsewhere.stands("/home");
      foyer.pass({ minutes: 1 });
      const here = await visitor({ width: 320 });
      await signIn(here, nadia);
      await here.follow("Voir où je suis connecté(e)");
      await here.stands("/sessions", "Mes connexions en cours");
      await here.says("cet appareil");
      await here.press("Fermer toutes les autres");
      await here.stands("/sessions");
      await here.says("Votre espace n’est ouvert nulle part ailleurs.");
      await elsewhere.open("/home");
      await elsewhere.stands("/sessions/new");
    },
  );
});

async function birth(tab: Tab, day: string, month: string, year: string): Promise<void> {
  await tab.type("Jour", day);
  await tab.type("Mois", month);
  await tab.type("Année", year);
  await tab.press("Continuer");
}
