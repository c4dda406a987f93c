import type { Language, Sentence } from "../../../../law/language.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import {
  type Agent,
  drawFirstPassword,
  findContactPoints,
  findPersons,
  handOverFirstPassword,
  personBy,
} from "../../identity/index.ts";
import { kinds } from "../ask-access/ask-access.ts";
import { contributorOf } from "../contributor.ts";
import type { DecidedAccess, HandingOver } from "../decide-access/decide-access.ts";
import { firstPasswordLetter } from "../decide-access/letter.ts";

export type Reissuing = {
  /** The insurance or employer number, as the agent types it. */
  number: string;
  /** What the agent rests on: a document seen, a call answered. At most 300 characters; the journal keeps it. */
  reason: string;
  by: HandingOver;
  language: Language;
};

/** Characters of what an agent rests on. */
const longestReason = 300;

/**
 * Hands a person another first password, in place of the one they lost or let go by: to a contact point they confirmed, or by
 * a letter (CN-04). Whoever came in by the one before is out. Refused to who has a password of their own: they choose another
 * from the sign-in page, and no agent opens their account.
 */
export async function reissueAccess(
  world: World,
  agent: Agent,
  { number, reason: typedReason, by, language }: Reissuing,
): Promise<DecidedAccess> {
  const reason = typedReason.trim().replace(/\s+/g, " ");
  if (reason === "" || reason.length > longestReason) return { refused: sentences.noReason };
  const found = await personBy(world, number);
  if ("refused" in found) return found;
  const { personId } = found;
  const [person] = await findPersons(world.db, [personId]);
  const contributor = await contributorOf(world, personId);
  const { numbers, accessRequests } = world.institution.accounts ?? {};
  const shape = numbers?.shapes.find((one) => one.kind === kinds[contributor.kind].number);
  if (!person || !shape || !accessRequests) throw new Error("This institution hands out no accesses");
  const first = await drawFirstPassword(world);
  return inTransaction(world.db, async (tx) => {
    const points = await findContactPoints(tx, personId);
    const to = by === "contact" ? points.find(({ verifiedAt }) => verifiedAt !== null) : undefined;
    if (by === "contact" && !to) return { refused: sentences.nowhere };
    const days = accessRequests.firstPasswordDays;
    const handing = { personId, first, identifier: shape.name, days, language, again: true as const };
    const handed = await handOverFirstPassword(tx, world, agent, { ...handing, ...(to && { to }) });
    if ("refused" in handed) return handed;
    const act = "reissued an access";
    const detail = { by, reason };
    const at = world.clock();
    await record(tx, world.keys.journal, { subject: personId, actor: agent.agentId, act, at, detail });
    if (to) return { done: true };
    const company = contributor.kind === "employer" ? contributor.employer.name : "";
    const { until } = handed;
    const told = { person, company, identifier: shape.name, first, until, language, again: true as const };
    return { done: true, letter: firstPasswordLetter(world, told) };
  });
}

const sentences = {
  noReason: {
    fr: "Dites sur quoi vous vous appuyez, par exemple une pièce vue au guichet\u202f: 300 caractères au plus.",
    en: "Say what you rest on, for instance a document seen at the counter: 300 characters at most.",
  },
  nowhere: {
    fr: "Cette personne ne nous a confirmé ni adresse mail ni mobile. Remettez-lui une lettre, contre une pièce d’identité.",
    en: "This person has confirmed neither a mail address nor a mobile to us. Give them a letter, against an identity document.",
  },
} satisfies Record<string, Sentence>;
