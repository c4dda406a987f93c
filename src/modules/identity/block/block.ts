import type { Sentence } from "../../../../law/language.ts";
import type { Tx } from "../../../platform/database.ts";
import type { World } from "../../../world.ts";
import { findRunningBlocks } from "./store.ts";

/** What a person reads whose access is closed, with the way that is open. */
export type Blocked = { kind: "alarm" | "suspension"; says: Sentence };

/** The block that keeps this person out now, if any: what the institution closed says more than what the person did. */
export async function blockOf(tx: Tx, world: World, personId: string): Promise<Blocked | undefined> {
  const running = await findRunningBlocks(tx, personId, world.clock());
  const block = running.find((one) => one.kind === "suspension") ?? running[0];
  return block && { kind: block.kind, says: sentences[block.kind] };
}

const sentences = {
  alarm: {
    fr: "L’accès à ce compte a été fermé parce que quelqu’un nous a signalé un danger. Pour le rouvrir, choisissez « Mot de passe oublié », ou venez à l’accueil avec une pièce d’identité.",
    en: "Access to this account was closed because someone told us of a danger. To open it again, choose “Forgotten password”, or come to the reception desk with an identity document.",
  },
  suspension: {
    fr: "Nous avons suspendu l’accès à ce compte, par précaution. Vos droits continuent. Appelez-nous ou venez à l’accueil avec une pièce d’identité : nous vous dirons pourquoi, et comment le rouvrir.",
    en: "We have suspended access to this account, as a precaution. Your rights go on. Call us or come to the reception desk with an identity document: we will tell you why, and how to open it again.",
  },
} satisfies Record<Blocked["kind"], Sentence>;
