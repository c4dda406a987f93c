import assert from "node:assert/strict";
import type { Visit } from "./harness/browser.ts";
import { journeys } from "./harness/journeys.ts";

const pension = {
  fr: {
    title: "Estimer ma pension de vieillesse",
    start: "Commencer",
    age: "Quel âge avez-vous ?",
    manual: "Je suis travailleur manuel ou docker",
    goOn: "Continuer",
    since2007: "Depuis 2007",
    until2006: "De 2002 à 2006",
    pay: "Quel est votre salaire brut moyen par mois ?",
    resultTitle: "Votre pension de vieillesse",
    notYet: "Pas encore de pension",
    later: "Si vous continuez à cotiser au même salaire, à 55 ans",
    family: "Pour votre famille, après vous",
    spouse: "Pour votre conjoint, ou à partager entre vos conjoints",
    contributions: "Ce que l’on cotise",
    byEmployer: "Payé par votre employeur, en plus",
    unverified: "Règle non vérifiée",
    erase: "Effacer mes réponses",
  },
  en: {
    title: "Estimate my old-age pension",
    start: "Start",
    age: "How old are you?",
    manual: "I am a manual worker or a docker",
    goOn: "Continue",
    since2007: "Since 2007",
    until2006: "From 2002 to 2006",
    pay: "What is your average gross pay a month?",
    resultTitle: "Your old-age pension",
    notYet: "No pension yet",
    later: "If you go on contributing at the same pay, at 55",
    family: "For your family, after you",
    spouse: "For your spouse, or to share among your spouses",
    contributions: "What is contributed",
    byEmployer: "Paid by your employer, on top",
    unverified: "Rule not verified",
    erase: "Erase my answers",
  },
};
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
          await tab.says(t.notYet, lacking[language], t.later, t.unverified);
          await tab.says(t.family, t.spouse, t.contributions, t.byEmployer);
          await tab.press(t.erase);
          await tab.stands("/pension/new", t.title);
        },
      );
  },
  { institutions: ["cnss"] },
);
