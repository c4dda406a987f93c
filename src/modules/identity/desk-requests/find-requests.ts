import { agreement, type ToldPerson } from "../../../../law/credentials/lost-contact.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import { findFiles, type KeptFile, type OpenedFile, openFile } from "../../../platform/uploads/store.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { everybody, type PersonFilter } from "../at-desk/store.ts";
import { maskContact } from "../contact/contact.ts";
import { warnedContacts } from "../contact/reach.ts";
import { unknownSubject } from "../identifiers.ts";
import type { Person } from "../person.ts";
import { findPersons } from "../store.ts";
import { bodyOf, type RequestBody } from "./request.ts";
import { findOpenAmong, findOpenRequests, findRequest, type StoredRequest } from "./store.ts";

/** A request as the list shows it. */
export type ListedRequest = {
  requestId: string;
  caseNumber: string;
  askedAt: Date;
  who: ToldPerson;
  /** Somebody has the identifier told. */
  known: boolean;
  /** Who has it, if anybody. */
  personId: string | null;
};

/** Requests on one page of the list. */
const onePage = 20;

/** The requests of these persons that wait for the desk, the oldest first; pages start at 1, and `more` follow or not. */
export async function findDeskRequests(
  world: World,
  page: number,
  whose: PersonFilter = everybody,
): Promise<{ requests: ListedRequest[]; more: boolean }> {
  const found = await findOpenRequests(world.db, whose, (Math.max(1, page) - 1) * onePage, onePage + 1);
  const requests = found.slice(0, onePage).map((request) => ({
    requestId: request.requestId,
    caseNumber: request.caseNumber,
    askedAt: request.askedAt,
    who: bodyOf(world, request).who,
    known: request.personId !== null,
    personId: request.personId,
  }));
  return { requests, more: found.length > onePage };
}

/** Whose request it is, its case number and whether it waits: what is asked of before it is opened. */
export const deskRequestSubject = (
  world: World,
  requestId: string,
): Promise<Pick<StoredRequest, "personId" | "caseNumber" | "state"> | undefined> =>
  inTransaction(world.db, async (tx) => {
    const request = await find(tx, requestId);
    return request && { personId: request.personId, caseNumber: request.caseNumber, state: request.state };
  });

/** Which of these requests wait to be decided. One query. */
export const waitingDeskRequests = async (
  world: World,
  requestIds: readonly string[],
): Promise<Set<string>> => new Set(await findOpenAmong(world.db, requestIds));

/** A request as the agent reads it who is to decide. */
export type DeskRequest = RequestBody & {
  requestId: string;
  caseNumber: string;
  askedAt: Date;
  state: StoredRequest["state"];
  files: KeptFile[];
  /** What the register knows of the person with that identifier, and how it goes with what was told. */
  registered: (Person & { agrees: ReturnType<typeof agreement>; contacts: string[] }) | undefined;
};

/** Opens a request for an agent; who read whose, and when, is journalled (SEC-12). Undefined where there is none. */
export const readDeskRequest = (
  world: World,
  agent: Agent,
  requestId: string,
): Promise<DeskRequest | undefined> =>
  inTransaction(world.db, async (tx) => {
    const request = await find(tx, requestId);
    if (!request) return undefined;
    await noteReading(tx, world, agent, request, "read a desk request");
    const { caseNumber, askedAt, state } = request;
    const body = bodyOf(world, request);
    const files = await findFiles(tx, requestId);
    const registered = await registeredPerson(tx, world, request, body.who);
    return { ...body, requestId, caseNumber, askedAt, state, files, registered };
  });

/** Opens a file of a request for an agent, journalled alike. Undefined where that request has no such file. */
export const readDeskFile = (
  world: World,
  agent: Agent,
  requestId: string,
  fileId: string,
): Promise<OpenedFile | undefined> =>
  inTransaction(world.db, async (tx) => {
    const request = isId(fileId) ? await find(tx, requestId) : undefined;
    const file = request && (await openFile(tx, world.keys.uploads, requestId, fileId));
    if (file) await noteReading(tx, world, agent, request, "read a file of a desk request", fileId);
    return file;
  });

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const find = async (tx: Tx, requestId: string) => (isId(requestId) ? findRequest(tx, requestId) : undefined);

const noteReading = (
  tx: Tx,
  world: World,
  { agentId }: Agent,
  { personId, foundBy, requestId }: StoredRequest,
  act: string,
  file?: string,
) =>
  record(tx, world.keys.journal, {
    subject: personId ?? unknownSubject(foundBy),
    actor: agentId,
    act,
    at: world.clock(),
    detail: { request: requestId, ...(file && { file }) },
  });

async function registeredPerson(tx: Tx, world: World, { personId }: StoredRequest, told: ToldPerson) {
  const [person] = personId ? await findPersons(tx, [personId]) : [];
  if (!person) return undefined;
  const contacts = (await warnedContacts(tx, person.personId, world.clock())).map(maskContact);
  return { ...person, agrees: agreement(told, person), contacts };
}
