import assert from "node:assert/strict";
import PDFDocument from "pdfkit";
import { swornStatement } from "../law/access/sworn-statement.ts";
import { decideGuardianship, openGuardianships } from "../src/modules/households/index.ts";
import { firstSignIn, refused, typeCode } from "./harness/acts.ts";
import type { TestFoyer } from "./harness/foyer.ts";
import { journeys } from "./harness/journeys.ts";
import { type Someone, someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const agents = [
  { agentId: "agent 17", name: "Dominique" },
  { agentId: "agent 23", name: "Farid" },
] as const;

/** A PDF as a scanner writes one. */
function scan(title: string): Promise<Buffer> {
  const document = new PDFDocument({ size: "A6" });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  document.fontSize(20).text(title).rect(50, 120, 90, 110).stroke();
  document.end();
  return new Promise((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
}

/** A photo as a telephone takes one. */
const photo = (tab: Tab): Promise<Buffer> => tab.page.screenshot({ type: "jpeg", quality: 60 });

const choose = (tab: Tab, label: string, name: string, mimeType: string, buffer: Buffer) =>
  tab.page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType, buffer });

const french = {
  identifier: "Son numéro de sécurité sociale, ou son identifiant provisoire",
  birthName: "Son nom de naissance",
  kind: "Décider à la place de la personne",
  decision: "La décision, avec toutes ses pages",
  iban: "IBAN du compte",
  proof: "Le relevé d’identité bancaire",
  parts: ["Jour", "Mois", "Année"],
  goOn: "Continuer",
  sign: "Signer et envoyer",
};
const english: typeof french = {
  identifier: "Their social-security number, or provisional identifier",
  birthName: "Their birth name",
  kind: "Help the person decide",
  decision: "The decision, with all its pages",
  iban: "IBAN of the account",
  proof: "The bank’s account statement",
  parts: ["Day", "Month", "Year"],
  goOn: "Continue",
  sign: "Sign and send",
};

/** Types a date in the n-th trio of boxes of the page. */
async function typeDate(tab: Tab, nth: number, date: string, { parts } = french) {
  for (const [n, part] of date.split("-").toReversed().entries())
    await tab.page
      .getByLabel(parts[n] as string, { exact: true })
      .nth(nth)
      .fill(part);
}

/** Tells who is protected, as their papers say. */
async function tellWho(tab: Tab, { person, identifier }: Someone, say = french) {
  await tab.type(say.identifier, identifier);
  await tab.type(say.birthName, person.birthName);
  await typeDate(tab, 0, person.birthDate, say);
  await tab.press(say.goOn);
}

async function giveMail(tab: Tab, foyer: TestFoyer, mail: string) {
  await tab.open("/contacts");
  await tab.type(t.mail, mail);
  await tab.type(t.mobile, "");
  await tab.press(t.goOn);
  await typeCode(tab, await foyer.code(mail));
}

/** Two agents validate the only decision that waits. */
async function validate(foyer: TestFoyer): Promise<void> {
  const { guardianships } = await openGuardianships(foyer.world, 1);
  assert.equal(guardianships.length, 1);
  const id = guardianships[0]?.depositId ?? assert.fail();
  const [first, second] = agents;
  assert.deepEqual(await decideGuardianship(foyer.world, first, id, "validate", "Décision lue"), {
    seconded: true,
  });
  assert.deepEqual(await decideGuardianship(foyer.world, second, id, "validate", "Conforme"), { done: true });
}

/** In Lucien's space: what nobody does for him is refused with its sentence, and what his guardian does is signed for him. */
async function claimFor(tab: Tab) {
  await tab.open("/separations/new");
  await tab.says("Ce choix est strictement personnel");
  await tab.open("/simulations/new");
  await tab.press("Partir du dossier de Lucien Faure");
  await tab.says("5 septembre 1951", "du dossier de Lucien Faure");
  await tab.open("/spaces/current");
  await tab.follow("Faire une demande pour Lucien Faure");
  await tab.follow("Déclarer mon emménagement");
  await tab.stands("/claims/moved-in/address");
  await tab.says("Vous répondez pour Lucien Faure");
  await tab.tick("Oui, j’habite bien là");
  await tab.press(french.goOn);
  await typeDate(tab, 0, "2026-03-01");
  await tab.press(french.goOn);
  await tab.stands("/claims/moved-in/check");
  await tab.press("Continuer vers la signature");
  await tab.says("Vous signez pour Lucien Faure");
  await tab.page.getByLabel(/^Je déclare sur l’honneur/).check();
  await tab.press(french.sign);
  await tab.says("Votre demande est envoyée", "Vous l’avez envoyée pour Lucien Faure");
  await tab.press("Revenir à l’espace de Lucien Faure");
  await tab.follow("Ce que j’ai fait ici");
  await tab.stands("/spaces/current/journal", "Ce que j’ai fait ici");
  await tab.says("Une demande a été signée et envoyée");
}

journeys("Guardians and the persons they protect", (journey) => {
  journey(
    "MC-06 MC-07 MC-09 MC-11 SEC-13 in French on a small phone, without JavaScript: a decision deposited, checked by two agents, the space entered, left, and closed with the measure",
    async ({ foyer, visitor }) => {
      const [camille, lucien] = [someone("Camille"), someone("Lucien")];
      // Twenty minutes before midnight in Paris, on the last day of the measure.
      foyer.turnClock("2026-03-10T22:40:00Z");
      const his = await visitor();
      await firstSignIn(his, lucien);

      const tab = await visitor({ width: 320, javaScript: false });
      await tab.open("/guardianships/new");
      await tab.stands("/guardianships/new", "Je protège quelqu’un");
      await tab.says("Chacun garde son propre compte", "pas à des organismes");
      await firstSignIn(tab, camille);
      await giveMail(tab, foyer, "camille.tutrice@exemple.fr");

      await tab.open("/guardianships/current");
      await tab.stands("/guardianships/current/person", "Qui protégez-vous ?");
      await tab.press(french.goOn);
      assert.equal((await tab.errors()).length, 3);
      await tellWho(tab, lucien);
      await tab.stands("/guardianships/current/measure");
      await tab.tick(french.kind);
      await typeDate(tab, 0, "2026-02-01");
      await typeDate(tab, 1, "2026-01-31");
      await tab.press(french.goOn);
      await refused(tab, "Le dernier jour vient avant le premier. Vérifiez les deux dates dans la décision.");
      await typeDate(tab, 1, "2026-03-10");
      await tab.press(french.goOn);
      await tab.stands("/guardianships/current/decision");
      await choose(tab, french.decision, "jugement.pdf", "application/pdf", Buffer.from("un texte"));
      await tab.press(french.goOn);
      await refused(tab, "Nous ne savons pas lire ce fichier. Envoyez une photo (JPEG ou PNG) ou un PDF.");
      await choose(tab, french.decision, "jugement.pdf", "application/pdf", await scan("Jugement"));
      await tab.press(french.goOn);
      await tab.stands("/guardianships/current/bank");
      await tab.type(french.iban, "FR14 2004 1010 0505 0001 3M02 607");
      await choose(tab, french.proof, "rib.jpg", "image/jpeg", await photo(tab));
      await tab.press(french.goOn);
      await refused(tab, "Cet IBAN contient une faute de frappe : relisez-le caractère par caractère.");
      await tab.says("Déjà reçus :", "rib.jpg");
      await tab.type(french.iban, "FR14 2004 1010 0505 0001 3M02 606");
      await tab.press(french.goOn);
      await tab.stands("/guardianships/current/statement", "Relire et signer");
      await tab.says("jugement.pdf", "FR14 •••• 2606", "10 mars 2026");
      await tab.press(french.sign);
      assert.equal((await tab.errors()).length, 1);
      await tab.tick(swornStatement.signs.fr);
      await tab.press(french.sign);
      await tab.says("Votre décision est déposée");

      await tab.open("/spaces");
      await tab.says("Vos décisions en attente");
      await tab.doesNotSay("Entrer dans l’espace");
      await validate(foyer);
      await tab.open("/home");
      await tab.follow("Les espaces qui me sont ouverts");
      await tab.press("Entrer dans l’espace de Lucien Faure");
      await tab.stands("/spaces/current", "L’espace de Lucien Faure");
      assert.match(await tab.page.title(), /^Espace de Lucien Faure – /);
      await tab.says(
        "Vous êtes dans l’espace de Lucien Faure",
        lucien.file.fileNumber,
        "personne qui protège",
      );
      await tab.open("/contacts");
      await tab.stands("/contacts", "Une page de votre propre espace");
      await tab.says("n’utilisent que les leurs");
      await tab.follow("Rester dans l’espace de Lucien Faure");
      await claimFor(tab);
      await tab.press("Quitter cet espace");
      await tab.stands("/home", t.hello("Camille Susini"));
      await tab.doesNotSay("Vous êtes dans l’espace");

      await his.open("/journal");
      await his.says(
        "Une demande a été signée et envoyée",
        "La personne qui protège (tuteur), pour décider à la place de la personne",
        "La personne qui protège est entrée dans l’espace",
        "Camille Susini",
        "Une décision de protection a été validée",
      );

      await tab.open("/spaces");
      await tab.press("Entrer dans l’espace de Lucien Faure");
      foyer.turnClock("2026-03-10T22:50:00Z");
      await tab.open("/spaces/current");
      await tab.stands("/spaces/current");
      foyer.turnClock("2026-03-10T22:59:59Z");
      await tab.open("/spaces/current");
      await tab.stands("/spaces/current");
      foyer.turnClock("2026-03-10T23:00:00Z");
      await tab.open("/spaces/current");
      await tab.stands("/spaces", "Les espaces qui me sont ouverts");
      await tab.says("l’espace où vous étiez est fermé");
      await tab.doesNotSay(lucien.file.fileNumber, "Entrer dans l’espace", "Vous êtes dans l’espace");
      await tab.press("Aller dans mon espace");
      await tab.stands("/home", t.hello("Camille Susini"));
    },
  );

  journey(
    "MC-08 MC-09 SEC-02 in English: whoever is not known here is answered alike",
    async ({ visitor }) => {
      const nadia = someone("Nadia");
      const tab = await visitor();
      await firstSignIn(tab, nadia);
      await tab.open("/guardianships/new?lang=en");
      await tab.press("Deposit the decision");
      await tellWho(tab, { ...someone("Lucien"), identifier: "P 9999 0000" }, english);
      await tab.tick(english.kind);
      await typeDate(tab, 0, "2026-02-01", english);
      await tab.press(english.goOn);
      await choose(tab, english.decision, "order.pdf", "application/pdf", await scan("Order"));
      await tab.press(english.goOn);
      await tab.type(english.iban, "FR1420041010050500013M02606");
      await choose(tab, english.proof, "bank.pdf", "application/pdf", await scan("Bank"));
      await tab.press(english.goOn);
      await tab.tick(swornStatement.signs.en);
      await tab.press(english.sign);
      await tab.says("Your decision is deposited", "Two agents check the decision.");
    },
  );
});
