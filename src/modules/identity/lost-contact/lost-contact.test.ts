import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { lostContactLimits, lostContactRefusals } from "../../../../law/credentials/lost-contact.ts";
import {
  awa,
  type DemoWorld,
  demoWorld,
  dump,
  journalOf,
  julien,
  nadia,
  type Someone,
  shows,
} from "../../../../test/demo.ts";
import { workThrough } from "../../../../test/queues.ts";
import type { Verdict } from "../../../platform/uploads/antivirus.ts";
import type { Received } from "../../../platform/uploads/receive.ts";
import type { World } from "../../../world.ts";
import { deskRequestQueue, warnOfRequest } from "../desk-requests/warn.ts";
import { tidy } from "../jobs.ts";
import { enterWayCode, giveNewContact } from "./new-contact.ts";
import { sendLostContact, sentCaseNumber } from "./send-request.ts";
import { startLostContact, wayOfBrowser } from "./way.ts";

let world: DemoWorld;

/** Awa and Julien verified what they gave; Nadia never did. */
before(async () => {
  world = await demoWorld();
  await sql`update identity.contact_point set verified_at = given_at
    where person_id in (${awa.id}, ${julien.id})`.execute(world.db);
  await world.keep();
});
beforeEach(() => world.afresh());
after(() => world.close());

/** A valid number that nobody has. */
const nobody = "2880175115001";
const newMail = "nouvelle@exemple.fr";
const newMobile = "+33639981290";

const tells = (identifier: string) => ({
  identifier,
  "first-names": "Awa",
  "birth-name": "Diallo",
  "birth-day": "3",
  "birth-month": "11",
  "birth-year": "1988",
});

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const side = (field: string, more: Partial<Received> = {}): Received => ({
  field,
  name: `${field}.png`,
  declared: "image/png",
  bytes: png,
  tooLarge: false,
  ...more,
});

async function start(identifier: string): Promise<string> {
  const result = await startLostContact(world, tells(identifier));
  assert.ok("cookie" in result);
  return result.cookie;
}

const at = async (cookie: string) => (await wayOfBrowser(world, cookie))?.stage.at;
const give = (cookie: string, contact = newMail) => giveNewContact(world, cookie, contact, "fr");
const toldTo = async (to: string) =>
  (await world.sent()).filter(({ payload }) => payload.to === to).map(({ payload }) => payload.text);
const codeTo = async (to: string) => /\b\d{6}\b/.exec((await toldTo(to)).at(-1) ?? "")?.[0] ?? "";
const done = { done: true };

/** To the documents, with this contact point confirmed. */
async function toDocuments(identifier: string, contact = newMail): Promise<string> {
  const cookie = await start(identifier);
  await give(cookie, contact);
  assert.deepEqual(await enterWayCode(world, cookie, await codeTo(contact)), done);
  return cookie;
}

const send = async (cookie: string, files = [side("front"), side("back")], here: World = world) => {
  const result = await sendLostContact(here, cookie, files, "fr");
  await workThrough(world, deskRequestQueue, warnOfRequest);
  return result;
};

