import type { Tx } from "../../platform/database.ts";
import type { World } from "../../world.ts";
import { type Agent, type FirstPassword, handOverFirstPassword, issueAccess } from "../identity/index.ts";
import { unknownBirth } from "./hand-out.ts";
import type { Role } from "./post.ts";
import { insertPost, insertService, type NewStructure, openStructure } from "./store.ts";

export type AdmittedStructure = NewStructure & {
  services: readonly {
    serviceId: string;
    name: string;
    people: readonly {
      personId: string;
      firstNames: string;
      lastName: string;
      mail: string;
      role: Role;
      number: string;
      first: FirstPassword;
    }[];
  }[];
};

/** Writes down a structure the institution already works with, its people and what opens their first sign-in (SP-03). */
export async function admitStructure(
  tx: Tx,
  world: World,
  by: Agent,
  { services, ...structure }: AdmittedStructure,
): Promise<void> {
  const at = world.clock();
  const { structureId } = structure;
  await openStructure(tx, structure, at);
  for (const { serviceId, name, people } of services) {
    await insertService(tx, { structureId, serviceId, name }, at);
    for (const { personId, firstNames, lastName, mail, role, number, first } of people) {
      await issueAccess(tx, world, by, {
        person: { personId, firstNames, birthName: lastName, usedName: null, birthDate: unknownBirth },
        verified: { kind: "mail", value: mail },
        kind: "partner",
        population: role === "manager" ? "manager" : null,
        number,
      });
      const identifier = { fr: "identifiant", en: "identifier" };
      const days = world.institution.accounts?.partners?.firstPasswordDays ?? 0;
      await handOverFirstPassword(tx, world, by, { personId, first, identifier, days, language: "fr" });
      await insertPost(tx, { structureId, serviceId, personId, role, namedBy: by.agentId }, at);
    }
  }
}
