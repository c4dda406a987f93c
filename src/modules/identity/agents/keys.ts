import { sameBytes, sha256 } from "../../../platform/crypto.ts";
import type { Agent } from "../agent.ts";

/** A key of a program of agents: who bears it, where it opens, and the SHA-256 of the secret. */
export type AgentKey = {
  name: string;
  /** Id of the only institution it opens; all that are served without it. */
  institution?: string | undefined;
  hash: Buffer;
};

/** Who bears this key, if it opens this institution. Each key is compared, in constant time, whichever fits. */
export function agentBearing(
  keys: readonly AgentKey[],
  institution: string,
  authorization: string | undefined,
): Agent | undefined {
  const hash = sha256(/^Bearer ([\x21-\x7e]{1,200})$/.exec(authorization ?? "")?.[1] ?? "");
  const fitting = keys.filter((key) => sameBytes(key.hash, hash));
  const key = fitting.find((one) => one.institution === undefined || one.institution === institution);
  return key && { agentId: `agent program ${key.name}`, name: key.name };
}
