import { guardianshipRefusals } from "../../../../law/access/guardianship.ts";
import { relationTo } from "../../../../law/access/positions.ts";
import type { Sentence } from "../../../../law/language.ts";
import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import { dropFiles } from "../../../platform/uploads/store.ts";
import type { World } from "../../../world.ts";
import { type Agent, findPersons, type Person } from "../../identity/index.ts";
import { settleDeskTask } from "../desk-tasks/store.ts";
import { findFileOf, lockFile } from "../store.ts";
import { tell } from "../tell.ts";
import { todayIn } from "./draft.ts";
import { protectedNotice, refusedNotice, unchangedNotice, validatedNotice } from "./messages.ts";
import { isId } from "./read-deposits.ts";
import { findDeposit, putInForce, refuseProposed, type StoredDeposit, updateDeposit } from "./store.ts";
import { contactsMeet, personTold, toldOn } from "./told.ts";

/** An agent, with their own record where they have one: nobody decides about themselves. */
export type DecidingAgent = Agent & { personId?: string | null };

export type DecidedGuardianship =
  | { done: true }
  /** A first agent agreed: another one must confirm. */
  | { seconded: true }
  | { refused: Sentence };

/** Characters of a reason: it must fit in a few short messages. */
const longestReason = 300;

/**
 * Decides on a protection decision (MC-06, MC-09). To validate takes two agents: the first agrees, another confirms
 * (SEC-11); refusing takes one. Validated, both persons are told and the law opens the space; refused, the guardian is
 * told why, and documents and account go. The desk task settles.
 */
export async function decideGuardianship(
  world: World,
  agent: DecidingAgent,
  depositId: string,
  decision: "validate" | "refuse",
  typedReason: string,
): Promise<DecidedGuardianship> {
  const reason = typedReason.trim().replace(/\s+/g, " ");
  if (reason === "" || reason.length > longestReason) return { refused: guardianshipRefusals.noReason };
  if (!isId(depositId)) return { refused: guardianshipRefusals.gone };
  const known = await inTransaction(world.db, (tx) => findDeposit(tx, depositId));
  if (!known) return { refused: guardianshipRefusals.gone };
  const person = await personTold(world, toldOn(world, known));
  return inTransaction(world.db, async (tx) => {
    const deposit = await findDeposit(tx, depositId, true);
    const [guardian] = deposit ? await findPersons(tx, [deposit.guardian]) : [];
    if (!deposit || !guardian) return { refused: guardianshipRefusals.gone };
    if (deposit.state !== "waiting") return { refused: guardianshipRefusals.decided };
    const two: Two = { guardian, person };
    if (await isOwnAffair(tx, world, agent, two)) return { refused: guardianshipRefusals.ownAffair };
    if (decision === "refuse") return refuse(tx, world, agent, deposit, two, reason);
    return validate(tx, world, agent, deposit, two, reason);
  });
}

/** The guardian, and whom they protect where somebody here is the person told. */
type Two = { guardian: Person; person: Person | undefined };

async function isOwnAffair(
  tx: Tx,
  world: World,
  { agentId, personId }: DecidingAgent,
  { guardian, person }: Two,
): Promise<boolean> {
  const own = personId ?? agentId;
  if (own === guardian.personId || own === person?.personId) return true;
  const file = person && (await findFileOf(tx, person.personId, world.institution.timeZone));
  return file !== undefined && relationTo(file.facts, own, world.clock()) !== "none";
}

async function validate(
  tx: Tx,
  world: World,
  agent: Agent,
  deposit: StoredDeposit,
  { guardian, person }: Two,
  reason: string,
): Promise<DecidedGuardianship> {
  const at = world.clock();
  if (!person) return { refused: guardianshipRefusals.nobody };
  const protectedPerson = person.personId;
  if (deposit.until !== null && deposit.until <= todayIn(world))
    return { refused: guardianshipRefusals.measureOver };
  if (await contactsMeet(tx, { guardian: guardian.personId, protectedPerson }, true))
    return { refused: guardianshipRefusals.contactsMeet };
  if (deposit.secondedBy === null) {
    await updateDeposit(tx, deposit, { seconded_by: agent.agentId, seconded_at: at });
    await note(tx, world, agent, deposit, { guardian, person }, "seconded a protection decision", { reason });
    return { seconded: true };
  }
  if (deposit.secondedBy === agent.agentId) return { refused: guardianshipRefusals.otherEyes };
  // Acts on the person's file rest on facts that change here.
  const file = await findFileOf(tx, protectedPerson, world.institution.timeZone);
  if (file) await lockFile(tx, file.fileId);
  const decided = { decided_by: agent.agentId, decided_at: at, reason };
  await updateDeposit(tx, deposit, { ...decided, state: "validated", protected_person: protectedPerson });
  const { depositId, kind, from, until, depositedAt, language, caseNumber } = deposit;
  await putInForce(tx, {
    protected_person: protectedPerson,
    guardianship_id: depositId,
    guardian_person: guardian.personId,
    kind,
    from_date: from,
    until_date: until,
    proposed_at: depositedAt,
    ...decided,
  });
  await settleTask(tx, world, agent, deposit);
  await note(tx, world, agent, deposit, { guardian, person }, "validated a protection decision", { reason });
  const opened = validatedNotice(world, person, caseNumber, language);
  await tell(tx, world, { personId: guardian.personId, language }, opened);
  await tell(tx, world, { personId: protectedPerson, language }, protectedNotice(world, guardian, language));
  return { done: true };
}

async function refuse(
  tx: Tx,
  world: World,
  agent: Agent,
  deposit: StoredDeposit,
  { guardian, person }: Two,
  reason: string,
): Promise<DecidedGuardianship> {
  const { depositId, proofId, caseNumber, language } = deposit;
  const decided = { decided_by: agent.agentId, decided_at: world.clock(), reason };
  await updateDeposit(tx, deposit, { ...decided, state: "refused", bank_sealed: null });
  const { protectedPerson } = deposit;
  if (protectedPerson) await refuseProposed(tx, { protectedPerson, depositId }, decided);
  await settleTask(tx, world, agent, deposit);
  const gone = [...(await dropFiles(tx, depositId)), ...(await dropFiles(tx, proofId))];
  const hashes = gone.map(({ sha256 }, n) => [`file ${n + 1}`, sha256.toString("hex")]);
  const detail = { reason, ...Object.fromEntries(hashes) };
  await note(tx, world, agent, deposit, { guardian, person }, "refused a protection decision", detail);
  const told = refusedNotice(world, caseNumber, reason, language);
  await tell(tx, world, { personId: guardian.personId, language }, told);
  if (person) {
    const unchanged = unchangedNotice(world, guardian, caseNumber, language);
    await tell(tx, world, { personId: person.personId, language }, unchanged);
  }
  return { done: true };
}

async function settleTask(tx: Tx, world: World, { agentId }: Agent, { taskFile, depositId }: StoredDeposit) {
  if (taskFile) await settleDeskTask(tx, { fileId: taskFile, taskId: depositId }, agentId, world.clock());
}

/** What concerns both stands in the journal of each. */
async function note(
  tx: Tx,
  world: World,
  { agentId }: Agent,
  { caseNumber }: StoredDeposit,
  { guardian, person }: Two,
  act: string,
  detail: Record<string, string>,
) {
  const subjects = [guardian.personId, ...(person ? [person.personId] : [])].toSorted();
  for (const subject of subjects)
    await record(tx, world.keys.journal, {
      ...{ subject, actor: agentId, act, at: world.clock() },
      detail: { case: caseNumber, ...detail },
    });
}
