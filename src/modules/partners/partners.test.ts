import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { cpam54 } from "../../../institutions/cpam54/index.ts";
import { type TestWorld, testWorld } from "../../../test/world.ts";
import { charterFor, mayPass } from "../charters/index.ts";
import { readSession, signIn, type Visitor } from "../identity/index.ts";
import { confirmAnswers, endServices, takeAnswer, typeAskerCode } from "./ask/answer.ts";
import { beginDraft, readDraft } from "./ask/drafts.ts";
import { sendRequest } from "./ask/send.ts";
import { closeColleague, readService } from "./colleagues/close-colleague.ts";
import { confirmColleague, nameColleague, waitingForColleague } from "./colleagues/name-colleague.ts";
import {
  changePartnerIdentifier,
  decideStructureRequest,
  endPartner,
  endPartnerAccess,
  openStructureRequests,
  readStructureRequest,
  resumePartner,
  resumeSite,
  suspendPartner,
  suspendSite,
} from "./index.ts";
import { findRunning } from "./site-suspensions/store.ts";
import { openPostsOf } from "./standing.ts";
import { numberRefusals, readStructureNumber } from "./structure-number.ts";

let world: TestWorld;
before(async () => {
  world = await testWorld({ institution: cpam54 });
});
beforeEach(async () => {
  await sql
    .raw(`begin; set local session_replication_role = replica;
      ${["draft", "structure_request", "structure", "service", "post", "suspension", "naming", "site_suspension"].map((one) => `delete from partners.${one};`).join("")}
      ${["person", "identifier", "account", "old_password", "contact_point", "session", "opening_code", "attempts", "code"].map((one) => `delete from identity.${one};`).join("")}
      delete from charters.answer; delete from jobs.job; commit`)
    .execute(world.owner);
});
after(() => world.close());

const agent = { agentId: "agent 7", name: "Dominique Roy" };
const relais = { name: "Association Le Relais", kind: "association", number: "73282932000074" };
const claire = {
  firstNames: "Claire",
  lastName: "Petit",
  duty: "directrice",
  mail: "claire@relais.exemple.fr",
};
const day = {
  name: "Accueil de jour",
  firstNames: "Claire",
  lastName: "Petit",
  mail: claire.mail,
  people: "3",
};
const night = {
  name: "Veille",
  firstNames: "Omar",
  lastName: "Haddad",
  mail: "omar@relais.exemple.fr",
  people: "2",
};

const textOf = (to: string, sent: Awaited<ReturnType<TestWorld["sent"]>>) =>
  sent.flatMap(({ queue, payload }) => (queue === "mail" && payload.to === to ? [payload.text] : []));
const mailsTo = async (to: string) => textOf(to, await world.sent());
const shown = () => charterFor(world, "partner")?.versions[0]?.texts.fr.sha256 ?? "";

/** A request written up to the charter; gives its cookie. */
async function written(services = [day], asker = claire, structure = relais): Promise<string> {
  const cookie = await beginDraft(world);
  const address = { street: "12 rue des Tilleuls", postcode: "54000", town: "Nancy" };
  assert.deepEqual(await takeAnswer(world, cookie, "structure", structure, "fr"), { done: true });
  assert.deepEqual(await takeAnswer(world, cookie, "address", address, "fr"), { done: true });
  assert.deepEqual(await takeAnswer(world, cookie, "asker", asker, "fr"), { done: true });
  const code = /\b\d{6}\b/.exec((await mailsTo(asker.mail)).at(-1) ?? "")?.[0] ?? "";
  assert.deepEqual(await typeAskerCode(world, cookie, code), { done: true });
  for (const service of services)
    assert.deepEqual(await takeAnswer(world, cookie, "services-new", service, "fr"), { done: true });
  await endServices(world, cookie);
  await confirmAnswers(world, cookie);
  return cookie;
}

/** A request sent; gives its id. */
async function asked(services = [day], asker = claire, structure = relais): Promise<string> {
  const cookie = await written(services, asker, structure);
  assert.deepEqual(await sendRequest(world, cookie, { accepted: true, shown: shown() }, "fr"), {
    sent: true,
  });
  const { requests } = await openStructureRequests(world, 1);
  return requests.at(-1)?.requestId ?? "";
}

