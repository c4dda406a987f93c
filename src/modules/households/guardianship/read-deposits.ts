import { inTransaction, type Tx } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import { findFiles, type KeptFile, type OpenedFile, openFile } from "../../../platform/uploads/store.ts";
import type { World } from "../../../world.ts";
import {
  type Agent,
  everybody,
  findPersons,
  maskContact,
  noticeContacts,
  type Person,
  type PersonFilter,
} from "../../identity/index.ts";
import type { ToldProtected } from "./draft.ts";
import { findDeposit, findWaiting, type StoredDeposit } from "./store.ts";
import { personTold, shownBank, toldOn } from "./told.ts";

/** A deposit as the list shows it. */
export type ListedGuardianship = Pick<
  StoredDeposit,
  "depositId" | "caseNumber" | "kind" | "depositedAt" | "secondedBy" | "protectedPerson"
> & {
  guardian: Person;
  told: ToldProtected;
};

/** Deposits on one page of the list. */
const onePage = 20;

/** The protection decisions about these persons that wait for agents, the oldest first; pages start at 1, and `more` follow or not. */
export async function openGuardianships(
  world: World,
  page: number,
  whose: PersonFilter = everybody,
): Promise<{ guardianships: ListedGuardianship[]; more: boolean }> {
  const found = await findWaiting(world.db, whose, (Math.max(1, page) - 1) * onePage, onePage + 1);
  const shown = found.slice(0, onePage);
  const guardians = await findPersons(
    world.db,
    shown.map(({ guardian }) => guardian),
  );
  const guardianships = shown.flatMap((deposit) => {
    const guardian = guardians.find(({ personId }) => personId === deposit.guardian);
    const { depositId, caseNumber, kind, depositedAt, secondedBy, protectedPerson } = deposit;
    const listed = { depositId, caseNumber, kind, depositedAt, secondedBy, protectedPerson };
    return guardian ? [{ ...listed, told: toldOn(world, deposit), guardian }] : [];
  });
  return { guardianships, more: found.length > onePage };
}

/** A protection decision as the agents read it who are to decide. */
export type ReadGuardianship = ListedGuardianship & {
  from: string;
  until: string | null;
  state: StoredDeposit["state"];
  /** The account given, masked; absent once refused. */
  bank: string | undefined;
  decision: KeptFile[];
  proof: KeptFile[];
  /** Where the guardian is written to, masked. */
  contacts: string[];
  /** Who here has the number, name and birth date told, if anybody. */
  registered: Person | undefined;
};

/** Opens a deposit for an agent; who read whose, and when, is journalled (SEC-12). Undefined where there is none. */
export async function readGuardianship(
  world: World,
  agent: Agent,
  depositId: string,
): Promise<ReadGuardianship | undefined> {
  if (!isId(depositId)) return undefined;
  const known = await inTransaction(world.db, (tx) => findDeposit(tx, depositId));
  const registered = known && (await personTold(world, toldOn(world, known)));
  return inTransaction(world.db, async (tx) => {
    const deposit = await findDeposit(tx, depositId);
    const [guardian] = deposit ? await findPersons(tx, [deposit.guardian]) : [];
    if (!deposit || !guardian) return undefined;
    await noteReading(tx, world, agent, deposit, registered, "read a protection decision");
    const { caseNumber, kind, from, until, depositedAt, state, secondedBy, bankSealed, protectedPerson } =
      deposit;
    return {
      ...{ depositId, caseNumber, kind, from, until, depositedAt, state, secondedBy, protectedPerson },
      ...{ guardian, registered },
      told: toldOn(world, deposit),
      bank: bankSealed ? shownBank(world, bankSealed, depositId) : undefined,
      decision: await findFiles(tx, depositId),
      proof: await findFiles(tx, deposit.proofId),
      contacts: (await noticeContacts(tx, guardian.personId)).map(maskContact),
    };
  });
}

/** What a deposit that waits is about: what an agent needs to be asked of the law before reading it. */
export async function guardianshipSubject(
  world: World,
  depositId: string,
): Promise<{ caseNumber: string; personId: string | undefined; secondedBy: string | null } | undefined> {
  if (!isId(depositId)) return undefined;
  const deposit = await inTransaction(world.db, (tx) => findDeposit(tx, depositId));
  if (deposit?.state !== "waiting") return undefined;
  const person = await personTold(world, toldOn(world, deposit));
  return { caseNumber: deposit.caseNumber, personId: person?.personId, secondedBy: deposit.secondedBy };
}

/** Opens a file of a deposit for an agent, journalled alike. Undefined where that deposit has no such file. */
export const readGuardianshipFile = (
  world: World,
  agent: Agent,
  depositId: string,
  fileId: string,
): Promise<OpenedFile | undefined> =>
  inTransaction(world.db, async (tx) => {
    const deposit = isId(depositId) && isId(fileId) ? await findDeposit(tx, depositId) : undefined;
    if (!deposit) return undefined;
    const key = world.keys.uploads;
    const file =
      (await openFile(tx, key, depositId, fileId)) ?? (await openFile(tx, key, deposit.proofId, fileId));
    const act = "read a file of a protection decision";
    if (file) await noteReading(tx, world, agent, deposit, undefined, act, fileId);
    return file;
  });

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** It stands in the journal of whose data was read: the guardian, and the protected person where they are known. */
async function noteReading(
  tx: Tx,
  world: World,
  { agentId }: Agent,
  deposit: StoredDeposit,
  registered: Person | undefined,
  act: string,
  file?: string,
) {
  const detail = { case: deposit.caseNumber, ...(file && { file }) };
  const subjects = [deposit.guardian, ...(registered ? [registered.personId] : [])].toSorted();
  for (const subject of subjects)
    await record(tx, world.keys.journal, { subject, actor: agentId, act, at: world.clock(), detail });
}
