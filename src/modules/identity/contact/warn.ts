import type { Language } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { type Reach, warnedContacts } from "./reach.ts";
import { sendTo } from "./send.ts";
import { type Telling, tellPerson } from "./tell.ts";

/**
 * Warns a person of what touches the safety of their account, wherever such warnings go (SEC-04); who never verified a
 * contact point is written to where the institution can. `reach` leaves some out; where it leaves none, all are warned.
 */
export async function warnPerson(
  tx: Tx,
  world: World,
  to: { personId: string; language: Language; reach?: (contact: Reach) => boolean },
  telling: Telling,
): Promise<void> {
  const warned = await warnedContacts(tx, to.personId, world.clock());
  if (warned.length === 0) return tellPerson(tx, world, to, telling);
  const { subject, mail: text, sms } = telling;
  const message = { mail: () => ({ subject, text }), sms: () => sms, language: to.language };
  const reached = warned.filter(to.reach ?? (() => true));
  for (const contact of reached.length > 0 ? reached : warned) await sendTo(tx, world, contact, message);
}
