import type { Assignment } from "../../../law/access/relations.ts";
import { civilDay, runs } from "../../../law/access/relations.ts";
import type { Sentence } from "../../../law/language.ts";

export type AgentRole = Assignment["role"];

/** A task given to an agent, by civil days; the last one excluded. */
export type DatedRole = { role: AgentRole; from: string; until?: string };

/** Somebody who works for the institution. */
export type DeskAgent = {
  agentId: string;
  staffNumber: string;
  name: string;
  office: string | null;
  /** Their own record, where they have one: on a file they are part of they are never staff (SEC-11). */
  personId: string | null;
  roles: readonly DatedRole[];
};

/** An agent of whom the password and the second factor were both seen: what every use case of the desk asks for (SEC-08). */
export type SignedInAgent = DeskAgent & { secretHash: Buffer; endsAt: Date };

/** The tasks an agent has on a day, in the institution's zone. */
export const rolesOn = ({ roles }: Pick<DeskAgent, "roles">, on: Date, timeZone: string): AgentRole[] =>
  roles.filter((one) => runs(one, civilDay(on, timeZone))).map(({ role }) => role);

/** Whom the law looks at: the agent's own record where they have one, so that their own file stays closed to them. */
export const actorOf = ({ agentId, personId }: Pick<DeskAgent, "agentId" | "personId">): string =>
  personId ?? agentId;

/** An agent's tasks as the law of access takes them. */
export const assignmentsOf = (agent: DeskAgent): Assignment[] =>
  agent.roles.map(({ role, from, until }) => ({
    personId: actorOf(agent),
    role,
    from,
    ...(until !== undefined && { until }),
    ...(agent.office !== null && { office: agent.office }),
  }));

export const roleNames = {
  "desk-agent": { fr: "agent d’accueil", en: "desk agent" },
  support: { fr: "support technique", en: "technical support" },
  "data-protection-officer": { fr: "protection des données", en: "data protection" },
  administrator: { fr: "administration", en: "administration" },
} satisfies Record<AgentRole, Sentence>;
