import assert from "node:assert/strict";
import { contributors } from "../dev/demo/cnss.ts";
import { decideAccessRequest, openAccessRequests } from "../src/modules/contributions/index.ts";
import { typeCode } from "./harness/acts.ts";
import type { Visit } from "./harness/browser.ts";
import type { TestFoyer } from "./harness/foyer.ts";
import { journeys } from "./harness/journeys.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const institution = "cnss";
const password = "Tulipe-Vapeur-43";
const number = "Votre numéro d’assuré ou d’employeur";

const agent = { agentId: "agent 7", name: "Saada" };

/** An agent hands over what the only request that waits asks for; gives the first password sent. */
async function issue({ world, mailbox }: TestFoyer, to: string): Promise<string> {
  const [request] = (await openAccessRequests(world, 1)).requests;
  assert.equal(request?.fits, "match");
  assert.deepEqual(await decideAccessRequest(world, agent, request.requestId, "issue", ""), { done: true });
  const text = () =>
    mailbox
      .messages()
      .filter((one) => one.to === to)
      .map((one) => one.text);
  const shape = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
  await mailbox.waitFor(() => text().some((one) => shape.test(one)), { timeoutMs: 8000 });
  return shape.exec(text().find((one) => shape.test(one)) ?? "")?.[0] ?? "";
}

async function signIn(tab: Tab, identifier: string, typed: string) {
  await tab.open("/sessions/new");
  await tab.type(number, identifier);
  await tab.type(t.password, typed);
  await tab.press(t.signIn);
}

async function choosePassword(tab: Tab) {
  await tab.stands("/password/new", t.choosePassword);
  await tab.type(t.newPassword, password);
  await tab.press(t.goOn);
}

async function signCharter(tab: Tab, path: string) {
  await tab.stands(path);
  await tab.press("Signer et continuer");
  assert.equal((await tab.errors()).length, 1);
  await tab.tick("J’ai lu cette charte et je la signe");
  await tab.press("Signer et continuer");
}

journeys(
  "The CNSS: insured persons and employers",
  (journey) => {
    for (const visit of [{ width: 320, javaScript: false }, { width: 1280 }] satisfies Visit[]) {
      const kind = visit.javaScript === false ? "insured" : "employer";
      const to = `${kind}@exemple.fr`;

      journey(
        `CN-04 CN-13 an ${kind} account: asked for, handed over, opened, at home, ${Object.values(visit).join(", ")}`,
        async ({ visitor, foyer }) => {
          const tab = await visitor({ ...visit, institution });
          await tab.press("Demander mon accès");
          await tab.press(t.goOn);
          assert.equal((await tab.errors()).length, 1);
          await tab.tick(kind === "insured" ? "Pour moi, assuré" : "Pour une entreprise enregistrée");
          await tab.press(t.goOn);
          await tab.press(t.goOn);
          await tab.stands("/access-requests/current/who");
          assert.ok((await tab.errors()).length >= 3);
          if (kind === "insured") await tab.type("Votre numéro d’assuré", "100 593 846");
          else {
            await tab.type("Numéro d’employeur", "318406");
            await tab.type("Nom de l’entreprise", "Transports Arta");
            await tab.type("Ce que vous y êtes", "directrice");
          }
          await tab.type("Votre nom de naissance", "Guedi-Omar");
          await tab.type("Vos prénoms", "Kadra Fatouma");
          await tab.type("Jour", "3");
          await tab.type("Mois", "11");
          await tab.type("Année", "1992");
          await tab.press(t.goOn);
          await signCharter(tab, "/access-requests/current/charter");
          await tab.type("Votre adresse mail ou votre numéro de mobile", "kadra@");
          await tab.press(t.goOn);
          assert.equal((await tab.errors()).length, 1);
          await tab.type("Votre adresse mail ou votre numéro de mobile", to);
          await tab.press(t.goOn);
          await tab.stands("/access-requests/current/code", t.confirmMail);
          await typeCode(tab, await foyer.code(to));
          await tab.stands("/access-requests/current/check", "Relisez, puis envoyez");
          await tab.says("Guedi-Omar", "Lue et signée");
          await tab.press("Envoyer ma demande");
          await tab.stands("/access-requests/current/sent", "Votre demande est envoyée");
          await tab.says("Un agent lit votre demande");

          const first = await issue(foyer, to);
          const identifier = kind === "insured" ? "100593846" : "318406";
          await signIn(tab, identifier, first);
          // The charter was signed in the request: what is left is a password of one's own (CN-04).
          await choosePassword(tab);
          await tab.stands("/contacts");
          await tab.press(t.later);
          await tab.stands("/home", "Bonjour Kadra Guedi-Omar");
          await tab.says("C’est votre première connexion.");
          await ownData(tab, kind);
          await tab.follow("Ce que j’ai accepté");
          await tab.stands("/charters/receipts");
          await tab.says("charte");

          if (kind === "employer") return;
          const again = await visitor({ institution, width: 320 });
          await signIn(again, identifier, first);
          assert.equal((await again.errors()).length, 1);
          await signIn(again, identifier, password);
          await again.stands("/home");
        },
      );
    }

    journey(
      "CN-01 CN-08 handed over at the counter: first sign-in by number and first password, the charter, a password, home, in English",
      async ({ visitor }) => {
        const [hodan] = contributors;
        const tab = await visitor({ institution, language: "en", width: 320 });
        await tab.press("Sign in");
        await tab.type("Your insurance or employer number", "12");
        await tab.type("Your password", hodan.firstPassword);
        await tab.press("Sign in");
        assert.match((await tab.errors()).join(), /not as long as those we know/);
        await tab.type("Your insurance or employer number", hodan.number);
        await tab.type("Your password", hodan.firstPassword);
        await tab.press("Sign in");
        await tab.stands("/terms");
        await tab.tick(words.en.agree);
        await tab.press(words.en.accept);
        await tab.type(words.en.newPassword, "Orage7Banc");
        await tab.press(words.en.goOn);
        assert.match((await tab.errors()).join(), /not a letter, a digit or a space/);
        await tab.type(words.en.newPassword, password);
        await tab.press(words.en.goOn);
        await tab.press(words.en.later);
        await tab.stands("/home", "Hello Hodan Robleh");
        await tab.says("cannot be seen here yet");
      },
    );

    journey("CN-13 asking for an access, in English", async ({ visitor }) => {
      const tab = await visitor({ institution, language: "en" });
      await tab.press("Ask for my access");
      await tab.tick("For a registered company");
      await tab.press("Continue");
      await tab.stands("/access-requests/current/who", "Your company, and you");
      for (const path of ["charter", "contact", "code", "check", "sent"]) {
        await tab.open(`/access-requests/current/${path}`);
        await tab.stands("/access-requests/current/who");
      }
    });
  },
  { institutions: [institution] },
);

/** Their own data, corrected at any time (CN-12). */
async function ownData(tab: Tab, kind: "insured" | "employer") {
  await tab.follow(kind === "insured" ? "Changer mon adresse" : "Corriger les données de l’entreprise");
  await tab.press("Enregistrer");
  assert.equal((await tab.errors()).length, 2);
  await tab.type("Quartier et rue, ou lot", "Boulevard de la République");
  await tab.type("Ville", "Djibouti");
  await tab.press("Enregistrer");
  await tab.stands("/home");
  await tab.says("Boulevard de la République");
}
