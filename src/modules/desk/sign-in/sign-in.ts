import { deskSession } from "../../../../law/credentials/desk.ts";
import { composedPassword } from "../../../../law/credentials/password.ts";
import { sessionState } from "../../../../law/credentials/session.ts";
import type { Sentence } from "../../../../law/language.ts";
import { newSecret, sha256 } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { judgeAgentPassword } from "../../identity/index.ts";
import type { SignedInAgent } from "../agent.ts";
import {
  clearDeskTries,
  endAgentSessions,
  findAgent,
  findAgentByNumber,
  findAgentSession,
  insertAgentSession,
  passAgentSession,
  type StoredAgent,
  setAgentPassword,
  takeTotpStep,
  touchAgentSession,
} from "../store.ts";
import { stepOfCode } from "./totp.ts";
import { countTry, triedOn } from "./tries.ts";

/** What the browser keeps: whose session, and a secret of 256 bits. */
export type DeskCookie = string;

export type DeskEntered = { cookie: DeskCookie } | { refused: Sentence };

/** As staff numbers are kept: capitals, without spaces. */
export const readStaffNumber = (typed: string): string => typed.replace(/\s/g, "").toUpperCase();

/**
 * The first half of an agent's sign-in: staff number and password. It opens nothing but the page that asks for the second
 * factor (SEC-08). A number nobody has is answered as a wrong password is, in the same time (SEC-02).
 */
export async function signInAtDesk(
  world: World,
  typed: { staffNumber: string; password: string },
): Promise<DeskEntered> {
  const staffNumber = readStaffNumber(typed.staffNumber);
  if (staffNumber === "" || typed.password === "") return { refused: sentences.missing };
  const key = triedOn(world, "password", staffNumber);
  const waits = await countTry(world, key);
  if (waits) return { refused: waits };
  const agent = await findAgentByNumber(world.db, staffNumber);
  // Of an agent who left, the password is gone: answered as a number nobody has.
  const right = await world.passwords.verify(agent?.hashed || undefined, composedPassword(typed.password));
  if (!agent || !right || agent.closedAt) return { refused: sentences.wrong };
  const at = world.clock();
  if (agent.passwordGivenUntil && agent.passwordGivenUntil <= at) return { refused: sentences.late };
  const secret = newSecret();
  const { agentId } = agent;
  await inTransaction(world.db, async (tx) => {
    await insertAgentSession(tx, {
      agent_id: agentId,
      secret_hash: sha256(secret),
      started_at: at,
      last_seen_at: at,
      passed_at: null,
    });
    await clearDeskTries(tx, key);
    await record(tx, world.keys.journal, {
      subject: agentId,
      actor: agentId,
      act: "typed a desk password",
      at,
    });
  });
  return { cookie: `${agentId}.${secret}` };
}

export type ReadAgent =
  | { agent: SignedInAgent }
  /** Between the two steps, or with a password that somebody else gave. */
  | { entering: StoredAgent; secretHash: Buffer; due: "second-factor" | "password" };

/** Seconds between two notes that a session was seen. */
const seenEvery = 20;

