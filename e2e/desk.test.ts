import assert from "node:assert/strict";
import { signIn } from "./harness/acts.ts";
import { enterDesk } from "./harness/desk.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";

const reason = "Vient avec sa carte d’identité";

journeys("The reception desk", (journey) => {
  journey(
    "CP-21 MC-14 SEC-08 SEC-12 in French: an agent enrols, receives Julien, tells him what he may hear, suspends Awa and lifts",
    async ({ foyer, visitor }) => {
      const [awa, julien] = [someone("Awa"), someone("Julien")];
      const agent = await visitor();
      await agent.open("/desk/sessions/new");
      await agent.type("Numéro d’agent", "A1001");
      await agent.type("Mot de passe", "faux");
      await agent.press("Continuer");
      assert.match((await agent.errors())[0] ?? "", /ne vont pas ensemble/);
      await enterDesk(agent, foyer, "A1001");
      await agent.says("Accueil – agents", "Dominique Roy", "agent d’accueil, accueil unique");

      await agent.press("Chercher une personne");
      await agent.press("Chercher");
      assert.equal((await agent.errors()).length, 2);
      await agent.type("Pourquoi ouvrez-vous ce dossier ?", reason);
      await agent.tick("Par son nom et sa date de naissance");
      await agent.type("Nom de naissance ou nom d’usage", "Mercier");
      await agent.type("Jour", "24");
      await agent.type("Mois", "7");
      await agent.type("Année", "1986");
      await agent.press("Chercher");
      await agent.says("Qui avez-vous devant vous ?");
      await agent.press("Recevoir Julien André Mercier");
      await agent.says(
        "Vous pouvez lui dire",
        "Vous ne pouvez pas lui dire",
        julien.file.fileNumber,
        "CP-16",
        reason,
      );
      await agent.doesNotSay(awa.name, "awa.diallo");

      await agent.follow("Recevoir une autre personne");
      await agent.type("Pourquoi ouvrez-vous ce dossier ?", reason);
      await agent.type("Numéro de sécurité sociale ou identifiant provisoire", awa.identifier);
      await agent.press("Chercher");
      await agent.press("Recevoir Awa Diallo");
      await agent.says("Julien Mercier, conjoint");
      assert.doesNotMatch(agent.page.url(), /288/, "SEC-09");
      await agent.follow("Suspendre l’accès par précaution");
      await agent.type("Dernier jour fermé (facultatif)", "2020-01-01");
      await agent.press("Suspendre l’accès");
      assert.match((await agent.errors())[0] ?? "", /dernier jour fermé/);
      await agent.type("Dernier jour fermé (facultatif)", "");
      await agent.press("Suspendre l’accès");
      await agent.says(
        "L’accès est suspendu. La personne est prévenue.",
        "L’accès de cette personne est fermé.",
      );
      const hers = await visitor();
      await signIn(hers, awa, awa.oldPassword);
      assert.match((await hers.errors())[0] ?? "", /par précaution/);
      await agent.follow("Lever la suspension");
      await agent.press("Lever la suspension");
      await agent.says("La suspension est levée.");
      for (const path of [
        "/desk/requests",
        "/desk/approvals",
        "/desk/records",
        "/desk/tasks",
        "/desk/campaigns",
      ])
        await agent.open(path);
      await agent.open("/desk/agents");
      await agent.says("Cette page n’entre pas dans vos tâches");
    },
  );

  journey(
    "SEC-11 on a small phone, without scripts: a number takes two agents; another office is turned away",
    async ({ foyer, visitor }) => {
      const samira = someone("Samira");
      const first = await visitor({ width: 320, javaScript: false });
      foyer.pass({ minutes: 1 });
      await enterDesk(first, foyer, "A1002");
      await first.press("Chercher une personne");
      await first.type("Pourquoi ouvrez-vous ce dossier ?", reason);
      await first.type("Numéro de sécurité sociale ou identifiant provisoire", samira.identifier);
      await first.press("Chercher");
      await first.press("Recevoir Samira Haidari");
      await first.follow("Inscrire le numéro de sécurité sociale reçu");
      await first.type("Numéro de sécurité sociale", "2990799212061");
      await first.press("Proposer ce numéro");
      await first.says("Un collègue doit maintenant recopier le numéro");
      await first.open("/desk/approvals");
      await first.says("Numéro de sécurité sociale pour Samira Haidari");
      assert.equal(await first.page.getByRole("button", { name: "Confirmer ce numéro" }).count(), 0);

      const other = await visitor();
      await enterDesk(other, foyer, "A2001");
      await other.open("/desk/approvals");
      await other.says("Rien n’attend.");
      await other.press("Me déconnecter");
      await other.stands("/desk/sessions/new");
    },
  );

  journey("SEC-08 in English: an administrator gives an access, shown once", async ({ foyer, visitor }) => {
    const tab = await visitor();
    await enterDesk(tab, foyer, "A3001");
    await tab.open("/desk/agents?lang=en");
    await tab.says("Reception – staff", "Dominique Roy");
    await tab.press("Give an agent access");
    await tab.press("Give access");
    assert.equal((await tab.errors()).length, 3);
    await tab.type("Staff number", "A9001");
    await tab.type("First name and name", "Camille Durand");
    await tab.tick("desk agent");
    await tab.press("Give access");
    await tab.says("Give this password to Camille Durand, in person.");
    await tab.open("/desk");
    await tab.doesNotSay("Find a person");
  });
});
