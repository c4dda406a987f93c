import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { RegisterAnswer } from "../../../platform/register-by-http.ts";
import type { World } from "../../../world.ts";
import { type Agent, personBy } from "../../identity/index.ts";
import { draftOf, isId, type Told } from "../ask-access/draft.ts";
import type { RequestKind } from "../request-kind.ts";
import { findRequest, findWaitingAmong, findWaitingRequests, type StoredRequest } from "../store.ts";

/** A request as the list shows it. */
export type ListedAccessRequest = {
  requestId: string;
  caseNumber: string;
  kind: RequestKind;
  sentAt: Date;
  /** Who asks: a person's name, or the company's. */
  name: string;
  fits: RegisterAnswer;
};

/** Requests on one page of the list. */
const onePage = 20;

/** The requests that wait for an answer, the oldest first; pages start at 1, and `more` follow or not. */
export async function openAccessRequests(
  world: World,
  page: number,
): Promise<{ requests: ListedAccessRequest[]; more: boolean }> {
  const found = await findWaitingRequests(world.db, (Math.max(1, page) - 1) * onePage, onePage + 1);
  const requests = found.slice(0, onePage).map((request) => ({
    ...factsOf(request),
    name: nameOf(draftOf(world, request)?.told),
  }));
  return { requests, more: found.length > onePage };
}

const factsOf = ({ requestId, caseNumber, kind, sentAt, fits }: StoredRequest) => ({
  requestId,
  caseNumber: caseNumber ?? "",
  kind,
  sentAt: sentAt as Date,
  fits: fits ?? "unknown",
});

const nameOf = (told: Told | undefined) =>
  told ? told.company || `${told.firstNames} ${told.birthName}`.trim() : "";

/** A request as the agent reads it who is to decide. */
export type AccessRequest = ListedAccessRequest & {
  /** What was told; gone once it is decided. */
  told: Told;
  contact: { kind: "mail" | "mobile"; value: string };
  /** An account has the number told: only a refusal is left. */
  hasAccount: boolean;
};

/** What a request is called and whose it is, while it waits: what an agent needs to be asked of the law before reading it. */
export async function accessRequestSubject(
  world: World,
  requestId: string,
): Promise<{ personId: string; caseNumber: string } | undefined> {
  if (!isId(requestId)) return undefined;
  const found = await inTransaction(world.db, (tx) => findRequest(tx, requestId));
  return found?.state === "sent"
    ? { personId: found.personId, caseNumber: found.caseNumber ?? "" }
    : undefined;
}

/** Which of these requests wait for an answer. One query. */
export const waitingAccessRequests = async (
  world: World,
  requestIds: readonly string[],
): Promise<Set<string>> => new Set(await findWaitingAmong(world.db, requestIds));

/** Opens a request for an agent; who read whose, and when, is journalled (SEC-12). Undefined where none waits there. */
export async function readAccessRequest(
  world: World,
  { agentId }: Agent,
  requestId: string,
): Promise<AccessRequest | undefined> {
  if (!isId(requestId)) return undefined;
  const found = await inTransaction(world.db, async (tx) => {
    const request = await findRequest(tx, requestId);
    const draft = request && draftOf(world, request);
    if (!request || !draft?.told || !draft.contact) return undefined;
    await record(tx, world.keys.journal, {
      subject: request.personId,
      actor: agentId,
      act: "read an access request",
      at: world.clock(),
      detail: { request: requestId },
    });
    const { kind, value } = draft.contact;
    return { ...factsOf(request), name: nameOf(draft.told), told: draft.told, contact: { kind, value } };
  });
  return found && { ...found, hasAccount: "personId" in (await personBy(world, found.told.number)) };
}
