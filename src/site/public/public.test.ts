import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { institutions } from "../../../institutions/index.ts";
import type { Institution } from "../../../institutions/institution.ts";
import { type Language, languages } from "../../../law/language.ts";
import { demoShell } from "../../design/demo-shell.ts";
import { htmlRules } from "../../design/html-rules.ts";
import { contrastOf, pairs } from "../../design/palette.ts";
import type { App } from "../../platform/http/server.ts";
import { buildSite } from "../site.ts";
import { foyerBrand, hallPage } from "./hall.ts";
import { publicRoutes } from "./routes.ts";

const paths = ["/", "/legal", "/accessibility", "/data-protection", "/contact"] as const;
type Path = (typeof paths)[number];

/** Where accounts are open, other modules answer here. */
const accountPaths = [
  "/objections/new",
  "/sessions/new",
  "/access-requests/new",
  "/home",
  "/terms/current",
  "/simulations/new",
  "/claims/new",
  "/law/access",
  "/alarms/new",
  "/pension/new",
  "/access-requests/new",
  "/structures/new",
];

type Site = { institution: Institution; app: App; opens: unknown[] };
const sites: Site[] = [];

before(async () => {
  for (const institution of institutions) sites.push(await openSite(institution));
});
after(() => Promise.all(sites.map(({ app }) => app.close())));

async function openSite(institution: Institution): Promise<Site> {
  const settings = { production: false, trustProxy: false, log: { write: () => {} } } as const;
  const app = await buildSite(institution, demoShell().assets, settings);
  const opens: unknown[] = [];
  app.addHook("onRoute", ({ config }) => void opens.push(config?.opens));
  app.addHook("onRequest", async (request) => {
    if (request.headers["x-signed-in"] !== "yes") return;
    const now = new Date("2026-03-02T10:00:00Z");
    const endsAt = new Date("2026-03-02T10:15:00Z");
    request.signedIn = { name: "Awa Diallo", quality: "allocataire", endsAt, now };
  });
  publicRoutes(app, institution);
  return { institution, app, opens };
}

type Asked = { language?: Language; signedIn?: boolean };

async function read({ app }: Site, path: Path, { language = "fr", signedIn = false }: Asked = {}) {
  const headers = signedIn ? { "x-signed-in": "yes" } : {};
  const response = await app.inject({ method: "GET", url: `${path}?lang=${language}`, headers });
  assert.equal(response.statusCode, 200, path);
  return response.body;
}

/** What the page itself says, without what stands around it. */
const contentOf = (body: string) => body.slice(body.indexOf('id="content">') + 13, body.indexOf("</main>"));
const textOf = (body: string) =>
  contentOf(body)
    .replace(/<[^>]*>/g, " ")
    .replaceAll("\u00a0", " ")
    .replace(/\s*\n\s*/g, " ");
const linksOf = (body: string) => [...body.matchAll(/href="([^"]*)"/g)].map(([, href]) => href as string);

const siteOf = (id: string) => sites.find(({ institution }) => institution.id === id) as Site;

async function everyPage(look: (body: string, site: Site, path: Path, language: Language) => unknown) {
  for (const site of sites)
    for (const path of paths)
      for (const language of languages)
        await look(await read(site, path, { language }), site, path, language);
}

test("every public page is open to all", () => {
  for (const { opens } of sites) {
    assert.ok(opens.length >= paths.length);
    assert.ok(opens.every((one) => one === "public"));
  }
});

test("IL-09 each page names the institution, its telephone and its desk, in both languages", async () => {
  await everyPage((body, { institution }, path, language) => {
    const { name, help } = institution;
    const reach = path === "/legal" ? [] : [help.phone, help.hours[language], help.desk[language]];
    assert.match(body, new RegExp(`<html lang="${language}"`));
    for (const said of [name[language], ...reach])
      assert.ok(textOf(body).includes(textOf(said)), `${path} ${said}`);
    assert.match(contentOf(body), /<h1 /);
  });
});

