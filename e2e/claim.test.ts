import assert from "node:assert/strict";
import { newcomers } from "../dev/demo/newcomers.ts";
import { acceptTerms, firstSignIn, refused, signIn, typeCode } from "./harness/acts.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import { plain, type Tab } from "./harness/tab.ts";

const password = "Tulipe-Vapeur-43";
const [manon] = newcomers as [(typeof newcomers)[number]];
const at = (step: string) => `/openings/current/${step}`;

journeys("A first claim, and the account opened on the way", (journey) => {
  journey(
    "CP-10 CP-11 MC-02 MC-11 MC-15 in French, at a desk: a number the registry knows, every mistake on the way",
    async ({ foyer, visitor }) => {
      const mail = "manon.carpentier@exemple.fr";
      const tab = await visitor();
      await tab.follow("Faire une demande");
      await tab.stands("/claims/new", "Faire une demande");
      await tab.follow("Déclarer mon emménagement");
      await tab.press("Continuer");
      await refused(tab, "Dites-nous si vous avez déjà un compte.");
      await tab.tick("Non, c’est ma première demande");
      await tab.press("Continuer");
      await identityInFrench(tab);
      await numberAndAddress(tab);
      await checkedAndReached(tab, mail, () => foyer.code(mail));
      await tab.stands("/sessions/new", "Me connecter");
      await tab.says("C’est enregistré.", "son mot de passe n’a pas changé");
      await signIn(tab, { ...someone("Awa"), identifier: manon.number, password });
      await acceptTerms(tab);
      await tab.stands("/claims/moved-in/address", "Est-ce bien votre nouvelle adresse ?");
      await tab.says("4 rue de la Source", "54000 Nancy");
      await tab.press("Continuer");
      await refused(tab, "Choisissez l’une des deux réponses.");
      await tab.tick("Oui, j’habite bien là");
      await tab.press("Continuer");
      await date(tab, "Quand avez-vous emménagé ?", "1", "4", "2026", "Continuer");
      await refused(
        tab,
        "Cette date n’est pas encore arrivée. Revenez nous le dire à partir du jour où vous aurez emménagé.",
      );
      await date(tab, "Quand avez-vous emménagé ?", "1", "3", "2026", "Continuer");
      await tab.stands("/claims/moved-in/check", "Relire votre demande");
      await tab.says("Manon Carpentier", "d’après votre état civil", "un dossier s’ouvre à votre nom");
      await tab.press("Continuer vers la signature");
      await tab.says("L.114-9", "L.114-17", "L.114-19", "313-1 à 313-3", "441-1", "441-6");
      await tab.press("Signer et envoyer");
      await refused(tab, "Pour envoyer, cochez la case : c’est votre signature.");
      await tab.page.getByLabel(/^Je déclare sur l’honneur/).check();
      await tab.press("Signer et envoyer");
      await tab.says("Votre demande est envoyée", "10 mars 2026", "Et maintenant ?");
      const number = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec(tab.page.url())?.[0] ?? "";
      await tab.says(number);
      await foyer.mailbox.waitFor(() => foyer.sentTo(mail) >= 3, { timeoutMs: 8000 });
      await tab.press("Aller à mon espace");
      await tab.stands("/home", "Bonjour Manon Carpentier");
      await tab.says("allocataire", "Numéro de dossier");
    },
  );

  journey(
    "CP-12 CP-13 A11Y-02 in English, on a small phone, without scripts: born abroad, no number, a provisional identifier",
    async ({ foyer, visitor }) => {
      const mobile = "+33639981277";
      const tab = await visitor({ language: "en", javaScript: false, width: 320 });
      await tab.follow("Make a claim");
      await tab.follow("Tell you that I moved in");
      await tab.tick("No, this is my first claim");
      await tab.press("Continue");
      await tab.stands(at("names"), "Your name and first names");
      await tab.type("Birth name", "Ferreira d’Almeida");
      await tab.type("First names", "Tiago");
      await tab.press("Continue");
      await tab.tick("Male");
      await tab.press("Continue");
      await tab.type("Year", "1996");
      await tab.tick("Neither the day nor the month is known");
      await tab.press("Continue");
      await tab.tick("Abroad");
      await tab.press("Continue");
      await tab.stands(at("country"), "Your country and town of birth");
      await tab.press("Continue");
      await refused(tab, "Choose the country in the list.", "Enter the town of birth.");
      await tab.page.getByLabel("Country", { exact: true }).selectOption({ label: "Portugal" });
      await tab.type("Town", "Braga");
      await tab.press("Continue");
      await parents(tab);
      await tab.stands(at("number"), "Do you have a social-security number?");
      await tab.tick("No, not yet");
      await tab.press("Continue");
      await tab.type("Number and street", "9 rue des Écluses");
      await tab.type("Postcode", "57000");
      await tab.type("Town", "Metz");
      await tab.press("Continue");
      await tab.stands(at("check"), "Check your answers");
      await tab.says("Tiago", "1996", "Braga, Portugal", "Rosa Maria d’Almeida", "Not yet");
      await tab.press("This is right, continue");
      await tab.type("Your mobile number", "06 39 98 12 77");
      await tab.press("Continue");
      await tab.stands(at("contacts/mobile/code"), "Confirm your mobile number");
      await tab.doesNotSay("Confirm later");
      await codeInEnglish(tab, await foyer.code(mobile));
      await tab.stands(at("password"), "Choose your password");
      await tab.type("Your password", password);
      await tab.press("Open my account");
      await tab.stands("/provisional-identifiers/current", "Your provisional identifier");
      const identifier =
        /P\d{8}/.exec((await tab.page.locator(".govuk-panel__body").textContent()) ?? "")?.[0] ?? "";
      await foyer.mailbox.waitFor(() => foyer.sentTo(mobile) >= 2, { timeoutMs: 8000 });
      await tab.press("Continue");
      await tab.tick("I have read these rules and I accept them");
      await tab.press("Accept and continue");
      await tab.stands("/claims/moved-in/address");
      await tab.press("Sign out");
      await tab.follow("I cannot find my number or my identifier");
      await tab.stands("/identifier-reminders/new");
      await tab.type("Your birth name", "FERREIRA D'ALMEIDA");
      await tab.type("Your first names", "Tiago");
      await tab.type("Day", "00");
      await tab.type("Month", "00");
      await tab.type("Year", "1996");
      await tab.type("The mail address or the mobile of your account", "0639981277");
      await tab.press("Receive a message");
      await tab.stands("/identifier-reminders/sent", "Look at your messages");
      await foyer.mailbox.waitFor(() => foyer.sentTo(mobile) >= 3, { timeoutMs: 15_000 });
      const last = foyer.mailbox.messages().filter(({ to }) => to === mobile);
      assert.ok(last.filter(({ text }) => text.includes(identifier)).length >= 2);
    },
  );

  journey(
    "CP-12 SEC-02 in French, on a small phone: a misspelt name is told, then corrected; the draft opens nowhere else",
    async ({ visitor }) => {
      const tab = await visitor({ width: 320 });
      await tab.open("/claims/new/moved-in");
      await tab.tick("Non, c’est ma première demande");
      await tab.press("Continuer");
      await identityInFrench(tab, "Charpentier");
      await numberAndAddress(tab);
      await tab.press("C’est exact, continuer");
      await tab.stands(at("check"), "Vérifier vos réponses");
      await tab.says("Ce numéro et cet état civil ne vont pas ensemble.");
      const elsewhere = await visitor();
      await elsewhere.open(at("check"));
      await elsewhere.stands("/openings/over", "Vos réponses sont effacées");
      await tab.page.getByRole("link", { name: "Modifier nom de naissance" }).click();
      await tab.page.waitForURL("**/names");
      await tab.look();
      await tab.type("Nom de naissance", "Carpentier");
      await tab.press("Continuer");
      await tab.stands(at("check"));
      await tab.press("C’est exact, continuer");
      await tab.stands(at("contacts"), "Vos coordonnées de contact");
      await tab.open("/claims/new");
      await tab.follow("Reprendre où j’en étais");
      await tab.stands(at("contacts"));
      await tab.page.getByText("Reprendre plus tard, ou tout effacer").click();
      await tab.look();
      await tab.press("Effacer mes réponses");
      await tab.stands("/openings/over", "Vos réponses sont effacées");
      await tab.open(at("names"));
      await tab.stands("/openings/over");
    },
  );

  journey(
    "CP-11 CP-16 a holder claims with what is known; a spouse without standing is stopped, and told the way",
    async ({ visitor }) => {
      const holder = await visitor({ width: 320 });
      await firstSignIn(holder, someone("Awa"));
      await holder.press("Pas maintenant");
      await holder.open("/claims/new");
      await holder.follow("Déclarer mon emménagement");
      await holder.says("27 rue du Moulin-à-Vent");
      await holder.tick("Non, j’habite ailleurs");
      await holder.type("Numéro et rue", "2 quai des Brumes");
      await holder.type("Code postal", "69009");
      await holder.type("Commune", "Lyon");
      await holder.press("Continuer");
      await date(holder, "Quand avez-vous emménagé ?", "14", "2", "2026", "Continuer");
      await holder.says("2 quai des Brumes", "Julien Mercier", "d’après votre dossier");
      const spouse = await visitor();
      await firstSignIn(spouse, someone("Julien"));
      await spouse.open("/claims/moved-in");
      await spouse.stands("/claims/moved-in", "Faire une demande");
      await spouse.says("Ce que vous pouvez faire");
      await spouse.doesNotSay("Moulin-à-Vent", "Awa Diallo");
    },
  );
});

