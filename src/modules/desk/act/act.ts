import { readNir } from "../../../../law/credentials/nir.ts";
import { afterDay } from "../../../../law/credentials/told-moment.ts";
import type { Sentence } from "../../../../law/language.ts";
import { keyedHash } from "../../../platform/crypto.ts";
import type { World } from "../../../world.ts";
import {
  askPasswordChange,
  awaitsNir,
  giveNirFor,
  liftAlarm,
  liftSuspension,
  sendProvisionalFor,
  suspendAccess,
} from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import { gone, mayConfirm, noteSettled, propose, readApproval } from "../approvals/approve.ts";
import { readVisit, wrongReason } from "../visit/visit.ts";
import { type DeskAct, deskActs } from "./acts.ts";

/** What the form of an act was sent with. */
export type TypedAct = { reason: string; until: string; number: string };

export type ActedAtDesk = { done: true } | { refused: { field: keyof TypedAct; says: Sentence } };

/**
 * Does something for the person of a visit, under the agent's name (CP-21, MC-13, MC-14). The law is asked now, whatever
 * the page showed; undefined where the visit is not this agent's, or over.
 */
export async function actAtDesk(
  world: World,
  agent: SignedInAgent,
  asked: { visitId: string; act: DeskAct },
  typed: TypedAct,
): Promise<ActedAtDesk | undefined> {
  const read = await readVisit(world, agent, asked.visitId);
  if (!read) return undefined;
  const decision = read.standing.may(deskActs[asked.act].act);
  if (!decision.allowed) return refused("reason", decision.says);
  const fields = deskActs[asked.act].fields;
  const wrong = fields.includes("reason") ? wrongReason(typed.reason) : undefined;
  if (wrong) return refused("reason", wrong);
  const { personId } = read.visit;
  const reason = typed.reason.trim();
  switch (asked.act) {
    case "suspend":
      return suspend(world, agent, personId, reason, typed.until);
    case "lift":
      return granted(await liftSuspension(world, agent, personId, { reason }));
    case "lift-alarm":
      return granted(await liftAlarm(world, agent, personId, { reason }));
    case "ask-password":
      return granted(
        await askPasswordChange(world, agent, { to: [personId], why: "precaution", note: reason }),
      );
    case "give-nir":
      return proposeNir(world, agent, personId, typed.number, reason);
    case "send-provisional":
      return granted(await sendProvisionalFor(world, agent, personId));
  }
}

async function suspend(
  world: World,
  agent: SignedInAgent,
  personId: string,
  reason: string,
  typed: string,
): Promise<ActedAtDesk> {
  const until = typed.trim();
  if (until === "") return granted(await suspendAccess(world, agent, personId, { reason }));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until)))
    return refused("until", sentences.until);
  const end = afterDay(until, world.institution.timeZone);
  if (end <= world.clock()) return refused("until", sentences.until);
  return granted(await suspendAccess(world, agent, personId, { reason, until: end }));
}

async function proposeNir(
  world: World,
  agent: SignedInAgent,
  personId: string,
  typed: string,
  reason: string,
): Promise<ActedAtDesk> {
  const read = readNir(typed);
  if ("refused" in read) return refused("number", read.refused.says);
  if (!(await awaitsNir(world, personId))) return refused("number", sentences.known);
  const fingerprint = fingerprintOf(world, personId, read.nir);
  return granted(
    await propose(world, agent, { personId, kind: "give-nir", about: personId, reason, fingerprint }),
  );
}

/** The number waits as a keyed hash: it is written down only when the second agent has copied the same (SEC-10). */
const fingerprintOf = (world: World, personId: string, nir: string): Buffer =>
  keyedHash(world.keys.index, "number proposed at the desk", personId, nir);

/** A second agent copies the number from the document too; the same one is written down (SEC-11, CP-12). */
export async function confirmNir(
  world: World,
  agent: SignedInAgent,
  approvalId: string,
  typed: string,
): Promise<{ done: "given" | "merge" } | { refused: Sentence }> {
  const approval = await readApproval(world, approvalId);
  if (approval?.kind !== "give-nir" || !approval.fingerprint) return { refused: gone };
  const decision = await mayConfirm(world, agent, approval);
  if (!decision.allowed) return { refused: decision.says };
  const read = readNir(typed);
  if ("refused" in read) return { refused: read.refused.says };
  const { personId } = approval;
  if (!fingerprintOf(world, personId, read.nir).equals(approval.fingerprint))
    return { refused: sentences.differs };
  const result = await giveNirFor(world, agent, personId, typed);
  if ("refused" in result) return result;
  await noteSettled(world, agent, approval, "confirmed");
  return { done: "proposed" in result ? "merge" : "given" };
}

const refused = (field: keyof TypedAct, says: Sentence) => ({ refused: { field, says } });

/** The answer of another module, at the field that all forms have. */
const granted = (result: object): ActedAtDesk =>
  "refused" in result ? refused("reason", result.refused as Sentence) : { done: true };

const sentences = {
  until: {
    fr: "Indiquez le dernier jour fermé, à venir, comme 2027-01-31 ; ou rien : la suspension dure alors jusqu’à ce qu’on la lève.",
    en: "Enter the last closed day, to come, such as 2027-01-31; or nothing: the suspension then lasts until it is lifted.",
  },
  known: {
    fr: "Cette personne se connecte déjà avec son numéro de sécurité sociale.",
    en: "This person already signs in with their social-security number.",
  },
  differs: {
    fr: "Ce n’est pas le numéro proposé. Relisez le document ; si votre collègue s’est trompé, retirez la proposition.",
    en: "This is not the number proposed. Read the document again; if your colleague was wrong, withdraw the proposal.",
  },
} satisfies Record<string, Sentence>;
