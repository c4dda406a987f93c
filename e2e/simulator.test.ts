import assert from "node:assert/strict";
import { firstSignIn } from "./harness/acts.ts";
import type { Visit } from "./harness/browser.ts";
import { journeys } from "./harness/journeys.ts";
import { someone } from "./harness/people.ts";
import { plain, type Tab } from "./harness/tab.ts";

const words = {
  fr: {
    card: "Estimer mes droits, sans compte",
    title: "Estimer mes droits",
    start: "Commencer",
    goOn: "Continuer",
    couple: "Je vis en couple",
    alone: "Je vis seul(e)",
    birth: "Quelle est votre date de naissance ?",
    partnerBirth: "Quelle est la date de naissance de votre conjoint(e) ?",
    pay: "Quel est votre salaire net par mois ?",
    partnerPay: "Quel est le salaire net par mois de votre conjoint(e) ?",
    children: "Combien d’enfants avez-vous à charge ?",
    onlyChild: "Quelle est la date de naissance de votre enfant ?",
    child: (n: number, of: number) => `Quelle est la date de naissance de l’enfant ${n} sur ${of} ?`,
    another: "Ajouter un autre enfant",
    owner: "Je suis propriétaire, et je ne rembourse pas de prêt",
    rent: "Je paie un loyer, ou je rembourse un prêt pour mon logement",
    housing: "Comment êtes-vous logé(e) ?",
    disability: "La MDPH a-t-elle reconnu un droit à l’AAH ou à l’AEEH dans votre foyer ?",
    no: "Non, ou pas encore",
    yes: "Oui",
    who: "Pour qui ce droit est-il reconnu ?",
    nobody:
      "Cochez au moins une personne. Si aucun droit n’est reconnu, revenez à la question précédente et répondez non.",
    self: "Vous",
    childBorn: "Enfant 1, né(e) le 8 décembre 2016",
    complement: "Enfant 1, né(e) le 8 décembre 2016 : quel complément d’AEEH la MDPH a-t-elle reconnu ?",
    second: "Catégorie 2",
    mdphFirst: "La MDPH d’abord",
    exceeds: "Les ressources du foyer dépassent de",
    day: ["Jour", "Mois", "Année"],
    progress: (n: number, of: number) => `Question ${n} sur ${of}`,
    noSuchDay: "Ce jour n’existe pas dans ce mois. Vérifiez la date.",
    strangePay: "Écrivez le montant en chiffres, par exemple 1450 ou 1450,50.",
    choose: "Choisissez une réponse.",
    result: "Votre estimation pour mars 2026",
    caution: "C’est une estimation, pas une décision.",
    how: "Voir le calcul, étape par étape",
    third: "Avec un troisième enfant, âgé de quelques mois",
    table: "Les mêmes montants, tous les 500 €",
    chart: "Prestations par mois en euros, selon le salaire net",
    erase: "Effacer mes réponses",
    appointment: "Un rendez-vous des droits",
    why: "Pourquoi cette question ?",
    back: "Retour",
  },
  en: {
    card: "Estimate my rights, without an account",
    title: "Estimate my rights",
    start: "Start",
    goOn: "Continue",
    couple: "I live in a couple",
    alone: "I live alone",
    birth: "What is your date of birth?",
    partnerBirth: "What is your partner’s date of birth?",
    pay: "What is your net pay each month?",
    partnerPay: "What is your partner’s net pay each month?",
    children: "How many dependent children do you have?",
    onlyChild: "What is your child’s date of birth?",
    child: (n: number, of: number) => `What is the date of birth of child ${n} of ${of}?`,
    another: "Add another child",
    owner: "I own my home, and pay back no loan",
    rent: "I pay a rent, or pay back a loan for my home",
    housing: "How are you housed?",
    disability: "Has the MDPH recognised a right to AAH or AEEH in your household?",
    no: "No, or not yet",
    yes: "Yes",
    who: "For whom is this right recognised?",
    nobody:
      "Tick at least one person. If no right is recognised, go back to the question before and answer no.",
    self: "You",
    childBorn: "Child 1, born on 8 December 2016",
    complement: "Child 1, born on 8 December 2016: which AEEH complement has the MDPH recognised?",
    second: "Category 2",
    mdphFirst: "The MDPH first",
    exceeds: "The household’s resources exceed by",
    day: ["Day", "Month", "Year"],
    progress: (n: number, of: number) => `Question ${n} of ${of}`,
    noSuchDay: "There is no such day in that month. Check the date.",
    strangePay: "Write the amount in figures, for instance 1450 or 1450.50.",
    choose: "Choose an answer.",
    result: "Your estimate for March 2026",
    caution: "This is an estimate, not a decision.",
    how: "See the calculation, step by step",
    third: "With a third child, a few months old",
    table: "The same amounts, every €500",
    chart: "Benefits each month in euros, by net pay",
    erase: "Erase my answers",
    appointment: "A rights appointment",
    why: "Why this question?",
    back: "Back",
  },
};
type Words = (typeof words)["fr"];