async function identityInFrench(tab: Tab, birthName = "Carpentier") {
  await tab.stands(at("names"), "Votre nom et vos prénoms");
  await tab.press("Continuer");
  await refused(
    tab,
    "Indiquez votre nom de naissance.",
    "Indiquez vos prénoms ou, si vous n’en avez pas, cochez la case prévue.",
  );
  await tab.type("Nom de naissance", birthName);
  await tab.type("Prénoms", "Manon Louise");
  await tab.press("Continuer");
  await tab.tick("Féminin");
  await tab.press("Continuer");
  await date(tab, "Votre date de naissance", "31", "2", "2003", "Continuer");
  await refused(tab, "Ce jour n’existe pas dans ce mois. Vérifiez le jour et le mois.");
  await date(tab, "Votre date de naissance", "12", "5", "2003", "Continuer");
  await tab.tick("En France");
  await tab.press("Continuer");
  await tab.type("Votre commune de naissance", "zzzzz");
  await tab.press("Chercher");
  await tab.says("Nous n’avons trouvé aucune commune");
  await tab.type("Votre commune de naissance", "saint aubin");
  await tab.press("Chercher");
  await tab.says("Saint-Aubin (Jura, 39)", "Saint-Aubin (Essonne, 91)");
  await tab.type("Votre commune de naissance", "54000");
  await tab.press("Chercher");
  await tab.press("Continuer");
  await refused(tab, "Choisissez votre commune dans la liste, ou cherchez-en une autre.");
  await tab.tick("Nancy (Meurthe-et-Moselle, 54)");
  await tab.press("Continuer");
}

