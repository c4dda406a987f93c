import assert from "node:assert/strict";
import { words as pension } from "../src/modules/benefits/estimate-pension/words.ts";
import type { Visit } from "./harness/browser.ts";
import { journeys } from "./harness/journeys.ts";

const card = {
  fr: "Estimer ma pension de vieillesse, sans compte",
  en: "Estimate my old-age pension, without an account",
};
const refused = {
  fr: "Indiquez un nombre d’années entre 0 et 5 pour cette période.",
  en: "Enter a number of years between 0 and 5 for this period.",
};
const lacking = {
  fr: "Il faut 20 années de cotisation ; vous en avez 19.",
  en: "It takes 20 years of contributions; you have 19.",
};

const walks: (Visit & { title: string })[] = [
  { title: "in French, at a desk", width: 1280 },
  { title: "in English, on a small phone, without scripts", language: "en", javaScript: false, width: 320 },
];

journeys(
  "Estimating a pension in Djibouti",
  (journey) => {
    for (const { title, ...visit } of walks)
      journey(
        `CN-03 ${title}: from the front page to what is lacking, and what comes later`,
        async ({ visitor }) => {
          const language = visit.language ?? "fr";
          const t = pension[language];
          const tab = await visitor({ institution: "cnss", ...visit });
          await tab.follow(card[language]);
          await tab.stands("/pension/new", t.title);
          await tab.press(t.start);
          await tab.type(t.age, "53");
          await tab.press(t.goOn);
          await tab.tick(t.manual);
          await tab.press(t.goOn);
          await tab.type(t.until2006, "6");
          await tab.type(t.since2007, "14");
          await tab.press(t.goOn);
          assert.deepEqual(await tab.errors(), [refused[language]]);
          await tab.type(t.until2006, "5");
          await tab.press(t.goOn);
          await tab.type(t.pay, "100 000");
          await tab.press(t.goOn);
          await tab.stands("/pension/current", t.resultTitle);
          await tab.says(t.notYet, lacking[language], t.later(55), t.unverified);
          await tab.press(t.erase);
          await tab.stands("/pension/new", t.title);
        },
      );
  },
  { institutions: ["cnss"] },
);
