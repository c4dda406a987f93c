import assert from "node:assert/strict";
import { firstSignIn, refused, signIn, typeCode } from "./harness/acts.ts";
import type { Visit } from "./harness/browser.ts";
import type { TestFoyer } from "./harness/foyer.ts";
import { journeys } from "./harness/journeys.ts";
import { type Someone, someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const newPassword = "Cactus8Lampe-Bleue";

/** The last objection code that came to this address or number, as soon as it comes. */
async function objectionCode(foyer: TestFoyer, to: string): Promise<string> {
  const code = /\b[0-9A-Z]{4}(-[0-9A-Z]{4}){2}\b/;
  const { text } = await foyer.mailbox.waitFor((one) => one.to === to && code.test(one.text), {
    timeoutMs: 8000,
  });
  assert.doesNotMatch(text, /https?:|www\./, "CP-14 no link");
  return code.exec(text)?.[0] ?? "";
}

/** The n-th code that comes to this address or number: warnings come there too. */
async function codeTo(foyer: TestFoyer, to: string, nth = 1): Promise<string> {
  const sent = () =>
    foyer.mailbox
      .messages()
      .flatMap((one) => (one.to === to ? (/(?<!\d)\d{6}(?!\d)/.exec(one.text)?.[0] ?? []) : []));
  await foyer.mailbox.waitFor(() => sent().length >= nth, { timeoutMs: 8000 });
  return sent().at(-nth) ?? "";
}

/** First signs in, and confirms one mail address; comes back another day. */
async function confirmsMail(tab: Tab, foyer: TestFoyer, who: Someone, mail: string): Promise<void> {
  await firstSignIn(tab, who);
  if (new URL(tab.page.url()).pathname !== "/home") await tab.press(t.notNow);
  await tab.open("/contacts");
  await tab.type(t.mail, mail);
  await tab.type(t.mobile, "");
  await tab.press(t.goOn);
  await typeCode(tab, await codeTo(foyer, mail));
  await tab.stands("/home");
  await tab.press(t.signOut);
  foyer.pass({ hours: 25 });
}

/** What the two languages read and press. */
const said = {
  fr: {
    title: "Vos coordonnées de contact",
    change: "Changer (Adresse mail)",
    changeTitle: "Changer votre adresse mail",
    mail: "Votre adresse mail",
    ask: "Recevoir un code",
    code: "Code reçu",
    check: "Valider le code",
    done: "C’est confirmé. Vos coordonnées sont à jour.",
    window: "l’ancienne adresse peut annuler ce changement",
    link: "Coordonnées changées sans moi",
    objectTitle: "Vos coordonnées ont changé sans vous ?",
    objectionCode: "Code d’opposition",
    object: "M’opposer à ce changement",
    wrong:
      "Nous ne reconnaissons pas ce code. Relisez-le dans le message, caractère par caractère. Après 5 essais faux, il ne sert plus : appelez-nous alors, ou venez à l’accueil avec une pièce d’identité.",
    objected: "Votre opposition est enregistrée",
    recover: "Retrouver mon accès",
    number: "Votre numéro de sécurité sociale, ou votre identifiant provisoire",
    askTitle: "Retrouver votre accès",
    newPassword: "Nouveau mot de passe",
    save: "Enregistrer ce mot de passe",
    birth: ["Jour", "Mois", "Année", "Continuer"],
  },
  en: {
    title: "Your contact details",
    change: "Change (Mail address)",
    changeTitle: "Change your mail address",
    mail: "Your mail address",
    ask: "Receive a code",
    code: "Code received",
    check: "Check the code",
    done: "It is confirmed. Your contact details are up to date.",
    window: "the old address can undo this change",
    link: "Contact details changed without me",
    objectTitle: "Were your contact details changed without you?",
    objectionCode: "Objection code",
    object: "Object to this change",
    wrong:
      "We do not know this code. Read it again in the message, character by character. After 5 wrong tries it no longer works: then call us, or come to the reception desk with an identity document.",
    objected: "Your objection is recorded",
    recover: "Get back into my account",
    number: "Your social-security number, or your provisional identifier",
    askTitle: "Get back into your account",
    newPassword: "New password",
    save: "Save this password",
    birth: ["Day", "Month", "Year", "Continue"],
  },
};

type Walk = Visit & { title: string; language: "fr" | "en"; who: Someone; born: [string, string, string] };

const walks: Walk[] = [
  {
    title: "in French, with scripts, at a desk",
    language: "fr",
    width: 1280,
    who: someone("Awa"),
    born: ["3", "11", "1988"],
  },
  {
    title: "in English, without scripts, on a small phone",
    language: "en",
    javaScript: false,
    width: 320,
    who: someone("Camille"),
    born: ["17", "2", "1994"],
  },
];

journeys("Contact details that change", (journey) => {
  for (const walk of walks)
    journey(
      `SEC-04 MC-16 MC-17 MC-22 CP-14 ${walk.title}: a mail is changed, and its old mailbox objects`,
      async ({ foyer, visitor }) => {
        const { who } = walk;
        const w = said[walk.language];
        const old = `${walk.language}.avant@exemple.fr`;
        const theirs = `${walk.language}.intrus@exemple.fr`;
        await confirmsMail(await visitor(), foyer, who, old);

        const intruder = await visitor(walk);
        await signInAs(intruder, who, walk.language);
        await intruder.open("/contacts");
        await intruder.stands("/contacts", w.title);
        await intruder.follow(w.change);
        await intruder.stands("/contacts/mail", w.changeTitle);
        await intruder.press(w.ask);
        await intruder.type(w.mail, theirs);
        await intruder.press(w.ask);
        await intruder.stands("/contacts/mail/code");
        await intruder.type(w.code, await codeTo(foyer, theirs));
        await intruder.press(w.check);
        await intruder.stands("/contacts", w.title);
        await intruder.says(w.done, theirs, w.window);

        const owner = await visitor({ ...walk, language: walk.language });
        await owner.follow(w.link);
        await owner.stands("/objections/new", w.objectTitle);
        await owner.type(w.objectionCode, "0000-0000-0000");
        await owner.press(w.object);
        await refused(owner, w.wrong);
        await owner.type(w.objectionCode, (await objectionCode(foyer, old)).toLowerCase());
        await owner.press(w.object);
        await owner.stands("/objections/done", w.objected);
        await intruder.open("/contacts");
        await intruder.stands("/sessions/new");

        await owner.press(w.recover);
        await owner.stands("/recoveries/new", w.askTitle);
        await owner.type(w.number, who.identifier);
        await owner.press(w.ask);
        await owner.type(w.code, await codeTo(foyer, old, 2));
        await owner.press(w.check);
        const [day = "", month = "", year = "", go = ""] = w.birth;
        for (const [n, label] of [day, month, year].entries()) await owner.type(label, walk.born[n] ?? "");
        await owner.press(go);
        await owner.type(w.newPassword, newPassword);
        await owner.press(w.save);
        await owner.stands("/sessions/new");
        assert.equal(foyer.sentTo(theirs), 2, "its own code, and that it no longer serves");
      },
    );

  // Awa and Camille, as the walks before left them: each with one mail address, and a new password.
  journey(
    "MC-16 MC-17 CP-05 a shared mailbox: refused as one's own, taken for messages only; a mobile added, then removed",
    async ({ foyer, visitor }) => {
      const shared = "fr.avant@exemple.fr";
      const tab = await visitor({ width: 320 });
      await signIn(tab, someone("Camille"), newPassword);
      await tab.open("/contacts");
      await tab.follow("Changer (Adresse mail)");
      await tab.type(t.mail, shared);
      await tab.press("Recevoir un code");
      await typeCode(tab, await codeTo(foyer, shared, 3));
      await tab.stands("/contacts/mail/code", "Changer votre adresse mail");
      await tab.says("Cette adresse ou ce numéro sert déjà à un autre compte.");
      await tab.says("Vous partagez cette boîte mail", "fr••••••@exemple.fr");
      await tab.press("L’utiliser pour les messages");
      await tab.stands("/contacts/notices/code", "Confirmer l’adresse pour les messages");
      await typeCode(tab, await codeTo(foyer, shared, 4));
      await tab.stands("/contacts", "Vos coordonnées de contact");
      await tab.says("en.avant@exemple.fr", shared, "pour les messages seulement");

      await tab.follow("Ajouter (Numéro de mobile)");
      await tab.type(t.mobile, "06 39 98 12 66");
      await tab.press("Recevoir un code");
      await typeCode(tab, await codeTo(foyer, "+33639981266"));
      await tab.says("06 39 98 12 66", "confirmé", "vos autres coordonnées peuvent l’annuler");
      await tab.follow("Retirer (Numéro de mobile)");
      await tab.stands("/contacts/mobile/removal", "Retirer votre numéro de mobile ?");
      await tab.press("Retirer ce numéro");
      await tab.stands("/contacts");
      await tab.says("C’est retiré.", "Pas de mobile confirmé.");
      await tab.follow("Changer (Messages sur votre dossier)");
      await tab.press("Les recevoir à mes coordonnées confirmées");
      await tab.says("Ils arrivent à votre adresse mail confirmée.");
    },
  );
});

async function signInAs(tab: Tab, who: Someone, language: "fr" | "en") {
  const w = words[language];
  await tab.open("/sessions/new");
  await tab.type(w.number, who.identifier);
  await tab.type(w.password, who.password);
  await tab.press(w.signIn);
}
