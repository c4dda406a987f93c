import type { Sentence } from "../../../../law/language.ts";
import { moment } from "../../../design/dates.ts";
import type { Db, Tx } from "../../../platform/database.ts";
import { newId } from "../../../platform/ids.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { dropPasskeys } from "../passkeys/drop-passkeys.ts";
import { closeSessions } from "../session/session.ts";
import {
  type BlockKind,
  endBlock,
  findRunningBlocks,
  holdAccount,
  insertBlock,
  makeRoom,
  noteBlockedUntil,
} from "./store.ts";

export type Placing = {
  personId: string;
  kind: BlockKind;
  /** Kept with the block, for agents: what was said, or why. Never a NIR. */
  reason: string;
  /** A person's id, or an agent's. */
  placedBy: string;
  /** When it ends by itself; without it, when somebody lifts it. */
  until?: Date;
};

/**
 * Closes a person's access at once: the account refuses from this very transaction on, every session ends, and what a
 * sign-in at the same moment opened ends too (CN-09, MC-14). A block of the same kind that runs already makes room and
 * stays in the history. Works for who never signed in.
 *
 * An alarm takes the person's passkeys too, for one of them may be a thief's; `passkeys` says how many (CN-09). A
 * suspension, which is lifted as it was placed, leaves them.
 */
export async function placeBlock(
  tx: Tx,
  world: World,
  placing: Placing,
): Promise<{ blockId: string; passkeys: number }> {
  const { personId, kind, reason, placedBy, until } = placing;
  const at = world.clock();
  const blockId = newId();
  await holdAccount(tx, personId, at);
  await makeRoom(tx, personId, kind, placedBy, at);
  await insertBlock(tx, {
    person_id: personId,
    block_id: blockId,
    kind,
    reason,
    placed_by: placedBy,
    placed_at: at,
    until_at: until ?? null,
  });
  await noteBlockedUntil(tx, personId, at);
  await closeSessions(tx, world, personId);
  await record(tx, world.keys.journal, {
    subject: personId,
    actor: placedBy,
    act: "closed access",
    at,
    detail: { kind, block: blockId, until: until?.toISOString() ?? null },
  });
  const passkeys = kind === "alarm" ? await dropPasskeys(tx, world, { personId, by: placedBy }) : 0;
  return { blockId, passkeys };
}

/** Lifts the person's block of that kind; false where none runs. Another one that runs keeps the access closed. */
export async function liftBlock(
  tx: Tx,
  world: World,
  lifting: { personId: string; kind: BlockKind; by: string; reason?: string },
): Promise<boolean> {
  const { personId, kind, by, reason } = lifting;
  const at = world.clock();
  await holdAccount(tx, personId, at);
  const block = await endBlock(tx, personId, kind, { by, at, reason: reason ?? null });
  if (!block) return false;
  await noteBlockedUntil(tx, personId, at);
  await record(tx, world.keys.journal, {
    subject: personId,
    actor: by,
    act: "opened access again",
    at,
    detail: { kind, block },
  });
  return true;
}

/** What a person reads whose access is closed, with the way that is open. */
export type Blocked = { kind: BlockKind; says: Sentence };

/** The block that keeps this person out now, if any: what the institution closed says more than what the person did. */
export async function blockOf(tx: Db | Tx, world: World, personId: string): Promise<Blocked | undefined> {
  const running = await findRunningBlocks(tx, personId, world.clock());
  const block = running.find((one) => one.kind === "suspension") ?? running[0];
  if (!block) return undefined;
  return { kind: block.kind, says: block.until ? untilThen(world, block.until) : sentences[block.kind] };
}

/** A suspension that ends by itself says when. */
const untilThen = ({ institution }: World, until: Date): Sentence => ({
  fr: `Nous avons suspendu l’accès à ce compte, par précaution, jusqu’au ${moment("fr", until, institution.timeZone)}. Vos droits continuent. Pour savoir pourquoi, ou si cela ne peut pas attendre, appelez-nous ou venez à l’accueil avec une pièce d’identité.`,
  en: `We have suspended access to this account, as a precaution, until ${moment("en", until, institution.timeZone)}. Your rights go on. To know why, or if it cannot wait, call us or come to the reception desk with an identity document.`,
});

const sentences = {
  alarm: {
    fr: "L’accès à ce compte a été fermé parce que quelqu’un nous a signalé un danger. Pour le rouvrir, choisissez « J’ai oublié mon mot de passe », ou venez à l’accueil avec une pièce d’identité.",
    en: "Access to this account was closed because someone told us of a danger. To open it again, choose “I have forgotten my password”, or come to the reception desk with an identity document.",
  },
  suspension: {
    fr: "Nous avons suspendu l’accès à ce compte, par précaution. Vos droits continuent. Appelez-nous ou venez à l’accueil avec une pièce d’identité : nous vous dirons pourquoi, et comment le rouvrir.",
    en: "We have suspended access to this account, as a precaution. Your rights go on. Call us or come to the reception desk with an identity document: we will tell you why, and how to open it again.",
  },
} satisfies Record<Blocked["kind"], Sentence>;
