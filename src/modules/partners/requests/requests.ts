import type { Language, Sentence } from "../../../../law/language.ts";
import { ownDomain } from "../../../../law/partners/structure.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import { mailQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import { type Agent, drawFirstPassword, type FirstPassword, isTaken } from "../../identity/index.ts";
import { handOut } from "../hand-out.ts";
import { decidedMail } from "../messages.ts";
import { wrongReason } from "../reason.ts";
import { insertPost, insertService, openStructure } from "../store.ts";
import {
  type AskedService,
  findOpenAmong,
  findOpenRequests,
  findRequest,
  findStaffByMail,
  type ListedStructureRequest,
  noteDecision,
  type StructureRequest,
} from "./store.ts";

/** Requests on one page of the list. */
const onePage = 20;

/** The structures' requests that wait, the oldest first; pages start at 1, and `more` follow or not (SP-02). */
export async function openStructureRequests(
  world: World,
  page: number,
): Promise<{ requests: ListedStructureRequest[]; more: boolean }> {
  const found = await findOpenRequests(world.db, (Math.max(1, page) - 1) * onePage, onePage + 1);
  return { requests: found.slice(0, onePage), more: found.length > onePage };
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** What a request is called and who asked, while it waits: what an agent needs to be asked of the law before reading it. */
export async function structureRequestSubject(
  world: World,
  requestId: string,
): Promise<{ personId: string; caseNumber: string } | undefined> {
  if (!isId(requestId)) return undefined;
  const found = await inTransaction(world.db, (tx) => findRequest(tx, requestId));
  return found?.state === "open" ? { personId: found.askedBy, caseNumber: found.caseNumber } : undefined;
}

/** Which of these requests wait. One query. */
export const waitingStructureRequests = async (
  world: World,
  requestIds: readonly string[],
): Promise<Set<string>> => new Set(await findOpenAmong(world.db, requestIds));

/** Opens a request for an agent; who read it, and when, is journalled (SEC-12). Undefined where there is none. */
export const readStructureRequest = (
  world: World,
  agent: Agent,
  requestId: string,
): Promise<StructureRequest | undefined> =>
  inTransaction(world.db, async (tx) => {
    const request = isId(requestId) ? await findRequest(tx, requestId) : undefined;
    if (request) await note(tx, world, agent, request, "read a structure's request");
    return request;
  });

const note = (tx: Tx, world: World, { agentId }: Agent, request: StructureRequest, act: string) =>
  record(tx, world.keys.journal, {
    subject: request.structureId,
    actor: agentId,
    act,
    at: world.clock(),
    detail: { request: request.requestId, case: request.caseNumber },
  });

export type Decided = { done: true } | { refused: Sentence };

/**
 * Decides a structure's request, once: accepted, each service opens and its manager is sent an access of their own;
 * refused, the person who asked is told why (SP-02, SP-03). A structure that has accesses already gets the new services
 * beside those it has.
 */
export async function decideStructureRequest(
  world: World,
  agent: Agent,
  requestId: string,
  decision: "accept" | "refuse",
  reason: string,
): Promise<Decided> {
  const wrong = wrongReason(reason);
  if (wrong) return { refused: wrong };
  if (!isId(requestId)) return { refused: sentences.unknown };
  // Hashing takes a while: done before the transaction, for as many managers as there can be.
  const asked =
    decision === "accept" ? await inTransaction(world.db, (tx) => findRequest(tx, requestId)) : undefined;
  const mails = new Set(asked?.services.map(({ mail }) => mail.toLowerCase()));
  const passwords: FirstPassword[] = [];
  for (const _ of mails) passwords.push(await drawFirstPassword(world));
  return inTransaction(world.db, async (tx) => {
    const request = await findRequest(tx, requestId, true);
    if (!request) return { refused: sentences.unknown };
    if (request.state !== "open") return { refused: sentences.decided };
    if (decision === "accept") {
      const taken = await accept(tx, world, agent, request, passwords);
      if (taken) return taken;
    }
    const state = decision === "accept" ? "accepted" : "refused";
    await noteDecision(tx, requestId, { state, by: agent.agentId, at: world.clock(), reason });
    await note(tx, world, agent, request, `${state} a structure's request`);
    const { structure, caseNumber, language, mail: to } = request;
    const told = { structure, caseNumber, ...(decision === "refuse" && { refusedFor: reason }) };
    await world.jobs.send(tx, mailQueue, { to, language, ...decidedMail(world, told, language) });
    return { done: true };
  });
}

/** Opens all of it, or says before anything is written why it cannot be. */
async function accept(
  tx: Tx,
  world: World,
  agent: Agent,
  request: StructureRequest,
  passwords: FirstPassword[],
): Promise<{ refused: Sentence } | undefined> {
  const at = world.clock();
  const known = new Map<string, string>();
  for (const { mail } of request.services) {
    const key = mail.toLowerCase();
    const there = request.existing && (await findStaffByMail(tx, request.existing.structureId, mail));
    if (there) known.set(key, there);
    else if (await isTaken(tx, "mail", mail, at)) return { refused: mailTaken(mail) };
  }
  const structureId = await openStructure(tx, structureOf(request), at);
  for (const service of request.services)
    await openService(tx, world, agent, { structureId, request, service, known, passwords });
  return undefined;
}

const structureOf = (request: StructureRequest) => ({
  structureId: request.structureId,
  name: request.structure,
  kind: request.kind,
  number: { kind: request.numberKind, value: request.number },
  address: { street: request.street, extra: request.extra, postcode: request.postcode, town: request.town },
  mailDomain: ownDomain(request.mail) ?? null,
});

type Opening = {
  structureId: string;
  request: StructureRequest;
  service: AskedService;
  /** Persons by their mail address: whoever manages two services has one access. */
  known: Map<string, string>;
  passwords: FirstPassword[];
};

async function openService(
  tx: Tx,
  world: World,
  agent: Agent,
  { structureId, request, service, known, passwords }: Opening,
): Promise<void> {
  const at = world.clock();
  const serviceId = newId();
  await insertService(tx, { structureId, serviceId, name: service.name }, at);
  const key = service.mail.toLowerCase();
  const personId = known.get(key) ?? (isAsker(request, service) ? request.askedBy : newId());
  if (!known.has(key)) {
    const first = passwords.pop();
    if (!first) throw new Error("A request changed while it was decided");
    const { firstNames, lastName, mail } = service;
    const staff = { personId, firstNames, lastName, mail, role: "manager" as const, service: service.name };
    await handOut(tx, world, agent, staff, first, request.language as Language);
    known.set(key, personId);
  }
  await insertPost(tx, { structureId, serviceId, personId, role: "manager", namedBy: agent.agentId }, at);
  const act = "opened a service";
  const detail = { service: serviceId, manager: personId };
  await record(tx, world.keys.journal, { subject: structureId, actor: agent.agentId, act, at, detail });
}

/** Who asked and manages is one person: the charter they accepted by asking is theirs (SP-02). */
const isAsker = (request: StructureRequest, service: AskedService): boolean =>
  request.mail.toLowerCase() === service.mail.toLowerCase();

const mailTaken = (mail: string): Sentence => ({
  fr: `L’adresse ${mail} sert déjà à un autre accès. Refusez la demande en demandant une autre adresse pour cette personne.`,
  en: `The address ${mail} serves another access already. Refuse the request and ask for another address for this person.`,
});

const sentences = {
  unknown: { fr: "Cette demande n’existe pas.", en: "This request does not exist." },
  decided: {
    fr: "Cette demande a déjà été décidée.",
    en: "This request has been decided already.",
  },
} satisfies Record<string, Sentence>;
