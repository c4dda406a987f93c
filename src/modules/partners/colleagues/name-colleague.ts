import { readCode } from "../../../../law/credentials/codes.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { showsStaff, structureLimits } from "../../../../law/partners/structure.ts";
import { seal, unseal } from "../../../platform/crypto.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import {
  callName,
  drawFirstPassword,
  type FirstPassword,
  isTaken,
  openingWaiting,
  sendOpeningCode,
  tryOpeningCode,
  type Visitor,
} from "../../identity/index.ts";
import { readMailLine } from "../ask/questions/asker.ts";
import { type Errors, readAll, readPersonName } from "../ask/questions/question.ts";
import { handOut } from "../hand-out.ts";
import type { Post } from "../post.ts";
import { managedService } from "../standing.ts";
import { holdService, insertPost } from "../store.ts";
import { dropOldNamings, endNaming, findNaming, insertNaming } from "./store.ts";

export type TypedColleague = { firstNames: string; lastName: string; mail: string; staff: string };
type Told = { firstNames: string; lastName: string; mail: string };

export type Named =
  | { named: true }
  /** The address is not the structure's: a code was sent there, and the manager types it. */
  | { confirm: string }
  | { refused: Errors }
  /** Not the manager of an open service of that id. */
  | { notYours: true };

/** Hours during which a colleague may still be confirmed. */
const confirmHours = 24;

const oldest = (world: World) => new Date(world.clock().getTime() - confirmHours * 3_600_000);
const sealKeys = (world: World) => new Map([[1, world.keys.input]]);
const agentOf = ({ person }: Visitor) => ({ agentId: person.personId, name: callName(person) });

/**
 * A manager names a colleague of their own service: an access of the colleague's own, sent to their work address (SP-03).
 * The manager states that it is staff, never an insured person (SP-04); an address that is not the structure's is confirmed
 * by a code first.
 */
export async function nameColleague(
  world: World,
  visitor: Visitor,
  serviceId: string,
  typed: TypedColleague,
  language: Language,
): Promise<Named> {
  const post = await managedService(world, visitor, serviceId);
  if (!post) return { notYours: true };
  const read = readAll({
    firstNames: readPersonName(typed.firstNames, empty.firstNames),
    lastName: readPersonName(typed.lastName, empty.lastName),
    mail: readMailLine(typed.mail),
  });
  const staff: Errors = typed.staff === "yes" ? {} : { staff: empty.staff };
  if ("refused" in read) return { refused: { ...read.refused, ...staff } };
  if (typed.staff !== "yes") return { refused: staff };
  const first = await drawFirstPassword(world);
  return inTransaction(world.db, async (tx) => {
    const refused = await mayOpen(tx, world, post, read.read.mail);
    if (refused) return { refused };
    if (showsStaff(post.mailDomain, read.read.mail)) {
      await open(tx, world, visitor, post, read.read, first, language);
      return { named: true };
    }
    return askConfirmation(tx, world, visitor, post, read.read, language);
  });
}

/** Sends a code to an address that is not the structure's; where none may be sent, nothing is kept. */
async function askConfirmation(
  tx: Tx,
  world: World,
  visitor: Visitor,
  { structureId, serviceId }: Post,
  told: Told,
  language: Language,
): Promise<Named> {
  const namingId = newId();
  const sent = await sendOpeningCode(tx, world, pointOf(namingId, told), language);
  if ("refused" in sent) return { refused: { mail: sent.refused } };
  await insertNaming(tx, {
    structure_id: structureId,
    service_id: serviceId,
    naming_id: namingId,
    named_by: visitor.person.personId,
    sealed: seal(sealKeys(world), JSON.stringify(told), `naming ${namingId}`),
    named_at: world.clock(),
  });
  return { confirm: namingId };
}

const pointOf = (namingId: string, { mail }: Told) => ({
  openingId: namingId,
  kind: "mail" as const,
  value: mail,
});

/** Whether the service takes one more person, at that address. It is held until the end of the transaction. */
async function mayOpen(tx: Tx, world: World, post: Post, mail: string): Promise<Errors | undefined> {
  const service = await holdService(tx, post.structureId, post.serviceId);
  if (!service || service.people >= structureLimits.people.value)
    return { mail: structureLimits.people.says };
  return (await isTaken(tx, "mail", mail, world.clock())) ? { mail: empty.taken } : undefined;
}

