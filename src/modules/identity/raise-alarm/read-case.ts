import type { AlarmChannel, AlarmKind, AlarmProof } from "../../../../law/credentials/alarm.ts";
import { unseal } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import type { Agent } from "../agent.ts";
import { callName } from "../person.ts";
import { findPersons } from "../store.ts";
import { findAlarmByCase } from "./store.ts";

/** A report as support reads it. */
export type AlarmCase = {
  caseNumber: string;
  kind: AlarmKind;
  gavePassword: boolean;
  channel: AlarmChannel | null;
  /** What shows that it is the person's report. */
  proof: AlarmProof;
  reportedAt: Date;
  since: Date | null;
  /** In the person's own words. */
  told: string;
  /** It closed the access, at that moment. */
  closed: boolean;
  /** Whose account it is about, where somebody has the number that was given. */
  person: { name: string; birthDate: string } | null;
};

/** The report of that number, for an agent; the reading is journalled. Undefined where there is none (CN-05, SP-10). */
export const readCase = (world: World, agent: Agent, typed: string): Promise<AlarmCase | undefined> =>
  inTransaction(world.db, async (tx) => {
    const alarm = await findAlarmByCase(tx, typed.trim().toUpperCase());
    if (!alarm) return undefined;
    const { alarmId, personId, told, provenBy, blockId, caseNumber, ...rest } = alarm;
    const [person] = personId ? await findPersons(tx, [personId]) : [];
    await record(tx, world.keys.journal, {
      subject: personId ?? alarmId,
      actor: agent.agentId,
      act: "read a report of danger",
      at: world.clock(),
      detail: { case: caseNumber },
    });
    return {
      ...rest,
      caseNumber,
      proof: provenBy,
      told: told ? unseal(new Map([[1, world.keys.input]]), told, alarmId) : "",
      closed: blockId !== null,
      person: person ? { name: callName(person), birthDate: person.birthDate } : null,
    };
  });
