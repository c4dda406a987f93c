import assert from "node:assert/strict";
import { decideStructureRequest, openStructureRequests, suspendSite } from "../src/modules/partners/index.ts";
import { typeCode } from "./harness/acts.ts";
import type { Visit } from "./harness/browser.ts";
import { enterDesk } from "./harness/desk.ts";
import type { TestFoyer } from "./harness/foyer.ts";
import { journeys } from "./harness/journeys.ts";
import type { Tab } from "./harness/tab.ts";
import { words } from "./harness/words.ts";

const t = words.fr;
const institution = "cpam54";
const password = "Tulipe-Vapeur-43";
const agent = { agentId: "agent 7", name: "Dominique Roy" };

type Access = { identifier: string; first: string };

/** What the two mails of an access bring. */
async function accessOf({ mailbox }: TestFoyer, to: string): Promise<Access> {
  const text = () =>
    mailbox
      .messages()
      .filter((one) => one.to === to)
      .map((one) => one.text)
      .join("\n");
  const shape = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
  await mailbox.waitFor(() => shape.test(text()) && /identifiant : \d{10}/.test(text()), { timeoutMs: 8000 });
  return {
    identifier: /identifiant : (\d{10})/.exec(text())?.[1] ?? "",
    first: shape.exec(text())?.[0] ?? "",
  };
}

/** The code of the second step: not the one that confirmed the number. */
async function secondCode({ mailbox }: TestFoyer, to: string, first: string): Promise<string> {
  const others = () =>
    mailbox
      .messages()
      .filter((one) => one.to === to)
      .flatMap(({ text }) => text.match(/(?<!\d)\d{6}(?!\d)/g) ?? [])
      .filter((one) => one !== first);
  await mailbox.waitFor(() => others().length > 0, { timeoutMs: 8000 });
  return others()[0] ?? "";
}

async function signIn(tab: Tab, identifier: string, typed: string) {
  await tab.open("/sessions/new");
  await tab.type("Votre identifiant", identifier);
  await tab.type(t.password, typed);
  await tab.press(t.signIn);
}

async function choosePassword(tab: Tab) {
  await tab.stands("/password/new", t.choosePassword);
  await tab.type(t.newPassword, password);
  await tab.press(t.goOn);
}

const current = "/structures/requests/current";

/** A structure asks for its accesses, with what goes wrong on the way. */
async function ask(tab: Tab, foyer: TestFoyer, mail: string, number: string) {
  await tab.press("Demander des accès pour ma structure");
  await tab.press("Commencer");
  await tab.stands(`${current}/structure`, "Votre structure");
  await tab.type("Nom de la structure", "Association Le Relais");
  await tab.type("Numéro Siret ou RNA", "73282932000075");
  await tab.press(t.goOn);
  assert.equal((await tab.errors()).length, 2);
  await tab.tick("Association");
  await tab.type("Numéro Siret ou RNA", number);
  await tab.press(t.goOn);
  await tab.type("Numéro et rue", "12 rue des Tilleuls");
  await tab.type("Code postal", "54000");
  await tab.type("Commune", "Nancy");
  await tab.press(t.goOn);
  await tab.stands(`${current}/asker`);
  await tab.type("Votre prénom", "Claire");
  await tab.type("Votre nom", "Petit");
  await tab.type("Votre fonction", "directrice");
  await tab.type("Votre adresse mail professionnelle", mail);
  await tab.press(t.goOn);
  await tab.stands(`${current}/mail/code`, t.confirmMail);
  await typeCode(tab, await foyer.code(mail));
  await tab.stands(`${current}/services/new`);
  await tab.type("Nom du service", "Accueil de jour");
  await tab.press(t.goOn);
  await tab.stands(`${current}/services`);
  await tab.press(t.goOn);
  await tab.stands(`${current}/check`, "Relire votre demande");
  await tab.press("Tout est juste, continuer");
  await tab.stands(`${current}/charter`);
  await tab.press("Envoyer la demande");
  assert.equal((await tab.errors()).length, 1);
  await tab.tick("Au nom de ma structure, j’accepte cette charte et je m’engage au secret professionnel");
  await tab.press("Envoyer la demande");
  await tab.stands(current, "Votre demande est envoyée");
  await tab.says("Numéro du reçu");
}

async function acceptByCommand({ world }: TestFoyer) {
  const [request] = (await openStructureRequests(world, 1)).requests;
  const id = request?.requestId ?? "";
  assert.deepEqual(await decideStructureRequest(world, agent, id, "accept", "connue"), { done: true });
}

/** One agent of the desk proposes, another confirms (SEC-11). */
async function acceptAtDesk(
  foyer: TestFoyer,
  visitor: (visit: Visit & { institution: string }) => Promise<Tab>,
) {
  for (const [number, done] of [
    ["A1001", "C’est proposé. Un autre agent doit maintenant confirmer."],
    ["A1002", "Les accès sont ouverts."],
  ] as const) {
    const at = await visitor({ institution });
    await enterDesk(at, foyer, number);
    await at.follow("Demandes des structures");
    await at.leads(() => at.page.getByRole("link", { name: /Association Le Relais/ }).click());
    await at.says("directrice", "Accueil de jour");
    await at.page.getByRole("radio").first().check();
    await at.press("Enregistrer la décision");
    assert.equal((await at.errors()).length, 1);
    await at.page.getByRole("radio").first().check();
    await at.type("Pourquoi", "Connue de nos services");
    await at.press("Enregistrer la décision");
    await at.says(done);
  }
}

