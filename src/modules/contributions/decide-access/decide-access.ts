import type { Sentence } from "../../../../law/language.ts";
import { brokeConstraint, inTransaction, type Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { Paper } from "../../../platform/pdf.ts";
import type { World } from "../../../world.ts";
import {
  type Agent,
  admit,
  drawFirstPassword,
  type FirstPassword,
  handOverFirstPassword,
  sendTo,
} from "../../identity/index.ts";
import { kinds } from "../ask-access/ask-access.ts";
import { type Draft, draftOf, isId } from "../ask-access/draft.ts";
import { changeRequest, findRequest, insertEmployer, type StoredRequest } from "../store.ts";
import { firstPasswordLetter } from "./letter.ts";
import { refusedText } from "./messages.ts";

export type AccessDecision = "issue" | "refuse";

/** `contact`: by a message where the code was typed. `letter`: by a paper that the agent prints and gives. */
export type HandingOver = "contact" | "letter";

export type DecidedAccess = { done: true; letter?: Paper } | { refused: Sentence };

/** Characters of a reason: it must fit in a few short messages. */
const longestReason = 300;

/**
 * Decides a request for access, once (CN-04). Issued, the asker has an account with their number and a first password, by a
 * message or by a letter; without the register's word the agent says on what they rest. Refused, the asker is told why.
 * What was told goes with the decision: what is needed of it is the account's.
 */
export async function decideAccessRequest(
  world: World,
  agent: Agent,
  requestId: string,
  decision: AccessDecision,
  typedReason: string,
  by: HandingOver = "contact",
): Promise<DecidedAccess> {
  const reason = typedReason.trim().replace(/\s+/g, " ");
  if (reason.length > longestReason || (decision === "refuse" && reason === ""))
    return { refused: sentences.noReason };
  if (!isId(requestId)) return { refused: sentences.gone };
  const first = await drawFirstPassword(world);
  try {
    return await inTransaction(world.db, (tx) =>
      decide(tx, world, agent, { requestId, decision, reason, by, first }),
    );
  } catch (error) {
    if (!brokeConstraint(error, "identifier_stands_once")) throw error;
    return { refused: sentences.numberTaken };
  }
}

type Asked = {
  requestId: string;
  decision: AccessDecision;
  reason: string;
  by: HandingOver;
  first: FirstPassword;
};

async function decide(tx: Tx, world: World, agent: Agent, asked: Asked): Promise<DecidedAccess> {
  const { requestId, decision, reason } = asked;
  const request = await findRequest(tx, requestId, true);
  if (!request) return { refused: sentences.gone };
  const draft = draftOf(world, request);
  if (request.state !== "sent" || !draft) return { refused: sentences.decided };
  if (decision === "issue" && request.fits !== "match" && reason === "")
    return { refused: sentences.noGround };
  const decided =
    decision === "issue"
      ? await issue(tx, world, agent, request, draft, asked)
      : await refuse(tx, world, request, draft, reason);
  if ("refused" in decided) return decided;
  const at = world.clock();
  const state = decision === "issue" ? "issued" : "refused";
  await changeRequest(tx, requestId, {
    state,
    sealed: null,
    reason: reason || null,
    decided_by: agent.agentId,
    decided_at: at,
  });
  await record(tx, world.keys.journal, {
    subject: request.personId,
    actor: agent.agentId,
    act: decision === "issue" ? "issued an access" : "refused an access",
    at,
    detail: { request: requestId, case: request.caseNumber, fits: request.fits, reason },
  });
  return decided;
}

async function issue(
  tx: Tx,
  world: World,
  agent: Agent,
  { kind, personId }: StoredRequest,
  { told, contact, language }: Draft,
  { by, first }: Asked,
): Promise<DecidedAccess> {
  const { numbers, accessRequests } = world.institution.accounts ?? {};
  const shape = numbers?.shapes.find((one) => one.kind === kinds[kind].number);
  if (!told || !contact || !shape || !accessRequests) throw new Error("A request was sent unfinished");
  const { firstNames, birthName, birthDate, company, quality } = told;
  const person = { personId, firstNames, birthName, usedName: null, birthDate };
  await admit(tx, world, {
    person,
    identifier: { kind: shape.kind, value: told.number },
    verified: { kind: contact.kind, value: contact.value },
  });
  if (kind === "employer")
    await insertEmployer(tx, { employerId: newId(), name: company, personId, quality }, world.clock());
  const handed = await handOverFirstPassword(tx, world, agent, {
    personId,
    first,
    ...(by === "contact" && { to: contact }),
    identifier: shape.name,
    days: accessRequests.firstPasswordDays,
    language,
  });
  if ("refused" in handed) return handed;
  if (by === "contact") return { done: true };
  const { until } = handed;
  return {
    done: true,
    letter: firstPasswordLetter(world, { person, company, identifier: shape.name, first, until, language }),
  };
}

async function refuse(
  tx: Tx,
  world: World,
  { caseNumber }: StoredRequest,
  { contact, language }: Draft,
  reason: string,
): Promise<DecidedAccess> {
  if (contact) await sendTo(tx, world, contact, refusedText(world, caseNumber ?? "", reason, language));
  return { done: true };
}

const sentences = {
  gone: {
    fr: "Cette demande n’existe pas, ou n’existe plus. Revenez à la liste.",
    en: "This request does not exist, or no longer does. Go back to the list.",
  },
  decided: {
    fr: "Cette demande a déjà reçu une réponse. Rechargez la liste.",
    en: "This request has already been answered. Reload the list.",
  },
  noReason: {
    fr: "Dites pourquoi, en quelques mots que la personne lira\u202f: 300 caractères au plus.",
    en: "Say why, in a few words that the person will read: 300 characters at most.",
  },
  noGround: {
    fr: "Le registre ne confirme pas ce qui est dit dans cette demande. Pour donner l’accès, dites sur quoi vous vous appuyez, par exemple une pièce vue au guichet.",
    en: "The register does not confirm what this request says. To give the access, say what you rest on, for instance a document seen at the counter.",
  },
  numberTaken: {
    fr: "Un compte a déjà ce numéro. Refusez cette demande, en disant à la personne comment retrouver son accès.",
    en: "An account already has this number. Refuse this request, telling the person how to get back into their account.",
  },
} satisfies Record<string, Sentence>;
