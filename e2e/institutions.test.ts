import assert from "node:assert/strict";
import type { Visit } from "./harness/browser.ts";
import { journeys } from "./harness/journeys.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;

/** Everybody may read these, on the site of every institution (IL-09). */
const notices = ["/legal", "/accessibility", "/data-protection", "/contact", "/words", "/charters"];

const visits: Visit[] = [{ width: 320 }, { width: 1280, contrast: "enhanced", language: "en" }];

journeys(
  "The hall and the sites of three institutions",
  (journey) => {
    journey(
      "IL-09 the hall leads to each institution, which says whether its accounts are open",
      async ({ visitor }) => {
        const hall = await visitor({ institution: "" });
        await hall.stands("/", "Choisissez votre organisme");
        for (const [door, name, heading] of [
          ["Caf", "Allocations familiales", t.front],
          ["CNSS", "Caisse nationale de sécurité sociale de Djibouti", "Votre espace CNSS"],
          ["CPAM 54", "Assurance maladie de Meurthe-et-Moselle", "L’espace des partenaires"],
        ] as const) {
          await hall.follow(door);
          await hall.stands("/", heading);
          await hall.says(name);
          await hall.leads(() => hall.page.goBack());
          await hall.stands("/", "Choisissez votre organisme");
        }
      },
    );

    journey("SEC-11 what is about household files answers only where there are some", async ({ visitor }) => {
      const tab = await visitor({ institution: "cpam54", width: 320 });
      for (const path of ["/delegations/new", "/openings/current", "/separations/new", "/nowhere"]) {
        await tab.open(path);
        await tab.stands(path, "Cette page n’existe pas");
      }
    });

    for (const visit of visits)
      journey(
        `IL-09 A11Y-01 A11Y-04 the public pages of all three, ${Object.values(visit).join(", ")}`,
        async ({ visitor }) => {
          for (const institution of ["caf", "cnss", "cpam54"]) {
            const tab = await visitor({ ...visit, institution });
            for (const path of notices) {
              await tab.open(path);
              await tab.stands(path);
            }
          }
        },
      );

    journey("IL-09 the language and contrast chosen stay chosen, page after page", async ({ visitor }) => {
      const tab = await visitor();
      await tab.open("/contact");
      await tab.follow("English");
      await tab.stands("/contact", "Contact us");
      await tab.follow("Enhanced contrast");
      assert.ok(await tab.page.locator("html.foyer-enhanced[lang=en]").count());
      await tab.open("/sessions/new");
      await tab.stands("/sessions/new", "Sign in");
      assert.ok(await tab.page.locator("html.foyer-enhanced[lang=en]").count());
      await tab.follow("Standard contrast");
      await tab.follow("Français");
      await tab.stands("/sessions/new", t.signIn);
      assert.equal(await tab.page.locator("html.foyer-enhanced").count(), 0);
    });

    journey("A11Y-01 a page that does not exist says so, and where to go", async ({ visitor }) => {
      for (const institution of ["", "caf", "cpam54"]) {
        const tab = await visitor({ institution, width: 320 });
        await tab.open("/nowhere?at=all");
        await tab.stands("/nowhere", "Cette page n’existe pas");
        await tab.follow("Aller à l’accueil");
        await tab.stands("/");
      }
    });

    for (const javaScript of [true, false])
      journey(
        `SEC-15 a form without its token is refused, with words, ${javaScript ? "with" : "without"} scripts`,
        async ({ visitor }) => {
          const tab = await visitor({ javaScript, width: 320 });
          await tab.press(t.signIn);
          await tab.type(t.number, "2 81 08 29 019 087");
          await tab.page.evaluate(`document.querySelector("main input[name=csrf]").remove()`);
          const answered = tab.page.waitForResponse((response) => response.request().method() === "POST");
          await tab.press(t.signIn);
          assert.equal((await answered).status(), 403);
          await tab.stands("/sessions", "Nous n’avons pas pu lire ce formulaire");
          await supportNumber(tab);
        },
      );

    journey(
      "CP-14 the mailbox of development shows what was sent, the guide shows every component",
      async ({ foyer, visitor }) => {
        const tab = await visitor({ institution: "", width: 320 });
        await tab.follow("Boîte aux lettres de développement");
        await tab.stands("/dev/mailbox");
        await tab.says("Rien n’est encore arrivé");
        await foyer.world.db
          .transaction()
          .execute((tx) =>
            foyer.world.jobs.send(
              tx,
              { name: "mail" },
              { to: "a.b@exemple.fr", language: "fr", subject: "Votre code", text: "Votre code : 042817" },
            ),
          );
        assert.equal(await foyer.code("a.b@exemple.fr"), "042817");
        await tab.open("/dev/mailbox");
        await tab.follow("Votre code");
        await tab.says("042817", "a.b@exemple.fr");
        await tab.open("/dev/mailbox/none");
        await tab.says("Cette page n’existe pas");
        await tab.open("/dev/design");
        await tab.stands("/dev/design");
      },
    );
  },
  { institutions: ["caf", "cnss", "cpam54"] },
);

journeys(
  "One institution alone",
  (journey) => {
    journey(
      "IL-09 the hall shows only the institutions served; the address of another leads to the hall",
      async ({ visitor }) => {
        const hall = await visitor({ institution: "", width: 320 });
        assert.deepEqual(await hall.page.locator(".foyer-card h2").allTextContents(), ["CNSS"]);
        const caf = await visitor({ institution: "caf" });
        await caf.stands("/", "Choisissez votre organisme");
        const cnss = await visitor({ institution: "cnss" });
        await cnss.stands("/", "Votre espace CNSS");
      },
    );
  },
  { institutions: ["cnss"] },
);

/** The number that leads from a person's call to the line of the log. */
async function supportNumber(tab: Tab) {
  const said = (await tab.page.locator("main strong").textContent()) ?? "";
  assert.match(said, /^[\w-]{6,}$/);
  await tab.says("appelez-nous et donnez ce numéro", "32 30");
}