journeys(
  "The CPAM's partners",
  (journey) => {
    for (const visit of [{ width: 320, javaScript: false }, { width: 1280 }] satisfies Visit[]) {
      const domain = visit.javaScript === false ? "relais.exemple.fr" : "toit.exemple.fr";
      const number = visit.javaScript === false ? "732 829 320 00074" : "W543001234";
      const claire = `claire@${domain}`;
      const paul = `paul@${domain}`;
      const mobile = visit.javaScript === false ? "06 39 98 54 01" : "06 39 98 54 02";
      const phone = `+33${mobile.replaceAll(" ", "").slice(1)}`;

      journey(
        `SP-02 SP-03 SP-04 SEC-08 asked, accepted, managed, closed, ${Object.values(visit).join(", ")}`,
        async ({ visitor, foyer }) => {
          const tab = await visitor({ ...visit, institution });
          await ask(tab, foyer, claire, number);
          if (visit.javaScript === false) await acceptByCommand(foyer);
          else await acceptAtDesk(foyer, visitor);

          const manager = await accessOf(foyer, claire);
          await signIn(tab, manager.identifier, manager.first);
          await choosePassword(tab);
          await tab.stands("/home", t.hello("Claire Petit"));
          await tab.says("Ils arrivent bientôt dans cet espace", "responsable, Association Le Relais");
          // Their passwords come to their mailbox: it is no second proof, and accesses wait for another (SEC-08).
          await tab.says("Vos mots de passe arrivent à votre adresse mail");
          await tab.press("Ajouter un numéro de mobile");
          await tab.type(t.mobile, mobile);
          await tab.press("Recevoir un code");
          const confirming = await foyer.code(phone);
          await typeCode(tab, confirming);
          await tab.open("/home");
          await tab.press("Gérer les accès du service");
          await tab.press("Ouvrir l’accès d’un collègue");
          await tab.says("jamais pour un assuré");
          await tab.type("Son prénom", "Paul");
          await tab.type("Son nom", "Roche");
          await tab.type("Son adresse mail professionnelle", paul);
          await tab.press("Ouvrir l’accès");
          assert.equal((await tab.errors()).length, 1);
          await tab.tick("Cette personne fait partie du personnel de la structure");
          await tab.press("Ouvrir l’accès");
          await tab.says("L’accès est ouvert", "Paul Roche", "jamais encore");

          const other = await visitor({ ...visit, institution });
          const colleague = await accessOf(foyer, paul);
          await signIn(other, colleague.identifier, colleague.first);
          await other.stands("/terms");
          await other.tick(t.agree);
          await other.press(t.accept);
          await choosePassword(other);
          await other.stands("/home", t.hello("Paul Roche"));
          const service = new URL(tab.page.url()).pathname;
          await other.open(service);
          await other.stands(service, "Cette page ne vous est pas ouverte");

          await tab.leads(() => tab.page.getByRole("link", { name: /^Fermer l’accès/ }).click());
          await tab.stands(new URL(tab.page.url()).pathname, "Fermer l’accès de Paul Roche ?");
          await tab.press("Oui, fermer l’accès");
          await tab.says("L’accès est fermé");
          await tab.doesNotSay("Paul Roche");
          await other.open("/home");
          await other.stands("/sessions/new");

          const again = await visitor({ ...visit, institution });
          await signIn(again, manager.identifier, password);
          await again.stands("/sessions/current/second-step");
          await again.doesNotSay("par mail");
          await again.leads(() => again.page.locator("main form button").first().click());
          await typeCode(again, await secondCode(foyer, phone, confirming));
          await again.stands("/home");
        },
      );
    }

    journey(
      "SP-02 SP-06 in English; and the site closed for a while says when it is back",
      async ({ visitor, foyer }) => {
        const tab = await visitor({ institution, width: 320, language: "en" });
        await tab.press("Ask for accesses for my structure");
        await tab.press("Start");
        await tab.stands(`${current}/structure`, "Your structure");
        const until = new Date(foyer.world.clock().getTime() + 7_200_000);
        await suspendSite(foyer.world, agent, "requests", { reason: "trop de demandes", until });
        await tab.open("/structures/new");
        await tab.stands("/structures/new", "Requests for access are closed for a while");
        await tab.open("/sessions/new");
        await tab.stands("/sessions/new", "Sign in");
        await suspendSite(foyer.world, agent, "all", { reason: "mise à jour", until });
        await tab.open("/");
        await tab.stands("/", "The site is closed for a while");
        await tab.open("/contact");
        await tab.stands("/contact", "Contact us");
        foyer.pass({ hours: 2 });
        await tab.open(`${current}/structure`);
        await tab.stands(`${current}/structure`, "Your structure");
      },
    );
  },
  { institutions: [institution] },
);