test("SEC-04 from nothing left to a request: contact point, code, document, case number", async () => {
  const cookie = await start(awa.identifier);
  assert.equal(await at(cookie), "contact");
  assert.deepEqual(await give(cookie), done);
  assert.equal(await at(cookie), "code");
  assert.deepEqual(await enterWayCode(world, cookie, await codeTo(newMail)), done);
  assert.equal(await at(cookie), "documents");
  assert.deepEqual(await send(cookie), done);
  assert.equal(await at(cookie), "sent");
  const number = await sentCaseNumber(world, cookie);
  assert.match(number ?? "", /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const confirmation = (await toldTo(newMail)).at(-1) ?? "";
  assert.ok(confirmation.includes(number as string), "the case number is sent to the new contact point");
  for (const old of [awa.mail, awa.mobile]) {
    const [warning, ...more] = await toldTo(old);
    assert.deepEqual(more, []);
    assert.ok(warning?.includes(number as string), "the old ones can quote it");
    assert.match(warning ?? "", /Ce n’est pas vous/);
  }
  for (const { payload } of await world.sent())
    assert.doesNotMatch(payload.text, /https?:|www\.|cliqu/, "CP-14");
  const { act, actor, detail } = (await journalOf(world, awa)).at(-1) ?? {};
  assert.deepEqual(
    [act, actor, detail?.case, detail?.files],
    ["asked the desk for a new contact point", "unknown", number, 2],
  );
});

test("SEC-04 nothing of the account changes by asking", async () => {
  const state = async () =>
    (
      await sql`select (select json_agg(c) from identity.contact_point c) as contacts,
        (select json_agg(a) from identity.account a) as accounts`.execute(world.db)
    ).rows;
  const before = await state();
  await send(await toDocuments(awa.identifier));
  assert.deepEqual(await state(), before);
});

test("SEC-02 an identifier nobody has goes the same way, to the same page, and only the new contact point is written to", async () => {
  const [known, unknown] = [await toDocuments(awa.identifier), await toDocuments(nobody, newMobile)];
  assert.deepEqual(await send(unknown), await send(known));
  assert.match((await sentCaseNumber(world, unknown)) ?? "", /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const to = new Set((await world.sent()).map(({ payload }) => payload.to));
  assert.deepEqual([...to].sort(), [awa.mobile, newMobile, awa.mail, newMail].sort());
});

test("SEC-04 of who confirmed nothing, what the institution holds is warned; who has nothing at all is asked nothing else", async () => {
  await send(await toDocuments(nadia.identifier));
  assert.match((await toldTo(nadia.mobile))[0] ?? "", /Ce n’est pas vous/);
  await world.afresh();
  await sql`delete from identity.contact_point where person_id = ${nadia.id}`.execute(world.db);
  await send(await toDocuments(nadia.identifier));
  const to = new Set((await world.sent()).map(({ payload }) => payload.to));
  assert.deepEqual([...to], [newMail]);
});

test("SEC-04 the documents wait for the code, and a contact point given anew for its own", async () => {
  const cookie = await start(awa.identifier);
  assert.deepEqual(await send(cookie), { elsewhere: true });
  await give(cookie);
  assert.deepEqual(await send(cookie), { elsewhere: true });
  await enterWayCode(world, cookie, await codeTo(newMail));
  assert.deepEqual(await give(cookie, newMobile), done);
  assert.deepEqual(await send(cookie), { elsewhere: true }, "the mobile is not confirmed");
});

test("SEC-04 the way is open for an hour, and leads nowhere after", async () => {
  const cookie = await toDocuments(awa.identifier);
  world.pass({ minutes: lostContactLimits.minutes.value, milliseconds: -1 });
  assert.equal(await at(cookie), "documents");
  world.pass({ milliseconds: 1 });
  assert.equal(await at(cookie), "over");
  assert.deepEqual(await send(cookie), { elsewhere: true });
  assert.deepEqual(await give(cookie), { elsewhere: true });
});

const refusalsOf = async (cookie: string, files: Received[], verdict: Verdict = "clean") => {
  const result = await send(cookie, files, { ...world, antivirus: async () => verdict });
  return "refused" in result
    ? Object.fromEntries(Object.entries(result.refused).map(([field, { fr }]) => [field, fr.slice(0, 24)]))
    : result;
};

test("SEC-13 each document is judged, and told under its own field; then the request can still be sent", async () => {
  const cookie = await toDocuments(awa.identifier);
  assert.deepEqual(await refusalsOf(cookie, []), { front: "Choisissez une photo ou " });
  assert.deepEqual(await refusalsOf(cookie, [side("back")]), { front: "Choisissez une photo ou " });
  const bad = [
    side("front", { name: "recto.pdf" }),
    side("back", { tooLarge: true, bytes: Buffer.alloc(0) }),
  ];
  assert.deepEqual(await refusalsOf(cookie, bad), {
    front: "Le nom de ce fichier ne ",
    back: "Ce fichier dépasse 10 Mo",
  });
  assert.deepEqual(await refusalsOf(cookie, [side("front")], "infected"), {
    front: "Notre antivirus a trouvé",
  });
  assert.deepEqual(await refusalsOf(cookie, [side("front")], "no answer"), {
    front: "Notre antivirus ne répon",
  });
  const { rows } = await sql<{ n: number }>`select count(*) as n from uploads.file`.execute(world.db);
  assert.equal(rows[0]?.n, 0, "nothing refused is kept");
  assert.deepEqual(await send(cookie, [side("front")]), done, "a passport has one side");
});

test("SEC-04 sent three times at the same moment, it is one request with its own documents", async () => {
  const cookie = await toDocuments(awa.identifier);
  const results = await Promise.all([send(cookie), send(cookie), send(cookie)]);
  assert.equal(results.filter((one) => "done" in one).length, 1);
  assert.equal(results.filter((one) => "elsewhere" in one).length, 2);
  const { rows } = await sql<{ requests: number; files: number }>`
    select (select count(*) from identity.desk_request) as requests, (select count(*) from uploads.file) as files`.execute(
    world.db,
  );
  assert.deepEqual(rows[0], { requests: 1, files: 2 });
});

test("SEC-02 three requests may wait for one number, known or not; a stranger's does not shut the person out", async () => {
  for (const [n, identifier] of [awa.identifier, nobody].entries()) {
    for (let times = 0; times < 3; times++)
      assert.deepEqual(await send(await toDocuments(identifier, `b${n}${times}@exemple.fr`)), done);
    const fourth = await send(await toDocuments(identifier, `b${n}4@exemple.fr`));
    assert.deepEqual(fourth, { over: lostContactRefusals.waiting });
  }
});

test("SEC-10 SEC-13 identifiers, names, contact points and documents stand in no table as they are", async () => {
  await send(await toDocuments(nobody, newMail), [side("front", { name: "carte.png" })]);
  const dumped = await dump(world);
  for (const secret of [nobody, newMail, "nouvelle"]) assert.ok(!dumped.includes(secret), secret);
  assert.ok(!shows(dumped, "2880175115001"));
  assert.ok(!dumped.includes(png.toString("hex")));
});

test("what cannot be read is said next to its field, all at once, and nothing is written", async () => {
  const nothing = await startLostContact(world, { ...tells(""), "birth-name": "", "birth-year": "88" });
  assert.ok("refused" in nothing);
  assert.deepEqual(Object.keys(nothing.refused).sort(), ["birth-name", "birth-year", "identifier"]);
  const { rows } = await sql<{ n: number }>`select count(*) as n from identity.lost_contact`.execute(
    world.db,
  );
  assert.equal(rows[0]?.n, 0);
  const cookie = await start(awa.identifier);
  for (const contact of ["", "  ", "awa@", "01 40 00 00 00", "x".repeat(200), "🙂", "' or 1=1 --"])
    assert.ok("refused" in (await give(cookie, contact)), contact);
  assert.equal(await at(cookie), "contact");
});

test("SEC-02 the time of an answer does not tell a known number from an unknown one, at the start or at the end", async () => {
  const times: Record<string, number[]> = {};
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const from = performance.now();
    const result = await work();
    times[name] = [...(times[name] ?? []), performance.now() - from];
    return result;
  };
  const walk = async (who: string, { identifier }: Pick<Someone, "identifier">, contact: string) => {
    await timed(`${who} start`, () => start(identifier));
    const cookie = await toDocuments(identifier, contact);
    assert.deepEqual(
      await timed(`${who} send`, () => sendLostContact(world, cookie, [side("front")], "fr")),
      done,
    );
  };
  for (let n = 0; n < 20; n++) {
    await sql`delete from identity.desk_request`.execute(world.db);
    await sql`delete from identity.lost_contact`.execute(world.db);
    const known = () => walk("known", awa, "connue@exemple.fr");
    const unknown = () => walk("unknown", { identifier: nobody }, "inconnue@exemple.fr");
    for (const one of n % 2 ? [known, unknown] : [unknown, known]) await one();
  }
  for (const stage of ["start", "send"]) {
    const gap = Math.abs(median(times[`known ${stage}`]) - median(times[`unknown ${stage}`]));
    assert.ok(gap < 10, `${stage}: ${gap} ms apart`);
  }
});

function median(values: number[] = []): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

test("the night forgets ways that led nowhere for two days, with their codes, and never a request", async () => {
  await send(await toDocuments(awa.identifier));
  await give(await start(nobody), newMobile);
  const count = async () =>
    (
      await sql<Record<string, number>>`select (select count(*) from identity.lost_contact) as ways,
        (select count(*) from identity.lost_contact_code) as codes,
        (select count(*) from identity.desk_request) as requests`.execute(world.db)
    ).rows[0];
  world.pass({ days: 2 });
  await tidy(world);
  assert.deepEqual(await count(), { ways: 2, codes: 2, requests: 1 });
  world.pass({ milliseconds: 1 });
  await tidy(world);
  assert.deepEqual(await count(), { ways: 0, codes: 0, requests: 1 });
});
