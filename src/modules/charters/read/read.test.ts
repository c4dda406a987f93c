import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { caf } from "../../../../institutions/caf/index.ts";
import { cnss } from "../../../../institutions/cnss/index.ts";
import { cpam54 } from "../../../../institutions/cpam54/index.ts";
import type { Institution } from "../../../../institutions/institution.ts";
import { clausesOf } from "../../../../law/charters/charter.ts";
import { controls } from "../../../../law/charters/controls.ts";
import { publishing } from "../../../../test/charters.ts";
import { awa, type DemoWorld, demoWorld } from "../../../../test/demo.ts";
import { type TestSite, testSite } from "../../../../test/site.ts";
import { htmlRules } from "../../../design/html-rules.ts";
import { readCharters } from "../read-charters.ts";

const charters = publishing(
  caf,
  {
    charter: "mon-compte",
    version: "2026-04-01",
    announced: "2026-03-01",
    changes: "Une clause de plus, une de moins.",
    edit: (text) =>
      `${text
        .replace("# Signaler une erreur", "# Signaler ce qui est faux")
        .replace(
          /### [^\n]* \{#location [\s\S]*?(?=### )/,
          "",
        )}\n### Encore {#more}\n\nUne clause de plus.\n`,
  },
  { charter: "mon-compte", version: "2026-05-01", announced: "2026-04-15", changes: "Rien d’autre." },
);

let world: DemoWorld;
let site: TestSite;
/** The sites of the other two, were their accounts not open. */
let closed: TestSite[];
before(async () => {
  world = { ...(await demoWorld()), charters };
  site = await testSite(world);
  closed = [];
  for (const institution of [cnss, cpam54])
    closed.push(
      await testSite({ ...world, institution: closedOf(institution), charters: readCharters(institution) }),
    );
  await world.keep();
});
beforeEach(() => world.afresh());
after(async () => {
  for (const one of [site, ...closed]) await one.close();
  await world.close();
});

const closedOf = ({ accounts: _, ...rest }: Institution): Institution => rest;

const read = (path: string, at = site) => at.browser().open(path);
const statuses = async (...paths: string[]) =>
  Promise.all(paths.map(async (path) => (await read(path)).status));

test("CN-08 the list names every charter, whom it binds, since when, and what is announced", async () => {
  const { body } = await read("/charters");
  assert.match(body, /href="\/charters\/mon-compte">Les règles de votre espace Mon Compte</);
  assert.match(body, /href="\/charters\/reseaux-sociaux"/);
  assert.match(body, /En vigueur depuis le 5.janvier.2026/);
  assert.match(body, /Nouvelle version à partir du 1er.avril.2026/);
  assert.doesNotMatch(body, /1er.mai.2026/);
});

test("CN-01 SP-07 where accounts are not open, the charters are there for all to read", async () => {
  const [cnssSite, cpamSite] = closed as [TestSite, TestSite];
  for (const name of ["assures", "employeurs"]) {
    const seen = await read(`/charters/${name}`, cnssSite);
    assert.equal(seen.status, 200);
    assert.match(seen.body, /Il faut l’accepter pour ouvrir son espace/);
  }
  assert.match((await read("/charters/partenaires", cpamSite)).body, /secret professionnel/);
  assert.match((await read("/charters", cnssSite)).body, /Pour les employeurs/);
  for (const other of closed) {
    assert.equal((await read("/terms/current", other)).status, 200);
    assert.equal((await read("/charters/receipts/verify", other)).status, 404);
  }
});

test("MC-02 anyone may read the terms in force without signing in", async () => {
  const seen = await read("/terms/current");
  assert.equal(seen.path, "/charters/mon-compte");
  assert.equal(seen.title, charters[0]?.versions[0]?.texts.fr.title);
  assert.doesNotMatch(seen.body, /name="accepted"/);
});

