import type { Language } from "../../../law/language.ts";
import type { Tx } from "../../platform/database.ts";
import { mailQueue } from "../../platform/messages.ts";
import type { World } from "../../world.ts";
import { type Agent, type FirstPassword, handOverFirstPassword, issueAccess } from "../identity/index.ts";
import { identifierMail } from "./messages.ts";
import type { Role } from "./post.ts";

/** Whoever works for a partner: the institution asks them for no birth date and no social-security number (SP-04). */
export const unknownBirth = "0000-00-00";

export type NewStaff = { personId: string; firstNames: string; lastName: string; mail: string; role: Role };

/**
 * Opens somebody's own access and sends it to their work address in two messages: the identifier, then a first password
 * that they must change (SP-02). `first` is drawn before the transaction. The address proves itself by what it brings.
 */
export async function handOut(
  tx: Tx,
  world: World,
  by: Agent,
  staff: NewStaff & { service: string },
  first: FirstPassword,
  language: Language,
): Promise<void> {
  const { personId, firstNames, lastName, mail, role, service } = staff;
  const days = world.institution.accounts?.partners?.firstPasswordDays;
  if (!days) throw new Error("This institution opens no accesses for partners");
  const to = { kind: "mail" as const, value: mail };
  const number = await issueAccess(tx, world, by, {
    person: { personId, firstNames, birthName: lastName, usedName: null, birthDate: unknownBirth },
    verified: to,
    kind: "partner",
    population: role === "manager" ? "manager" : null,
  });
  await world.jobs.send(tx, mailQueue, {
    to: mail,
    language,
    ...identifierMail(world, { service, number }, language),
  });
  const identifier = { fr: "identifiant", en: "identifier" };
  const handed = await handOverFirstPassword(tx, world, by, {
    personId,
    first,
    to,
    identifier,
    days,
    language,
  });
  if ("refused" in handed) throw new Error("Somebody new had a password already");
}