const walks: (Visit & { title: string })[] = [
  { title: "in French, at a desk", width: 1280 },
  {
    title: "in English, on a small phone, in enhanced contrast, without scripts",
    language: "en",
    contrast: "enhanced",
    javaScript: false,
    width: 320,
  },
];

journeys("The simulator of rights", (journey) => {
  for (const walk of walks)
    journey(
      `MC-01 MC-27 IL-15 A11Y-02 a lone parent, without an account, ${walk.title}`,
      async ({ visitor }) => {
        const t = words[walk.language ?? "fr"];
        const tab = await visitor(walk);
        await tab.follow(t.card);
        await tab.stands("/simulations/new", t.title);
        await tab.press(t.start);
        await answers(tab, t);
        await tab.stands("/simulations/current/result", t.result);
        await tab.says(t.caution, t.third, t.table, t.appointment);
        // 151,80 € of family allowances, 400,37 € of family support, 244,10 € of activity bonus.
        await tab.says(walk.language === "en" ? "€796.27" : "796,27 €");
        const drawing = tab.page.getByRole("img", { name: t.chart });
        assert.equal(await drawing.count(), 1, "the chart has a name");
        await opensCalculation(tab, t);
        await goesBack(tab, t);
        await tab.open("/simulations/current/result");
        await tab.press(t.erase);
        await tab.stands("/simulations/new", t.title);
        await tab.open("/simulations/current/result");
        await tab.stands("/simulations/new", t.title);
      },
    );

  for (const walk of walks)
    journey(
      `MC-01 MC-27 A11Y-02 a parent with AAH and a child with AEEH, ${walk.title}`,
      async ({ visitor }) => {
        const t = words[walk.language ?? "fr"];
        const tab = await visitor(walk);
        await tab.open("/simulations/new");
        await tab.press(t.start);
        await choose(tab, t, t.alone);
        await told(tab, t, "12 5 1985");
        await pays(tab, t, t.pay, "0");
        await counts(tab, t, "1");
        await told(tab, t, "8 12 2016");
        await tab.stands("/simulations/current/disability", t.disability);
        await tab.press(t.goOn);
        assert.deepEqual(await tab.errors(), [t.choose]);
        await choose(tab, t, t.yes);
        await tab.stands("/simulations/current/disability-who", t.who);
        await tab.press(t.goOn);
        assert.deepEqual(await tab.errors(), [t.nobody]);
        await tab.tick(t.self);
        await choose(tab, t, t.childBorn);
        await tab.stands("/simulations/current/aeeh-1", t.complement);
        await choose(tab, t, t.second);
        await choose(tab, t, t.owner);
        await tab.stands("/simulations/current/result", t.result);
        await tab.says(t.mdphFirst, t.exceeds);
        await tab.open("/simulations/current");
        await tab.says(t.second, t.childBorn);
      },
    );

  journey(
    "MC-01 a tenant in a couple is told what is sure, and what cannot be computed",
    async ({ visitor }) => {
      const t = words.fr;
      const tab = await visitor({ width: 320 });
      await tab.open("/simulations/new");
      await tab.press(t.start);
      await choose(tab, t, t.couple);
      await told(tab, t, "2 4 1990");
      await pays(tab, t, t.pay, "1400");
      await tab.stands("/simulations/current/partner-birth", t.partnerBirth);
      await told(tab, t, "5 6 1989");
      await pays(tab, t, t.partnerPay, "1300");
      await counts(tab, t, "0");
      await choose(tab, t, t.no);
      await choose(tab, t, t.rent);
      await tab.stands("/simulations/current/result", t.result);
      await tab.says("Au moins", "celui d’une aide au logement complète", "Aide au logement (APL)");
      await tab.page.getByRole("link", { name: "Comment demander", exact: true }).click();
      assert.equal(new URL(tab.page.url()).hash, "#claim");
    },
  );

  journey("MC-01 CP-16 from the file: a holder's household, a spouse's own birth", async ({ visitor }) => {
    const t = words.fr;
    const hers = await visitor();
    await firstSignIn(hers, someone("Sophie"));
    await hers.press("Pas maintenant");
    await hers.follow(t.title);
    await hers.stands("/simulations/new", t.title);
    await hers.press("Partir de mon dossier");
    await hers.stands("/simulations/current", "Vos réponses");
    await hers.says("14 août 1981", "2 octobre 1979", "9 janvier 2010", "27 juin 2014", "18 mars 2019");
    await hers.says("de votre dossier", "à demander");
    await hers.press(t.goOn);
    await pays(hers, t, t.pay, "2100");
    await pays(hers, t, t.partnerPay, "1850,50");
    await choose(hers, t, t.no);
    await choose(hers, t, t.owner);
    await hers.stands("/simulations/current/result", t.result);
    await hers.says("Nous contacter", "Aller à mon espace");
    await hers.open("/simulations/current/child-2");
    await hers.says("Repris de votre dossier.", "votre dossier n’en sera pas changé");

    const his = await visitor({ width: 320 });
    await firstSignIn(his, someone("Yann"));
    await his.follow(t.title);
    await his.says("Nous pouvons reprendre votre date de naissance, et elle seule");
    await his.press("Partir de mon dossier");
    await his.says("2 octobre 1979");
    await his.doesNotSay("1981", "2010", "2014", "2019");
    await his.press("Me déconnecter");
    await his.open("/simulations/current");
    await his.stands("/sessions/new");
  });
});