/** Which agent this cookie stands for now; undefined of an ended session and of a closed agent (SEC-05). */
export async function readAgent(
  world: World,
  cookie: DeskCookie | undefined,
): Promise<ReadAgent | undefined> {
  const [agentId, secret] = cookie?.split(".") ?? [];
  if (!agentId || !secret || !uuid.test(agentId)) return undefined;
  const secretHash = sha256(secret);
  const found = await findAgentSession(world.db, agentId, secretHash);
  if (!found) return undefined;
  const now = world.clock();
  const { agent, session } = found;
  if (sessionState(session, deskSession, now).state === "ended") return undefined;
  const isOld = now.getTime() - session.lastSeenAt.getTime() > seenEvery * 1000;
  if (isOld) await touchAgentSession(world.db, agentId, secretHash, now);
  if (!session.passedAt) return { entering: agent, secretHash, due: "second-factor" };
  if (agent.passwordGivenUntil) return { entering: agent, secretHash, due: "password" };
  const lastSeenAt = isOld ? now : session.lastSeenAt;
  const { endsAt } = sessionState({ ...session, lastSeenAt }, deskSession, now);
  const { staffNumber, name, office, personId, roles } = agent;
  return { agent: { agentId, staffNumber, name, office, personId, roles, secretHash, endsAt } };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The second half: the code of the authenticator app (SEC-08). The first one confirms the app; each opens one session,
 * whose secret changes. A code is taken once, whatever the number of windows (RFC 6238, 5.2).
 */
export async function showCode(
  world: World,
  { agentId }: Pick<StoredAgent, "agentId">,
  secretHash: Buffer,
  typed: string,
): Promise<DeskEntered> {
  if (typed.trim() === "") return { refused: sentences.noCode };
  const key = triedOn(world, "code", agentId);
  const waits = await countTry(world, key);
  if (waits) return { refused: waits };
  const agent = await findAgent(world.db, agentId);
  const step = agent && stepOfCode(world, agent, typed);
  if (!agent || step === undefined) return { refused: sentences.wrongCode };
  const secret = newSecret();
  return inTransaction(world.db, async (tx): Promise<DeskEntered> => {
    const at = world.clock();
    if (!(await takeTotpStep(tx, agentId, step, at))) return { refused: sentences.usedCode };
    if (!(await passAgentSession(tx, agentId, secretHash, sha256(secret), at)))
      return { refused: sentences.usedCode };
    await clearDeskTries(tx, key);
    const act = agent.totpConfirmedAt ? "signed in at the desk" : "enrolled a second factor at the desk";
    await record(tx, world.keys.journal, { subject: agentId, actor: agentId, act, at });
    return { cookie: `${agentId}.${secret}` };
  });
}

/** The agent gives themselves a password in place of the one they were given; every other session of theirs ends. */
export async function chooseDeskPassword(
  world: World,
  agent: StoredAgent,
  typed: string,
): Promise<DeskEntered> {
  const [wrong] = await judgeAgentPassword(world, agent, typed);
  if (wrong) return { refused: wrong };
  if (await world.passwords.verify(agent.hashed, composedPassword(typed))) return { refused: sentences.same };
  const hashed = await world.passwords.hash(composedPassword(typed));
  const secret = newSecret();
  const { agentId } = agent;
  return inTransaction(world.db, async (tx): Promise<DeskEntered> => {
    const at = world.clock();
    const held = await findAgent(tx, agentId, true);
    if (!held || held.closedAt || held.hashed !== agent.hashed) return { refused: sentences.again };
    await setAgentPassword(tx, agentId, hashed);
    await endAgentSessions(tx, agentId, at);
    await insertAgentSession(tx, {
      agent_id: agentId,
      secret_hash: sha256(secret),
      started_at: at,
      last_seen_at: at,
      passed_at: at,
    });
    await record(tx, world.keys.journal, {
      subject: agentId,
      actor: agentId,
      act: "chose a desk password",
      at,
    });
    return { cookie: `${agentId}.${secret}` };
  });
}

/** Signs an agent out; twice is as good as once. */
export const signOutOfDesk = (world: World, agentId: string, secretHash: Buffer): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const at = world.clock();
    if ((await endAgentSessions(tx, agentId, at, secretHash)) === 0) return;
    const act = "signed out of the desk";
    await record(tx, world.keys.journal, { subject: agentId, actor: agentId, act, at });
  });

const sentences = {
  missing: {
    fr: "Indiquez votre numéro d’agent et votre mot de passe.",
    en: "Enter your staff number and your password.",
  },
  wrong: {
    fr: "Ce numéro d’agent et ce mot de passe ne vont pas ensemble. Vérifiez l’un et l’autre, ou demandez un nouveau mot de passe à l’administration.",
    en: "This staff number and this password do not go together. Check both, or ask administration for a new password.",
  },
  late: {
    fr: "Ce mot de passe provisoire ne sert plus. Demandez-en un nouveau à l’administration.",
    en: "This temporary password no longer works. Ask administration for a new one.",
  },
  noCode: {
    fr: "Indiquez le code à 6 chiffres que montre votre application.",
    en: "Enter the 6-digit code that your app shows.",
  },
  wrongCode: {
    fr: "Ce code n’est pas le bon. Attendez le suivant dans votre application, et vérifiez que votre téléphone est à l’heure.",
    en: "This code is not right. Wait for the next one in your app, and check that your phone’s clock is right.",
  },
  usedCode: {
    fr: "Ce code a déjà servi : un code ne sert qu’une fois. Attendez le suivant dans votre application.",
    en: "This code has been used already: a code works once. Wait for the next one in your app.",
  },
  same: {
    fr: "Choisissez un autre mot de passe que celui qu’on vous a donné.",
    en: "Choose another password than the one you were given.",
  },
  again: {
    fr: "Votre mot de passe a changé entre-temps. Connectez-vous de nouveau.",
    en: "Your password has changed meanwhile. Sign in again.",
  },
} satisfies Record<string, Sentence>;
