import assert from "node:assert/strict";
import type { CDPSession, Page } from "playwright-core";
import { firstSignIn, refused, signIn, typeCode } from "./harness/acts.ts";
import { type Journey, journeys } from "./harness/journeys.ts";
import { type Someone, someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const check = "Vérifier que c’est bien vous";
const signOut = "Me déconnecter";

/** Past the first sign-in, with the mail address confirmed. */
async function withMail(tab: Tab, who: Someone, code: Journey["foyer"]["code"]): Promise<string> {
  const mail = `${who.identifier.slice(1, 7)}@deux.exemple.fr`;
  await signIn(tab, who, who.oldPassword);
  await tab.tick(t.agree);
  await tab.press(t.accept);
  await tab.type(t.newPassword, who.password);
  await tab.press(t.goOn);
  await tab.type(t.mail, mail);
  await tab.type(t.mobile, "");
  await tab.press(t.goOn);
  await typeCode(tab, await code(mail));
  return mail;
}

async function turnOn(tab: Tab): Promise<void> {
  await tab.open("/home");
  await tab.follow("Vérification en deux étapes");
  await tab.press("Activer la vérification en deux étapes");
  await tab.stands("/second-step?done=on", "Vérification en deux étapes");
  await tab.says("activée", "La deuxième étape vous sera demandée à votre prochaine connexion.");
}

/** The code of the n-th sign-in code sent there: other messages come and go meanwhile. */
async function stepCode({ mailbox }: Journey["foyer"], mail: string, nth: number): Promise<string> {
  const codes = () =>
    mailbox
      .messages()
      .filter(({ to }) => to === mail)
      .flatMap(({ text }) => /(?:pour vous connecter|to sign in)\s*: (\d{6})/.exec(text)?.[1] ?? []);
  await mailbox.waitFor(() => codes().length >= nth, { timeoutMs: 8000 });
  return codes().at(-nth) ?? "";
}

/** A phone that unlocks with a finger, in the browser of this tab. */
async function withFinger(page: Page): Promise<{ session: CDPSession; id: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId: id } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, id };
}

/** Another tab of the same device, at the sign-in page, whose authenticator answers what the page offers. */
async function comesInByItself(tab: Tab, session: CDPSession, id: string): Promise<void> {
  const other = await tab.page.context().newPage();
  const there = await withFinger(other);
  const { credentials } = await session.send("WebAuthn.getCredentials", { authenticatorId: id });
  for (const credential of credentials)
    await there.session.send("WebAuthn.addCredential", { authenticatorId: there.id, credential });
  await other.goto(new URL("/sessions/new", tab.page.url()).href);
  await other.waitForURL(/\/home$/);
  // It is one and the same device: it goes on counting from where it is.
  const { credentials: after } = await there.session.send("WebAuthn.getCredentials", {
    authenticatorId: there.id,
  });
  await session.send("WebAuthn.clearCredentials", { authenticatorId: id });
  for (const credential of after)
    await session.send("WebAuthn.addCredential", { authenticatorId: id, credential });
  await other.close();
}

