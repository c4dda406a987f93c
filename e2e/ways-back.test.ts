import assert from "node:assert/strict";
import PDFDocument from "pdfkit";
import { decideDeskRequest, findDeskRequests } from "../src/modules/identity/index.ts";
import { firstSignIn, refused, signIn, typeCode } from "./harness/acts.ts";
import type { TestFoyer } from "./harness/foyer.ts";
import { journeys } from "./harness/journeys.ts";
import { type Someone, someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const oldMail = "awa.ancienne@exemple.fr";
const newMail = "awa.nouvelle@exemple.fr";
const newPassword = "Cactus8Lampe-Bleue";
const agent = { agentId: "agent 17", name: "Dominique" };

/** A PDF as a scanner writes one. */
function scan(draw: (document: PDFKit.PDFDocument) => void = () => {}): Promise<Buffer> {
  const document = new PDFDocument({ size: "A6" });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  document.fontSize(20).text("Carte nationale d’identité").text("DIALLO Awa").rect(50, 120, 90, 110).stroke();
  draw(document);
  document.end();
  return new Promise((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
}

/** A photo as a telephone takes one. */
const photo = (tab: Tab): Promise<Buffer> => tab.page.screenshot({ type: "jpeg", quality: 60 });

const choose = (tab: Tab, label: string, name: string, mimeType: string, buffer: Buffer) =>
  tab.page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType, buffer });

const french = {
  front: "Le recto, ou la page du passeport qui porte la photo",
  back: "Le verso (facultatif pour un passeport)",
  identifier: "Votre numéro de sécurité sociale, ou votre identifiant provisoire",
  names: { first: "Vos prénoms", birth: "Votre nom de naissance" },
  date: ["Jour", "Mois", "Année"],
};
const english: typeof french = {
  front: "The front, or the page of the passport with the photo",
  back: "The back (optional for a passport)",
  identifier: "Your social-security number, or your provisional identifier",
  names: { first: "Your first names", birth: "Your birth name" },
  date: ["Day", "Month", "Year"],
};

/** Says who they are, as the register knows them. */
async function tellWho(tab: Tab, { person }: Someone, say = french): Promise<void> {
  await tab.type(say.names.first, person.firstNames);
  await tab.type(say.names.birth, person.birthName);
  const parts = person.birthDate.split("-").toReversed();
  for (const [n, part] of parts.entries()) await tab.type(say.date[n] as string, part);
}

/** Somebody with a password and a confirmed mail address. */
async function settle(tab: Tab, who: Someone, mail: string, foyer: TestFoyer): Promise<void> {
  await firstSignIn(tab, who);
  await tab.press(t.notNow);
  await tab.open("/contacts");
  await tab.type(t.mail, mail);
  await tab.type(t.mobile, "");
  await tab.press(t.goOn);
  await typeCode(tab, await foyer.code(mail));
}

/** The agent's answer to the only request that waits. */
async function decide(foyer: TestFoyer, decision: "accept" | "refuse", reason: string): Promise<string> {
  const { requests } = await findDeskRequests(foyer.world, 1);
  assert.equal(requests.length, 1);
  const { requestId, caseNumber } = requests[0] ?? assert.fail();
  assert.deepEqual(await decideDeskRequest(foyer.world, agent, requestId, decision, reason), { done: true });
  return caseNumber;
}

const reads = (foyer: TestFoyer, address: string, said: RegExp) =>
  foyer.mailbox.waitFor(({ to, text }) => to === address && said.test(text), { timeoutMs: 8000 });

journeys("Ways back for who lost more than a password", (journey) => {
  journey(
    "SEC-04 SEC-13 neither mail nor mobile any more, in French on a small phone: document, desk, 72 hours, new password",
    async ({ foyer, visitor }) => {
      const awa = someone("Awa");
      const tab = await visitor({ width: 320 });
      await settle(tab, awa, oldMail, foyer);
      await tab.open("/home");
      await tab.press(t.signOut);

      await tab.follow("J’ai oublié mon mot de passe");
      await tab.follow("Je n’ai plus l’adresse mail ni le mobile de mon compte");
      await tab.stands("/lost-contacts/new");
      await tab.press("Continuer");
      assert.equal((await tab.errors()).length, 3);
      await tab.type(french.identifier, awa.identifier);
      await tellWho(tab, awa);
      await tab.press("Continuer");

      await tab.stands("/lost-contacts/current/contact");
      await tab.type("Votre nouvelle adresse mail, ou votre nouveau mobile", "awa.nouvelle@");
      await tab.press("Recevoir un code");
      await refused(tab, t.wrongMail);
      await tab.type("Votre nouvelle adresse mail, ou votre nouveau mobile", newMail);
      await tab.press("Recevoir un code");
      await tab.stands("/lost-contacts/current/code");
      await tab.says("aw••••••@exemple.fr");
      await typeCode(tab, "000000");
      await refused(tab, t.wrongCode(4));
      await tab.press("Envoyer un nouveau code");
      await tab.says("lui seul est valable");
      await typeCode(tab, await foyer.code(newMail, 2));

      await tab.stands("/lost-contacts/current/documents", "Envoyer votre pièce d’identité");
      await tab.press("Envoyer ma demande");
      await refused(tab, "Choisissez une photo ou un PDF de votre pièce d’identité.");
      await choose(tab, french.front, "recto.pdf", "application/pdf", await scan());
      await choose(tab, french.back, "verso.pdf", "application/pdf", Buffer.from("un texte"));
      await tab.press("Envoyer ma demande");
      await refused(tab, "Nous ne savons pas lire ce fichier. Envoyez une photo (JPEG ou PNG) ou un PDF.");
      await tab.says("Choisissez de nouveau tous vos fichiers");
      const script = await scan((document) => document.addNamedJavaScript("ouvre", "app.alert('ici')"));
      await choose(tab, french.front, "recto.pdf", "application/pdf", script);
      await tab.press("Envoyer ma demande");
      await tab.says("Ce PDF contient plus que des pages");
      await choose(tab, french.front, "recto.pdf", "application/pdf", await scan());
      await choose(tab, french.back, "verso.jpg", "image/jpeg", await photo(tab));
      await tab.press("Envoyer ma demande");
      await tab.stands("/lost-contacts/current", "Votre demande est envoyée");
      await reads(foyer, oldMail, /Ce n’est pas vous/);

      const number = await decide(foyer, "accept", "Carte lue, photo conforme");
      await tab.says(number);
      await reads(foyer, newMail, new RegExp(`${number} est acceptée`));
      await reads(foyer, oldMail, /code d’opposition : [0-9A-Z-]{14}/);

      await recover(tab, awa);
      await reads(foyer, oldMail, /oublié votre mot de passe \? Votre code/);
      assert.equal(await codesTo(foyer, newMail), 2, "not before 72 hours");
      foyer.pass({ hours: 72 });
      await recover(tab, awa);
      await reads(foyer, newMail, /oublié votre mot de passe \? Votre code/);
      await typeCode(tab, await foyer.code(newMail, 5));
      await tab.type("Jour", "3");
      await tab.type("Mois", "11");
      await tab.type("Année", "1988");
      await tab.press("Continuer");
      await tab.type("Nouveau mot de passe", newPassword);
      await tab.press("Enregistrer ce mot de passe");
      await signIn(tab, awa, newPassword);
      await tab.stands("/home");
    },
  );

  journey(
    "SEC-02 SEC-13 in English without scripts, a mobile and a photo; refused by the desk, told why",
    async ({ foyer, visitor }) => {
      const nadia = someone("Nadia");
      const mobile = "+33639981290";
      const tab = await visitor({ language: "en", javaScript: false });
      await tab.open("/sessions/new");
      await tab.follow("I have forgotten my password");
      await tab.follow("I no longer have the mail address or the mobile of my account");
      await tab.type(english.identifier, nadia.identifier);
      await tellWho(tab, nadia, english);
      await tab.press("Continue");
      await tab.type("Your new mail address, or your new mobile", "06 39 98 12 90");
      await tab.press("Receive a code");
      await tab.says("06 •• •• •• 90");
      await tab.follow("Give another address or another number");
      await tab.type("Your new mail address, or your new mobile", "06 39 98 12 90");
      await tab.press("Receive a code");
      assert.equal(foyer.sentTo(mobile), 1, "coming back sends no second code");
      await tab.type("Code received", await foyer.code(mobile));
      await tab.press("Check the code");
      await tab.stands("/lost-contacts/current/documents", "Send your identity document");
      await choose(tab, english.front, "front.png", "image/png", await photo(tab));
      await tab.press("Send my request");
      await tab.says("The name of this file does not match its content.", "Choose all your files again");
      await choose(tab, english.front, "front.jpg", "image/jpeg", await photo(tab));
      await tab.press("Send my request");
      await tab.stands("/lost-contacts/current", "Your request is sent");
      const number = await decide(foyer, "refuse", "The photo is blurred.");
      await tab.says(number);
      await reads(foyer, mobile, /The photo is blurred\./);
      await tab.open("/lost-contacts/current/documents");
      await tab.stands("/lost-contacts/current", "Your request is sent");
    },
  );

  journey("SEC-04 after an hour the way is closed, and says what to do", async ({ foyer, visitor }) => {
    const tab = await visitor();
    await tab.open("/lost-contacts/current/documents");
    await tab.stands("/lost-contacts/new");
    await tab.type(french.identifier, someone("Julien").identifier);
    await tellWho(tab, someone("Julien"));
    await tab.press("Continuer");
    foyer.pass({ minutes: 60 });
    await tab.open("/lost-contacts/current/contact");
    await tab.says("Plus d’une heure est passée depuis le début.");
    await tab.press("Recommencer");
    await tab.stands("/lost-contacts/new");
  });

  journey(
    "CP-13 SEC-02 a forgotten identifier, in French and in English without scripts",
    async ({ foyer, visitor }) => {
      const samira = someone("Samira");
      const tab = await visitor({ width: 320 });
      await tab.open("/sessions/new");
      await tab.follow("Je ne retrouve pas mon numéro ou mon identifiant");
      await tab.stands("/identifier-reminders/new", "Retrouver votre numéro ou votre identifiant");
      await tab.press("Recevoir un message");
      assert.equal((await tab.errors()).length, 3);
      await tellWho(tab, samira);
      await tab.type("L’adresse mail ou le mobile de votre compte", samira.person.mail ?? "");
      await tab.press("Recevoir un message");
      await tab.stands("/identifier-reminders/sent", "Regardez vos messages");
      await tab.doesNotSay(samira.identifier);
      await reads(foyer, samira.person.mail ?? "", new RegExp(samira.identifier));

      const elsewhere = await visitor({ language: "en", javaScript: false });
      await elsewhere.open("/identifier-reminders/new");
      await tellWho(elsewhere, samira, english);
      await elsewhere.type("The mail address or the mobile of your account", "nobody@example.com");
      await elsewhere.press("Receive a message");
      await elsewhere.stands("/identifier-reminders/sent", "Look at your messages");
      assert.equal(foyer.sentTo("nobody@example.com"), 0);
    },
  );
});

async function recover(tab: Tab, who: Someone): Promise<void> {
  await tab.open("/recoveries/new");
  await tab.type(french.identifier, who.identifier);
  await tab.press("Recevoir un code");
  await tab.stands("/recoveries/current/code");
}

const codesTo = async (foyer: TestFoyer, address: string) =>
  foyer.mailbox.messages().filter(({ to, text }) => to === address && /: \d{6}\b/.test(text)).length;
