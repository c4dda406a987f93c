import assert from "node:assert/strict";
import { identities } from "../dev/franceconnect/identities.ts";
import { signIn as tryPassword } from "../src/modules/identity/index.ts";
import { acceptTerms, signIn, typeCode } from "./harness/acts.ts";
import { type Journey, journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const said = {
  fr: {
    ...words.fr,
    franceConnect: "S’identifier avec FranceConnect",
    what: "Qu’est-ce que FranceConnect ?",
    atFranceConnect: "Se connecter à Allocations familiales",
    voucher: "Impôts (démonstration)",
    identity: "Choisir une identité de démonstration",
    fault: "Faire échouer cette connexion",
    faultLabel: "Ce qui doit mal se passer",
    giveUp: "Renoncer et revenir",
    proposed: "C’est l’adresse que FranceConnect nous a donnée.",
    leave: "Se déconnecter de FranceConnect",
    notOpened: "La connexion n’a pas abouti",
    gaveUp: "Vous avez arrêté la connexion dans FranceConnect",
    notSure: "Nous n’avons pas reconnu votre dossier avec certitude",
    unverified: "Nous n’avons pas pu vérifier que la réponse vient bien de FranceConnect",
    byPassword: "Me connecter avec mon mot de passe",
    waysIn: "Mes façons de me connecter",
  },
  en: {
    ...words.en,
    franceConnect: "Sign in with FranceConnect",
    what: "What is FranceConnect?",
    atFranceConnect: "Sign in to Family Allowance Fund",
    voucher: "Taxes (demonstration)",
    identity: "Choose a demonstration identity",
    fault: "Make this sign-in fail",
    faultLabel: "What must go wrong",
    giveUp: "Give up and go back",
    proposed: "This is the address that FranceConnect gave us.",
    leave: "Sign out of FranceConnect",
    notOpened: "The sign-in did not go through",
    gaveUp: "You stopped the sign-in in FranceConnect",
    notSure: "We did not recognise your file for certain",
    unverified: "We could not check that the answer comes from FranceConnect",
    byPassword: "Sign in with my password",
    waysIn: "My ways of signing in",
  },
};
type Said = (typeof said)["fr"];

/** From the sign-in page, chooses an account and an identity there; what must fail, if anything, by its words. */
async function comeAs(tab: Tab, t: Said, name: string, fault?: string): Promise<void> {
  if (new URL(tab.page.url()).pathname !== "/sessions/new") await tab.open("/sessions/new");
  await tab.follow(t.franceConnect);
  await chooseThere(tab, t, name, fault);
}

async function chooseThere(tab: Tab, t: Said, name: string, fault?: string): Promise<void> {
  const id = identities.find((one) => one.id === name || one.claims.given_name.split(" ")[0] === name)?.id;
  await tab.page.locator("h1").getByText(t.atFranceConnect).waitFor();
  await tab.press(t.voucher);
  await tab.page.locator("h1").getByText(t.identity).waitFor();
  await tab.page.locator(`input[value="${id}"]`).check();
  if (fault) {
    await tab.page.getByText(t.fault).click();
    await tab.page.getByLabel(t.faultLabel).selectOption(fault);
    await tab.look();
  }
  await tab.press(t.goOn);
}

journeys("Signing in with FranceConnect", (journey) => {
  for (const { language, javaScript, width, who } of [
    { language: "fr", javaScript: true, width: 1280, who: someone("Awa") },
    { language: "en", javaScript: false, width: 320, who: someone("Pierre") },
  ] as const)
    journey(
      `CP-03 CP-22 MC-12 SEC-14 A11Y-02 ${who.name}, the first time and the next, ${language}, ${javaScript ? "with" : "without"} scripts`,
      async ({ foyer, visitor }) => {
        const t = said[language];
        const tab = await visitor({ language, javaScript, width });
        await tab.press(t.signIn);
        assert.equal(
          await tab.page.getByRole("link", { name: t.what }).getAttribute("href"),
          "https://franceconnect.gouv.fr/",
        );
        await comeAs(tab, t, who.person.id);
        await tab.stands("/terms");
        await tab.tick(t.agree);
        await tab.press(t.accept);
        await tab.stands("/contacts", t.contacts);
        await tab.says(t.proposed);
        const mail = tab.page.getByLabel(t.mail, { exact: true });
        assert.equal(await mail.inputValue(), who.person.mail);
        await tab.press(t.later);
        await tab.stands("/delegations/new");
        await tab.press(t.notNow);
        await tab.stands("/home", t.hello(who.name));
        await tab.says(t.firstTime);
        assert.equal(foyer.sentTo(who.person.mail ?? ""), 2, "one by FranceConnect, one by us");

        await tab.press(t.signOut);
        await tab.page.locator("h1").getByText(t.leave).waitFor();
        await tab.press(t.leave);
        await tab.stands("/sessions/new", t.signIn);
        await tab.says(t.signedOut);
        if (!javaScript) return;

        foyer.pass({ hours: 30 });
        await comeAs(tab, t, who.person.id);
        await tab.stands("/home", t.hello(who.name));
        await tab.doesNotSay(t.firstTime);
        await tab.press(t.signOut);
        await tab.press(t.leave);
        await signInFails(tab, t, who);
      },
    );

  journey(
    "CP-03 SEC-01 Nadia, whose password waits after wrong ones, comes by FranceConnect all the same",
    async ({ foyer, visitor }) => {
      const t = said.fr;
      const nadia = someone("Nadia");
      for (let n = 0; n < 5; n++)
        await tryPassword(foyer.world, { identifier: nadia.identifier, password: "faux" });
      const tab = await visitor({ width: 320 });
      await signIn(tab, nadia, nadia.oldPassword);
      await tab.says("attendez 1 minute");
      await comeAs(tab, t, nadia.person.id);
      await acceptTerms(tab);
      await tab.stands("/contacts");
    },
  );

  journey("CP-22 SEC-14 what does not go through says why, and what to do", async ({ visitor }) => {
    const t = said.fr;
    const tab = await visitor({ width: 320 });
    await tab.open("/sessions/new");
    await tab.follow(t.franceConnect);
    await tab.press(t.giveUp);
    await tab.stands("/franceconnect/callback", t.notOpened);
    await tab.says(t.gaveUp);
    await tab.follow(t.franceConnect);
    await chooseThere(tab, t, "homonym");
    await tab.stands("/franceconnect/callback", t.notSure);
    await tab.says("32 30");
    await tab.press(t.byPassword);
    await tab.stands("/sessions/new", t.signIn);
    // FranceConnect still knows the person, and asks nothing.
    await tab.follow(t.franceConnect);
    await tab.stands("/franceconnect/callback", t.notSure);
  });

  journey(
    "CP-22 SEC-14 an account that is not safe enough, or not one's own, gives way to another; the back button leads on",
    async ({ visitor }) => {
      const t = said.fr;
      const tab = await visitor({ width: 320, javaScript: false });
      await comeAs(tab, t, "Camille", "weak-acr");
      await tab.says("n’est pas assez sûr");
      await tab.follow(t.franceConnect);
      await chooseThere(tab, t, "slip");
      await tab.stands("/franceconnect/callback", t.notSure);
      const taken = tab.page.url();
      await tab.follow("Ce n’était pas le bon compte ? Recommencer avec un autre compte FranceConnect");
      await chooseThere(tab, t, "Camille");
      await tab.stands("/terms");
      await tab.leads(() => tab.page.goto(taken, { waitUntil: "commit" }));
      await tab.stands("/terms");
    },
  );

  journey("SEC-14 an answer that cannot be verified opens nothing, in English", async ({ visitor }) => {
    const t = said.en;
    const tab = await visitor({ language: "en", width: 320 });
    await comeAs(tab, t, "Camille", "wrong-nonce");
    await tab.stands("/franceconnect/callback", t.notOpened);
    await tab.says(t.unverified);
  });

  journey(
    "A11Y-04 the way there, and a way back that leads nowhere, in enhanced contrast",
    async ({ visitor }) => {
      const tab = await visitor({ contrast: "enhanced", width: 320 });
      await tab.open("/sessions/new");
      await tab.open("/franceconnect/callback?code=x&state=y");
      await tab.stands("/franceconnect/callback", said.fr.notOpened);
      await tab.says("ne le suivez pas");
      await tab.follow("English");
      await tab.stands("/franceconnect/endings/unknown", said.en.notOpened);
      await tab.says("do not follow it");
    },
  );

  journey(
    "CP-10 CP-12 CP-22 SEC-14 somebody nobody knows opens an account, and FranceConnect opens it again, without scripts",
    async ({ foyer, visitor }) => {
      const t = said.fr;
      const mail = "theo.marchand@exemple.fr";
      const tab = await visitor({ javaScript: false, width: 320 });
      await comeAs(tab, t, "stranger");
      await tab.stands("/openings/current/number");
      await tab.tick("Non, pas encore");
      await tab.press(t.goOn);
      await tab.type("Numéro et rue", "4 rue de la Source");
      await tab.type("Code postal", "54000");
      await tab.type("Commune", "Nancy");
      await tab.press(t.goOn);
      await tab.stands("/openings/current/check", "Vérifier vos réponses");
      await tab.says("Théo Marcel", "Marchand", "12 mars 1997", "Nancy (54)");
      await tab.press("C’est exact, continuer");
      await tab.stands("/openings/current/contacts");
      await tab.says(t.proposed);
      await tab.press(t.goOn);
      await tab.stands("/openings/current/contacts/mail/code");
      await typeCode(tab, await codeSentTo(foyer, mail));
      await tab.stands("/openings/current/password", "Choisir votre mot de passe");
      await tab.says("FranceConnect ouvrira aussi votre compte.");
      await tab.type("Votre mot de passe", "Tulipe-Vapeur-43");
      await tab.press("Ouvrir mon compte");
      await tab.stands("/provisional-identifiers/current", "Votre identifiant provisoire");
      await tab.press(t.goOn);
      await acceptTerms(tab);
      await tab.stands("/home", t.hello("Théo Marchand"));
      await tab.press(t.signOut);
      await tab.press(t.leave);
      await tab.stands("/sessions/new", t.signIn);
      await comeAs(tab, t, "stranger");
      await tab.stands("/home", t.hello("Théo Marchand"));
      await tab.open("/ways-in");
      await tab.says("Vous avez un mot de passe à vous.", "Ajouté le");
    },
  );

  journey(
    "CP-22 SEC-04 Julien adds a password, then removes FranceConnect, in French on a small phone",
    async ({ foyer, visitor }) => {
      const t = said.fr;
      const julien = someone("Julien");
      const tab = await visitor({ width: 320 });
      await comeAs(tab, t, julien.person.id);
      await acceptTerms(tab);
      await tab.press(t.later);
      await tab.stands("/home");
      await tab.open("/ways-in");
      await tab.stands("/ways-in", t.waysIn);
      await tab.says("C’est votre seule façon de vous connecter");
      foyer.pass({ minutes: 10 });
      await tab.open("/ways-in");
      foyer.pass({ minutes: 10 });
      await tab.follow("Choisir un mot de passe");
      await tab.stands("/password/confirmations/new", "Confirmer que c’est bien vous");
      await tab.follow(t.franceConnect);
      await chooseThere(tab, t, julien.person.id);
      await tab.stands("/password/new", t.choosePassword);
      await tab.type(t.newPassword, julien.password);
      await tab.press(t.goOn);
      await tab.stands("/ways-in");
      await tab.says("Votre mot de passe est enregistré.");
      await tab.press("Retirer FranceConnect");
      await tab.says("FranceConnect n’ouvre plus votre compte.");
      // It still knows the person, and asks all the same which account they mean.
      await tab.follow("Ajouter FranceConnect");
      await tab.press(t.giveUp);
      await tab.follow("Revenir où j’en étais");
      await tab.stands("/ways-in");
      await tab.doesNotSay("FranceConnect ouvre maintenant votre compte.");
      await tab.follow("Ajouter FranceConnect");
      await chooseThere(tab, t, julien.person.id);
      await tab.stands("/ways-in");
      await tab.says("FranceConnect ouvre maintenant votre compte.");
    },
  );
});

/** The code sent there, among what FranceConnect itself writes. */
async function codeSentTo({ mailbox }: Journey["foyer"], mail: string): Promise<string> {
  const codes = () =>
    mailbox
      .messages()
      .filter(({ to }) => to === mail)
      .flatMap(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? []);
  await mailbox.waitFor(() => codes().length > 0, { timeoutMs: 8000 });
  return codes()[0] ?? "";
}

/** CP-03: the old password of the file died with the first sign-in. */
async function signInFails(tab: Tab, t: Said, who: ReturnType<typeof someone>) {
  await tab.type(t.number, who.identifier);
  await tab.type(t.password, who.oldPassword);
  await tab.press(t.signIn);
  await tab.stands("/sessions", t.signIn);
  assert.equal((await tab.errors()).length, 1);
}
