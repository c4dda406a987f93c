import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { caf } from "../institutions/caf/index.ts";
import { institutions } from "../institutions/index.ts";
import { readCharters } from "../src/modules/charters/index.ts";
import { publishing } from "../test/charters.ts";
import { firstSignIn, signIn } from "./harness/acts.ts";
import type { Visit } from "./harness/browser.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const terms = "Les règles de votre espace Mon Compte";

/** Takes effect on the first of April; another that only informs follows on the first of May. */
const next = {
  charter: "mon-compte",
  version: "2026-04-01",
  announced: "2026-03-15",
  changes: "Signaler ce qui est faux est plus simple. Une clause de plus.",
  edit: (text: string) =>
    `${text.replace("# Signaler une erreur", "# Signaler ce qui est faux")}\n### Prendre votre temps {#time}\n\nRien ne presse.\n`,
};
const after = {
  ...next,
  version: "2026-05-01",
  announced: "2026-04-20",
  acceptance: "informs",
  changes: "Une faute corrigée.",
  edit: (text: string) => text.replace("Rien ne presse.", "Rien ne vous presse."),
} as const;

const published = publishing(caf, next, after);

const shelves = (id: string) =>
  institutions.filter((one) => one.id === id).flatMap((one) => readCharters(one));

const visits: Visit[] = [{ width: 320 }, { width: 1280, javaScript: false, contrast: "enhanced" }];