async function numberAndAddress(tab: Tab) {
  await tab.stands(at("number"), "Avez-vous un numéro de sécurité sociale ?");
  await tab.tick("Oui");
  await tab.type("Votre numéro", `${manon.number.slice(0, 13)}00`);
  await tab.press("Continuer");
  assert.equal((await tab.errors()).length, 1);
  await tab.type("Votre numéro", manon.number);
  await tab.press("Continuer");
  await tab.stands(at("address"), "Votre adresse");
  await tab.type("Numéro et rue", "4 rue de la Source");
  await tab.type("Code postal", "5400");
  await tab.type("Commune", "Nancy");
  await tab.press("Continuer");
  await refused(tab, "Un code postal a 5 chiffres, par exemple 54000. Vérifiez le vôtre.");
  assert.equal(await tab.page.getByLabel("Numéro et rue").inputValue(), "4 rue de la Source");
  await tab.type("Code postal", "54000");
  await tab.press("Continuer");
}

async function checkedAndReached(tab: Tab, mail: string, code: () => Promise<string>) {
  await tab.stands(at("check"), "Vérifier vos réponses");
  await tab.says("Manon Louise", "12 mai 2003", "Nancy (54)");
  await tab.press("C’est exact, continuer");
  await tab.stands(at("contacts"), "Vos coordonnées de contact");
  await tab.press("Continuer");
  assert.equal((await tab.errors()).length, 1);
  await tab.type("Votre adresse mail", mail);
  await tab.press("Continuer");
  await tab.stands(at("contacts/mail/code"), "Confirmer votre adresse mail");
  const sent = await code();
  await typeCode(tab, sent === "000000" ? "111111" : "000000");
  assert.match((await tab.errors())[0] ?? "", /Il vous reste 4 essais|il vous reste 4 essais/);
  await typeCode(tab, sent);
  await tab.stands(at("password"), "Choisir votre mot de passe");
  await tab.type("Votre mot de passe", "Carpentier-2003");
  await tab.press("Ouvrir mon compte");
  assert.equal((await tab.errors()).length, 1);
  await tab.type("Votre mot de passe", password);
  await tab.press("Ouvrir mon compte");
}

async function parents(tab: Tab) {
  await tab.stands(at("parents"), "Your parents’ names");
  const [first, second] = [tab.page.getByLabel("Birth name"), tab.page.getByLabel("First names")];
  await first.nth(0).fill("d’Almeida");
  await second.nth(0).fill("Rosa Maria");
  await tab.press("Continue");
  assert.equal((await tab.errors()).length, 1);
  await tab.page.getByLabel("This parent is not on my birth certificate").nth(1).check();
  await tab.press("Continue");
}

async function codeInEnglish(tab: Tab, code: string) {
  await tab.type("Code received", code);
  await tab.press("Check the code");
}

async function date(tab: Tab, heading: string, day: string, month: string, year: string, button: string) {
  assert.equal(plain((await tab.page.locator("h1").textContent()) ?? ""), plain(heading));
  await tab.type("Jour", day);
  await tab.type("Mois", month);
  await tab.type("Année", year);
  await tab.press(button);
}