test("MC-02 each clause says how it is kept, with where and by which statement", async () => {
  const { body } = await read("/charters/mon-compte");
  const clauses = clausesOf(charters[0]?.versions[0]?.texts.fr ?? { sections: [] });
  const kept = clauses.filter((clause) => clause.controls.length > 0);
  assert.ok(kept.length >= 8);
  for (const clause of clauses) {
    const section =
      body.slice(body.indexOf(`<section id="clause-${clause.id}"`)).split("</section>")[0] ?? "";
    assert.equal(section.includes("Comment c’est tenu"), clause.controls.length > 0, clause.id);
    for (const name of clause.controls) {
      const { says, keptBy, statement } = controls[name];
      for (const said of [says.fr, keptBy, statement])
        assert.ok(section.includes(said), `${clause.id} ${said}`);
    }
  }
});

test("CN-08 every version announced can be read, drafts cannot, and each says whether it counts", async () => {
  assert.deepEqual(
    await statuses(
      "/charters/mon-compte/2026-01-05",
      "/charters/mon-compte/2026-04-01",
      "/charters/mon-compte/2026-05-01",
      "/charters/mon-compte/2026-05-01/fr.md",
      "/charters/nothing",
      "/charters/mon-compte/2026-01-06",
      "/charters/mon-compte/..%2f..%2fetc",
      "/charters/reseaux-sociaux/2026-04-01",
      "/charters/__proto__",
      "/charters/mon-compte/2026-01-05/de.md",
    ),
    [200, 200, 404, 404, 404, 404, 404, 404, 404, 404],
  );
  assert.match(
    (await read("/charters/mon-compte/2026-04-01")).body,
    /annoncé.{0,3}: il entrera en vigueur le 1er.avril.2026/,
  );
  const history = (await read("/charters/mon-compte")).body;
  assert.match(history, /annoncée[\s\S]*Une clause de plus[\s\S]*en vigueur[\s\S]*Première version/);
  world.clock.now = new Date("2026-04-20T09:00:00Z");
  assert.match((await read("/charters/mon-compte/2026-01-05")).body, /n’est plus en vigueur/);
  assert.deepEqual(await statuses("/charters/mon-compte/2026-05-01"), [200]);
});

test("CN-08 the version in force changes by itself at midnight there, with nothing started anew", async () => {
  const shown = async () => /Version du (.{0,20}2026)\./.exec((await read("/charters/mon-compte")).body)?.[1];
  world.clock.now = new Date("2026-03-31T21:59:59Z");
  assert.match((await shown()) ?? "", /5.janvier/);
  world.clock.now = new Date("2026-03-31T22:00:00Z");
  assert.match((await shown()) ?? "", /1er.avril/);
});

