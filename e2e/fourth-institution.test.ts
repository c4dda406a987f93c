import assert from "node:assert/strict";
import { test } from "node:test";
import { contrastOf, pairs } from "../src/design/palette.ts";
import { readCharters } from "../src/modules/charters/index.ts";
import { admit, drawFirstPassword, handOverFirstPassword } from "../src/modules/identity/index.ts";
import { inTransaction } from "../src/platform/database.ts";
import { newId } from "../src/platform/ids.ts";
import type { World } from "../src/world.ts";
import { littoral } from "../test/institutions/littoral/index.ts";
import type { Visit } from "./harness/browser.ts";
import { journeys } from "./harness/journeys.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const from = new URL("../test/institutions/", import.meta.url);
const rules = "Les règles de l’espace des adhérents";
const password = "voile-rouge-et-lanterne";

/** Somebody it knows, with a first password given by hand. */
async function admitted(world: World, number: string): Promise<string> {
  const personId = newId();
  const first = await drawFirstPassword(world);
  await inTransaction(world.db, async (tx) => {
    await admit(tx, world, {
      person: { personId, firstNames: "Rose", birthName: "Payet", usedName: null, birthDate: "1985-02-17" },
      identifier: { kind: "insurance", value: number },
    });
    const identifier = { fr: "numéro d’adhérent", en: "member number" };
    const given = { personId, first, identifier, days: 10, language: "fr" as const };
    await handOverFirstPassword(tx, world, { agentId: "agent 1", name: "Port" }, given);
  });
  return first.typed;
}

async function signIn(tab: Tab, number: string, typed: string) {
  await tab.open("/sessions/new");
  await tab.type("Votre numéro d’adhérent", number);
  await tab.type(words.fr.password, typed);
  await tab.press(words.fr.signIn);
}

const colourOf = (tab: Tab, selector: string, property: string) =>
  tab.page.evaluate<string>(`getComputedStyle(document.querySelector("${selector}")).${property}`);
const rgb = (colour: string) =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(", ")})`;

test("A11Y-04 the colours of an institution that is data alone are measured as those that ship", () => {
  for (const measured of Object.values(pairs(littoral.colours)))
    for (const { id, front, behind, least } of measured)
      assert.ok(contrastOf(front, behind) >= least, `${id}: ${contrastOf(front, behind).toFixed(2)}`);
});

journeys(
  "A fourth institution, made of data alone",
  (journey) => {
    for (const visit of [{ width: 320, javaScript: false }, { width: 1280 }] satisfies Visit[])
      journey(
        `MC-02 MC-03 MC-04 CP-04 IL-09 its name, colours, password rules and charter; refused, accepted, asked again, ${Object.values(visit).join(", ")}`,
        async ({ foyer, visitor }) => {
          foyer.turnClock("2026-03-10T09:00:00Z");
          const number = visit.width === 320 ? "1048276" : "2093715";
          const first = await admitted(foyer.world, number);
          const tab = await visitor(visit);
          await tab.stands("/", "Votre espace d’adhérent");
          await tab.says("Caisse sociale du littoral", "Pour les gens de mer", "0262 00 00 00");
          assert.equal(
            await colourOf(tab, "main .govuk-button", "backgroundColor"),
            rgb(littoral.colours.button),
          );

          await signIn(tab, "12", first);
          assert.match((await tab.errors()).join(), /un numéro d’adhérent en compte 7/);
          await signIn(tab, number, first);
          await tab.stands("/password/new", words.fr.choosePassword);
          await tab.type(words.fr.newPassword, "Orage7Banc");
          await tab.press(words.fr.goOn);
          assert.match((await tab.errors()).join(), /au moins 16 caractères/);
          await tab.type(words.fr.newPassword, password);
          await tab.press(words.fr.goOn);

          await tab.stands("/terms", rules);
          await tab.says("vous avez dix jours pour dire vos jours de mer");
          await tab.press(words.fr.refuse);
          await tab.says("votre place à bord n’en dépend pas");
          await tab.open("/home");
          await tab.leads(() => tab.page.goto(foyer.at("/terms")));
          await tab.tick(words.fr.agree);
          await tab.press(words.fr.accept);
          await tab.stands("/home", words.fr.hello("Rose Payet"));
          await tab.open("/charters/receipts");
          await tab.says(rules);

          // Announced on the twentieth of March, in force on the first of April, by the clock of the Indian Ocean.
          foyer.turnClock("2026-03-31T19:55:00Z");
          await signIn(tab, number, password);
          await tab.stands("/home");
          await tab.says("1er avril 2026", "Vingt jours au lieu de dix.");
          foyer.turnClock("2026-03-31T20:00:00Z");
          await tab.open("/home");
          await tab.stands("/terms", rules);
          await tab.says("Vingt jours au lieu de dix.", "vous avez vingt jours");
          await tab.tick(words.fr.agree);
          await tab.press(words.fr.accept);
          await tab.stands("/home");
        },
      );

    journey("IL-09 A11Y-01 its public pages, in English", async ({ visitor }) => {
      const tab = await visitor({ width: 320, language: "en", contrast: "enhanced" });
      await tab.stands("/", "Your member’s account");
      for (const path of [
        "/legal",
        "/data-protection",
        "/contact",
        "/words",
        "/charters",
        "/recoveries/new",
      ]) {
        await tab.open(path);
        await tab.stands(path);
        await tab.doesNotSay("Caf", "CNSS", "CPAM", "ameli");
      }
    });
  },
  { own: littoral, charters: (institution) => readCharters(institution, from) },
);