test("both languages say it all, and French follows its typography", async () => {
  for (const site of sites)
    for (const path of paths) {
      const [french, english] = [
        textOf(await read(site, path)),
        textOf(await read(site, path, { language: "en" })),
      ];
      assert.doesNotMatch(french, /[^\u202f][;:!?»]|«[^\u202f]|'|undefined/u, path);
      assert.doesNotMatch(english, /\u202f|'|undefined/u, path);
      const items = (body: string) => body.match(/<(?:li|p|h2|dt)[ >]/g)?.length;
      assert.equal(items(await read(site, path)), items(await read(site, path, { language: "en" })), path);
      assert.notEqual(french, english);
    }
});

test("A11Y-01 every page is valid HTML, signed in or not", async () => {
  const validator = new HtmlValidate(htmlRules);
  const check = async (body: string, path: string) => {
    const { results } = await validator.validateString(body);
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ line, message }) => `${line}: ${message}`),
    );
    assert.deepEqual(faults, [], path);
  };
  await everyPage((body, _site, path) => check(body, path));
  await check(await read(siteOf("caf"), "/", { signedIn: true }), "/ signed in");
  await check(hall("fr"), "hall");
  await check(hall("en", []), "hall without tools");
});

test("CP-03 the front page leads to signing in and says what one needs at hand", async () => {
  const french = await read(siteOf("caf"), "/");
  assert.match(french, /<a href="\/sessions\/new"[^>]*>Me connecter<\/a>/);
  assert.match(french, /<a href="\/sessions\/new"[^>]*>C’est ma première connexion<\/a>/);
  assert.match(textOf(french), /propre numéro de sécurité sociale/);
  assert.match(textOf(french), /ancien mot de passe du dossier, à 8 chiffres/);
  assert.match(
    textOf(await read(siteOf("caf"), "/", { language: "en" })),
    /old password of the file, 8 digits/,
  );
});

test("who is signed in goes on, and is not asked to sign in again", async () => {
  const body = await read(siteOf("caf"), "/", { signedIn: true });
  assert.match(body, /<a href="\/home"[^>]*>Continuer dans mon espace<\/a>/);
  assert.match(textOf(body), /Bonjour Awa Diallo/);
  assert.doesNotMatch(contentOf(body), /\/sessions\/new|C’est ma première connexion|Ce qu’il vous faut/);
  assert.doesNotMatch(await read(siteOf("caf"), "/"), /href="\/home"/);
});

test("an institution without accounts says so, and leads to none of their pages", async () => {
  for (const site of sites.filter(({ institution }) => !institution.accounts)) {
    const front = await read(site, "/");
    assert.match(front, /<h1 [^>]*>L’espace personnel n’est pas encore ouvert ici<\/h1>/);
    assert.ok(textOf(front).includes(site.institution.help.phone));
    for (const path of paths)
      for (const href of accountPaths)
        assert.ok(!linksOf(await read(site, path)).includes(href), `${path} ${href}`);
    assert.doesNotMatch(await read(site, "/data-protection"), /__Host-session/);
  }
});

test("CN-05 SP-09 CP-14 the institution says what it never asks, and the address to type", async () => {
  for (const site of sites)
    for (const path of ["/", "/contact"] as const) {
      const said = textOf(await read(site, path));
      assert.match(said, /jamais votre mot de passe, ni par téléphone, ni par mail, ni sur un réseau social/);
      assert.ok(
        said.includes(
          `Tapez vous-même l’adresse dans votre navigateur\u202f: ${site.institution.siteAddress}`,
        ),
      );
    }
});

test("no page leads to one that does not exist", async () => {
  for (const site of sites) {
    const { accounts } = site.institution;
    const known = [...paths, "/words", "/charters", ...(accounts ? accountPaths : [])];
    const bodies = accounts ? [await read(site, "/", { signedIn: true })] : [];
    for (const path of paths) bodies.push(await read(site, path));
    const targets = bodies
      .flatMap(linksOf)
      .filter((href) => href.startsWith("/") && !href.startsWith("/assets/"));
    assert.ok(targets.length > 20);
    for (const target of targets) assert.ok(known.includes(target.replace(/\?.*$/, "")), target);
    assert.equal(targets.includes("/terms/current"), accounts !== undefined);
  }
});

test("IL-09 A11Y-01 the accessibility statement claims no audit, and names the French remedy in France only", async () => {
  const french = textOf(await read(siteOf("caf"), "/accessibility"));
  assert.match(french, /État\u202f: non audité[\s\S]*non conforme[\s\S]*Défenseur des droits/);
  for (const check of ["axe", "clavier", "JavaScript", "320 pixels", "7 pour 1"])
    assert.ok(french.includes(check), check);
  assert.doesNotMatch(textOf(await read(siteOf("cnss"), "/accessibility")), /RGAA|Défenseur/);
});