test("CN-08 two versions are compared clause by clause, with the words of each in between", async () => {
  world.clock.now = new Date("2026-04-20T09:00:00Z");
  const { body } = await read("/charters/mon-compte/changes/2026-01-05/2026-05-01");
  assert.match(body, /Une clause de plus, une de moins\.[\s\S]*Rien d’autre\./);
  const titles = [...body.matchAll(/<h4 [^>]*>(.*?) <strong class="govuk-tag[^>]*>(.*?)</g)].map(
    ([, title, kind]) => [title, kind],
  );
  assert.deepEqual(titles, [
    ["Signaler ce qui est faux", "Modifiée"],
    ["Où vous êtes, où vous habitez", "Retirée"],
    ["Encore", "Ajoutée"],
  ]);
  assert.match(body, /Seul le titre change\. Avant.: «.Signaler une erreur.»/u);
  assert.doesNotMatch(body, /Protéger votre mot de passe/);
  const nothing = await read("/charters/mon-compte/changes/2026-04-01/2026-05-01");
  assert.match(nothing.body, /Modifiée|Aucune clause n’a changé|Encore/);
});

test("CN-08 only versions that people may read are compared, the older one first", async () => {
  assert.deepEqual(
    await statuses(
      "/charters/mon-compte/changes/2026-01-05/2026-04-01",
      "/charters/mon-compte/changes/2026-04-01/2026-01-05",
      "/charters/mon-compte/changes/2026-01-05/2026-01-05",
      "/charters/mon-compte/changes/2026-01-05/2026-05-01",
      "/charters/nothing/changes/2026-01-05/2026-04-01",
    ),
    [200, 404, 404, 404, 404],
  );
});

test("MC-02 the text itself can be kept: its digest is the one on receipts", async () => {
  for (const language of ["fr", "en"] as const) {
    const response = await site.app.inject({
      url: `/charters/mon-compte/2026-01-05/${language}.md`,
      headers: { host: "caf.localhost" },
    });
    assert.equal(response.statusCode, 200);
    const digest = createHash("sha256").update(response.rawPayload).digest("hex");
    assert.equal(digest, charters[0]?.versions[0]?.texts[language].sha256);
    assert.match(String(response.headers["cache-control"]), /immutable/);
    assert.ok((await read(`/charters/mon-compte/2026-01-05?lang=${language}`)).body.includes(digest));
  }
});

test("SEC-09 a visitor’s browser may keep these pages a moment; nothing is kept once one is signed in", async () => {
  const browser = site.browser();
  await browser.signIn(awa);
  const cookie = [...browser.jar].map((pair) => pair.join("=")).join("; ");
  const kept = async (headers: Record<string, string>) => {
    const { headers: got } = await site.app.inject({
      url: "/charters/mon-compte",
      headers: { host: "caf.localhost", ...headers },
    });
    return [got["cache-control"], /cookie/i.test(String(got.vary))];
  };
  assert.deepEqual(await kept({}), ["private, max-age=300", true]);
  assert.deepEqual((await kept({ cookie }))[0], "no-store");
});

test("SP-07 every page recalls on paper that the online version prevails, and where to read it", async () => {
  for (const path of ["/charters/mon-compte", "/charters/mon-compte/changes/2026-01-05/2026-04-01"]) {
    const { body } = await read(path);
    assert.match(body, /foyer-on-paper">[^<]*La version en ligne prévaut[^<]*caf\.fr\/charters\/mon-compte</);
  }
});

test("IL-09 a word of the trade is explained once on a page, and on the page of words", async () => {
  const { body } = await read("/charters/mon-compte");
  const explained = [...body.matchAll(/ id="(word-[\w-]+)"/g)].map(([, id]) => id);
  assert.ok(explained.length >= 6);
  assert.equal(new Set(explained).size, explained.length);
  const words = await read("/words");
  assert.equal(words.title, "Les mots expliqués");
  for (const word of caf.words) {
    assert.ok(words.body.includes(`id="${word.id}">${word.term.fr}<`), word.id);
    assert.ok(words.body.includes(word.says.fr), word.id);
  }
});

test("A11Y-01 every page of the charters is valid HTML, in both languages", async () => {
  const validator = new HtmlValidate(htmlRules);
  const paths = [
    "/charters",
    "/charters/mon-compte",
    "/charters/reseaux-sociaux",
    "/charters/mon-compte/2026-04-01",
    "/charters/mon-compte/changes/2026-01-05/2026-04-01",
    "/charters/receipts/verify",
    "/words",
  ];
  for (const path of paths)
    for (const language of ["fr", "en"]) {
      const { status, body } = await read(`${path}?lang=${language}`);
      assert.equal(status, 200, path);
      const { results } = await validator.validateString(body);
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
        [],
        `${path} ${language}`,
      );
    }
});

test("French follows its typography on the pages of the charters, and English keeps to its own", async () => {
  for (const [at, path] of [
    [site, "/charters/mon-compte"],
    [site, "/charters/reseaux-sociaux"],
    [site, "/words"],
    ...["assures", "employeurs"].map((name) => [closed[0] as TestSite, `/charters/${name}`] as const),
    [closed[1] as TestSite, "/charters/partenaires"],
  ] as const) {
    const textOf = async (language: string) => {
      const { body } = await read(`${path}?lang=${language}`, at);
      return body
        .slice(body.indexOf('id="content">') + 13, body.indexOf("</main>"))
        .replace(/<span class="foyer-copied">.*?<\/span>/g, "")
        .replace(/<[^>]*>/g, "");
    };
    const french = await textOf("fr");
    assert.doesNotMatch(french, / [;:!?»]|« |'|undefined/u, path);
    assert.doesNotMatch(await textOf("en"), /\u202f|'|undefined/u, path);
  }
});