const accept = (id: string) => decideStructureRequest(world, agent, id, "accept", "connue de nos services");

type Access = { identifier: string; password: string };
async function accessOf(mail: string): Promise<Access> {
  const all = (await mailsTo(mail)).join("\n");
  const identifier = [...all.matchAll(/identifiant : (\d{10})/g)].at(-1)?.[1] ?? "";
  const password = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/m.exec(all)?.[0] ?? "";
  assert.ok(identifier && password, all);
  return { identifier, password };
}

async function come({ identifier, password }: Access): Promise<{ cookie: string; visitor: Visitor }> {
  const result = await signIn(world, { identifier, password });
  assert.ok("cookie" in result, JSON.stringify(result));
  const session = await readSession(world, result.cookie);
  assert.ok(session && "visitor" in session);
  return { cookie: result.cookie, visitor: session.visitor };
}

/** A number that nobody has, confirmed as theirs. */
const giveMobile = (personId: string) =>
  sql`insert into identity.contact_point (person_id, kind, value, given_at, verified_at)
      select ${personId}, 'mobile', '+33639985' || lpad(count(*)::text, 3, '0'), ${world.clock()}, ${world.clock()}
      from identity.contact_point`.execute(world.db);

/** A structure that is open: its manager signed in, with a second proof, and the service they manage. */
async function opened(services = [day], asker = claire, structure = relais) {
  assert.deepEqual(await accept(await asked(services, asker, structure)), { done: true });
  const manager = await come(await accessOf(asker.mail));
  await giveMobile(manager.visitor.person.personId);
  const [post] = await openPostsOf(world, manager.visitor.person.personId);
  assert.ok(post);
  return { ...manager, post };
}

const paul = { firstNames: "Paul", lastName: "Roche", mail: "paul@relais.exemple.fr", staff: "yes" };

test("SP-02 a Siret is checked by its key, an association's number by its shape", () => {
  assert.deepEqual(readStructureNumber("732 829 320 00074"), {
    number: { kind: "siret", value: "73282932000074" },
  });
  assert.deepEqual(readStructureNumber("w543 001 234"), { number: { kind: "rna", value: "W543001234" } });
  assert.deepEqual(readStructureNumber("73282932000075"), { refused: numberRefusals.key });
  assert.deepEqual(readStructureNumber("7328293200007"), { refused: numberRefusals.shape });
  assert.deepEqual(readStructureNumber(" "), { refused: numberRefusals.empty });
});

test("SP-02 asking accepts the charter: without the box nothing leaves; with it the proof has the digest shown", async () => {
  const cookie = await written();
  const said = await sendRequest(world, cookie, { accepted: false, shown: shown() }, "fr");
  assert.ok("refused" in said);
  assert.deepEqual(await sendRequest(world, cookie, { accepted: true, shown: "0" }, "fr"), { changed: true });
  assert.deepEqual((await openStructureRequests(world, 1)).requests, []);
  const clicks = await Promise.all(
    [1, 2, 3].map(() => sendRequest(world, cookie, { accepted: true, shown: shown() }, "fr")),
  );
  assert.equal(clicks.filter((one) => "sent" in one).length, 1);
  const { rows } = await sql<{ sha: string; quality: string; person_id: string }>`
    select encode(sha256, 'hex') as sha, quality, person_id from charters.answer where accepted`.execute(
    world.db,
  );
  assert.deepEqual(
    rows.map(({ sha, quality }) => [sha, quality]),
    [[shown(), "directrice, Association Le Relais"]],
  );
  const kept = await readDraft(world, cookie);
  assert.equal(kept?.sent?.askedBy, rows[0]?.person_id);
  assert.match((await mailsTo(claire.mail)).at(-1) ?? "", new RegExp(kept?.sent?.caseNumber ?? "none"));
  assert.deepEqual(kept?.draft.services, [], "nothing told stays in the browser's draft");
});