journeys(
  "Charters that govern",
  (journey) => {
    for (const visit of visits)
      journey(
        `MC-02 MC-03 MC-04 SEC-05 the terms change while people are signed in, ${Object.values(visit).join(", ")}`,
        async ({ foyer, visitor }) => {
          foyer.turnClock("2026-03-31T21:50:00Z");
          const who = visit.width === 320 ? someone("Nadia") : someone("Samira");
          const tab = await visitor(visit);
          await firstSignIn(tab, who);
          await tab.stands("/home", t.hello(who.name));
          await tab.says("une nouvelle version s’appliquera le 1er avril 2026", next.changes);
          await tab.open("/sessions");
          const other = await tab.another();
          await other.open("/contacts");
          const label = other.page.locator("form input[type=email], form input[name=mail]").first();
          await label.fill("quelqu.un@exemple.fr");

          foyer.turnClock("2026-03-31T22:00:00Z");
          await other.leads(() => label.press("Enter"));
          await other.stands("/terms?next=%2Fcontacts", terms);
          await other.says(
            "Ces règles ont changé le 1er avril 2026. Vous aviez accepté celles du 5 janvier 2026.",
            "vous y reviendrez après votre réponse",
            next.changes,
            "Seul le titre change. Avant : « Signaler une erreur ».",
          );
          const order = await other.page.evaluate<number[]>(
            `["Ce qui a changé", "Le texte entier", "Votre réponse"].map((title) => document.body.innerText.indexOf(title))`,
          );
          assert.deepEqual(
            order,
            order.toSorted((a, b) => a - b),
          );
          await other.press(t.refuse);
          await other.stands("/terms/refused?next=%2Fcontacts", t.refusedTitle);
          await tab.open("/home");
          await tab.stands("/terms/refused", t.refusedTitle);
          await other.press(t.readAgain);
          await other.tick(t.agree);
          await other.press(t.accept);
          await other.stands("/contacts");
          assert.equal(
            await other.page.locator("input[name=mail]").first().inputValue(),
            "quelqu.un@exemple.fr",
          );
          await tab.open("/home");
          await tab.stands("/home", t.hello(who.name));

          await toldOfWhatInforms(tab, foyer.turnClock, who);
        },
      );

    journey(
      "CN-04 SP-07 a receipt to keep, which anyone can check without learning whose it is",
      async ({ foyer, visitor }) => {
        foyer.turnClock("2026-03-10T09:00:00Z");
        const camille = someone("Camille");
        const tab = await visitor({ width: 320 });
        await firstSignIn(tab, camille);
        await tab.open("/charters/receipts");
        await tab.stands("/charters/receipts", "Ce que j’ai accepté");
        await tab.leads(() => tab.page.getByRole("link", { name: "Voir le reçu" }).click());
        await tab.says(camille.name, "mardi 10 mars 2026 à 10:00", "français");
        const facts = await tab.page.locator("dd").allInnerTexts();
        const [number = "", code = ""] = facts.slice(-2).map((fact) => fact.trim());
        const downloaded = tab.page.waitForEvent("download");
        await tab.page.getByRole("button", { name: "Télécharger le reçu (PDF)" }).click();
        const file = await downloaded;
        assert.equal(file.suggestedFilename(), `${number}.pdf`);
        const pdf = (await readFile(await file.path())).toString("latin1");
        assert.match(pdf, /^%PDF-1\.7[\s\S]*\/Lang \(fr\)[\s\S]*\/StructTreeRoot/);

        const stranger = await visitor({ javaScript: false, language: "en" });
        await stranger.open("/charters/receipts/verify");
        await stranger.type("Number of the receipt", number);
        await stranger.type("Verification code", "0000-0000-0000-0000");
        await stranger.press("Check");
        assert.match((await stranger.errors()).join(), /do not go together/);
        await stranger.type("Verification code", code.toLowerCase());
        await stranger.press("Check");
        await stranger.says("This receipt is genuine", "version of 5 January 2026", "10 March 2026");
        await stranger.doesNotSay(camille.name);
      },
    );

    for (const { on, ...visit } of [
      { width: 320, on: ["caf", "cnss", "cpam54"] },
      { width: 1280, language: "en", javaScript: false, on: ["caf"] },
      { width: 320, contrast: "enhanced", on: ["cpam54"] },
    ] satisfies (Visit & { on: string[] })[])
      journey(
        `CN-08 SP-06 TW-01 IL-09 anyone reads the charters and what changed, ${Object.values(visit).join(", ")}`,
        async ({ foyer, visitor }) => {
          foyer.turnClock("2026-04-25T09:00:00Z");
          for (const institution of on) {
            const tab = await visitor({ ...visit, institution });
            const paths = ["/charters", "/words"];
            for (const { name, versions } of institution === "caf" ? published : shelves(institution)) {
              paths.push(`/charters/${name}`);
              const [from, to] = versions.slice(-2).map(({ version }) => version);
              if (to) paths.push(`/charters/${name}/${from}`, `/charters/${name}/changes/${from}/${to}`);
            }
            for (const path of paths) {
              await tab.open(path);
              await tab.stands(path);
            }
          }
        },
      );

    for (const javaScript of [true, false])
      journey(
        `IL-09 a word of the trade is explained where it stands, ${javaScript ? "with" : "without"} scripts`,
        async ({ visitor }) => {
          const tab = await visitor({ javaScript, width: 320 });
          await tab.open("/charters/mon-compte");
          const word = tab.page.getByRole("button", { name: "foyer (définition)" });
          await word.focus();
          await tab.page.keyboard.press("Enter");
          await tab.says("L’allocataire, son conjoint, leurs enfants et les autres personnes");
          await tab.look();
          await tab.page.keyboard.press("Escape");
          await tab.doesNotSay("L’allocataire, son conjoint, leurs enfants");
          await tab.page.getByText("Comment c’est tenu").first().click();
          await tab.says("Tenu par le logiciel :");
          await tab.look();
        },
      );
  },
  {
    institutions: ["caf", "cnss", "cpam54"],
    charters: (institution) => (institution.id === "caf" ? published : readCharters(institution)),
  },
);

/** A version that only informs closes nothing: it is told on the home page until the person has seen it. */
async function toldOfWhatInforms(
  tab: Tab,
  turnClock: (to: string) => void,
  who: ReturnType<typeof someone>,
): Promise<void> {
  turnClock("2026-05-02T09:00:00Z");
  await tab.open("/sessions/new");
  await signIn(tab, who);
  await tab.stands("/home", t.hello(who.name));
  await tab.says("une nouvelle version s’applique depuis le 1er mai 2026", after.changes);
  await tab.follow("Voir ce qui change");
  await tab.stands("/charters/mon-compte/changes/2026-04-01/2026-05-01");
  await tab.says("Rien ne vous presse.");
  await tab.open("/home");
  await tab.press("J’ai compris, ne plus afficher");
  await tab.stands("/home");
  await tab.doesNotSay(after.changes);
}
