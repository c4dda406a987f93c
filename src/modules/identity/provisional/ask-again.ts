import { civilDay } from "../../../../law/access/relations.ts";
import { readName } from "../../../../law/civil-status/name.ts";
import { nameKey } from "../../../../law/credentials/names.ts";
import type { ProvisionalIdentifier } from "../../../../law/credentials/provisional-identifier.ts";
import type { Language, Sentence } from "../../../../law/language.ts";
import { keyedHash, unseal } from "../../../platform/crypto.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Queue } from "../../../platform/jobs.ts";
import { record } from "../../../platform/journal.ts";
import type { World } from "../../../world.ts";
import { countAsk } from "../asks/store.ts";
import { readMail, readMobile } from "../contact/contact.ts";
import { sendTo } from "../contact/send.ts";
import { dayStart } from "../give-contacts/send-code.ts";
import { readTypedBirth } from "../open-account/questions/birth.ts";
import type { Errors, Typed } from "../open-account/questions/question.ts";
import { provisionalMessage } from "./messages.ts";
import { findHolders } from "./store.ts";

/** How often a day one identity's identifier is sent again. */
const mostAsksADay = 3;

export type Asked = { done: true } | { refused: Errors; wrong?: readonly ("day" | "month" | "year")[] };

/** A provisional identifier asked for: by whom, as they say. `language` is that of the answer. */
type Wanted = { name: string; birthDate: string; contact: string; language: Language };

/** Each asking passes here, of somebody or of nobody, so that it takes the same time (SEC-02). */
export const provisionalAskQueue: Queue<Wanted> = { name: "provisional-ask" };

/** Sends, in the background, the provisional identifiers that were asked for. */
export const sendAskedProvisionals = (world: World): Promise<void> =>
  world.jobs.work(provisionalAskQueue, (_id, wanted) => sendProvisional(world, wanted));

/**
 * Asks for a provisional identifier to be sent again (CP-13). The answer is the same for everybody, known or not, and so
 * is its time: who it is, if anybody, is looked for in the background (SEC-02).
 */
export async function askAgain(world: World, typed: Typed, language: Language): Promise<Asked> {
  const read = readAsk(world, typed);
  if ("refused" in read) return read;
  const { birthName, birthDate, contact } = read;
  const name = nameKey(birthName);
  const foundBy = keyedHash(world.keys.index, "provisional identifier asked for again", name, birthDate);
  return inTransaction(world.db, async (tx) => {
    const at = world.clock();
    if ((await countAsk(tx, foundBy, at, dayStart(at))) < mostAsksADay)
      await world.jobs.send(tx, provisionalAskQueue, { name, birthDate, contact, language });
    return { done: true };
  });
}

/**
 * Sends the identifier to the contact points of the one person whose name, birth date and contact point were told; to
 * nobody where they are not one person's.
 */
export const sendProvisional = (
  world: World,
  { name, birthDate, contact, language }: Wanted,
): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const holders = await findHolders(tx, name, birthDate);
    const [holder] = holders;
    const isTheirs = holders.some(({ value }) => value.toLowerCase() === contact.toLowerCase());
    const isOne = new Set(holders.map(({ personId }) => personId)).size === 1;
    if (!holder || !isTheirs || !isOne) return;
    const { personId, sealed } = holder;
    const identifier = unseal(world.keys.nir, sealed, personId) as ProvisionalIdentifier;
    for (const point of holders)
      await sendTo(tx, world, point, provisionalMessage(world, identifier, language));
    const act = "was sent the provisional identifier again";
    await record(tx, world.keys.journal, { subject: personId, actor: "unknown", act, at: world.clock() });
  });

type Ask = { birthName: string; birthDate: string; contact: string };

function readAsk(
  world: World,
  typed: Typed,
): Ask | { refused: Errors; wrong?: readonly ("day" | "month" | "year")[] } {
  const name = readName(typed.birthName ?? "");
  const birth = readTypedBirth(typed, civilDay(world.clock(), world.institution.timeZone));
  const contact = readContact(world, typed.contact ?? "");
  const refused: Errors = {
    ...("refused" in name
      ? { birthName: name.refused.says }
      : name.name === "" && { birthName: sentences.name }),
    ...("refused" in birth && birth.refused),
    ...(!contact && { contact: sentences.contact }),
  };
  if ("refused" in name || "refused" in birth || !contact || Object.keys(refused).length > 0)
    return { refused, ...("wrong" in birth && { wrong: birth.wrong }) };
  return { birthName: name.name, birthDate: birth.date, contact };
}

const readContact = (world: World, typed: string): string | undefined =>
  typed.includes("@") ? readMail(typed) : readMobile(typed, world.institution.country);

const sentences = {
  name: { fr: "Indiquez votre nom de naissance.", en: "Enter your birth name." },
  contact: {
    fr: "Indiquez l’adresse mail ou le numéro de mobile que vous nous aviez donné, par exemple marie.dupont@exemple.fr ou 06 12 34 56 78.",
    en: "Enter the mail address or the mobile number that you gave us, for example marie.dupont@example.com or 06 12 34 56 78.",
  },
} satisfies Record<string, Sentence>;
