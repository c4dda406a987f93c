import assert from "node:assert/strict";
import { swornStatement } from "../law/access/sworn-statement.ts";
import { firstSignIn, firstSignInWithMail, typeCode } from "./harness/acts.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import { words } from "./harness/words.ts";

const t = words.fr;

const noAddress = ["allée des Mélèzes", "Briançon", "05100"];

journeys("A couple parts", (journey) => {
  journey(
    "CP-14 CP-18 CP-19 MC-05 MC-11 in French, on a small phone, without scripts: the spouse who moved declares it",
    async ({ foyer, visitor }) => {
      const [awa, julien] = [someone("Awa"), someone("Julien")];
      const hers = await visitor();
      await firstSignInWithMail(hers, awa, "awa.d@exemple.fr");
      await typeCode(hers, await foyer.code("awa.d@exemple.fr"));
      await hers.press(t.grant);
      const his = await visitor({ width: 320, javaScript: false });
      await firstSignIn(his, julien);
      await his.says("conjoint, avec délégation", awa.name);

      await his.follow("Déclarer une séparation");
      await his.stands("/separations/new", "Déclarer une séparation");
      await his.says("L’autre personne ne verra jamais votre nouvelle adresse.");
      await his.press(t.goOn);
      assert.deepEqual(await his.errors(), [
        "Indiquez le jour où vous vous êtes séparés. Si vous ne le savez plus exactement, donnez le plus proche.",
        "Choisissez une réponse : vous restez dans le même logement, ou vous avez une nouvelle adresse.",
      ]);
      await his.type("Jour", "8");
      await his.type("Mois", "2");
      await his.type("Année", "2062");
      await his.tick("J’ai une nouvelle adresse");
      await his.press(t.goOn);
      assert.deepEqual(await his.errors(), [
        "Cette date n’est pas encore passée. Revenez le jour de la séparation, ou appelez-nous pour la préparer.",
      ]);
      await his.type("Année", "2026");
      await his.press(t.goOn);
      await his.stands("/separations/new/address", "Votre nouvelle adresse");
      await his.type("Numéro et rue", "9 allée des Mélèzes");
      await his.type("Code postal", "05100");
      await his.press(t.goOn);
      assert.deepEqual(await his.errors(), ["Indiquez votre commune."]);
      await his.type("Commune", "Briançon");
      await his.press(t.goOn);
      await his.stands("/separations/new/statement", "Relire et signer");
      await his.says("8 février 2026", "9 allée des Mélèzes", "05100 Briançon", "L.114-17", "313-1 à 313-3");
      await his.press("Signer et envoyer");
      assert.deepEqual(await his.errors(), ["Pour envoyer, cochez la case : c’est votre signature."]);
      await his.tick(swornStatement.signs.fr);
      await his.press("Signer et envoyer");
      await his.stands("/separations/declared", "Votre séparation est déclarée");
      await his.follow("Revenir à mon espace");
      await his.says(
        "sans dossier en cours",
        "Après une séparation, chacun ne voit plus que ce qui le concerne.",
      );
      await his.doesNotSay(awa.name, awa.file.fileNumber);

      // She is told by mail, reads it in her journal, and nowhere where he lives.
      await foyer.mailbox.waitFor(() => foyer.sentTo("awa.d@exemple.fr") >= 2, { timeoutMs: 8000 });
      const mail = foyer.mailbox.messages().find(({ to }) => to === "awa.d@exemple.fr");
      assert.match(mail?.text ?? "", /à la date du 8 février 2026/);
      for (const hidden of [...noAddress, "http"]) assert.ok(!mail?.text.includes(hidden), hidden);
      await hers.open("/home");
      await hers.doesNotSay(julien.name, "Gestion du dossier", ...noAddress);
      await hers.follow("Voir qui a ouvert mes données");
      await hers.says("Une séparation a été déclarée", julien.name);
      await hers.doesNotSay(...noAddress);
      await hers.open("/separations/new");
      await hers.says("Aucun couple n’est inscrit sur ce dossier aujourd’hui");
    },
  );

  journey(
    "CP-19 MC-11 in English, at a desk: the holder who stays declares it, and may change their mind before signing",
    async ({ visitor }) => {
      const [sophie, yann] = [someone("Sophie"), someone("Yann")];
      const tab = await visitor({ language: "en" });
      await firstSignIn(tab, sophie);
      await tab.press(words.en.notNow);
      await tab.says(yann.name);
      await tab.follow("Declare a separation");
      await tab.type("Day", "10");
      await tab.type("Month", "3");
      await tab.type("Year", "2026");
      await tab.tick("I stay in the same home");
      await tab.press("Continue");
      await tab.stands("/separations/new/statement", "Read again and sign");
      await tab.says("10 March 2026", "You stay in the same home", "you declare on your honour");
      await tab.follow("Change Separated since");
      await tab.stands("/separations/new", "Declare a separation");
      await tab.type("Day", "9");
      await tab.press("Continue");
      await tab.says("9 March 2026");
      await tab.tick(swornStatement.signs.en);
      await tab.press("Sign and send");
      await tab.stands("/separations/declared", "Your separation is declared");
      await tab.follow("Back to my account");
      await tab.says("holder", "Maël Le Goff");
      await tab.doesNotSay(yann.name);
    },
  );

  journey("CP-19 SEC-11 who has nobody to part from reads why, and what to do", async ({ visitor }) => {
    const tab = await visitor({ width: 320 });
    await firstSignIn(tab, someone("Camille"));
    await tab.doesNotSay("Déclarer une séparation");
    await tab.open("/separations/new");
    await tab.says(
      "Aucun couple n’est inscrit sur ce dossier aujourd’hui",
      "appelez-nous ou venez à l’accueil",
      "Règle appliquée : CP-16",
    );
    await tab.follow("Revenir à mon espace");
    await tab.stands("/home");
  });
});