test("IL-06 the page on data names every cookie and no more, with the session's own limits", async () => {
  const site = siteOf("caf");
  const said = textOf(await read(site, "/data-protection"));
  const named = new Set(said.match(/__(Host|Secure)-[a-z-]+/g));
  assert.deepEqual(
    named,
    new Set([
      ...["__Host-session", "__Host-device", "__Host-passkey"],
      ...["__Host-recovery", "__Host-lost-contact", "__Host-opening", "__Host-alarm", "__Host-franceconnect"],
      ...["__Host-connect", "__Secure-connect-interaction", "__Secure-connect-resume"],
      ...["__Host-simulation", "__Host-csrf", "__Host-language", "__Host-contrast"],
    ]),
  );
  const { cookies } = await site.app.inject({ url: "/data-protection?lang=en&contrast=enhanced" });
  assert.deepEqual(
    new Set(cookies.map(({ name }) => name)),
    new Set(["__Host-csrf", "__Host-language", "__Host-contrast"]),
  );
  assert.match(said, /après 15 minutes sans activité, et au plus tard après 12 heures/);
  assert.match(said, /CNIL/);
  assert.doesNotMatch(textOf(await read(siteOf("cnss"), "/data-protection")), /CNIL/);
});

test("IL-04 IL-06 the page on data speaks of the people each site is for: what is kept of them, and their own cookies", async () => {
  const own = { cnss: "__Host-access-request", cpam54: "__Host-structure", caf: "__Host-opening" };
  for (const [id, cookie] of Object.entries(own)) {
    const said = textOf(await read(siteOf(id), "/data-protection"));
    for (const one of Object.values(own)) assert.equal(said.includes(one), one === cookie, `${id} ${one}`);
    assert.equal(/Votre foyer|identifiant provisoire/.test(said), id === "caf", id);
  }
  const partner = textOf(await read(siteOf("cpam54"), "/data-protection"));
  assert.match(partner, /ni numéro de sécurité sociale ni date de naissance/);
  assert.doesNotMatch(partner, /votre dossier/);
});

test("the legal notice says what the operator has yet to declare, and the licence", async () => {
  const said = textOf(await read(siteOf("cpam54"), "/legal"));
  assert.match(said, /Assurance maladie de Meurthe-et-Moselle \(CPAM 54\) – cpam54\.fr/);
  assert.match(said, /doit encore écrire ici[\s\S]*hébergeur/);
  assert.match(said, /EUPL-1\.2/);
});

const doors = institutions.map(({ id, name, shortName }) => ({
  id,
  name,
  shortName,
  href: `http://${id}.localhost:3000/`,
}));
const tools = [{ href: "/dev/mailbox", text: { fr: "La boîte aux lettres", en: "The mailbox" } }];
const hall = (language: Language, dev = tools) =>
  String(hallPage(demoShell({ brand: foyerBrand, language, path: "/" }), doors, dev));

test("the hall shows every door, and its tools only where there are some", () => {
  for (const language of languages) {
    const body = hall(language);
    for (const { href, name, shortName } of doors) {
      assert.ok(body.includes(`<a href="${href}">${shortName}</a>`), href);
      assert.ok(body.includes(name[language]));
    }
    assert.match(body, /<a class="govuk-link" href="\/dev\/mailbox">/);
  }
  assert.match(hall("fr"), /Pour les développeurs/);
  assert.doesNotMatch(hall("fr", []), /Pour les développeurs|\/dev\//);
});

test("the hall leads nowhere but to its doors and tools: it has no telephone and no notices", () => {
  const own = ["/", ...doors.map(({ href }) => href), ...tools.map(({ href }) => href), "#content"];
  const links = linksOf(hall("fr")).filter((href) => !/^\/assets\/|^\/\?(lang|contrast)=/.test(href));
  assert.deepEqual(new Set(links), new Set(own));
});

test("A11Y-04 the hall's colours contrast as the institutions’ do", () => {
  for (const { id, front, behind, least } of Object.values(pairs(foyerBrand.colours)).flat())
    assert.ok(contrastOf(front, behind) >= least, id);
});