/** The questions of a lone parent of two, with the mistakes people make. */
async function answers(tab: Tab, t: Words) {
  await tab.stands("/simulations/current/household");
  await tab.says(t.progress(1, 6));
  await tab.press(t.goOn);
  assert.deepEqual(await tab.errors(), [t.choose]);
  await choose(tab, t, t.alone);

  await tab.stands("/simulations/current/birth", t.birth);
  await told(tab, t, "31 2 1990");
  assert.deepEqual(await tab.errors(), [t.noSuchDay]);
  assert.equal(await box(tab, t, 0).inputValue(), "31", "what was typed is still there");
  await told(tab, t, "30 5 1990");

  await tab.stands("/simulations/current/pay", t.pay);
  await pays(tab, t, t.pay, "mille cent");
  assert.deepEqual(await tab.errors(), [plain(t.strangePay)]);
  await tab.page.getByText(t.why).click();
  await tab.look();
  await pays(tab, t, t.pay, "1 100,00");

  await counts(tab, t, "1");
  await tab.stands("/simulations/current/child-1", t.onlyChild);
  await tab.says(t.progress(5, 7));
  await fill(tab, t, "8 12 2016");
  await tab.press(t.another);
  await tab.stands("/simulations/current/child-2", t.child(2, 2));
  await told(tab, t, "21 4 2020");
  await tab.stands("/simulations/current/disability", t.disability);
  await tab.says(t.progress(7, 8));
  await choose(tab, t, t.no);
  await tab.stands("/simulations/current/housing", t.housing);
  await tab.says(t.progress(8, 8));
  await choose(tab, t, t.owner);
}

const box = (tab: Tab, t: Words, part: number) => tab.page.getByLabel(t.day[part] ?? "", { exact: true });

async function fill(tab: Tab, t: Words, date: string) {
  for (const [part, text] of date.split(" ").entries()) await box(tab, t, part).fill(text);
}

async function told(tab: Tab, t: Words, date: string) {
  await fill(tab, t, date);
  await tab.press(t.goOn);
}

async function choose(tab: Tab, t: Words, answer: string) {
  await tab.tick(answer);
  await tab.press(t.goOn);
}

async function pays(tab: Tab, t: Words, question: string, amount: string) {
  await tab.page.getByLabel(question).fill(amount);
  await tab.press(t.goOn);
}

async function counts(tab: Tab, t: Words, count: string) {
  await tab.stands("/simulations/current/children", t.children);
  await tab.page.getByLabel(t.children).fill(count);
  await tab.press(t.goOn);
}

/** MC-27: each amount opens up to its steps, their articles and numbers. */
async function opensCalculation(tab: Tab, t: Words) {
  await tab.page.getByText(t.how).first().click();
  await tab.says("CSS, art. L. 521-1");
  await tab.page.locator("details.foyer-step > summary").first().click();
  await tab.says("CSS, art. L. 521-1 et D. 521-1");
  await tab.look();
}

/** Going back shows what was typed, and a change leads on to the result again. */
async function goesBack(tab: Tab, t: Words) {
  await tab.open("/simulations/current/pay");
  assert.equal(await tab.page.getByLabel(t.pay).inputValue(), "1100");
  await tab.follow(t.back);
  await tab.stands("/simulations/current/birth", t.birth);
  assert.deepEqual([await box(tab, t, 0).inputValue(), await box(tab, t, 2).inputValue()], ["30", "1990"]);
  await tab.press(t.goOn);
  await tab.stands("/simulations/current/result", t.result);
}
