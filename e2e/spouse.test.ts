import { firstSignIn, refused, signIn } from "./harness/acts.ts";
import { journeys } from "./harness/journeys.ts";
import { nameOf, someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;

const spouseReadsWhy =
  "Seul le titulaire du dossier agit pour le foyer et en voit les données. Son conjoint ne le peut pas sans sa délégation, ou sans percevoir lui-même l’AJPA, le BAFA, l’AAH ou le PALA.";
const delegationReadsWhy =
  "Seul le titulaire du dossier peut donner la délégation de gestion, la voir et la retirer.";
const way =
  "Demandez au titulaire du dossier de faire cette démarche, ou de vous confier la gestion du dossier depuis son espace.";

journeys("Each member of a household, in their own account", (journey) => {
  journey(
    "CP-01 CP-03 CP-15 CP-16 CP-18 CP-19 a spouse, before, during and after the delegation",
    async ({ foyer, visitor }) => {
      const [awa, julien] = [someone("Awa"), someone("Julien")];
      const hers = await visitor();
      await firstSignIn(hers, awa);
      await hers.stands("/delegations/new", t.delegateTo("Julien"));
      await hers.press(t.notNow);
      await hers.stands("/home");
      await hers.says("Julien Mercier ne gère pas le dossier avec vous.");

      // The file's old password is dead for her, not yet for him.
      const his = await visitor({ width: 320 });
      await signIn(his, awa, awa.oldPassword);
      await refused(his, t.wrongPassword);
      await firstSignIn(his, julien);
      await his.stands("/home", t.hello("Julien Mercier"));
      await onlyOwn(his, "conjoint", awa.name);
      await his.says(spouseReadsWhy, way, "Règle appliquée : CP-16");
      await neverOffered(his);

      foyer.pass({ minutes: 2 });
      await hers.follow("Confier la gestion à mon conjoint");
      await hers.press(t.grant);
      await hers.says(t.granted("Julien Mercier"));
      await his.open("/home");
      await his.says("conjoint, avec délégation", awa.name, "Julien Mercier (vous)");
      await his.page.getByText(t.why).first().click();
      await his.says("Règle appliquée : CP-18");
      await his.doesNotSay(t.granted("Julien Mercier"), spouseReadsWhy);
      await neverOffered(his);

      foyer.pass({ minutes: 2 });
      await hers.press("Retirer cette délégation");
      await hers.says("Julien Mercier ne gère pas le dossier avec vous.");
      await his.open("/home");
      await onlyOwn(his, "conjoint", awa.name);
    },
  );

  journey(
    "CP-17 a spouse who receives AAH in their own name sees the household as a holder does",
    async ({ visitor }) => {
      const elodie = someone("Élodie");
      const tab = await visitor();
      await firstSignIn(tab, elodie);
      await tab.stands("/home", t.hello("Élodie N’Guessan"));
      await tab.says("conjoint allocataire", elodie.file.fileNumber, ...elodie.file.people.map(nameOf));
      await tab.page.getByText(t.why).first().click();
      await tab.says("Règle appliquée : CP-17");
      await neverOffered(tab);
    },
  );

  journey("CP-20 a child of 16 reaches their own data, and reads why not the rest", async ({ visitor }) => {
    const mael = someone("Maël");
    const tab = await visitor({ width: 320 });
    await firstSignIn(tab, mael);
    await tab.stands("/home", t.hello("Maël Le Goff"));
    await onlyOwn(
      tab,
      "membre du foyer",
      ...mael.file.people.filter(({ id }) => id !== mael.person.id).map(nameOf),
    );
    await tab.says(
      "Les autres membres accèdent à leurs propres données.",
      "Demandez au titulaire du dossier de le faire depuis son espace.",
      "Règle appliquée : CP-20",
    );
    await neverOffered(tab);
  });

  journey("CP-03 SEC-02 the old password of a file opens nothing for a young child", async ({ visitor }) => {
    const lena = someone("Léna");
    const tab = await visitor();
    await signIn(tab, lena, lena.oldPassword);
    await refused(tab, t.wrongPassword);
  });

  journey(
    "MC-06 MC-07 a protected person signs in as themselves and is told of the measure",
    async ({ visitor }) => {
      const lucien = someone("Lucien");
      const tab = await visitor();
      await firstSignIn(tab, lucien);
      await tab.stands("/home", t.hello("Lucien Faure"));
      await tab.says(
        "Votre protection",
        "Une personne vous aide dans vos démarches depuis le 3 octobre 2022.",
        "Vous avez chacun votre propre accès. Gardez votre mot de passe pour vous.",
      );
    },
  );

  journey(
    "CP-02 CP-12 a provisional identifier opens an account, typed as people type it",
    async ({ visitor }) => {
      const samira = someone("Samira");
      const tab = await visitor({ width: 320 });
      await firstSignIn(tab, { ...samira, identifier: "p 4821 3907" });
      await tab.stands("/home", t.hello("Samira Haidari"));
      // The register knows the month of her birth, not the day.
      await tab.says(samira.file.fileNumber, "juillet 1999");
    },
  );
});

/** The person reaches their own data, and nobody else's. */
async function onlyOwn(tab: Tab, quality: string, ...others: string[]) {
  await tab.says(quality, "Votre foyer", "Ce n’est pas possible ici", "Ce que vous pouvez faire", t.contacts);
  await tab.doesNotSay(...others, "avec délégation", "Gestion du dossier");
}

/** CP-15: whoever is not the holder reads whose it is, and the way. */
async function neverOffered(tab: Tab) {
  await tab.open("/delegations/new");
  await tab.stands("/delegations/new", "Délégation de gestion");
  await tab.says(delegationReadsWhy, "Demandez au titulaire du dossier de le faire depuis son espace.");
  await tab.follow("Revenir à mon espace");
  await tab.stands("/home");
}
