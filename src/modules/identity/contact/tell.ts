import type { Language } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import { mailQueue, smsQueue } from "../../../platform/messages.ts";
import type { World } from "../../../world.ts";
import type { ContactPoint } from "./contact.ts";
import { findContactPoints } from "./store.ts";

/** One thing to tell, as a mail and as an SMS. */
export type Telling = { subject: string; mail: string; sms: string };

/**
 * Tells a person something at the contact points they verified or, for who never verified any, at those the institution
 * holds. `reach` leaves some out; where it leaves none, all are told. No link, no secret: see CP-14.
 */
export async function tellPerson(
  tx: Tx,
  world: World,
  to: { personId: string; language: Language; reach?: (point: ContactPoint) => boolean },
  telling: Telling,
): Promise<void> {
  const points = await findContactPoints(tx, to.personId);
  const verified = points.filter((point) => point.verifiedAt !== null);
  const known = verified.length > 0 ? verified : points;
  const reached = known.filter(to.reach ?? (() => true));
  const { language } = to;
  for (const { kind, value } of reached.length > 0 ? reached : known) {
    if (kind === "mail") {
      const { subject, mail: text } = telling;
      await world.jobs.send(tx, mailQueue, { to: value, language, subject, text });
    } else await world.jobs.send(tx, smsQueue, { to: value, text: telling.sms });
  }
}