test("SP-02 a draft opens in its own browser alone, and steps are not jumped over", async () => {
  const cookie = await beginDraft(world);
  assert.deepEqual(await takeAnswer(world, cookie, "services-new", day, "fr"), { over: true });
  assert.deepEqual(await sendRequest(world, cookie, { accepted: true, shown: shown() }, "fr"), {
    over: true,
  });
  const [id] = cookie.split(".");
  assert.equal(await readDraft(world, `${id}.wrong`), undefined);
  assert.equal(await readDraft(world, "nobody.x"), undefined);
});

test("SP-02 SP-03 accepted once: each service's manager is sent an identifier, then a first password; the asker's charter counts", async () => {
  const id = await asked([day, night]);
  const clicks = await Promise.all([accept(id), accept(id), accept(id)]);
  assert.equal(clicks.filter((one) => "done" in one).length, 1);
  assert.ok("refused" in (await decideStructureRequest(world, agent, id, "refuse", "non")));
  assert.equal((await mailsTo(night.mail)).length, 2);
  const { visitor } = await come(await accessOf(claire.mail));
  assert.equal(await mayPass(world, visitor.person.personId, "partner"), true);
  const omar = await come(await accessOf(night.mail));
  assert.equal(await mayPass(world, omar.visitor.person.personId, "partner"), false);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from partners.post`.execute(world.db);
  assert.equal(rows[0]?.n, 2);
});

test("SP-02 refused: who asked is told why, and nothing opens", async () => {
  const id = await asked();
  assert.ok("refused" in (await decideStructureRequest(world, agent, id, "refuse", " ")));
  const read = await readStructureRequest(world, agent, id);
  assert.equal(read?.structure, relais.name);
  assert.deepEqual(await decideStructureRequest(world, agent, id, "refuse", "Siret d’une autre structure"), {
    done: true,
  });
  assert.match((await mailsTo(claire.mail)).at(-1) ?? "", /Siret d’une autre structure/);
  assert.ok("refused" in (await accept(id)));
  assert.deepEqual((await openStructureRequests(world, 1)).requests, []);
  assert.equal(await readStructureRequest(world, agent, "not an id"), undefined);
});

test("SP-02 a structure that has accesses answers alike; its new services join the others, its manager keeps one access", async () => {
  const { visitor } = await opened();
  const before = (await mailsTo(claire.mail)).filter((text) => /Votre identifiant/.test(text)).length;
  await accept(await asked([{ ...night, mail: claire.mail }]));
  assert.equal((await mailsTo(claire.mail)).filter((text) => /Votre identifiant/.test(text)).length, before);
  const posts = await openPostsOf(world, visitor.person.personId);
  assert.deepEqual(
    posts.map(({ service }) => service),
    ["Accueil de jour", "Veille"],
  );
  assert.equal(new Set(posts.map(({ structureId }) => structureId)).size, 1);
});

test("SEC-08 SP-02 the mailbox that brought the password is no second proof: its manager gets in, and manages nothing before there is another", async () => {
  assert.deepEqual(await accept(await asked()), { done: true });
  const access = await accessOf(claire.mail);
  const { visitor } = await come(access);
  assert.equal(visitor.secondStepDue, false);
  const { personId } = visitor.person;
  const [post] = await openPostsOf(world, personId);
  const service = post?.serviceId ?? "";
  assert.equal(await readService(world, visitor, service), undefined);
  assert.deepEqual(await nameColleague(world, visitor, service, paul, "fr"), { notYours: true });
  assert.deepEqual(await closeColleague(world, visitor, service, personId), { notYours: true });
  assert.deepEqual((await mailsTo(paul.mail)).length, 0);
  await giveMobile(personId);
  assert.ok(await readService(world, visitor, service));
  assert.equal((await come(access)).visitor.secondStepDue, true);
});

test("SEC-08 a manager's sign-in is followed by a second step, a colleague's is not", async () => {
  const { visitor, post } = await opened();
  const again = await come(await accessOf(claire.mail));
  assert.equal(again.visitor.secondStepDue, true);
  assert.deepEqual(await nameColleague(world, visitor, post.serviceId, paul, "fr"), { named: true });
  assert.equal((await come(await accessOf(paul.mail))).visitor.secondStepDue, false);
});

test("SP-04 a colleague is staff: an address elsewhere waits for its code, and no birth date or number is known", async () => {
  const { visitor, post } = await opened();
  const away = { ...paul, mail: "paul.roche@gmail.com" };
  const unticked = await nameColleague(world, visitor, post.serviceId, { ...away, staff: "" }, "fr");
  assert.ok("refused" in unticked && unticked.refused.staff);
  const named = await nameColleague(world, visitor, post.serviceId, away, "fr");
  assert.ok("confirm" in named);
  const { confirm } = named;
  assert.ok(await waitingForColleague(world, visitor, post.serviceId, confirm));
  assert.ok("refused" in (await confirmColleague(world, visitor, post.serviceId, confirm, "000000", "fr")));
  const code = /\b\d{6}\b/.exec((await mailsTo(away.mail)).at(-1) ?? "")?.[0] ?? "";
  const typed = await Promise.all(
    [1, 2].map(() => confirmColleague(world, visitor, post.serviceId, confirm, code, "fr")),
  );
  assert.equal(typed.filter((one) => "named" in one).length, 1);
  const { visitor: colleague } = await come(await accessOf(away.mail));
  assert.equal(colleague.person.birthDate, "0000-00-00");
  assert.equal(
    ((await nameColleague(world, visitor, post.serviceId, away, "fr")) as { refused?: object }).refused !==
      undefined,
    true,
  );
});

test("SP-03 a manager reaches their own service's people and nobody else's, and a colleague nobody's", async () => {
  const ours = await opened();
  const omar = { ...claire, firstNames: "Omar", lastName: "Haddad", mail: "omar@mairie.exemple.fr" };
  const theirs = await opened([{ ...night, mail: omar.mail }], omar, {
    name: "Mairie de Toul",
    kind: "town-hall",
    number: "W543001234",
  });
  await nameColleague(world, ours.visitor, ours.post.serviceId, paul, "fr");
  const colleague = await come(await accessOf(paul.mail));
  const { personId } = colleague.visitor.person;
  for (const who of [theirs.visitor, colleague.visitor]) {
    assert.equal(await readService(world, who, ours.post.serviceId), undefined);
    assert.deepEqual(await closeColleague(world, who, ours.post.serviceId, personId), { notYours: true });
    assert.deepEqual(
      await nameColleague(world, who, ours.post.serviceId, { ...paul, mail: "x@relais.exemple.fr" }, "fr"),
      { notYours: true },
    );
  }
  // Their own service, somebody else's person.
  assert.deepEqual(await closeColleague(world, theirs.visitor, theirs.post.serviceId, personId), {
    notYours: true,
  });
  // Not oneself, nor another manager.
  const own = ours.visitor.person.personId;
  assert.deepEqual(await closeColleague(world, ours.visitor, ours.post.serviceId, own), { notYours: true });
  assert.equal((await readService(world, ours.visitor, ours.post.serviceId))?.staff.length, 2);
  assert.ok(await readSession(world, colleague.cookie));
});

test("SP-04 SP-06 a colleague who leaves is closed at once: sessions end, account and password are deleted, they are told", async () => {
  const { visitor, post } = await opened();
  await nameColleague(world, visitor, post.serviceId, paul, "fr");
  const access = await accessOf(paul.mail);
  const colleague = await come(access);
  const { personId } = colleague.visitor.person;
  const twice = await Promise.all([1, 2].map(() => closeColleague(world, visitor, post.serviceId, personId)));
  assert.equal(twice.filter((one) => "done" in one).length, 1);
  assert.equal(await readSession(world, colleague.cookie), undefined);
  const again = await signIn(world, access);
  assert.ok("refused" in again && again.because === "wrong");
  assert.match((await mailsTo(paul.mail)).at(-1) ?? "", /supprimés/);
  const { rows } = await sql`select 1 from identity.identifier where person_id = ${personId}`.execute(
    world.db,
  );
  assert.deepEqual(rows, []);
  assert.deepEqual(
    await nameColleague(world, visitor, post.serviceId, paul, "fr"),
    { named: true },
    "the address is free again",
  );
});

test("SP-06 a service, or the whole structure, is suspended at once with a reason, until its end or until it is lifted", async () => {
  const { visitor, post } = await opened([day, { ...night, mail: claire.mail }]);
  const open = async () => (await openPostsOf(world, visitor.person.personId)).map(({ service }) => service);
  const part = { structureId: post.structureId, serviceId: post.serviceId };
  assert.ok("refused" in (await suspendPartner(world, agent, part, { reason: "" })));
  await suspendPartner(world, agent, part, { reason: "codes partagés" });
  assert.deepEqual(await open(), ["Veille"]);
  assert.deepEqual(await nameColleague(world, visitor, post.serviceId, paul, "fr"), { notYours: true });
  await resumePartner(world, agent, part, "réglé");
  assert.ok("refused" in (await resumePartner(world, agent, part, "réglé")));
  const until = new Date(world.clock().getTime() + 3_600_000);
  const whole = { structureId: post.structureId };
  await Promise.all([1, 2].map(() => suspendPartner(world, agent, whole, { reason: "contrôle", until })));
  assert.deepEqual(await open(), []);
  world.pass({ hours: 1 });
  assert.deepEqual(await open(), ["Accueil de jour", "Veille"]);
});

test("SP-06 ending a service or a structure deletes every access that served nothing else", async () => {
  const { visitor, post, cookie } = await opened([day, { ...night, mail: claire.mail }]);
  await nameColleague(world, visitor, post.serviceId, paul, "fr");
  const colleague = await come(await accessOf(paul.mail));
  const { structureId, serviceId } = post;
  assert.deepEqual(await endPartner(world, agent, { structureId, serviceId }, "fermeture"), { done: true });
  assert.equal(await readSession(world, colleague.cookie), undefined);
  assert.ok(await readSession(world, cookie), "the manager has another service");
  await endPartner(world, agent, { structureId }, "fin de la convention");
  assert.equal(await readSession(world, cookie), undefined);
  assert.ok("refused" in (await endPartner(world, agent, { structureId }, "encore")));
  assert.deepEqual(await accept(await asked()), { done: true }, "the structure may ask anew");
});

test("SP-06 one access is ended, or its identifier changed, by the institution; the old one is dead", async () => {
  const { visitor, cookie } = await opened();
  const { personId } = visitor.person;
  const old = await accessOf(claire.mail);
  assert.deepEqual(await changePartnerIdentifier(world, agent, personId, "identifiant divulgué"), {
    done: true,
  });
  assert.equal(await readSession(world, cookie), undefined);
  assert.ok("refused" in (await signIn(world, old)));
  const [number = ""] = /\d{10}/.exec((await mailsTo(claire.mail)).at(-1) ?? "") ?? [];
  assert.ok("cookie" in (await signIn(world, { ...old, identifier: number })));
  await sql`update identity.contact_point set replaced_at = ${world.clock()} where person_id = ${personId} and kind = 'mail'`.execute(
    world.db,
  );
  assert.ok("refused" in (await changePartnerIdentifier(world, agent, personId, "technique")));
  assert.ok(
    "cookie" in (await signIn(world, { ...old, identifier: number })),
    "nothing was changed in secret",
  );
  assert.deepEqual(await endPartnerAccess(world, agent, personId, "charte non respectée"), { done: true });
  assert.ok("refused" in (await signIn(world, { ...old, identifier: number })));
  assert.ok("refused" in (await endPartnerAccess(world, agent, personId, "encore")));
});

test("SP-06 all or part of the site is closed until a moment, once, and opens by itself or by hand", async () => {
  const parts = async () => (await findRunning(world.db, world.clock())).map(({ part }) => part);
  const until = new Date(world.clock().getTime() + 3_600_000);
  assert.ok(
    "refused" in (await suspendSite(world, agent, "all", { reason: "mise à jour", until: world.clock() })),
  );
  await Promise.allSettled(
    [1, 2].map(() => suspendSite(world, agent, "all", { reason: "mise à jour", until })),
  );
  await suspendSite(world, agent, "requests", { reason: "trop de demandes", until });
  assert.deepEqual(await parts(), ["all", "requests"]);
  await resumeSite(world, agent, "all");
  assert.deepEqual(await parts(), ["requests"]);
  world.pass({ hours: 1 });
  assert.deepEqual(await parts(), []);
  assert.ok("refused" in (await resumeSite(world, agent, "requests")));
});