async function open(
  tx: Tx,
  world: World,
  visitor: Visitor,
  post: Post,
  told: Told,
  first: FirstPassword,
  language: Language,
): Promise<void> {
  const personId = newId();
  const at = world.clock();
  const by = agentOf(visitor);
  const role = "colleague" as const;
  await handOut(tx, world, by, { personId, ...told, role, service: post.service }, first, language);
  const { structureId, serviceId } = post;
  await insertPost(tx, { structureId, serviceId, personId, role, namedBy: by.agentId }, at);
  const act = "named a colleague";
  const detail = { service: serviceId, colleague: personId };
  await record(tx, world.keys.journal, { subject: structureId, actor: by.agentId, act, at, detail });
}

export type Confirmed = { named: true } | { refused: Sentence } | { over: true };

/** Takes the code that was sent to the colleague's address; typed right, their access opens (SP-04). */
export async function confirmColleague(
  world: World,
  visitor: Visitor,
  serviceId: string,
  namingId: string,
  typed: string,
  language: Language,
): Promise<Confirmed> {
  const post = await managedService(world, visitor, serviceId);
  if (!post) return { over: true };
  const read = readCode(typed);
  if ("refused" in read) return { refused: read.refused.says };
  const first = await drawFirstPassword(world);
  return inTransaction(world.db, async (tx) => {
    const told = await toldIn(tx, world, visitor, post, namingId, true);
    if (!told) return { over: true };
    const refused = await mayOpen(tx, world, post, told.mail);
    if (refused?.mail) return { refused: refused.mail };
    const wrong = await tryOpeningCode(tx, world, pointOf(namingId, told), read.code);
    if (wrong) return { refused: wrong };
    await endNaming(tx, post.structureId, serviceId, namingId, world.clock());
    await open(tx, world, visitor, post, told, first, language);
    return { named: true };
  });
}

/** What the code page shows; undefined where this manager awaits no code there. */
export async function waitingForColleague(
  world: World,
  visitor: Visitor,
  serviceId: string,
  namingId: string,
) {
  const post = await managedService(world, visitor, serviceId);
  return inTransaction(world.db, async (tx) => {
    const told = post && (await toldIn(tx, world, visitor, post, namingId));
    return told && openingWaiting(tx, world, pointOf(namingId, told));
  });
}

/** Sends another code; `seen` is the number of the last one the page knew of, so that a double click sends one. */
export async function askColleagueCode(
  world: World,
  visitor: Visitor,
  which: { serviceId: string; namingId: string; seen: number },
  language: Language,
): Promise<{ sent: true } | { refused: Sentence } | { over: true }> {
  const { serviceId, namingId, seen } = which;
  const post = await managedService(world, visitor, serviceId);
  return inTransaction(world.db, async (tx) => {
    const told = post && (await toldIn(tx, world, visitor, post, namingId, true));
    if (!told) return { over: true };
    const point = pointOf(namingId, told);
    const waiting = await openingWaiting(tx, world, point);
    return (waiting?.sends ?? 0) === seen ? sendOpeningCode(tx, world, point, language) : { sent: true };
  });
}

async function toldIn(
  tx: Tx,
  world: World,
  { person }: Visitor,
  { structureId, serviceId }: Post,
  namingId: string,
  lock = false,
): Promise<Told | undefined> {
  const found = await findNaming(tx, serviceId, structureId, namingId, person.personId, oldest(world), lock);
  return found && JSON.parse(unseal(sealKeys(world), found.sealed, `naming ${namingId}`));
}

/** Each night, forgets the colleagues whom nobody confirmed. */
export const forgetOldNamings = (world: World): Promise<void> =>
  world.jobs.nightly("partner-namings", async () => {
    await dropOldNamings(world.db, oldest(world));
  });

const empty = {
  firstNames: { fr: "Indiquez le prénom de votre collègue.", en: "Enter your colleague’s first name." },
  lastName: { fr: "Indiquez le nom de votre collègue.", en: "Enter your colleague’s last name." },
  staff: {
    fr: "Cochez la case : un accès s’ouvre seulement pour le personnel de votre structure.",
    en: "Tick the box: an access opens only for the staff of your structure.",
  },
  taken: {
    fr: "Cette adresse sert déjà à un accès. Donnez une adresse dont personne d’autre que votre collègue ne se sert.",
    en: "This address serves an access already. Give an address that your colleague alone uses.",
  },
} satisfies Record<string, Sentence>;
