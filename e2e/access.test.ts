import assert from "node:assert/strict";
import { firstSignIn } from "./harness/acts.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import { words } from "./harness/words.ts";

const t = words.fr;

journeys("Who may do what, who looked, and who may say no", (journey) => {
  journey(
    "CP-21 SEC-11 in French, on a small phone, without scripts: anyone reads the rules of access",
    async ({ visitor }) => {
      const tab = await visitor({ width: 320, javaScript: false });
      await tab.follow("Qui peut faire quoi sur un dossier");
      await tab.stands("/law/access", "Qui peut faire quoi sur un dossier, et pourquoi");
      await tab.says("Qui est qui", "À qui sont les données", "Règle : MC-11");
      await tab.follow("Le conjoint");
      await tab.stands("/law/access/spouse", "Le conjoint");
      await tab.says(
        "Notre lecture.",
        "déclarer une séparation",
        "Règle : CP-19",
        "Voie ouverte : Demandez au titulaire du dossier de faire cette démarche",
      );
      await tab.follow("Retour");
      await tab.follow("Le tableau entier");
      await tab.stands("/law/access/table", "Le tableau entier");
      await tab.follow("L’agent d’accueil");
      await tab.says("à deux : qui propose ne confirme pas", "Règle : CP-21");
      await tab.open("/law/access/nobody-knows-this");
      await tab.says("Cette page n’existe pas");
    },
  );

  journey("CP-21 SEC-11 in English, in enhanced contrast: the rules of access", async ({ visitor }) => {
    const tab = await visitor({ language: "en", contrast: "enhanced" });
    await tab.follow("Who may do what on a file");
    await tab.stands("/law/access", "Who may do what on a file, and why");
    await tab.follow("The guardian");
    await tab.stands("/law/access/guardian", "The guardian");
    await tab.says("Our reading.", "No further than what the protected person could do", "Rule: MC-06");
  });

  journey(
    "CP-15 CP-18 SEC-12 Awa entrusts the file, reads that Julien opened it, and he declines; both languages",
    async ({ foyer, visitor }) => {
      const [awa, julien] = [someone("Awa"), someone("Julien")];
      const hers = await visitor();
      await firstSignIn(hers, awa);
      await hers.press(t.grant);
      await hers.says(t.granted(julien.name));

      const his = await visitor({ language: "en", width: 320, javaScript: false });
      await firstSignIn(his, julien);
      await his.says("spouse, with delegation", awa.name, "The holder of the file has entrusted it to you.");
      foyer.pass({ minutes: 2 });

      await hers.follow("Voir qui a ouvert mes données");
      await hers.stands("/journal", "Qui a ouvert mes données");
      await hers.says("Le foyer a été consulté", `Par : ${julien.name}`, "Le conjoint qui a la délégation");
      await hers.follow("Ce que d’autres ont fait");
      await hers.says("Le foyer a été consulté");
      await hers.doesNotSay("Un mot de passe a été choisi");
      for (const [link, name, inside] of [
        ["Pour un tableur (CSV)", "journal.csv", "Le foyer a été consulté"],
        ["Pour un programme (JSON)", "journal.json", '"by":"Julien Mercier"'],
      ] as const) {
        const [file] = await Promise.all([
          hers.page.waitForEvent("download"),
          hers.page.getByRole("link", { name: link }).click(),
        ]);
        assert.equal(file.suggestedFilename(), name);
        const stream = await file.createReadStream();
        const text = Buffer.concat(await stream.toArray()).toString();
        assert.ok(text.includes(inside), `${name}: ${text.slice(0, 300)}`);
      }

      await his.follow("Stop running this file");
      await his.stands("/delegations/refusals/new", "Decline running the file?");
      await his.says("You do not have to accept, nor to explain why.");
      await his.press("Decline this delegation");
      await his.stands("/home");
      await his.says("Only the holder of the file acts for the household");
      await his.doesNotSay(awa.name, "Stop running this file");
      await his.open("/delegations/refusals/new");
      await his.says("There is none in your name today.");
      await his.open("/delegations");
      await his.says("Only the holder of the file may give the delegation, see it and take it back.");

      await hers.open("/home");
      await hers.says("Julien Mercier ne gère pas le dossier avec vous.");
      await hers.follow("Voir les délégations données");
      await hers.stands("/delegations", "Les délégations que vous avez données");
      await hers.says(
        "À Julien Mercier, donnée le 10 mars 2026",
        "la personne qui l’avait reçue l’a refusée",
      );
      await hers.follow("Confier la gestion à mon conjoint");
      await hers.stands("/delegations/new");
    },
  );

  journey(
    "SEC-12 the journal in English, without scripts, and what is somebody else’s stays closed",
    async ({ visitor }) => {
      const tab = await visitor({ language: "en", width: 320, javaScript: false });
      await firstSignIn(tab, someone("Yann"));
      await tab.follow("See who opened my data");
      await tab.stands("/journal", "Who opened my data");
      await tab.says("Sign-in", "By: you", "Take the whole journal with me");
      await tab.follow("What others did");
      await tab.says("Nothing is written here.");
    },
  );

  journey("CP-16 each part of the home page says why it is shown", async ({ visitor }) => {
    const tab = await visitor();
    await firstSignIn(tab, someone("Lucien"));
    const whys = tab.page.getByText(t.why);
    const shown = await whys.count();
    assert.ok(shown >= 6, `${shown} parts say why`);
    for (let n = 0; n < shown; n++) await whys.nth(n).click();
    await tab.says("Règle appliquée : MC-06", "Règle appliquée : MC-07", "Règle appliquée : MC-28");
    await tab.look();
  });
});