journeys("Two steps, trusted devices, passkeys", (journey) => {
  journey(
    "SEC-08 CP-06 turned on, the code is asked for; a trusted device is spared it; on a small phone, without scripts",
    async ({ foyer, visitor }) => {
      const camille = someone("Camille");
      const tab = await visitor({ width: 320, javaScript: false });
      const mail = await withMail(tab, camille, foyer.code);
      await turnOn(tab);
      await tab.press(signOut);

      await tab.open("/password/change");
      await signIn(tab, camille);
      await tab.stands("/sessions/current/second-step?next=%2Fpassword%2Fchange", check);
      await tab.doesNotSay(camille.name);
      await tab.press("Recevoir un code par mail à 94••••••@deux.exemple.fr");
      await tab.stands("/sessions/current/second-step/code", "Saisir le code reçu");
      await typeCode(tab, "12 34");
      await refused(tab, "Le code est fait de 6 chiffres. Reprenez-le dans le dernier message reçu.");
      await tab.press(t.newCode);
      await tab.says(t.onlyTheNew);
      await tab.tick("Faire confiance à cet appareil pendant 30 jours");
      await typeCode(tab, await stepCode(foyer, mail, 2));
      await tab.stands("/password/change");

      await tab.press(signOut);
      await signIn(tab, camille);
      await tab.stands("/home");
      await tab.follow("Voir où je suis connecté(e)");
      await tab.says("avec votre mot de passe, sur un appareil de confiance", "Mes appareils de confiance");
      await tab.press("Ne plus faire confiance à Chrome, Linux");
      await tab.says("Vous ne faites confiance à aucun appareil pour le moment.");
      await tab.press(signOut);
      await signIn(tab, camille);
      await tab.stands("/sessions/current/second-step", check);
      await tab.press(signOut);
      await tab.stands("/sessions/new");
      await tab.says(t.signedOut);
    },
  );

  journey(
    "SEC-08 A11Y-02 in English: the second step from a new device, which is told to its person",
    async ({ foyer, visitor }) => {
      const camille = someone("Camille");
      const mail = `${camille.identifier.slice(1, 7)}@deux.exemple.fr`;
      const tab = await visitor({ language: "en", contrast: "enhanced" });
      await tab.open("/sessions/new");
      await tab.type("Your social-security number", camille.identifier);
      await tab.type("Your password", camille.password);
      await tab.press("Sign in");
      await tab.stands("/sessions/current/second-step", "Check that it is you");
      const told = () =>
        foyer.mailbox
          .messages()
          .some(({ to, text }) => to === mail && /password has just been entered on a device/.test(text));
      await foyer.mailbox.waitFor(told, { timeoutMs: 8000 });
      await tab.page.getByText("I no longer have this phone or this address").click();
      await tab.says("Give new contact details");
      await tab.look();
      await tab.press("Receive a code by mail at 94••••••@deux.exemple.fr");
      await tab.stands("/sessions/current/second-step/code", "Enter the code received");
      await tab.type("Code received", await stepCode(foyer, mail, 3));
      await tab.press("Check the code");
      await tab.stands("/home");
      await tab.open("/second-step");
      await tab.press("Turn it off");
      await tab.says("Your password is enough again to get in.");
    },
  );

  journey(
    "SEC-08 a passkey: made, alone at sign-in, as second step, removed; the page waits for the owner's finger",
    async ({ foyer, visitor }) => {
      const nadia = someone("Nadia");
      const tab = await visitor({ width: 320 });
      const { session, id } = await withFinger(tab.page);
      const finger = (isUserVerified: boolean) =>
        session.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified });
      /** Whether the phone is touched when it is asked; what it is asked meanwhile waits for ever. */
      const touched = (enabled: boolean) =>
        session.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId: id, enabled });
      /** The sign-in page offers the passkey by itself: nobody touches the phone until it did. */
      const leave = async () => {
        await touched(false);
        const offered = tab.page.waitForResponse((answer) => answer.url().endsWith("/sessions/challenges"));
        await tab.press(signOut);
        await offered;
        await tab.page.waitForTimeout(300);
        await touched(true);
      };
      await withMail(tab, nadia, foyer.code);
      await turnOn(tab);
      await tab.open("/home");
      await tab.follow("Mes clés d’accès");
      await tab.says("Vous n’avez pas encore de clé d’accès.");
      await tab.press("Créer une clé d’accès");
      await tab.stands("/passkeys/new", "Créer une clé d’accès");
      await finger(false);
      await tab.page.getByRole("button", { name: "Créer la clé d’accès" }).click();
      await tab.page.getByText("Rien n’a été fait").waitFor();
      await tab.look();
      await finger(true);
      await tab.type("Nom de cette clé d’accès", "");
      await tab.press("Créer la clé d’accès");
      await refused(tab, "Donnez un nom à cette clé d’accès, par exemple « mon téléphone ».");
      await tab.type("Nom de cette clé d’accès", "Mon téléphone");
      await tab.press("Créer la clé d’accès");
      await tab.stands("/passkeys?done=added", "Mes clés d’accès");
      await tab.says("Mon téléphone", "Jamais utilisée.");

      await tab.follow("Vérification en deux étapes");
      await tab.says("une clé d’accès");
      await leave();
      await tab.press("Me connecter avec une clé d’accès");
      await tab.stands("/home");
      await tab.says(`Bonjour ${nadia.name}`);
      await tab.open("/sessions");
      await tab.says("avec une clé d’accès");

      // The page itself offers the passkey: the one who has it comes in without pressing anything.
      await leave();
      await comesInByItself(tab, session, id);

      await tab.open("/home");
      await leave();
      await signIn(tab, nadia);
      await tab.stands("/sessions/current/second-step", check);
      await tab.press("Utiliser ma clé d’accès");
      await tab.stands("/home");

      await tab.open("/passkeys");
      await tab.says("Utilisée pour la dernière fois le");
      await tab.press("Retirer la clé d’accès Mon téléphone");
      await tab.says("Cette clé d’accès n’ouvre plus votre compte.");
      await leave();
      await tab.press("Me connecter avec une clé d’accès");
      await refused(
        tab,
        "Cette clé d’accès n’a pas pu être vérifiée. Réessayez, ou connectez-vous avec votre numéro et votre mot de passe.",
      );
    },
  );

  journey(
    "SEC-08 without scripts the pages of passkeys say so and offer the code; nobody turns on what they could not do",
    async ({ foyer, visitor }) => {
      const pierre = someone("Pierre");
      const tab = await visitor({ javaScript: false });
      await firstSignIn(tab, pierre);
      await tab.press(t.notNow);
      await tab.open("/passkeys/new");
      await tab.says("Les clés d’accès ont besoin de JavaScript");
      await tab.follow("Vérification en deux étapes");
      await tab.says("Pour l’activer, confirmez d’abord une adresse mail ou un numéro de mobile");
      await tab.press("Donner ou confirmer mes coordonnées");
      await tab.stands("/contacts");
      assert.equal(foyer.sentTo(pierre.person.mail ?? ""), 0);
    },
  );
});
